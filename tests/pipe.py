"""What a test has to know of a pipe."""

import fcntl
import sys
import termios
import time

_PATIENCE = 30.0


def read_out(pipe: int) -> None:
    """Wait until everything that was written into a pipe has been read at its other end."""
    if sys.platform == "win32":
        raise NotImplementedError
    give_up = time.monotonic() + _PATIENCE
    while int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder):
        assert time.monotonic() < give_up, "nobody reads it"
        time.sleep(0.001)

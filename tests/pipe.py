"""What a test has to know of a pipe."""

import fcntl
import sys
import termios
import time

assert sys.platform != "win32"  # it has other pipes

_PATIENCE = 30.0


def read_out(pipe: int) -> None:
    """Wait until everything that was written into a pipe has been read at its other end."""
    give_up = time.monotonic() + _PATIENCE
    while int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder):
        assert time.monotonic() < give_up, "nobody reads it"
        time.sleep(0.001)

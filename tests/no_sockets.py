"""A process that dies as soon as it asks for a socket: of libraries that are no Python as well."""

import ctypes
import platform
import struct
import sys

assert sys.platform != "win32"

# The number of `socket` among the system calls of a machine, and of the machine for the kernel.
_CALLS = {"x86_64": (41, 0xC000003E), "aarch64": (198, 0xC00000B7)}
KNOWN = sys.platform == "linux" and platform.machine() in _CALLS
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _IS, _RETURN, _KILL, _ALLOW = 0x20, 0x15, 0x06, 0x80000000, 0x7FFF0000


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def forbid_sockets() -> None:
    """From now on the kernel ends this process where it calls `socket`."""
    call, machine = _CALLS[platform.machine()]
    steps = [(_LOAD, 0, 0, 4), (_IS, 0, 3, machine), (_LOAD, 0, 0, 0), (_IS, 0, 1, call), (_RETURN, 0, 0, _KILL)]
    code = b"".join(struct.pack("HBBI", *step) for step in (*steps, (_RETURN, 0, 0, _ALLOW)))
    kept = ctypes.create_string_buffer(code)
    program = _Program(len(steps) + 1, ctypes.cast(kept, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
    assert libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0, ctypes.get_errno()

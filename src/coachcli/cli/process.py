"""This process and the system: no image of its memory may be kept, as notes are in it."""

import sys
from contextlib import suppress

_SET_DUMPABLE = 4


def forbid_core_files() -> None:
    """Have no core file written when the process is killed, nor when an editor that it calls is."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def forbid_memory_images() -> None:
    """Keep the memory from a crash reporter, which heeds no limit. A program that is started is not bound by this."""
    if sys.platform != "linux":
        return
    # 6 ms, unless the live line has loaded it: only where notes are taken.
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)

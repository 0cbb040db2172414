"""What this process asks of the system: to keep no image of its memory, as notes are in it."""

import sys
from contextlib import suppress

_SET_DUMPABLE = 4


def forbid_core_files() -> None:
    """Have no core file written when this process is killed, or an editor that it started."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def forbid_memory_images() -> None:
    """Keep crash reporters, which heed no limit, from the memory of this process; programs it starts are not bound."""
    if sys.platform != "linux":
        return
    # It takes 6 ms, unless the live line has loaded it: so it is loaded only where notes are taken.
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)

"""Where `coach` and `python -m coachcli` begin."""

import gc
import os
import signal
from types import FrameType


def main() -> None:
    """Load and run `coach`. A Ctrl-C while it is being loaded leaves at once, without a word."""
    # What is loaded stays until the end: looking through it for garbage took a sixth of the time to the first prompt.
    gc.disable()
    # Not where whoever started it has it ignored: behind nohup, or in the background of a script.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)
    from coachcli.cli.main import main as run  # noqa: PLC0415 what takes its time comes after the handler

    run()


def _leave(_number: int, _frame: FrameType | None) -> None:
    """Nothing is open yet, and an exception would come out of an import as a traceback."""
    os._exit(128 + signal.SIGINT)


if __name__ == "__main__":
    main()

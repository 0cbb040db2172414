"""A line that nobody else is to see: typed at the terminal, and not shown there."""

import sys


def is_somebody_there() -> bool:
    """Whether a line can be asked for and typed unseen."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def hidden_line(question: str) -> str:
    """What is typed behind a question, which is not shown; raises EOFError where the input ends."""
    import getpass  # noqa: PLC0415 only where one is asked for

    return getpass.getpass(question, stream=sys.stderr)

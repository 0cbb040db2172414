"""The mode of the terminal while nothing reads it: what is typed between two lines waits unseen for the next one."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from coachcli.errors import UnreadableError

_before_others_read: list[Callable[[], None]] = []


def before_others_read(act: Callable[[], None]) -> None:
    """Have `act` done, in place of anything before it, each time that a shell or an editor is to read the terminal."""
    _before_others_read[:] = [act]


@contextmanager
def hushed() -> Iterator[None]:
    """Switch line editing off for a call: the kernel would echo keys into the card, and cut lines at 4,095 bytes."""
    with _line_editing(on=False):
        try:
            yield
        finally:
            _prepare_for_others()


@contextmanager
def lent() -> Iterator[None]:
    """Switch line editing on for an editor: programs expect to find the terminal like that."""
    _prepare_for_others()
    with _line_editing(on=True):
        yield


def _prepare_for_others() -> None:
    for act in _before_others_read:
        with suppress(OSError):  # the window is gone
            act()


@contextmanager
def in_words() -> Iterator[None]:
    """Put into one sentence what the system refuses at the terminal."""
    try:
        yield
    except (OSError, EOFError) as error:
        raise _refused(error) from error
    except Exception as error:
        if type(error).__module__ != "termios":  # termios has an error of its own, and is not there on Windows
            raise
        raise _refused(error) from error


def _refused(error: Exception) -> UnreadableError:
    why = f"the system says “{error.args[-1]}”" if error.args else "it is closed"
    return UnreadableError(f"This terminal cannot be used: {why}.", "Open another window, and start from there.")


def pass_through() -> None:
    """Set the keyboard as it is set already: raises where the system refuses that."""
    if sys.platform == "win32":
        return
    import termios  # noqa: PLC0415 - not there on Windows

    keyboard = sys.stdin.fileno()
    termios.tcsetattr(keyboard, termios.TCSANOW, termios.tcgetattr(keyboard))


@contextmanager
def _line_editing(*, on: bool) -> Iterator[None]:
    if sys.platform == "win32" or sys.stdin.closed or not sys.stdin.isatty():
        yield
        return
    import termios  # noqa: PLC0415 - not there on Windows

    editing, keyboard = termios.ICANON | termios.ECHO, sys.stdin.fileno()
    with in_words():
        before, now = termios.tcgetattr(keyboard), termios.tcgetattr(keyboard)
        now[3] = now[3] | editing if on else now[3] & ~editing
        termios.tcsetattr(keyboard, termios.TCSANOW, now)
    try:
        yield
    finally:
        with suppress(termios.error):  # the window is gone
            termios.tcsetattr(keyboard, termios.TCSANOW, before)

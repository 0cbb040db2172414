"""The copy of a text that the coach's editor opens inside the practice, and the text that comes back."""

from collections.abc import Callable
from pathlib import Path

from coachcli.app import editor
from coachcli.app.context import Clock, Context
from coachcli.command_line import command
from coachcli.domain.text import clean
from coachcli.domain.value import Value
from coachcli.errors import UsageError
from coachcli.live.choice.chooser import Chooser
from coachcli.live.terminal.tty_mode import lent
from coachcli.store import edited_copies
from coachcli.store.disk import files
from coachcli.store.disk.status import is_folder
from coachcli.store.paths import Practice


class Visit(Value, frozen=True):
    """A text that was in the editor, and whether the editor may still have it open."""

    text: bytes
    is_open: bool


class OpenLine(Value, frozen=True):
    """A line of a call that is still open in an editor which came back at once."""

    copy: Path
    before: bytes

    @property
    def text(self) -> str:
        """The line as it was when it went into the editor."""
        return self.before.decode()

    def saved(self) -> str | None:
        """The text that was saved in the copy, which is removed; None where nothing was saved."""
        written = files.read_bytes(self.copy)
        return None if written == self.before else _taken(self.copy, written)


def line_editor(context: Context, session_file: Path | None = None) -> Callable[[str], str | OpenLine]:
    """A function that opens a line in the editor and returns it; where it raises CoachError, the text is kept.

    `session_file` is the file of the call's session; None in a rehearsal.
    """

    def write(text: str) -> str | OpenLine:
        data = text.encode("utf-8", "replace")
        copy = lay_out(context.practice, data, edited_copies.path_for_line(context.practice, session_file))
        with lent():
            result = visit(copy, context.clock)
        return OpenLine(copy, data) if result.is_open else _taken(copy, result.text)

    return write


def lay_out(practice: Practice, data: bytes, path: Path) -> Path:
    """Write a copy for the editor inside the practice, as others can read the system's temporary folder."""
    if not is_folder(practice.root):
        raise UsageError("There is no practice yet.", f"{command('session', 'start')} makes one.")
    files.make_folder(practice.editing, inside=practice.root)
    edited_copies.sweep_untouched(practice, path)
    files.replace(path, data, expected=None)
    return path


def visit(copy: Path, clock: Clock, place: editor.Place | None = None) -> Visit:
    """Open a copy. An editor that comes back at once, with nothing changed, is taken to have the copy open still."""
    before, began = files.read_bytes(copy), clock.monotonic()
    editor.open_in_editor(copy, place)
    seconds, after = clock.monotonic() - began, files.read_bytes(copy)
    return Visit(after, after == before and seconds < editor.comes_back_within(editor.command()))


def awaited(chooser: Chooser | None, copy: Path, clock: Clock, place: editor.Place | None = None) -> Visit:
    """Open a copy. Where the editor still has it open, wait until the coach says that they have closed it."""
    result = visit(copy, clock, place)
    if not result.is_open or chooser is None:
        return result
    chooser.write("The editor came back at once. When you have saved and closed it, press Enter")
    after = files.read_bytes(copy)
    return Visit(after, is_open=after == result.text)


def _taken(copy: Path, written: bytes) -> str:
    files.remove(copy)
    return clean(written.decode("utf-8", "backslashreplace")).rstrip("\n")

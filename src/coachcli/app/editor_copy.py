"""A copy inside the practice that the coach's editor has open, and what comes back from it."""

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
    """A text after it was in the editor, and whether that may have it open still."""

    text: bytes
    is_open: bool


class OpenLine(Value, frozen=True):
    """A line of a call that an editor has open, which came back at once."""

    copy: Path
    before: bytes

    @property
    def text(self) -> str:
        """The line as it went there."""
        return self.before.decode()

    def saved(self) -> str | None:
        """What was saved there, which then is there no more; None where nothing was."""
        written = files.read_bytes(self.copy)
        return None if written == self.before else _taken(self.copy, written)


def line_editor(context: Context) -> Callable[[str], str | OpenLine]:
    """What takes a line to the editor and brings it back; raises CoachError, with the text kept, where it cannot."""

    def write(text: str) -> str | OpenLine:
        data = text.encode("utf-8", "replace")
        copy = lay_out(context.practice, data, edited_copies.path_for_line(context.practice))
        with lent():
            seen = visit(copy, context.clock)
        return OpenLine(copy, data) if seen.is_open else _taken(copy, seen.text)

    return write


def lay_out(practice: Practice, data: bytes, path: Path) -> Path:
    """A copy for the editor, for its owner alone: the system's temporary folder is others' as well."""
    if not is_folder(practice.root):
        raise UsageError("There is no practice yet.", f"{command('session', 'start')} makes one.")
    files.make_folder(practice.editing, inside=practice.root)
    files.replace(path, data, expected=None)
    return path


def visit(copy: Path, clock: Clock, place: editor.Place | None = None) -> Visit:
    """Open a copy. An editor that was back sooner than anybody could close it, with nothing changed, has it still."""
    before, began = files.read_bytes(copy), clock.monotonic()
    editor.open_in_editor(copy, place)
    seconds, after = clock.monotonic() - began, files.read_bytes(copy)
    return Visit(after, after == before and seconds < editor.comes_back_within(editor.command()))


def awaited(chooser: Chooser | None, copy: Path, clock: Clock, place: editor.Place | None = None) -> Visit:
    """The same; whoever is there says when they have closed it."""
    seen = visit(copy, clock, place)
    if not seen.is_open or chooser is None:
        return seen
    chooser.write("The editor came back at once. When you have saved and closed it, press Enter")
    after = files.read_bytes(copy)
    return Visit(after, is_open=after == seen.text)


def _taken(copy: Path, written: bytes) -> str:
    files.remove(copy)
    return clean(written.decode("utf-8", "backslashreplace")).rstrip("\n")

"""Copies of sessions that lie elsewhere: what an editor that was stopped left behind, and what the disk refused."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.store import edited_copies
from coachcli.store.disk import files
from coachcli.store.paths import Practice
from coachcli.store.session import rescue
from coachcli.store.session.place import client_of

if TYPE_CHECKING:
    from coachcli.live.conversation import Conversation


class RescuedCopy(NamedTuple):
    """A copy that lies elsewhere because the disk refused it, and when it was written."""

    path: Path
    written: datetime

    def plain(self) -> dict[str, str]:
        """The copy for programs."""
        return {"path": str(self.path), "written": self.written.isoformat(timespec="seconds")}

    def as_row(self) -> str:
        """The copy as a row for people."""
        return f"  {self.path}  (written {self.written:%Y-%m-%d %H:%M})"


def told(context: Context) -> str:
    """One sentence on the texts that an editor left, and how to go on with them; empty where there are none."""
    left = edited_copies.left(context.practice)
    count = len(left)
    if not count:
        return ""
    texts = "1 text is left of an editor" if count == 1 else f"{count} texts are left of an editor"
    raw = [["--raw"] if path.suffix == ".yaml" else [] for path in left]
    how = sorted({command("session", "edit", *options, "SESSION") for options in raw})
    return f"{texts} in {context.practice.editing}; {' or '.join(how)} goes on with a session's."


def taken_up(practice: Practice, session_file: Path, base: str, conversation: "Conversation") -> Path | None:
    """The copy that an editor left of a session, if the coach goes on with it; else it goes into the trash."""
    left = edited_copies.left_of(practice, session_file, base)
    away = practice.trash / client_of(session_file) / session_file.stem
    return _gone_on_with(practice, left, "session", away, conversation)


def taken_up_of_client(practice: Practice, client_id: str, base: str, conversation: "Conversation") -> Path | None:
    """The copy that an editor left of a client's file, if the coach goes on with it; else it goes into the trash."""
    left = edited_copies.left_of_client(practice, client_id, base)
    return _gone_on_with(practice, left, "client", practice.trash / client_id / "client", conversation)


def _gone_on_with(
    practice: Practice, left: tuple[Path, ...], what: str, away: Path, conversation: "Conversation"
) -> Path | None:
    if not left:
        return None
    if conversation.chooser is None:
        conversation.say(f" A text of this {what} is left of an editor: {left[0]}")
        return None
    if conversation.chooser.agree(f"A text of this {what} is left of an editor that was stopped. Go on with it?"):
        return left[0]
    files.make_folder(away.parent, inside=practice.root)
    for copy in left:
        target = away.with_name(f"{away.name}.left-of-edit{copy.suffix}")
        conversation.say(f" It is in {files.move_to(copy, target)}")
    return None


def rescued(practice: Practice) -> list[RescuedCopy]:
    """The copies of sessions of a practice, the oldest first."""
    copies = (RescuedCopy(path, _written(path)) for path in rescue.copies(practice))
    return sorted(copies, key=lambda copy: copy.written)


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()

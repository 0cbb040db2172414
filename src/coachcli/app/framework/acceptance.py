"""An edited framework that is right takes the place of the one before: told in words, with its histories kept."""

from dataclasses import dataclass

from coachcli.app.context import Context
from coachcli.app.framework.kept_ids import Histories, Rescue
from coachcli.app.framework.prompter import Prompter
from coachcli.command_line import command
from coachcli.domain.framework.diff import differences
from coachcli.domain.framework.model import Framework
from coachcli.errors import InUseError
from coachcli.render.framework.changes import changes_text
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.framework import snapshots
from coachcli.store.framework.catalogue import Source
from coachcli.store.framework.check import Checked
from coachcli.store.framework.resolver import Shelf
from coachcli.store.framework.working_copy import WorkingCopy


@dataclass(frozen=True, slots=True)
class Edited:
    """A framework that is being edited: its file and what it held, and what is in use until the new text is taken.

    Of a shipped framework there is no file yet, and nothing `before`.
    """

    source: Source
    before: bytes | None
    in_use: Framework | None

    @property
    def files(self) -> WorkingCopy:
        """The files around it."""
        return WorkingCopy(self.source.path)

    @property
    def again(self) -> str:
        """The command that goes on with it."""
        return command("framework", "edit", self.source.id)

    def check(self, text: bytes) -> Checked:
        """What it would be with this text."""
        return Shelf(self.source).checked(text)


def accept(context: Context, desk: Prompter, edited: Edited, text: bytes, framework: Framework) -> None:
    """Keep the histories, say what changed, and put the text in its place."""
    histories = Histories(edited.in_use, snapshots.latest(context.practice, edited.source.id))
    text = Rescue(desk, edited.check).kept(text, framework, histories)
    if edited.in_use is not None:
        changes = differences(edited.in_use, edited.check(text).framework or framework)
        desk.say(changes_text(changes) or "What is asked is as it was; only the file is written differently.\n")
    files = edited.files
    files.open(text)
    try:
        files.take(edited.before, text)
    except ChangedElsewhereError:
        what = f"{edited.source.path} was changed by another program meanwhile, and is left as that made it."
        raise InUseError(what) from None
    desk.say(f"Saved: {edited.source.path}\n")
    if edited.before is not None:
        desk.say(f"The version before: {files.earlier}\n")
    else:
        desk.say(f"From now on it is used instead of the {edited.source.id} that comes with coachcli.\n")

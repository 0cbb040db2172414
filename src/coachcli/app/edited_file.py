"""A file that is open in the coach's editor: what is written takes its place, or stays in a copy they are told of."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from coachcli.domain.value import Value
from coachcli.errors import CancelledError, CoachError, UnreadableError
from coachcli.live.choice.shortlist import Option
from coachcli.live.conversation import Conversation
from coachcli.store.disk import files
from coachcli.store.paths import Practice
from coachcli.store.session import trash


class EditedFile(Value, frozen=True):
    """A file, its text before, and the copy that the editor opens.

    `named` is what it is called, and `meant` what a text has to be to take its place.
    """

    path: Path
    before: bytes
    copy: Path
    named: str
    meant: str

    @property
    def left_open(self) -> str:
        """What to say where the editor may have the copy open still."""
        return f"The editor came back at once, and the {self.named} is as it was. What you save there is in {self.copy}"

    def take(self, practice: Practice, kept_as: Path, text: bytes) -> str:
        """Put a text in the place of the file, which goes into the trash as `kept_as`; returns where it is."""
        try:
            earlier = trash.keep_version(practice, kept_as, self.before, "before-edit")
            files.replace(self.path, text, expected=files.digest(self.before))
        except CoachError as error:
            error.hint = f"{error.hint} Your text is in {self.copy}"
            raise
        # The text is saved by now, whatever else the disk refuses; `coach` mentions a copy that stays.
        with suppress(CoachError):
            files.remove(self.copy)
        return f"Saved. The version before is {earlier}"

    def goes_back(self, conversation: Conversation, reasons: Sequence[str]) -> bool:
        """Whether the coach goes back to the editor; if not, the copy is kept or dropped, as they say."""
        if conversation.chooser is None:
            hint = f"The {self.named} is as it was; your text is in {self.copy}"
            raise UnreadableError("\n".join(reasons), hint)
        conversation.say(*(f" {reason}" for reason in reasons))
        options = [
            Option("again", "edit it again"),
            Option("keep", f"leave the {self.named} as it was, keep my text"),
            Option("drop", f"leave the {self.named} as it was, drop my text"),
        ]
        try:
            chosen = conversation.chooser.pick(f"This cannot be {self.meant}. What now?", options)
        except CancelledError:
            chosen = "keep"
        if chosen == "drop":
            files.remove(self.copy)
        if chosen == "keep":
            conversation.say(f" Your text is in {self.copy}")
        return chosen == "again"

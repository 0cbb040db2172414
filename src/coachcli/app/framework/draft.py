"""A text that people write, in their editor: until it can be used it is a draft, and never takes the file's place."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from coachcli.app import editor
from coachcli.app.context import Context
from coachcli.app.editor_copy import Visit, awaited
from coachcli.app.framework.prompter import Prompter
from coachcli.domain.problems import Problem
from coachcli.domain.value import Value
from coachcli.errors import CancelledError, CoachError, InUseError
from coachcli.render.framework.problems import problem_text, summary
from coachcli.store.disk import files
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.disk.status import is_file
from coachcli.store.framework.working_copy import WorkingCopy


class Draft(Value, frozen=True):
    """What is edited and by whom: the files around it, the text it began with, and the command that goes on with it.

    `named` is what messages call it.
    """

    desk: Prompter
    files: WorkingCopy
    beginning: bytes
    again: str
    named: str

    @contextmanager
    def kept(self) -> Iterator[None]:
        """However the work in here ends, what was written is kept, and the coach is told where."""
        try:
            yield
        except (KeyboardInterrupt, CancelledError):
            self.desk.say(self.left())
            raise
        except CoachError as error:
            # A hint that names the copy would be wrong: what was written becomes the draft.
            hint = "" if str(self.files.copy) in error.hint else error.hint
            error.hint = " ".join(filter(None, (hint, *self.left().split("\n"))))
            raise

    def lay_out(self) -> None:
        """Lay out what the editor opens: the draft of an earlier time, or what there is."""
        self.files.rescue()
        if is_file(self.files.draft) and self._is_wanted():
            self.files.open_draft()
        else:
            self.files.open(self.beginning)

    def _is_wanted(self) -> bool:
        self.desk.say(f"There is a draft from before: {self.files.draft}\n")
        if self.desk.answer({"g": "[g]o on with the draft", "b": "[b]egin again without it"}) == "g":
            return True
        files.remove(self.files.draft)
        return False

    def visit(self, context: Context, place: editor.Place | None) -> Visit:
        """Open it in the editor, and wait until the coach is back."""
        return awaited(self.desk.chooser, self.files.copy, context.clock, place)

    def tell(self, lines: Sequence[str], problems: Sequence[Problem]) -> None:
        """Tell all problems of the text, as `coach framework check` does."""
        name = self.files.path.name
        for problem in problems:
            self.desk.tell(problem_text(name, lines, problem))
        if problems:
            self.desk.say(summary(name, problems))

    def goes_on(self, line: int) -> bool:
        """Whether the coach goes back to a text that cannot be used; if not, it is kept or thrown away, as they say.

        Raises where nobody can be asked; the text is then kept.
        """
        if self.desk.chooser is None:
            raise CoachError(f"{self.named} is as it was: what you wrote cannot be used yet.")
        answer = self.desk.answer({"e": f"[e]dit again at line {line}", "k": "[k]eep as draft", "d": "[d]iscard"})
        if answer == "k":
            self.desk.say(self.left())
        elif answer == "d":
            self.files.drop()
            self.desk.say(f"Thrown away. {self.named} is as it was.\n")
        return answer == "e"

    def left(self) -> str:
        """Make the draft of what was written; returns where it is and how to go on."""
        if not is_file(self.files.copy):
            return ""
        if files.read_bytes(self.files.copy) == self.beginning:
            self.files.drop()
            return "Nothing was changed.\n"
        return f"What you wrote is kept: {self.files.keep()}\nTo go on with it: {self.again}\n"


def put_in_place(copy: WorkingCopy, before: bytes | None, text: bytes) -> None:
    """Put a text in the place of the file it was made from; raises InUseError where that was changed meanwhile."""
    try:
        copy.take(before, text)
    except ChangedElsewhereError:
        what = f"{copy.path} was changed by another program meanwhile, and is left as that made it."
        raise InUseError(what) from None

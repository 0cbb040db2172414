"""A framework in the coach's own editor, until it is right, or kept for later, or thrown away."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from coachcli.app import editor
from coachcli.app.context import Context
from coachcli.app.editor_copy import awaited
from coachcli.app.framework.acceptance import Edited, accept
from coachcli.app.framework.prompter import Prompter
from coachcli.app.framework.schema_files import keep_schemas
from coachcli.app.framework.starter import first_version
from coachcli.command_line import command
from coachcli.errors import CancelledError, CoachError, InUseError
from coachcli.render.framework.problems import problem_text, summary
from coachcli.store.disk import files, locks
from coachcli.store.framework import catalogue
from coachcli.store.framework.catalogue import Source
from coachcli.store.framework.check import Checked
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up


def edit_framework(context: Context, wanted: str, desk: Prompter) -> None:
    """Open a framework in the editor; what cannot be used never takes its place. A shipped one is extended instead."""
    found, own = catalogue.find(context.practice, wanted), context.practice.frameworks
    editor.command()  # raises where there is none, before anything is laid out
    set_up(context.practice)
    keep_schemas(context.practice)
    with _alone(context.practice, found.id):
        in_use = catalogue.checked(found).framework
        if found.shipped:
            source = Source(found.id, own / f"{found.id}.yaml", shipped=False, own=own)
            beginning = first_version(found.id, catalogue.load(found)).encode()
            _Editing(context, desk, Edited(source, None, in_use), beginning).run()
        else:
            beginning = files.read_bytes(found.path)
            _Editing(context, desk, Edited(found, beginning, in_use), beginning).run()


@contextmanager
def _alone(practice: Practice, framework_id: str) -> Iterator[None]:
    """Nobody else edits this framework meanwhile."""
    files.make_folder(practice.locks, inside=practice.root)
    with ExitStack() as stack:
        try:
            stack.enter_context(locks.held(practice.locks / f"framework--{framework_id}"))
        except InUseError:
            text = f"The framework {framework_id} is being edited in another terminal."
            raise InUseError(text, "Finish there first; nothing was changed.") from None
        yield


class _Editing:
    """One framework on its way through the editor."""

    def __init__(self, context: Context, desk: Prompter, edited: Edited, beginning: bytes) -> None:
        self._context, self._desk, self._edited, self._beginning = context, desk, edited, beginning
        self._files = edited.files

    def run(self) -> None:
        """Until it is settled. However that ends, what was written is somewhere, and the coach knows where."""
        try:
            self._lay_out()
            self._until_settled()
        except (KeyboardInterrupt, CancelledError):
            self._desk.say(self._left())
            raise
        except CoachError as error:
            # The copy does not stay where the editor had it.
            told = "" if str(self._files.copy) in error.hint else error.hint
            error.hint = " ".join(filter(None, (told, *self._left().split("\n"))))
            raise

    def _lay_out(self) -> None:
        """The draft of an earlier time, or the framework as it is."""
        self._files.rescue()
        if self._files.draft.is_file() and self._wants_draft():
            self._files.open_draft()
        else:
            self._files.open(self._beginning)

    def _wants_draft(self) -> bool:
        self._desk.say(f"There is a draft from before: {self._files.draft}\n")
        if self._desk.answer({"g": "[g]o on with the draft", "b": "[b]egin again without it"}) == "g":
            return True
        files.remove(self._files.draft)
        return False

    def _until_settled(self) -> None:
        place: editor.Place | None = None
        while True:
            seen = awaited(self._desk.chooser, self._files.copy, self._context.clock, place)
            text, checked = seen.text, self._edited.check(seen.text)
            if seen.is_open:
                self._tell_open()
                return
            if text == self._beginning:
                self._tell_unchanged(checked)
                return
            self._tell_problems(checked)
            if checked.framework is not None:
                accept(self._context, self._desk, self._edited, text, checked.framework)
                return
            place = editor.Place(checked.errors[0].line, checked.errors[0].column)
            if not self._goes_on(checked):
                return

    def _tell_problems(self, checked: Checked) -> None:
        """All of them, as a check does."""
        name = self._edited.source.path.name
        for problem in checked.problems:
            self._desk.tell(problem_text(name, checked.lines, problem))
        if checked.problems:
            self._desk.say(summary(name, checked.problems))

    def _tell_open(self) -> None:
        where = f"What you save there is in {self._files.copy}"
        self._desk.say(f"The editor came back at once. {where}\nTo go on with it: {self._edited.again}\n")

    def _tell_unchanged(self, checked: Checked) -> None:
        self._files.drop()
        left = (
            ""
            if checked.framework
            else f" It cannot be used yet: {command('framework', 'check', self._edited.source.id)}"
        )
        self._desk.say(f"Nothing was changed.{left}\n")

    def _goes_on(self, checked: Checked) -> bool:
        """What becomes of a text that cannot be used; whoever cannot be asked keeps it."""
        if self._desk.chooser is None:
            raise CoachError(f"{self._edited.source.id} is as it was: what you wrote cannot be used yet.")
        line = checked.errors[0].line
        options = {"e": f"[e]dit again at line {line}", "k": "[k]eep as draft", "d": "[d]iscard"}
        answer = self._desk.answer(options)
        if answer == "k":
            self._desk.say(self._left())
        elif answer == "d":
            self._files.drop()
            self._desk.say(f"Thrown away. {self._edited.source.id} is as it was.\n")
        return answer == "e"

    def _left(self) -> str:
        """What was written becomes the draft; says where it is and how to go on."""
        if not self._files.copy.is_file():
            return ""
        if files.read_bytes(self._files.copy) == self._beginning:
            self._files.drop()
            return "Nothing was changed.\n"
        return f"What you wrote is kept: {self._files.keep()}\nTo go on with it: {self._edited.again}\n"

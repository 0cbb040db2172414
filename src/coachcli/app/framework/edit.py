"""A framework in the coach's own editor, until it can be used, or is kept for later, or thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager

from coachcli.app import editor
from coachcli.app.context import Context
from coachcli.app.framework.draft import Draft, put_in_place
from coachcli.app.framework.kept_ids import Histories, Rescue
from coachcli.app.framework.prompter import Prompter
from coachcli.app.framework.starter import first_version, keep_schemas
from coachcli.command_line import command
from coachcli.domain.framework.diff import differences
from coachcli.domain.framework.model import Framework
from coachcli.domain.value import Value
from coachcli.errors import InUseError
from coachcli.render.framework.changes import changes_text
from coachcli.store.disk import files, locks
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.framework.catalogue import Source
from coachcli.store.framework.check import Checked
from coachcli.store.framework.resolver import Shelf
from coachcli.store.framework.working_copy import WorkingCopy
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up


class Edited(Value, frozen=True):
    """A framework that is being edited: its file, what was in it `before`, and what is in use until the new text is.

    Where a shipped framework is being extended there is no file yet, and `before` is None.
    """

    source: Source
    before: bytes | None
    in_use: Framework | None

    @property
    def files(self) -> WorkingCopy:
        """The file with its copy, its draft and its earlier version."""
        return WorkingCopy(self.source.path)

    @property
    def again(self) -> str:
        """The command with which the coach goes on editing."""
        return command("framework", "edit", self.source.id)

    def check(self, text: bytes) -> Checked:
        """Check what the framework would be with this text."""
        return Shelf(self.source).checked(text)


def accept(context: Context, desk: Prompter, edited: Edited, text: bytes, framework: Framework) -> None:
    """Keep the histories of questions, say what changed, and put the text in its place."""
    histories = Histories(edited.in_use, snapshots.latest(context.practice, edited.source.id))
    text = Rescue(desk, edited.check).kept(text, framework, histories)
    if edited.in_use is not None:
        changes = differences(edited.in_use, edited.check(text).framework or framework)
        desk.say(changes_text(changes) or "What is asked is as it was; only the file is written differently.\n")
    files = edited.files
    files.open(text)
    put_in_place(files, edited.before, text)
    desk.say(f"Saved: {edited.source.path}\n")
    if edited.before is not None:
        desk.say(f"The version before: {files.earlier}\n")
    else:
        desk.say(f"From now on it is used instead of the {edited.source.id} that comes with coachcli.\n")


def edit_framework(context: Context, wanted: str, desk: Prompter) -> None:
    """Open a framework in the editor; a text that cannot be used never takes its place. A shipped one is extended."""
    source, own = catalogue.named(context.practice, wanted), context.practice.frameworks
    editor.command()  # raises where there is no editor, before any file is written
    set_up(context.practice)
    keep_schemas(context.practice)
    with _alone(context.practice, source.id):
        in_use = catalogue.checked(source).framework
        if source.shipped:
            extension = Source(source.id, own / f"{source.id}.yaml", shipped=False, own=own)
            beginning = first_version(source.id, catalogue.load(source)).encode()
            _Editing(context, desk, Edited(extension, None, in_use), beginning).run()
        else:
            beginning = files.read_bytes(source.path)
            _Editing(context, desk, Edited(source, beginning, in_use), beginning).run()


@contextmanager
def _alone(practice: Practice, framework_id: str) -> Iterator[None]:
    """Hold a lock, so that nobody else edits this framework meanwhile."""
    files.make_folder(practice.locks, inside=practice.root)
    text = f"The framework {framework_id} is being edited in another terminal."
    refusal = InUseError(text, "Finish there first; nothing was changed.")
    with locks.held(practice.locks / f"framework--{framework_id}", refusal=refusal):
        yield


class _Editing:
    """One framework on its way through the editor."""

    def __init__(self, context: Context, desk: Prompter, edited: Edited, beginning: bytes) -> None:
        self._context, self._desk, self._edited = context, desk, edited
        self._draft = Draft(desk, edited.files, beginning, edited.again, edited.source.id)

    def run(self) -> None:
        """Edit until it is settled. However that ends, what was written is kept, and the coach is told where."""
        with self._draft.kept():
            self._draft.lay_out()
            self._until_settled()

    def _until_settled(self) -> None:
        place: editor.Place | None = None
        while True:
            visit = self._draft.visit(self._context, place)
            text, checked = visit.text, self._edited.check(visit.text)
            if visit.is_open:
                self._tell_open()
                return
            if text == self._draft.beginning:
                self._tell_unchanged(checked)
                return
            self._draft.tell(checked.lines, checked.problems)
            if checked.framework is not None:
                accept(self._context, self._desk, self._edited, text, checked.framework)
                return
            place = editor.Place(checked.errors[0].line, checked.errors[0].column)
            if not self._draft.goes_on(place.line):
                return

    def _tell_open(self) -> None:
        where = f"What you save there is in {self._edited.files.copy}"
        self._desk.say(f"The editor came back at once. {where}\nTo go on with it: {self._edited.again}\n")

    def _tell_unchanged(self, checked: Checked) -> None:
        self._edited.files.drop()
        trouble = (
            ""
            if checked.framework
            else f" It cannot be used yet: {command('framework', 'check', self._edited.source.id)}"
        )
        self._desk.say(f"Nothing was changed.{trouble}\n")

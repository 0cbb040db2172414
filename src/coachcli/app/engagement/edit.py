"""An engagement's file in the coach's own editor: a text that cannot be read never takes its place."""

from pathlib import Path

from coachcli.app import editor
from coachcli.app.context import Context
from coachcli.app.editor_copy import awaited
from coachcli.app.engagement.choice import Ask, Theirs, meant, theirs
from coachcli.app.engagement.lock import alone
from coachcli.app.framework.prompter import Prompter
from coachcli.app.framework.starter import keep_schemas
from coachcli.command_line import command
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.value import Value
from coachcli.errors import CancelledError, CoachError, InUseError
from coachcli.render.framework.problems import problem_text, summary
from coachcli.store.client import engagements
from coachcli.store.client.folders import refuse_linked
from coachcli.store.disk import files
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.disk.status import is_file
from coachcli.store.engagement.engagement_text import check_with_road
from coachcli.store.engagement.record_text import CheckedText
from coachcli.store.framework.files import sources_in
from coachcli.store.framework.working_copy import WorkingCopy


class _Sheet(Value, frozen=True):
    """The file that is being edited, what was in it, and the command that goes on with it."""

    path: Path
    before: bytes
    again: str

    @property
    def files(self) -> WorkingCopy:
        """The file with its copy, its draft and its earlier version."""
        return WorkingCopy(self.path)


def edit_engagement(context: Context, client: str, wanted: str | None, desk: Prompter) -> None:
    """Open the file of an engagement, also where it is damaged, until it is right or the coach leaves it."""
    who = theirs(context, client)
    refuse_linked(context.practice, who.client)
    editor.command()  # raises where there is no editor, before any file is written
    path = _path(context, who, wanted, lambda: desk.chooser)
    keep_schemas(context.practice)
    with alone(context.practice, who.client.id):
        sheet = _Sheet(path, files.read_bytes(path), command("engagement", "edit", who.client.id, path.stem))
        try:
            _lay_out(sheet, desk)
            _until_settled(context, sheet, desk)
        except (KeyboardInterrupt, CancelledError):
            desk.say(_kept(sheet))
            raise
        except CoachError as error:
            hint = "" if str(sheet.files.copy) in error.hint else error.hint
            error.hint = " ".join(filter(None, (hint, *_kept(sheet).split("\n"))))
            raise


def _path(context: Context, who: Theirs, wanted: str | None, ask: Ask) -> Path:
    """The file that is meant; one that cannot be read goes by its name, or is meant where there is no other."""
    folder = context.practice.engagements(who.client.id)
    damaged = _damaged(folder, who.found)
    if wanted is not None and wanted in damaged:
        return damaged[wanted]
    if wanted is None and not who.found and len(damaged) == 1:
        return next(iter(damaged.values()))
    return engagements.path_of(context.practice, who.client.id, meant(context, who, wanted, ask).id)


def _damaged(folder: Path, found: tuple[Engagement, ...]) -> dict[str, Path]:
    known = {one.id for one in found}
    paths = (folder / entry.name for entry in files.entries(folder) if engagements.is_used(entry.name))
    return {path.stem: path for path in paths if path.stem not in known and is_file(path)}


def _lay_out(sheet: _Sheet, desk: Prompter) -> None:
    """Lay out what the editor opens: the draft of an earlier time, or the file as it is."""
    sheet.files.rescue()
    if is_file(sheet.files.draft):
        desk.say(f"There is a draft from before: {sheet.files.draft}\n")
        if desk.answer({"g": "[g]o on with the draft", "b": "[b]egin again without it"}) == "g":
            sheet.files.open_draft()
            return
        files.remove(sheet.files.draft)
    sheet.files.open(sheet.before)


def _until_settled(context: Context, sheet: _Sheet, desk: Prompter) -> None:
    ids = [source.id for source in sources_in(context.practice.frameworks)]
    place: editor.Place | None = None
    while True:
        visit = awaited(desk.chooser, sheet.files.copy, context.clock, place)
        if visit.is_open:
            desk.say(f"The editor came back at once. What you save there is in {sheet.files.copy}\n")
            return
        if visit.text == sheet.before:
            sheet.files.drop()
            desk.say("Nothing was changed.\n")
            return
        outcome = check_with_road(visit.text, sheet.path.stem, ids)
        _tell(sheet, outcome, desk)
        if outcome.record is not None:
            _take(sheet, visit.text, desk)
            return
        first = next(problem for problem in outcome.problems if problem.level == "error")
        place = editor.Place(first.line, first.column)
        if not _goes_on(sheet, desk, first.line):
            return


def _tell(sheet: _Sheet, outcome: CheckedText[Engagement], desk: Prompter) -> None:
    """Tell all problems, each with its line and a caret."""
    for problem in outcome.problems:
        desk.tell(problem_text(sheet.path.name, outcome.lines, problem))
    if outcome.problems:
        desk.say(summary(sheet.path.name, outcome.problems))


def _take(sheet: _Sheet, text: bytes, desk: Prompter) -> None:
    try:
        sheet.files.take(sheet.before, text)
    except ChangedElsewhereError:
        what = f"{sheet.path} was changed by another program meanwhile, and is left as that made it."
        raise InUseError(what) from None
    desk.say(f"Saved: {sheet.path}\nThe version before: {sheet.files.earlier}\n")


def _goes_on(sheet: _Sheet, desk: Prompter, line: int) -> bool:
    """Whether the coach goes back to a text that cannot be used; if not, it is kept or thrown away, as they say."""
    if desk.chooser is None:
        raise CoachError(f"{sheet.path} is as it was: what you wrote cannot be used yet.")
    answer = desk.answer({"e": f"[e]dit again at line {line}", "k": "[k]eep as draft", "d": "[d]iscard"})
    if answer == "k":
        desk.say(_kept(sheet))
    elif answer == "d":
        sheet.files.drop()
        desk.say("Thrown away. The file is as it was.\n")
    return answer == "e"


def _kept(sheet: _Sheet) -> str:
    """Make the draft of what was written; returns where it is and how to go on."""
    copy = sheet.files.copy
    if not is_file(copy):
        return ""
    if files.read_bytes(copy) == sheet.before:
        sheet.files.drop()
        return "Nothing was changed.\n"
    return f"What you wrote is kept: {sheet.files.keep()}\nTo go on with it: {sheet.again}\n"

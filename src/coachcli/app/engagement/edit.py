"""An engagement's file in the coach's own editor: a text that cannot be read never takes its place."""

from pathlib import Path

from coachcli.app import editor
from coachcli.app.context import Context
from coachcli.app.engagement.choice import Ask, Theirs, meant, theirs
from coachcli.app.engagement.lock import alone
from coachcli.app.framework.draft import Draft, put_in_place
from coachcli.app.framework.prompter import Prompter
from coachcli.app.framework.starter import keep_schemas
from coachcli.command_line import command
from coachcli.domain.engagement.model import Engagement
from coachcli.store.client import engagements
from coachcli.store.client.folders import refuse_linked
from coachcli.store.disk import files
from coachcli.store.disk.status import is_file
from coachcli.store.engagement.engagement_text import check_with_road
from coachcli.store.framework.files import sources_in
from coachcli.store.framework.working_copy import WorkingCopy


def edit_engagement(context: Context, client: str, wanted: str | None, desk: Prompter) -> None:
    """Open the file of an engagement, also where it is damaged, until it is right or the coach leaves it."""
    who = theirs(context, client)
    refuse_linked(context.practice, who.client)
    editor.command()  # raises where there is no editor, before any file is written
    path = _path(context, who, wanted, lambda: desk.chooser)
    keep_schemas(context.practice)
    with alone(context.practice, who.client.id):
        again = command("engagement", "edit", who.client.id, path.stem)
        draft = Draft(desk, WorkingCopy(path), files.read_bytes(path), again, str(path))
        with draft.kept():
            draft.lay_out()
            _until_settled(context, draft)


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


def _until_settled(context: Context, draft: Draft) -> None:
    ids = [source.id for source in sources_in(context.practice.frameworks)]
    place: editor.Place | None = None
    while True:
        visit = draft.visit(context, place)
        if visit.is_open:
            draft.desk.say(f"The editor came back at once. What you save there is in {draft.files.copy}\n")
            return
        if visit.text == draft.beginning:
            draft.files.drop()
            draft.desk.say("Nothing was changed.\n")
            return
        outcome = check_with_road(visit.text, draft.files.path.stem, ids)
        draft.tell(outcome.lines, outcome.problems)
        if outcome.record is not None:
            put_in_place(draft.files, draft.beginning, visit.text)
            draft.desk.say(f"Saved: {draft.files.path}\nThe version before: {draft.files.earlier}\n")
            return
        first = next(problem for problem in outcome.problems if problem.level == "error")
        place = editor.Place(first.line, first.column)
        if not draft.goes_on(first.line):
            return

"""The page of a session on the screen: all of it, or around one note."""

from typing import TYPE_CHECKING

from coachcli.cli.terminal.handout import show
from coachcli.cli.terminal.output import context_for, err, out
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.command_line import command
from coachcli.errors import UsageError

if TYPE_CHECKING:
    import typer

    from coachcli.app.context import Context
    from coachcli.app.session.export import Opened


def show_session(ctx: "typer.Context", session: str | None, at: int | None, *, as_json: bool) -> None:
    """Print a session, or with `at` the part around the note of that number; say first what is wrong with it."""
    from coachcli.app.session import export

    if at is not None and as_json:
        raise UsageError("--at and --json are two things.", "Leave out one of them; as JSON a session is whole.")
    context = context_for(ctx)
    with progress_shown(context):
        opened, wrong = export.show(context, session)
    for told in (wrong, *export.warnings_of(context, opened)):
        if told is not None:
            err(f"{told.message}\n{told.hint}\n")
    if as_json:
        out(export.export_text(context, opened, "me", "json"))
    else:
        _print_page(context, opened, at)


def _print_page(context: "Context", opened: "Opened", at: int | None) -> None:
    from coachcli.app.find.note_page import note_page
    from coachcli.app.session import export

    show(export.page_for(context, opened, "me") if at is None else note_page(opened, at))
    if at is not None:
        err(f"All of it: {command('session', 'show', opened.session.id)}\n")

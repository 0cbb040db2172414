"""`coach session ...` about its files: correct one, throw it away, bring it back, say whose it is."""

from typing import Annotated

import typer

from coachcli.cli.session import app
from coachcli.cli.terminal.conversation import questions_alone
from coachcli.cli.terminal.output import context_for, err
from coachcli.cli.usage import completion
from coachcli.cli.usage.completion import SessionArgument
from coachcli.command_line import command

__all__ = ["app"]


@app.command(
    epilog="Examples:\n\n  coach session edit\n\n  coach session edit jane-doe/2026-11-20\n\n"
    "  coach session edit --raw jane-doe/2026-11-20",
)
def edit(
    ctx: typer.Context,
    session: SessionArgument = None,
    raw: Annotated[bool, typer.Option("--raw", help="The whole file, with everything there is in it.")] = False,
) -> None:
    """Correct the notes of a session in your editor: words, kind, day, and who may see them."""
    from coachcli.app.session.edit import edit_file, edit_session

    edited = edit_file if raw else edit_session
    err(f"{edited(context_for(ctx), session, questions_alone())}\n")


@app.command(epilog="Example:\n\n  coach session delete jane-doe/2026-11-20-1400")
def delete(
    ctx: typer.Context,
    session: Annotated[
        str | None,
        typer.Argument(
            metavar="SESSION",
            help="CLIENT/DATE, an id, or last.",
            show_default=False,
            autocompletion=completion.sessions,
        ),
    ] = None,
) -> None:
    """Put a session into the trash; restore brings it back."""
    from coachcli.app.session.trash import delete_session

    name = delete_session(context_for(ctx), session)
    err(f"{name} is in the trash. Bring it back: {command('session', 'restore', name)}\n")


@app.command(epilog="Examples:\n\n  coach session restore\n\n  coach session restore jane-doe/2026-11-20-1400")
def restore(
    ctx: typer.Context,
    session: Annotated[
        str | None,
        typer.Argument(
            metavar="[SESSION]",
            help="Which; the last deleted if you do not say.",
            autocompletion=completion.deleted_sessions,
        ),
    ] = None,
) -> None:
    """Bring a session back from the trash."""
    from coachcli.app.session.trash import restore_session

    err(f"{restore_session(context_for(ctx), session)} is back.\n")


@app.command(
    epilog="Examples:\n\n  coach session move robin-example/2026-11-20-1400 jane\n\n"
    "  coach session move clients/jane-doe/sessions/2026-11-20-1400-grow.yaml jane\n\n"
    "  coach session move jane-doe/sessions jane",
)
def move(
    ctx: typer.Context,
    session: Annotated[
        str,
        typer.Argument(
            metavar="SESSION",
            help="CLIENT/DATE, an id, the path of a file, or CLIENT/sessions for all in there that belong to nobody.",
            autocompletion=completion.sessions,
        ),
    ],
    client: completion.ClientArgument,
) -> None:
    """Say whose a session is: it goes into that client's folder."""
    from coachcli.app.session.move import move_session

    for done in move_session(context_for(ctx), session, client):
        err(f"{done}\n")

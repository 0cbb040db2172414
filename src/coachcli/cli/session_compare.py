"""`coach session compare`: two versions of a session, made one."""

from typing import Annotated, Literal

import typer

from coachcli.cli.session_files import app
from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import context_for, err, finish_list, out, terminal_width
from coachcli.cli.usage.completion import SessionArgument

__all__ = ["app"]


@app.command(
    epilog="Examples:\n\n  coach session compare\n\n  coach session compare jane-doe/2026-11-20 --take both\n\n"
    "Without a terminal, and without --take, both are only shown. The answer is 0, also where there is one version\n"
    "only; 1 if a file says that it is another session, 4 if one cannot be read."
)
def compare(
    ctx: typer.Context,
    session: SessionArgument = None,
    take: Annotated[
        Literal["this", "other", "both"] | None,
        typer.Option("--take", help="What is to be the session, without being asked."),
    ] = None,
) -> None:
    """Make one of two versions of a session, as a synchronising program leaves them."""
    from coachcli.app.framework.prompter import Prompter
    from coachcli.app.session.compare import compare_session
    from coachcli.render.folded_lines import folded_lines

    def show(text: str) -> None:
        out(folded_lines(text, terminal_width()))

    desk = Prompter(somebody_to_ask(), err, terminal_width())
    troubles = compare_session(context_for(ctx), session, show, desk, take)
    finish_list(troubles)

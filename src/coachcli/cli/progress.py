"""`coach progress`: how the work with a client has moved over months."""

from typing import Annotated

import typer

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.cli.usage.completion import clients
from coachcli.command_line import command, for_anybody
from coachcli.errors import UsageError, in_public

EXAMPLES = 'Examples:\n\n  coach progress jane\n\n  coach progress jane --since "1 October"'
_ON_PAPER = 80


def progress(
    ctx: typer.Context,
    client: Annotated[
        str | None, typer.Argument(help="Their name, or a part of it.", show_default=False, autocompletion=clients)
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="WHEN", help="Only what was said from this day on.", show_default=False),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="In sentences, to be read aloud.")] = False,
    discreet: Annotated[bool, typer.Option("--discreet", help="Others see the screen: counts alone.")] = False,
    as_json: JsonOption = False,
) -> None:
    """See how goals, numbers, actions and themes moved over months. A page for you alone."""
    from coachcli.app.call.presence import naming_nobody
    from coachcli.app.client.prep import whom
    from coachcli.app.client.progress import told
    from coachcli.app.session.catalogue import since_day
    from coachcli.render.client import progress as page

    if discreet and as_json:
        raise UsageError("--discreet and --json are two things.", "Leave out one of them.")
    context = context_for(ctx)
    with naming_nobody(lambda: discreet):
        # A list to pick from would name everybody.
        ask = (lambda: None) if discreet else somebody_to_ask
        person = whom(context, client, ask, "Progress with whom?", "progress")
        with progress_shown(context):
            found, passed_over = told(context, person, since_day(context, since))
    if as_json:
        from coachcli.render.client.progress_data import progress_data
        from coachcli.render.session.data import as_json as json_text

        out(json_text(progress_data(found)))
    elif found.is_empty:
        err(_first_step("CLIENT" if discreet else client or person.id, discreet=discreet))
    elif discreet:
        out(page.discreet_text(found))
    else:
        out(page.progress_text(found, terminal_width() or _ON_PAPER, plain=plain))
    finish_list([error.in_public() for error in passed_over] if discreet else passed_over)


def _first_step(client: str, *, discreet: bool) -> str:
    begin = command("session", "start", client, "-f", "intake")
    said = for_anybody(f"There are no numbers yet. A session that begins the work gives the first: {begin}\n")
    return in_public(said) if discreet else said

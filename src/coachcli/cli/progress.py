"""`coach progress`: how the work with a client has moved over months."""

from typing import TYPE_CHECKING, Annotated

import typer

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.handout import SCREEN, ForceOption, OutputOption, ToldForm, hand_out, refuse_binary
from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.cli.usage.completion import clients
from coachcli.command_line import command, for_anybody
from coachcli.errors import UsageError, in_public

if TYPE_CHECKING:
    from coachcli.app.context import Context
    from coachcli.domain.client.progress import Progress

EXAMPLES = (
    'Examples:\n\n  coach progress jane\n\n  coach progress jane --since "1 October"\n\n'
    "  coach progress jane --as markdown -o ."
)
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
    form: Annotated[ToldForm | None, typer.Option("--as", help="In which form.", show_default=False)] = None,
    as_json: JsonOption = False,
    output: OutputOption = SCREEN,
    force: ForceOption = False,
) -> None:
    """See how goals, numbers, actions and themes moved over months. A page for you alone."""
    from coachcli.app.call.presence import naming_nobody
    from coachcli.app.client.prep import whom
    from coachcli.app.client.progress import told
    from coachcli.app.session.catalogue import since_day
    from coachcli.render.client import progress as page

    wanted = _wanted("json" if as_json else form, output, plain=plain, discreet=discreet)
    context = context_for(ctx)
    with naming_nobody(lambda: discreet):
        # A list to pick from would name everybody.
        ask = (lambda: None) if discreet else somebody_to_ask
        person = whom(context, client, ask, "Progress with whom?", "progress")
        with progress_shown(context):
            found, passed_over = told(context, person, since_day(context, since))
    if found.is_empty and wanted != "json":
        err(_first_step("CLIENT" if discreet else client or person.id, discreet=discreet))
    elif discreet:
        out(page.discreet_text(found))
    elif wanted is None:
        out(page.progress_text(found, terminal_width() or _ON_PAPER, plain=plain))
    else:
        _write(context, found, wanted, output, force=force)
    finish_list([error.in_public() for error in passed_over] if discreet else passed_over)


def _wanted(form: "ToldForm | None", output: str, *, plain: bool, discreet: bool) -> "ToldForm | None":
    """The form of a page to hand out; None for the screen. Raises where the words of the command go against it."""
    named = form or ("text" if output != SCREEN else None)
    said = "--discreet" if discreet else "--plain" if plain else ""
    if said and named is not None:
        raise UsageError(f"{said} is for a screen, and this page is for a file or a program.", f"Leave out {said}.")
    return named


def _write(context: "Context", found: "Progress", form: ToldForm, output: str, *, force: bool) -> None:
    from coachcli.app.client.progress import page
    from coachcli.app.page_forms import ENDINGS

    name = f"{found.client}-progress-{found.today}.{ENDINGS[form]}"
    refuse_binary(name, output)
    hand_out(context, page(context, found, form), name, output, force=force)


def _first_step(client: str, *, discreet: bool) -> str:
    begin = command("session", "start", client, "-f", "intake")
    said = for_anybody(f"There are no numbers yet. A session that begins the work gives the first: {begin}\n")
    return in_public(said) if discreet else said

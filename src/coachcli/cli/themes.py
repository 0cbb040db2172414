"""`coach themes ...`: what others said of a client, for the coach alone, and the lines that may go to somebody else."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.cli.usage.completion import ClientArgument
from coachcli.cli.usage.first_command import FirstCommand
from coachcli.cli.usage.near_name import ShowCommand
from coachcli.command_line import command, for_anybody
from coachcli.errors import UsageError, in_public

if TYPE_CHECKING:
    from collections.abc import Callable

    from coachcli.app.theme.lines import Kept
    from coachcli.live.choice.chooser import Chooser

app = typer.Typer(
    help="What others said of a client, and the lines about it.",
    epilog='Examples:\n\n  coach themes jane\n\n  coach themes add jane "She hears people out" --tag listens',
    cls=FirstCommand,
    no_args_is_help=True,
    rich_markup_mode=None,
)
_ON_PAPER = 80

DiscreetOption = Annotated[bool, typer.Option("--discreet", help="Others see the screen: counts alone.")]
EngagementOption = Annotated[
    str | None, typer.Option("--engagement", metavar="NAME", help="Only of this one.", show_default=False)
]


@app.command(
    cls=ShowCommand, epilog="Examples:\n\n  coach themes jane\n\n  coach themes show jane --engagement lead --json"
)
def show(
    ctx: typer.Context,
    client: ClientArgument,
    engagement: EngagementOption = None,
    discreet: DiscreetOption = False,
    as_json: JsonOption = False,
) -> None:
    """Read what others said, by question: for you alone."""
    from coachcli.app.call.presence import naming_nobody
    from coachcli.app.theme.answers import client_answers
    from coachcli.render.client import themes as page

    _refuse_both(discreet=discreet, as_json=as_json)
    context = context_for(ctx)
    with naming_nobody(lambda: discreet), progress_shown(context):
        ask = (lambda: None) if discreet else somebody_to_ask
        found = client_answers(context, client, engagement, ask)
    if as_json:
        _out_json(page.answers_data(found.client.id, found.client.name, found.interviews, found.questions, found.tags))
    elif not found.questions:
        err(_first_step("CLIENT" if discreet else found.client.id, discreet=discreet))
    elif discreet:
        out(page.discreet_answers(found.questions, found.tags))
    else:
        width = terminal_width() or _ON_PAPER
        out(page.answers_text(found.client.name, found.interviews, found.questions, found.tags, width))
    finish_list([error.in_public() for error in found.passed_over] if discreet else found.passed_over)


@app.command(
    epilog='Examples:\n\n  coach themes add jane\n\n  coach themes add jane "She hears people out" --tag listens\n\n'
    '  coach themes add jane "She hears people out" --tag listens --for client'
)
def add(
    ctx: typer.Context,
    client: ClientArgument,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...", help="What several people say, in your words.", show_default=False),
    ] = None,
    tag: Annotated[
        str | None,
        typer.Option("--tag", metavar="TAG", help="The tag in the interviews it rests on.", show_default=False),
    ] = None,
    share: Annotated[
        Literal["client", "sponsor"] | None,
        typer.Option("--for", help="Who may read it besides you; the client reads the sponsor's.", show_default=False),
    ] = None,
    engagement: Annotated[
        str | None,
        typer.Option("--engagement", metavar="NAME", help="To which one it belongs.", show_default=False),
    ] = None,
) -> None:
    """Write a line about what several people say."""
    from coachcli.app.theme.lines import Wanted
    from coachcli.app.theme.lines import add as add_line
    from coachcli.render.client.themes import kept_text

    wanted = Wanted(" ".join(text or ()), tag, share, engagement)
    kept = _done(lambda ask: add_line(context_for(ctx), ask, client, wanted))
    _tell(kept, f"{'Kept anew' if kept.anew else 'Kept'}: {kept_text(kept.theme)}")


@app.command("list", cls=ShowCommand, epilog="Example:\n\n  coach themes list jane")
def list_(
    ctx: typer.Context, client: ClientArgument, discreet: DiscreetOption = False, as_json: JsonOption = False
) -> None:
    """List your lines, and on how many people each rests."""
    from coachcli.app.call.presence import naming_nobody
    from coachcli.app.theme.lines import listed
    from coachcli.render.client import themes as page

    _refuse_both(discreet=discreet, as_json=as_json)
    context = context_for(ctx)
    with naming_nobody(lambda: discreet):
        found = listed(context, client)
    if as_json:
        _out_json(page.lines_data(found.client.id, found.client.name, found.themes, found.floor))
    elif not found.themes:
        say = command("themes", "add", "CLIENT" if discreet else found.client.id)
        told = for_anybody(f"There is no line yet. To write one: {say}\n")
        err(in_public(told) if discreet else told)
    elif discreet:
        out(page.discreet_lines(found.themes))
    else:
        out(page.lines_text(found.themes, found.floor, terminal_width() or _ON_PAPER))
    finish_list([error.in_public() for error in found.passed_over] if discreet else found.passed_over)


@app.command(epilog="Example:\n\n  coach themes remove jane 1")
def remove(
    ctx: typer.Context,
    client: ClientArgument,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Its number in the list.")],
) -> None:
    """Take a line back."""
    from coachcli.app.theme.lines import remove as remove_line
    from coachcli.render.client.themes import kept_text

    kept = remove_line(context_for(ctx), client, number)
    _tell(kept, f"Taken back: {kept_text(kept.theme)}")


def _done(act: "Callable[[Callable[[], Chooser | None]], Kept]") -> "Kept":
    from coachcli.errors import CancelledError

    try:
        return act(somebody_to_ask)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None


def _tell(kept: "Kept", text: str) -> None:
    from coachcli.render.folded_lines import folded_lines

    out(folded_lines(text, terminal_width()))
    for error in kept.passed_over:
        err(f"{error.message}\n{error.hint}\n")


def _refuse_both(*, discreet: bool, as_json: bool) -> None:
    if discreet and as_json:
        raise UsageError("--discreet and --json are two things.", "Leave out one of them.")


def _out_json(data: object) -> None:
    from coachcli.render.session.data import as_json as json_text

    out(json_text(data))


def _first_step(client: str, *, discreet: bool) -> str:
    begin = command("session", "start", client, "-f", "stakeholder-interview")
    said = for_anybody(f"Nobody was asked about them yet. An interview begins so: {begin}\n")
    return in_public(said) if discreet else said

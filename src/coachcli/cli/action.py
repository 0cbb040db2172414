"""`coach action ...`: what is open between sessions, and what came of it."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.cli.usage.completion import ClientArgument, clients
from coachcli.cli.usage.near_name import ShowCommand
from coachcli.command_line import command

if TYPE_CHECKING:
    from collections.abc import Callable

    from coachcli.app.between.entries import Taken
    from coachcli.live.choice.chooser import Chooser

app = typer.Typer(
    help="Actions between sessions: list, close, put off, add.", no_args_is_help=True, rich_markup_mode=None
)

What = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WHAT]...", help="Its number in the list, or words that only one has.", show_default=False),
]
Remark = Annotated[str, typer.Option("--note", metavar="TEXT", help="A word on it, to keep.", show_default=False)]


@app.command(
    "list",
    cls=ShowCommand,
    epilog='Examples:\n\n  coach action list\n\n  coach action list "Jane Doe"\n\n  coach action list --all\n\n'
    "  coach action list --tag experiment",
)
def list_(
    ctx: typer.Context,
    client: Annotated[
        str | None, typer.Argument(help="Only with them.", show_default=False, autocompletion=clients)
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what was done, dropped, or left when work ended.")
    ] = False,
    tag: Annotated[
        str | None,
        typer.Option("--tag", metavar="TAG", help="Only what has this tag: skill, experiment, ...", show_default=False),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List what is open, with whom, and since when overdue."""
    from coachcli.app.between.action_list import listed
    from coachcli.render.client import action_list

    context = context_for(ctx)
    with progress_shown(context):
        found, passed_over = listed(context, client, closed=everything, tag=tag)
    today = context.clock.now().date()
    if as_json:
        from coachcli.render.session.data import as_json as json_text

        rows = [(one.client, one.things if everything else one.awaited) for one in found]
        out(json_text([row for who, things in rows for row in action_list.list_data(who.id, who.name, things, today)]))
    else:
        text = action_list.list_text(
            ((one.client.name, one.things) for one in found), today, terminal_width(), closed=everything
        )
        out(text)
        if not text:
            nothing = "Nothing here has that tag." if tag else "Nothing is open."
            err(f"{nothing} Something new: {command('action', 'add', client or 'CLIENT', 'TEXT')}\n")
    finish_list(passed_over)


@app.command(epilog='Examples:\n\n  coach action done jane 3\n\n  coach action done jane ana --note "took an hour"')
def done(ctx: typer.Context, client: ClientArgument, what: What = None, note: Remark = "") -> None:
    """Call something done."""
    _close(ctx, client, what, "done", note)


@app.command(epilog='Examples:\n\n  coach action drop jane 3\n\n  coach action drop jane ana --note "Ana has left"')
def drop(ctx: typer.Context, client: ClientArgument, what: What = None, note: Remark = "") -> None:
    """Let something go that will not be done."""
    _close(ctx, client, what, "dropped", note)


@app.command(
    epilog='Examples:\n\n  coach action move jane 3 --to "next friday"\n\n  coach action move jane ana to next friday'
)
def move(
    ctx: typer.Context,
    client: ClientArgument,
    what: What = None,
    to: Annotated[str | None, typer.Option("--to", metavar="WHEN", help="The new day.", show_default=False)] = None,
    note: Remark = "",
) -> None:
    """Give something another day."""
    from coachcli.app.between import actions, entries

    _say(lambda ask: actions.move(context_for(ctx), ask, entries.Said(client, _words(what), note), to))


@app.command(
    epilog="Examples:\n\n  coach action add jane Talk to Ana by friday 8/10\n\n"
    "  coach action add jane --promise Send her the article by monday"
)
def add(
    ctx: typer.Context,
    client: ClientArgument,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...", help="What, by when, how sure: as in a call.", show_default=False),
    ] = None,
    promise: Annotated[bool, typer.Option("--promise", help="Something that you promised.")] = False,
    share: Annotated[
        Literal["nobody", "client", "sponsor"] | None,
        typer.Option("--share", help="Who may see it; an action the client, a promise nobody.", show_default=False),
    ] = None,
    for_me: Annotated[bool, typer.Option("--for-me", help="The same as --share nobody.")] = False,
) -> None:
    """Note an action, or a promise of yours, between sessions."""
    from coachcli.app.between import actions, entries
    from coachcli.errors import UsageError

    if for_me and share not in {None, "nobody"}:
        raise UsageError(f"--for-me and --share {share} are two things.", "Leave out one of them.")
    kind: Literal["action", "promise"] = "promise" if promise else "action"
    seen_by: Literal["nobody", "client", "sponsor"] | None = "nobody" if for_me else share
    _say(lambda ask: actions.add(context_for(ctx), ask, entries.Said(client, _words(text)), kind, seen_by))


@app.command(epilog="Examples:\n\n  coach action undo\n\n  coach action undo jane")
def undo(
    ctx: typer.Context,
    client: Annotated[
        str | None, typer.Argument(help="With whom it was said.", show_default=False, autocompletion=clients)
    ] = None,
) -> None:
    """Take back the last done, drop, move or add."""
    take_back(ctx, client)


def take_back(ctx: typer.Context, client: str | None) -> None:
    """Take back the last thing said between sessions, about an action or a goal."""
    from coachcli.app.between import last_action
    from coachcli.errors import CancelledError
    from coachcli.render.client.action_list import taken_back_text
    from coachcli.render.folded_lines import folded_lines

    try:
        taken = last_action.take_back(context_for(ctx), somebody_to_ask, client)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None
    out(folded_lines(taken_back_text(taken.client.name, taken.note, taken.now), terminal_width()))
    for error in taken.passed_over:
        err(f"{error.message}\n{error.hint}\n")


def _close(
    ctx: typer.Context, client: str, what: list[str] | None, outcome: Literal["done", "dropped"], note: str
) -> None:
    from coachcli.app.between import actions, entries

    _say(lambda ask: actions.close(context_for(ctx), ask, entries.Said(client, _words(what), note), outcome))


def _words(said: list[str] | None) -> str:
    return " ".join(said or ())


def said(act: "Callable[[Callable[[], Chooser | None]], Taken]", words: "Callable[[Taken], str]") -> None:
    """Do what the command says, and print the words for what was done with which thing."""
    from coachcli.errors import CancelledError
    from coachcli.render.folded_lines import folded_lines

    try:
        taken = act(somebody_to_ask)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None
    out(folded_lines(words(taken), terminal_width()))
    if taken.told:
        err(f"{taken.told}\n")
    for error in taken.passed_over:
        err(f"{error.message}\n{error.hint}\n")


def _say(act: "Callable[[Callable[[], Chooser | None]], Taken]") -> None:
    from coachcli.render.client.action_list import taken_text

    said(act, lambda taken: taken_text(taken.one, taken.note))

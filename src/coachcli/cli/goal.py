"""`coach goal ...`: what the work with a client is for, between sessions: list, add, rate, close."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.action import What, said, take_back
from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.cli.usage.completion import ClientArgument, clients
from coachcli.cli.usage.near_name import ShowCommand
from coachcli.command_line import command

if TYPE_CHECKING:
    from collections.abc import Callable

    from coachcli.app.between.entries import Taken
    from coachcli.app.between.goals import Ending
    from coachcli.live.choice.chooser import Chooser

app = typer.Typer(
    help="Goals of the work with a client: list, add, rate, close.", no_args_is_help=True, rich_markup_mode=None
)

Remark = Annotated[
    str, typer.Option("--note", "--comment", metavar="TEXT", help="A word on it, to keep.", show_default=False)
]


@app.command(
    "list",
    cls=ShowCommand,
    epilog='Examples:\n\n  coach goal list\n\n  coach goal list "Jane Doe"\n\n  coach goal list jane --all',
)
def list_(
    ctx: typer.Context,
    client: Annotated[
        str | None, typer.Argument(help="Only theirs.", show_default=False, autocompletion=clients)
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what was reached, let go, or left when work ended.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """List the goals: the first number and the last, the measure, and what each serves."""
    from coachcli.app.between.goal_list import listed
    from coachcli.render.client import goal_list

    context = context_for(ctx)
    with progress_shown(context):
        found, passed_over = listed(context, client, closed=everything)
    if as_json:
        from coachcli.render.session.data import as_json as json_text

        out(json_text([row for one in found for row in goal_list.list_data(one.client.id, one.client.name, one.goals)]))
    else:
        today = context.clock.now().date()
        text = goal_list.list_text(((one.client.name, one.goals) for one in found), today, terminal_width())
        out(text)
        if not text:
            err(f"There is no goal. To set one: {command('goal', 'add', client or 'CLIENT', 'TEXT')}\n")
        for one in found:
            if one.doubtful:
                err(f"{goal_list.doubtful_text(one.client.id, one.doubtful)}\n")
    finish_list(passed_over)


@app.command(
    epilog="Examples:\n\n  coach goal add jane Lead the division by 1 march --now 3\n\n"
    '  coach goal add jane Sleep through --measure "five nights a week"'
)
def add(
    ctx: typer.Context,
    client: ClientArgument,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...", help="The goal in one line, as in a call.", show_default=False),
    ] = None,
    measure: Annotated[
        str, typer.Option("--measure", metavar="TEXT", help="How you will both know.", show_default=False)
    ] = "",
    by: Annotated[str | None, typer.Option("--by", metavar="WHEN", help="Its day.", show_default=False)] = None,
    serves: Annotated[
        str,
        typer.Option("--serves", metavar="TEXT", help="Which aim of the organisation it serves.", show_default=False),
    ] = "",
    now: Annotated[
        float | None,
        typer.Option("--now", metavar="NUMBER", help="How near they are today, from 0 to 10.", show_default=False),
    ] = None,
    share: Annotated[
        Literal["nobody", "client", "sponsor"] | None,
        typer.Option("--share", help="Who may see it; the client, if nothing is said.", show_default=False),
    ] = None,
) -> None:
    """Set a goal between sessions."""
    from coachcli.app.between import entries, goals

    wanted = goals.Wanted(measure, serves, by, now, share)
    _say(ctx, lambda ask: goals.add(context_for(ctx), ask, entries.Said(client, _words(text)), wanted))


@app.command(
    epilog='Examples:\n\n  coach goal rate jane 2 6\n\n  coach goal rate jane division 6 --note "the board has noticed"'
)
def rate(ctx: typer.Context, client: ClientArgument, what: What = None, note: Remark = "") -> None:
    """Keep how near they are to a goal, from 0 to 10: the number comes last."""
    from coachcli.app.between import entries, goals

    _say(ctx, lambda ask: goals.rate(context_for(ctx), ask, entries.Said(client, _words(what), note)))


@app.command(
    epilog="Examples:\n\n  coach goal close jane 2 --done\n\n"
    '  coach goal close jane division --dropped --note "another post"\n\n  coach goal close jane 3 --as-aim'
)
def close(
    ctx: typer.Context,
    client: ClientArgument,
    what: What = None,
    done: Annotated[bool, typer.Option("--done", help="It was reached.")] = False,
    dropped: Annotated[bool, typer.Option("--dropped", help="It was let go.")] = False,
    as_aim: Annotated[bool, typer.Option("--as-aim", help="It was only what one hour was for.")] = False,
    note: Remark = "",
) -> None:
    """Call a goal reached, let it go, or say that it was only an hour's aim."""
    from coachcli.app.between import entries, goals

    ending = _ending(done=done, dropped=dropped, as_aim=as_aim)
    _say(ctx, lambda ask: goals.close(context_for(ctx), ask, entries.Said(client, _words(what), note), ending))


@app.command(epilog="Examples:\n\n  coach goal undo\n\n  coach goal undo jane")
def undo(
    ctx: typer.Context,
    client: Annotated[
        str | None, typer.Argument(help="With whom it was said.", show_default=False, autocompletion=clients)
    ] = None,
) -> None:
    """Take back what was said last between sessions, about a goal or an action."""
    take_back(ctx, client)


def _ending(*, done: bool, dropped: bool, as_aim: bool) -> "Ending | None":
    from coachcli.errors import UsageError

    options: list[tuple[bool, Ending]] = [(done, "done"), (dropped, "dropped"), (as_aim, "aim")]
    said = [ending for is_said, ending in options if is_said]
    if len(said) > 1:
        raise UsageError("A goal ends in one way.", "Leave one of --done, --dropped and --as-aim.")
    return next(iter(said), None)


def _words(said: list[str] | None) -> str:
    return " ".join(said or ())


def _say(ctx: typer.Context, act: "Callable[[Callable[[], Chooser | None]], Taken]") -> None:
    """Do what the command says, and print what was done with which goal, and how near it is now."""
    from coachcli.app.between.goal_list import as_it_is
    from coachcli.render.client.goal_list import taken_text

    context = context_for(ctx)
    today = context.clock.now().date()
    said(act, lambda taken: taken_text(taken.one, taken.note, as_it_is(context, taken), today))

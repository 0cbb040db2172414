"""`coach engagement ...`: what was agreed with a client, its road, and its end."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.usage.completion import ClientArgument
from coachcli.cli.usage.near_name import ShowCommand
from coachcli.errors import CancelledError

if TYPE_CHECKING:
    from coachcli.domain.engagement.page import Page

app = typer.Typer(help="Engagements: what was agreed, its road, its end.", no_args_is_help=True, rich_markup_mode=None)

EngagementArgument = Annotated[
    str | None,
    typer.Argument(metavar="[NAME]", help="Which one, by its name or a part of it.", show_default=False),
]

_START = """Examples:

  coach engagement start jane

  coach engagement start jane --title "Leading the new division" --road careerminds --end "6 months"

  coach engagement start jane --road simple --start 2026-09-01 --sessions 6 --every "2 weeks"

In a terminal it asks for what was not said. Roads: careerminds, coaching-relationship, coach-the-coach, simple, and
your own in  frameworks/roads.
"""


@app.command(epilog=_START)
def start(
    ctx: typer.Context,
    client: ClientArgument,
    title: Annotated[str | None, typer.Option("--title", help="What it is about.", show_default=False)] = None,
    begins: Annotated[
        str | None, typer.Option("--start", metavar="WHEN", help="The first day; today, if not said.")
    ] = None,
    ends: Annotated[
        str | None, typer.Option("--end", metavar="WHEN", help='The last day, or how long: "6 months".')
    ] = None,
    sessions: Annotated[
        int | None, typer.Option("--sessions", min=1, max=1000, help="How many were agreed.", show_default=False)
    ] = None,
    every: Annotated[
        str | None, typer.Option("--every", metavar="SPAN", help='How often: "2 weeks", month.', show_default=False)
    ] = None,
    road: Annotated[
        str | None, typer.Option("--road", metavar="ID", help="The road to copy; none for none.", show_default=False)
    ] = None,
    sponsor: Annotated[
        str | None, typer.Option("--sponsor", metavar="WHO", help="Who pays, with a word on them.", show_default=False)
    ] = None,
    hears: Annotated[
        Literal["nothing", "dates", "goals", "themes"] | None,
        typer.Option("--sponsor-hears", help="What the sponsor may be told.", show_default=False),
    ] = None,
    mode: Annotated[Literal["coaching", "mentoring"], typer.Option("--mode", help="What it is.")] = "coaching",
    kind: Annotated[
        Literal["executive", "life", "career", "performance", "business"] | None,
        typer.Option("--type", help="What kind of work.", show_default=False),
    ] = None,
    minutes: Annotated[
        int | None, typer.Option("--minutes", min=1, max=1000, help="How long a session is.", show_default=False)
    ] = None,
    paid: Annotated[
        bool | None, typer.Option("--paid/--pro-bono", help="Whether it is paid.", show_default=False)
    ] = None,
) -> None:
    """Begin an engagement: one file, with a road if you like.

    What is done, due or late on the road is worked out from your sessions.
    """
    from coachcli.app.engagement import page
    from coachcli.app.engagement.choice import theirs
    from coachcli.app.engagement.start import Wanted, next_steps
    from coachcli.app.engagement.start import start as begin

    context = context_for(ctx)
    wanted = Wanted(title, begins, ends, sessions, every, road, sponsor, hears, mode, kind, minutes, paid)
    try:
        begun = begin(context, client, wanted, somebody_to_ask)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None
    out(f"{begun.path}\n")
    shown = page.shown(context, theirs(context, begun.client.id), begun.engagement)
    _print(shown.page)
    err(f"{next_steps(begun)}\n")
    finish_list(shown.passed_over)


@app.command(
    cls=ShowCommand,
    epilog="Examples:\n\n  coach engagement show jane\n\n  coach engagement show jane lead\n\n"
    "  coach engagement show jane --json",
)
def show(
    ctx: typer.Context, client: ClientArgument, engagement: EngagementArgument = None, as_json: JsonOption = False
) -> None:
    """See an engagement: what was agreed, and what is done, due, late or next on its road."""
    from coachcli.app.engagement import page
    from coachcli.render.engagement.page import page_data

    shown = page.show(context_for(ctx), client, engagement, somebody_to_ask)
    if as_json:
        from coachcli.render.session.data import as_json as json_text

        out(json_text(page_data(shown.page)))
    else:
        _print(shown.page)
    finish_list(shown.passed_over)


@app.command(epilog="Examples:\n\n  coach engagement edit jane\n\n  coach engagement edit jane lead")
def edit(ctx: typer.Context, client: ClientArgument, engagement: EngagementArgument = None) -> None:
    """Change an engagement in your editor; it is checked when you close it."""
    from coachcli.app.engagement.edit import edit_engagement
    from coachcli.app.framework.prompter import Prompter

    desk = Prompter(somebody_to_ask(), err, terminal_width())
    try:
        edit_engagement(context_for(ctx), client, engagement, desk)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None


_END = """Examples:

  coach engagement end jane

  coach engagement end jane --why "as agreed" --on 2027-02-20

  coach engagement end jane --why "moved on" --drop-open

In a terminal it goes through what is open: kept, done or dropped. From its last day on nothing of it is due any more
but what you took on yourself.
"""


@app.command(epilog=_END)
def end(
    ctx: typer.Context,
    client: ClientArgument,
    engagement: EngagementArgument = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEXT", help="As agreed, off track, moved on.", show_default=False)
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="WHEN", help="Its last day; today, if not said.", show_default=False)
    ] = None,
    drop_open: Annotated[bool, typer.Option("--drop-open", help="Drop all that is open.")] = False,
    keep_open: Annotated[bool, typer.Option("--keep-open", help="Leave what is open with whose it is.")] = False,
) -> None:
    """End an engagement: why, and what becomes of all that is open."""
    from coachcli.app.engagement.end import Said
    from coachcli.app.engagement.end import end as finish
    from coachcli.errors import UsageError
    from coachcli.render.engagement.ending import ending_text
    from coachcli.render.folded_lines import folded_lines

    if drop_open and keep_open:
        raise UsageError("--drop-open and --keep-open are two things.", "Leave out one of them.")
    context = context_for(ctx)
    fate: Literal["keep", "dropped"] | None = "dropped" if drop_open else "keep" if keep_open else None
    try:
        over = finish(context, client, engagement, Said(why, on, fate), somebody_to_ask)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None
    out(folded_lines(ending_text(over.engagement.name, over.client.name, over.ended, over.settled), terminal_width()))
    err(f"Written into {over.path}\n")
    finish_list(over.passed_over)


_SCHEMA = """Examples:

  coach engagement schema -o coach-engagement.schema.json

  coach engagement schema --road

coach engagement start puts both beside your frameworks, where an editor with the YAML language server finds them.
"""


@app.command(epilog=_SCHEMA)
def schema(
    road: Annotated[bool, typer.Option("--road", help="For the file of a road.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write it into this file.")] = None,
) -> None:
    """Print the schema by which editors complete and check."""
    from coachcli.render.engagement.schema import engagement_schema, road_schema
    from coachcli.render.framework.schema import schema_text

    text = schema_text(road_schema() if road else engagement_schema())
    if output is None or str(output) == "-":
        out(text)
        return
    from coachcli.app.framework.starter import write_schema
    from coachcli.store.paths import named_path

    write_schema(named_path(output), text)
    err(f"Written: {output}\n")


def _print(page: "Page") -> None:
    from coachcli.render.engagement.page import page_text

    out(page_text(page, terminal_width()))

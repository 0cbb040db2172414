"""`coach session ...`: hold a session, read it, hand it on, mend it."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.terminal.conversation import conversation_for, somebody_to_ask
from coachcli.cli.terminal.handout import SCREEN, ForceOption, OutputOption, ToldForm, hand_out, refuse_binary
from coachcli.cli.terminal.output import DISCREET, JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.cli.usage import completion
from coachcli.cli.usage.completion import FrameworkOption, GroupOption, LanguageOption, PersonOption, SessionArgument
from coachcli.cli.usage.near_name import ShowCommand
from coachcli.command_line import command

if TYPE_CHECKING:
    from coachcli.app.context import Context
    from coachcli.app.session.offers import After
    from coachcli.app.session.sitting import SittingResult
    from coachcli.live.choice.chooser import Chooser
    from coachcli.live.conversation import Conversation

_EXAMPLES = """Examples:

  coach session start "Jane Doe" -f grow

  coach session resume

  coach session show jane

  coach session export --for client
"""

app = typer.Typer(
    help="Hold a session, read it, hand it on.", epilog=_EXAMPLES, no_args_is_help=True, rich_markup_mode=None
)

Discreet = Annotated[bool, typer.Option(DISCREET, help="For a shared screen: no name, no notes, nothing left on it.")]
Plain = Annotated[
    bool, typer.Option("--plain", help="For pipes and screen readers: line by line, no screen. Or ACCESSIBLE=1.")
]


@app.command(
    epilog='Examples:\n\n  coach session start\n\n  coach session start "Jane Doe" -f egan -m 50\n\n'
    '  coach session start "Jane Doe" --at "yesterday 14:00"\n\n'
    "  coach session start jane -f stakeholder-interview --with P3 --group boss --held video\n\n"
    "  coach session start -f supervision-clear\n\n  coach session start --rehearse",
)
def start(
    ctx: typer.Context,
    client: Annotated[
        str | None,
        typer.Argument(
            help="With whom, or about whom; somebody new is welcome. own: about nobody.",
            show_default=False,
            autocompletion=completion.clients,
        ),
    ] = None,
    framework: FrameworkOption = None,
    language: LanguageOption = None,
    minutes: Annotated[int | None, typer.Option("-m", "--minutes", help="How long the call is.")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="WHEN", help="Write up a call that took place.")] = None,
    new: Annotated[bool, typer.Option("--new", help="A new client, even if the name is close to another.")] = False,
    rehearse: Annotated[bool, typer.Option("--rehearse", help="Try it out; nothing is kept.")] = False,
    person: PersonOption = None,
    group: GroupOption = None,
    held: Annotated[
        Literal["video", "phone", "room"] | None, typer.Option("--held", help="How it is held; room: face to face.")
    ] = None,
    engagement: Annotated[
        str | None, typer.Option("--engagement", metavar="NAME", help="The engagement it belongs to, or none.")
    ] = None,
    discreet: Discreet = False,
    plain: Plain = False,
) -> None:
    """Walk a session, from the first question to the summary."""
    from coachcli.app.session.request import StartRequest
    from coachcli.app.session.start import start as begin

    context = context_for(ctx)
    request = StartRequest(
        client, framework, minutes, at, language, new, rehearse, discreet, person, group, held, engagement
    )
    with conversation_for(context, plain=plain, discreet=discreet) as conversation:
        finish_and_offer(context, begin(context, request, conversation), conversation)


@app.command(
    epilog="Examples:\n\n  coach session resume\n\n  coach session resume jane-doe/2026-11-20-1400\n\n"
    "  coach session resume --framework latest",
)
def resume(
    ctx: typer.Context,
    session: SessionArgument = None,
    framework: Annotated[
        Literal["latest"] | None, typer.Option("-f", "--framework", help="On the framework as it is today.")
    ] = None,
    discreet: Discreet = False,
    plain: Plain = False,
) -> None:
    """Go on with a session where you left it, along the framework as it was when you began."""
    from coachcli.app.session import resumption

    context = context_for(ctx)
    with conversation_for(context, plain=plain, discreet=discreet) as conversation:
        held = resumption.resume(context, session, conversation, on_latest=framework == "latest", discreet=discreet)
        finish_and_offer(context, held, conversation)


@app.command(epilog="Examples:\n\n  coach session amend\n\n  coach session amend jane-doe/2026-11-20")
def amend(
    ctx: typer.Context, session: SessionArgument = None, discreet: Discreet = False, plain: Plain = False
) -> None:
    """Add notes to a session that has ended; each says when it was added."""
    from coachcli.app.session import resumption

    context = context_for(ctx)
    with conversation_for(context, plain=plain, discreet=discreet) as conversation:
        finish_and_offer(context, resumption.amend(context, session, conversation, discreet=discreet), conversation)


@app.command(
    epilog="Examples:\n\n  coach session after\n\n  coach session after jane-doe/2026-11-20\n\n"
    "  printf 'm\\n' | coach session after jane",
)
def after(ctx: typer.Context, session: SessionArgument = None, plain: Plain = False) -> None:
    """The letters after a call again: the next date, the summary, a mail draft, a calendar."""
    from coachcli.app.session import offers

    context = context_for(ctx)
    with conversation_for(context, plain=plain) as conversation:
        _follow(context, offers.offer_again(context, session, conversation), conversation)


@app.command(
    "list",
    cls=ShowCommand,
    epilog='Examples:\n\n  coach session list\n\n  coach session list "Jane Doe" --since "1 March"',
)
def list_(
    ctx: typer.Context,
    client: Annotated[
        str | None,
        typer.Argument(help="Only this client's.", show_default=False, autocompletion=completion.clients),
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="WHEN", help="Only from this day on.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List sessions, the newest first."""
    from coachcli.app.session.catalogue import list_sessions, since_day

    context = context_for(ctx)
    day = since_day(context, since)
    with progress_shown(context):
        listed = list_sessions(context, client, day)
    if as_json:
        from coachcli.render.session.data import as_json as json_text

        out(json_text([item.plain() for item in listed.sessions]))
    elif listed.sessions:
        from coachcli.render.table import table

        out(table([item.as_row() for item in listed.sessions], terminal_width()))
    elif (client or since) and not listed.passed_over:
        err(f"There is no such session. All there are: {command('session', 'list')}\n")
    elif not listed.passed_over:
        err(f"There is no session yet. Begin one: {command('session', 'start')}\n")
    finish_list(listed.passed_over)


@app.command(
    cls=ShowCommand,
    epilog="Examples:\n\n  coach session show\n\n  coach session show jane-doe/2026-11-20\n\n"
    "  coach session show jane-doe/2026-11-20 --at 7",
)
def show(
    ctx: typer.Context,
    session: SessionArgument = None,
    at: Annotated[
        int | None, typer.Option("--at", metavar="NOTE", min=1, help="Around one note, by its number in coach find.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Read a session, with everything that was noted."""
    from coachcli.cli.terminal.session_page import show_session

    show_session(ctx, session, at, as_json=as_json)


@app.command(
    epilog="Examples:\n\n  coach session export --for client\n\n  coach session export --for client --as text -o .\n\n"
    "  coach session export jane-doe/2026-11-20 --for sponsor -o report.md\n\n"
    "  coach session export --as eml -o .",
)
def export(
    ctx: typer.Context,
    session: SessionArgument = None,
    audience: Annotated[
        Literal["me", "client", "sponsor"] | None,
        typer.Option("--for", help="Who will read it: you, unless it is eml or ics; those are for the client."),
    ] = None,
    form: Annotated[
        Literal[ToldForm, "eml", "ics"],
        typer.Option("--as", help="In which form: eml is a mail draft, ics a calendar."),
    ] = "markdown",
    output: OutputOption = SCREEN,
    force: ForceOption = False,
) -> None:
    """Hand a session on: for yourself, for the client, for the sponsor."""
    from coachcli.app.engagement.departure import kept_back
    from coachcli.app.session import export
    from coachcli.store.session.place import client_of

    context = context_for(ctx)
    opened = export.handed_on(context, session, _somebody_to_ask)
    reader = audience or export.usual_audience(form)
    name = export.export_name(context, opened, reader, form)
    refuse_binary(name, output)
    if session is None:
        err(f"{export.whose(opened)}\n")
    for told in export.warnings_of(context, opened):
        err(f"{told.message}\n{told.hint}\n")
    content = export.exported(context, opened, reader, form)
    if reader == "client" and form != "ics":
        err("".join(f"{line}\n" for line in export.without_what_is_open(context, opened)))
    if reader == "sponsor" and (stays := kept_back(context, client_of(opened.path), opened.session)):
        err(f"{stays}\n")
    if (form, reader) == ("eml", "client") and (why := export.without_address(opened)):
        err(f"{why}\n")

    def leaves() -> None:
        export.note_that_it_leaves(context, opened, reader, form, content)

    hand_out(context, content, name, output, force=force, before=leaves)


def _somebody_to_ask() -> "Chooser | None":
    """Somebody to ask, if they can see the question: it goes to standard error, as the result may go into a file."""
    return somebody_to_ask() if sys.stdin.isatty() and sys.stderr.isatty() else None


def finish(held: "SittingResult") -> None:
    """Print the closing card, and end with the exit code that says how the call was left."""
    from coachcli.render.folded_lines import message_lines
    from coachcli.render.session.closing_card import closing_text

    if held.left.how == "signalled":
        raise typer.Exit(128 + held.left.signal)
    out(message_lines(closing_text(held.card), terminal_width()))
    if held.left.how == "interrupted":
        raise typer.Exit(130)


def finish_and_offer(context: "Context", held: "SittingResult", conversation: "Conversation") -> None:
    """Print the closing card, then make the offers; a reflection that begins there has a closing card of its own."""
    finish(held)
    from coachcli.app.session import offers

    _follow(context, offers.offer(context, held, conversation), conversation)


def _follow(context: "Context", left: "After", conversation: "Conversation") -> None:
    """Go on after the offers: with the exit code of a signal, or with a reflection."""
    from coachcli.app.session import offers

    if left.signal:
        raise typer.Exit(128 + left.signal)
    if left.reflects_on:
        finish_and_offer(context, offers.reflect(context, left.reflects_on, conversation), conversation)

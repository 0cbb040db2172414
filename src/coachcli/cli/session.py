"""`coach session ...`: hold a session, read it, hand it on, mend it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.shared import JsonOption, context_for, err, finish_list, out, terminal_width

if TYPE_CHECKING:
    from coachcli.app.sitting import Held

app = typer.Typer(help="Hold a session, read it, hand it on.", no_args_is_help=True, rich_markup_mode=None)

Wanted = Annotated[
    str | None,
    typer.Argument(
        metavar="[SESSION]", help="last (the default), a client, CLIENT/DATE, or an id.", show_default=False
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help="Line by line, with no screen: for pipes and screen readers.")]


@app.command(
    epilog='Examples:\n\n  coach session start\n\n  coach session start "Jane Doe" -f egan -m 50\n\n'
    '  coach session start "Jane Doe" --at "yesterday 14:00"\n\n  coach session start --rehearse',
)
def start(
    ctx: typer.Context,
    client: Annotated[
        str | None, typer.Argument(help="With whom; somebody new is welcome.", show_default=False)
    ] = None,
    framework: Annotated[str | None, typer.Option("-f", "--framework", help="The model: grow, egan, ...")] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Ask in this language: de, fr, ...")
    ] = None,
    minutes: Annotated[int | None, typer.Option("-m", "--minutes", help="How long the call is.")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="WHEN", help="Write up a call that took place.")] = None,
    new: Annotated[bool, typer.Option("--new", help="A new client, even if the name is close to another.")] = False,
    rehearse: Annotated[bool, typer.Option("--rehearse", help="Try it out; nothing is kept.")] = False,
    plain: Plain = False,
) -> None:
    """Walk a session, from the first question to the summary."""
    from coachcli.app import starting
    from coachcli.live.opening import open_talk
    from coachcli.live.pickers import CancelledError

    request = starting.StartRequest(client, framework, minutes, at, language, new, rehearse)
    try:
        held = starting.start(context_for(ctx), request, open_talk(plain=plain))
    except CancelledError:
        raise typer.Exit(130) from None
    finish(held)


@app.command(
    epilog="Examples:\n\n  coach session resume\n\n  coach session resume jane-doe/2026-11-20-1400\n\n"
    "  coach session resume --framework latest",
)
def resume(
    ctx: typer.Context,
    session: Wanted = None,
    framework: Annotated[
        Literal["latest"] | None, typer.Option("-f", "--framework", help="On the model as it is today.")
    ] = None,
    plain: Plain = False,
) -> None:
    """Go on with a session where you left it, along the model as it was when you began."""
    from coachcli.app import resuming
    from coachcli.live.opening import open_talk

    talk = open_talk(plain=plain)
    finish(resuming.resume(context_for(ctx), session, talk, on_latest=framework == "latest"))


@app.command("list", epilog='Examples:\n\n  coach session list\n\n  coach session list "Jane Doe" --since "1 March"')
def list_(
    ctx: typer.Context,
    client: Annotated[str | None, typer.Argument(help="Only this client's.", show_default=False)] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="WHEN", help="Only from this day on.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List sessions, the newest first."""
    from coachcli.app.listing import list_sessions, since_day

    context = context_for(ctx)
    listed = list_sessions(context, client, since_day(context, since))
    if as_json:
        from coachcli.render.data import as_json as json_text

        out(json_text([item.as_data() for item in listed.sessions]))
    elif listed.sessions:
        from coachcli.render.table import table

        out(table([item.as_row() for item in listed.sessions], terminal_width()))
    elif (client or since) and not listed.damaged:
        err("There is no such session. All there are: coach session list\n")
    elif not listed.damaged:
        err("There is no session yet. Begin one: coach session start\n")
    finish_list(listed.damaged)


@app.command(epilog="Examples:\n\n  coach session show\n\n  coach session show jane-doe/2026-11-20")
def show(ctx: typer.Context, session: Wanted = None, as_json: JsonOption = False) -> None:
    """Read a session, with everything that was noted."""
    from coachcli.app import reading

    opened = reading.open_session(context_for(ctx), session)
    if as_json:
        out(reading.export_text(opened, "me", "json"))
        return
    from coachcli.render import console

    if console.shows_colour():
        console.show_report(reading.report_for(opened, "me"))
    else:
        from coachcli.render.wrapping import folded_lines

        out(folded_lines(reading.export_text(opened, "me", "text"), terminal_width()))


@app.command(
    epilog="Examples:\n\n  coach session export --for client\n\n  coach session export --for client --as text -o .\n\n"
    "  coach session export jane-doe/2026-11-20 --for sponsor -o report.md",
)
def export(
    ctx: typer.Context,
    session: Wanted = None,
    audience: Annotated[Literal["me", "client", "sponsor"], typer.Option("--for", help="Who will read it.")] = "me",
    form: Annotated[Literal["markdown", "text", "json"], typer.Option("--as", help="In which form.")] = "markdown",
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE|FOLDER|-", help="Where to; - is the screen.")
    ] = "-",
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
) -> None:
    """Hand a session on: for yourself, for the client, for the sponsor."""
    from coachcli.app import reading

    opened = reading.open_session(context_for(ctx), session)
    content = reading.export_text(opened, audience, form)
    if output == "-":
        out(content)
        return
    target = Path(output).expanduser()
    if target.is_dir():
        target /= reading.export_name(opened, audience, form)
    err(f"Written: {reading.write_export(content, target, force=force)}\n")


@app.command(epilog="Examples:\n\n  coach session edit\n\n  coach session edit jane-doe/2026-11-20")
def edit(ctx: typer.Context, session: Wanted = None) -> None:
    """Correct a session's file in your editor."""
    from coachcli.app.editing import edit_session
    from coachcli.live.opening import open_talk

    err(f"{edit_session(context_for(ctx), session, open_talk(plain=False))}\n")


@app.command(epilog="Example:\n\n  coach session delete jane-doe/2026-11-20-1400")
def delete(
    ctx: typer.Context,
    session: Annotated[str, typer.Argument(metavar="SESSION", help="last, a client, CLIENT/DATE, or an id.")],
) -> None:
    """Put a session into the trash; restore brings it back."""
    from coachcli.app.trashing import delete_session

    name = delete_session(context_for(ctx), session)
    err(f"{name} is in the trash. Bring it back: coach session restore {name}\n")


@app.command(epilog="Examples:\n\n  coach session restore\n\n  coach session restore jane-doe/2026-11-20-1400")
def restore(
    ctx: typer.Context,
    session: Annotated[
        str | None, typer.Argument(metavar="[SESSION]", help="Which; the last deleted if you do not say.")
    ] = None,
) -> None:
    """Bring a session back from the trash."""
    from coachcli.app.trashing import restore_session

    err(f"{restore_session(context_for(ctx), session)} is back.\n")


def finish(held: "Held") -> None:
    """The closing card, and the exit code that says how the call was left."""
    from coachcli.render.cards import closing_text
    from coachcli.render.wrapping import folded_lines

    if held.left.how == "signalled":
        raise typer.Exit(128 + held.left.signal)
    out(folded_lines(closing_text(held.card), terminal_width()))
    if held.left.how == "interrupted":
        raise typer.Exit(130)

"""`coach client ...`: who the clients are, and what is known of each."""

from typing import TYPE_CHECKING, Annotated

import typer

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.handout import show as show_on_screen
from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.cli.usage.completion import ClientArgument
from coachcli.cli.usage.near_name import ShowCommand
from coachcli.command_line import command

if TYPE_CHECKING:
    from coachcli.app.client.archive import Archived

app = typer.Typer(
    help="Clients: who there is, add, change, archive, give out, erase.", no_args_is_help=True, rich_markup_mode=None
)

Email = Annotated[
    str | None, typer.Option("--email", metavar="ADDRESS", help="Where mail drafts go.", show_default=False)
]
Organisation = Annotated[
    str | None, typer.Option("--organisation", metavar="NAME", help="Where they work.", show_default=False)
]
Role = Annotated[str | None, typer.Option("--role", metavar="TEXT", help="What they do there.", show_default=False)]
Every = Annotated[
    str | None,
    typer.Option("--every", metavar="SPAN", help='How often you mean to see them: "2 weeks".', show_default=False),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="In which language they are asked: de, fr.", show_default=False),
]
People = Annotated[
    str | None,
    typer.Option("--people", metavar="NUMBER", help="How many they are, where it is a team.", show_default=False),
]
NewName = Annotated[str, typer.Argument(metavar="NAME", help="Their name, or a code name.", show_default=False)]


@app.command("list", cls=ShowCommand, epilog="Examples:\n\n  coach client list\n\n  coach client list --all\n")
def list_(
    ctx: typer.Context,
    everybody: Annotated[bool, typer.Option("--all", help="The archived ones too.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List your clients: how many sessions, the last and the next one, and how often you mean to see them."""
    from coachcli.app.client.directory import directory

    context = context_for(ctx)
    today = context.clock.now().date()
    with progress_shown(context):
        there = directory(context, today, archived=everybody)
    if as_json:
        from coachcli.render.session.data import as_json as json_text

        out(json_text([one.plain(today) for one in there.found]))
    elif there.found:
        from coachcli.render.table import table

        out(table([one.as_row(today) for one in there.found], terminal_width()))
    elif not there.archived and not there.passed_over:
        err(f"There is no client yet. Add one: {command('client', 'add', 'Jane Example')}\n")
    if there.archived and not as_json:
        err(f"{there.archived} archived: {command('client', 'list', '--all')}\n")
    finish_list(there.passed_over)


@app.command(cls=ShowCommand, epilog="Examples:\n\n  coach client show jane\n\n  coach client show jane --json")
def show(ctx: typer.Context, client: ClientArgument, as_json: JsonOption = False) -> None:
    """See all about a client: who they are, goals, what is open, sessions, files."""
    from coachcli.app.client.page import page
    from coachcli.domain.client.page import client_page

    context = context_for(ctx)
    with progress_shown(context):
        shown = page(context, client)
    if as_json:
        from coachcli.render.session.data import as_json as json_text

        out(json_text(shown.data()))
    else:
        show_on_screen(client_page(shown.page))
    finish_list(shown.passed_over)


@app.command(
    epilog='Examples:\n\n  coach client add "Jane Example"\n\n'
    '  coach client add "Jane Example" --email jane@example.com --every "2 weeks"\n\n'
    '  coach client add "Northern Team" --people 6'
)
def add(
    ctx: typer.Context,
    name: NewName,
    email: Email = None,
    organisation: Organisation = None,
    role: Role = None,
    every: Every = None,
    language: Language = None,
    people: People = None,
    new: Annotated[bool, typer.Option("--new", help="Somebody new, even if the name is close to another.")] = False,
) -> None:
    """Add a client before there is a session."""
    from coachcli.app.client.admission import admit
    from coachcli.errors import CancelledError

    context = context_for(ctx)
    fields = _fields(email, organisation, role, every, language, people)
    try:
        client = admit(context, name, fields, somebody_to_ask, is_new=new)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None
    out(f"Added: {client.name}, in {context.practice.clients / client.id}\n")
    err(f"Begin with them: {command('session', 'start', client.id)}\n")


@app.command(
    epilog='Examples:\n\n  coach client edit jane\n\n  coach client edit jane --email jane@example.com --role ""\n'
)
def edit(
    ctx: typer.Context,
    client: ClientArgument,
    email: Email = None,
    organisation: Organisation = None,
    role: Role = None,
    every: Every = None,
    language: Language = None,
    people: People = None,
) -> None:
    """Change what is known of a client: what you name, or their whole file in your editor. "" takes a line out."""
    fields = _fields(email, organisation, role, every, language, people)
    context = context_for(ctx)
    if fields:
        from coachcli.app.client.file_edit import edit_fields

        person, is_new = edit_fields(context, client, fields)
        out(f"Changed: {', '.join(fields)} of {person.name}\n" if is_new else "Nothing was changed.\n")
        return
    from coachcli.app.client.file_edit import edit_file
    from coachcli.cli.terminal.conversation import questions_alone

    out(f"{edit_file(context, client, questions_alone())}\n")


@app.command(
    epilog='Examples:\n\n  coach client rename jane "Jane Q Example"\n\n  coach client rename jane "Client 7" --move'
)
def rename(
    ctx: typer.Context,
    client: ClientArgument,
    name: Annotated[str, typer.Argument(metavar="NEW-NAME", help="Their new name.", show_default=False)],
    move: Annotated[
        bool | None,
        typer.Option("--move/--no-move", help="Whether folder and ids follow; asked otherwise.", show_default=False),
    ] = None,
) -> None:
    """Give a client another name. Ids and links stay, unless the folder follows; then all of them change together."""
    from coachcli.app.client.new_name import rename as renamed
    from coachcli.errors import CancelledError

    context = context_for(ctx)
    try:
        with progress_shown(context):
            done = renamed(context, client, name, somebody_to_ask, move=move)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None
    told = [f"{done.before.name} is {done.client.name} now."] if done.is_renamed else []
    told += [f"Their folder: {context.practice.clients / done.client.id}"] if done.moved else []
    out("".join(f"{line}\n" for line in told or ["Nothing was changed."]))
    if done.stands:
        err(f"The old name still stands in {', '.join(done.stands)}.\n")
    if done.may_move:
        again = command("client", "rename", done.client.id, done.client.name, "--move")
        err(f"To have folder and ids follow: {again}\n")
    finish_list(done.left)


@app.command(epilog="Examples:\n\n  coach client archive jane\n\n  coach client archive jane --undo")
def archive(
    ctx: typer.Context,
    client: ClientArgument,
    undo: Annotated[bool, typer.Option("--undo", help="Take them back into your lists.")] = False,
) -> None:
    """Take a client out of the lists you work with. Nothing is deleted, and they are found by name."""
    from coachcli.app.client.archive import archive as put_away

    done = put_away(context_for(ctx), client, undo=undo)
    out(f"{_archived(done, undo=undo)}\n")
    if not undo and (waiting := _waiting(done)):
        err(f"{waiting} now out of sight: {command('client', 'show', done.client.id)}\n")
    finish_list(done.passed_over)


def _archived(done: "Archived", *, undo: bool) -> str:
    name = done.client.name
    if undo:
        return f"{name} is in your lists again." if done.is_new else f"{name} is not archived."
    return f"{name} is archived." if done.is_new else f"{name} is archived already."


def _waiting(done: "Archived") -> str:
    """What waits with an archived client, in words; empty where nothing does."""
    sessions = f"{done.unfinished} unfinished session{'' if done.unfinished == 1 else 's'}" if done.unfinished else ""
    things = f"{done.open} open thing{'' if done.open == 1 else 's'}" if done.open else ""
    both = " and ".join(filter(None, (sessions, things)))
    return both and f"{both} {'is' if done.unfinished + done.open == 1 else 'are'}"


def _fields(
    email: str | None,
    organisation: str | None,
    role: str | None,
    every: str | None,
    language: str | None,
    people: str | None,
) -> dict[str, str | None]:
    """The fields that were named, as a client's file calls them."""
    named = {
        "email": email,
        "organisation": organisation,
        "role": role,
        "cadence": every,
        "language": language,
        "people": people,
    }
    return {field: words for field, words in named.items() if words is not None}

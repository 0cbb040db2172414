"""`coach client ...` for what a person may ask: to have all that is held about them, and to be forgotten."""

from typing import TYPE_CHECKING, Annotated

import typer

from coachcli.cli.client import app
from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import context_for, err, finish_list, out, terminal_width
from coachcli.cli.usage.completion import ClientArgument, people
from coachcli.cli.usage.near_name import ShowCommand
from coachcli.command_line import command

if TYPE_CHECKING:
    from coachcli.app.context import Context
    from coachcli.app.erase.survey import Survey

__all__ = ["app"]


@app.command(
    cls=ShowCommand,
    epilog="Examples:\n\n  coach client export jane\n\n  coach client export jane -o jane.zip\n\n"
    "  coach client export jane --person P3",
)
def export(
    ctx: typer.Context,
    client: ClientArgument,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FOLDER|FILE.zip", help="Where to; else their exports.", show_default=False
        ),
    ] = None,
    with_others: Annotated[
        bool, typer.Option("--with-others", help="With what others said about them; it asks first.")
    ] = False,
    person: Annotated[
        str | None,
        typer.Option(
            "--person",
            metavar="CODE",
            help="For somebody who was asked about them, P3: what that one said.",
            show_default=False,
            autocompletion=people,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask, for pipes.")] = False,
) -> None:
    """Give out all that is held about a client, when they ask.

    It goes into one folder or zip.
    """
    from coachcli.app.disclosure import request
    from coachcli.errors import UsageError

    context = context_for(ctx)
    asked_for = request.client_named(context, client)
    if person is not None and with_others:
        raise UsageError("--person gives out what one person said, and no others.", "Leave --with-others out.")
    if with_others and not yes and not _weighed(asked_for.id):
        err("Nothing was given out, and nothing was written down.\n")
        return
    if person is not None:
        done = request.give_person(context, asked_for, person, output)
    else:
        done = request.give_out(context, asked_for, output, with_others=with_others)
    out(f"{done.path}\n")
    err(f"{done.files} files. {_ADVICE[with_others or person is not None]}\n")
    if done.left_out:
        err("Not in it, as somebody else's words may be there. Look, and add what is theirs:\n")
        err("".join(f"- {path}\n" for path in done.left_out))
    if done.named:
        err("The name also stands in what lies elsewhere. Look whether it is theirs:\n")
        err("".join(f"- {path}\n" for path in done.named))
    finish_list(done.unread)


_ADVICE = {
    False: "What others said is not in it, nor are your themes, which rest on it. Read it before you hand it over: "
    "your own notes may repeat others' words.",
    True: "Read it before you hand it over.",
}
_WEIGH = """What others said to you was said in confidence. The law has you weigh the one against the other:
- did they agree that it is given on, or can they be asked?
- can it be told who said it, even without a name?
- what would it do to them, and what to the client not to have it?
Is it to be given out?"""


def _weighed(client_id: str) -> bool:
    """Whether the coach, having weighed it, gives out what others said; raises where nobody can be asked."""
    chooser = somebody_to_ask()
    if chooser is None:
        from coachcli.errors import UsageError

        again = command("client", "export", client_id, "--with-others", "--yes")
        raise UsageError("Nothing was given out: here nobody can be asked.", f"If you have weighed it: {again}")
    try:
        return chooser.agree(_WEIGH, on_enter=False)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


@app.command(
    cls=ShowCommand, epilog='Examples:\n\n  coach client erase jane\n\n  coach client erase jane --yes "Jane Example"\n'
)
def erase(
    ctx: typer.Context,
    client: ClientArgument,
    yes: Annotated[
        str | None,
        typer.Option("--yes", metavar="NAME", help="Their name once more, where nobody can be asked for it."),
    ] = None,
    keep_hours: Annotated[
        bool, typer.Option("--keep-hours/--no-hours", help="Whether the hours stay, as numbers without a name.")
    ] = True,
) -> None:
    """Erase a client for good.

    Every place is shown first, and you are asked for the name. Nothing goes into the trash.
    """
    from coachcli.app.erase import erasure, rows
    from coachcli.app.erase.survey import survey
    from coachcli.render.folded_lines import folded_lines

    context = context_for(ctx)
    known = survey(context, client)
    erasure.refuse_open(context.practice, known.client)
    _show(context, known, keeps_hours=keep_hours)
    if not erasure.is_named(known, yes if yes is not None else _typed(known)):
        from coachcli.errors import UsageError

        raise UsageError("That is not their name.", "Nothing was erased.")
    done = erasure.erase(context, known, keeps_hours=keep_hours)
    erased = f"{done.client.name} is erased. Nothing of theirs is left in your practice, nor rescued or remembered."
    out(folded_lines(f"{erased}\n", terminal_width()))
    if done.as_told:
        err(f"{rows.still(done.as_told)}\n")
    for path in done.also_in:
        err(f"The name also stands in {path}\n")
    err("Out of reach, and for you to think of:\n" + "".join(f"- {one}\n" for one in rows.UNREACHED))


def _show(context: "Context", known: "Survey", *, keeps_hours: bool) -> None:
    """Show every place, and apart from them where else the name stands."""
    from coachcli.app.erase import rows
    from coachcli.render.folded_lines import folded_lines
    from coachcli.render.table import table

    out(f"{'Left' if known.is_begun else 'There is'} of {known.client.name}:\n\n")
    out(table(rows.places(context, known), terminal_width()))
    rest = [f"{rows.alone(known.alone)}\n"] if known.alone else []
    rest += [f"{line}\n" for line in rows.hours(context, known)] if keeps_hours else []
    out(folded_lines("".join(rest), terminal_width()))
    if known.mentions:
        told = ["", "Not theirs, and left as it is. The name in it may be theirs or somebody else's: read it.", ""]
        out(folded_lines("\n".join((*told, *rows.mentions(context, known), "")), terminal_width()))
    out("\n")
    for error in known.unread:
        err(f"{error.message} Nobody looked there.\n")


def _typed(known: "Survey") -> str:
    """The name as the coach types it; raises where nobody can be asked."""
    chooser = somebody_to_ask()
    if chooser is None:
        from coachcli.errors import UsageError

        again = command("client", "erase", known.client.id, "--yes", known.client.name)
        raise UsageError("Nothing was erased: here nobody can be asked for the name.", f"To say it: {again}")
    try:
        return chooser.write(f"To erase all of this for good, type their name ({known.client.name}):")
    except KeyboardInterrupt:
        raise typer.Exit(130) from None

"""`coach client ...` for what a person may ask: to have all that is held about them, and to be forgotten."""

from typing import TYPE_CHECKING, Annotated

import typer

from coachcli.cli.client import app
from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import context_for, err, out, terminal_width
from coachcli.cli.usage.completion import ClientArgument
from coachcli.cli.usage.near_name import ShowCommand
from coachcli.command_line import command

if TYPE_CHECKING:
    from coachcli.app.context import Context
    from coachcli.app.erase.survey import Survey

__all__ = ["app"]


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
) -> None:
    """Erase a client for good: it shows every place first, and asks for the name. Nothing goes into the trash."""
    from coachcli.app.erase import erasure, rows
    from coachcli.app.erase.survey import survey

    context = context_for(ctx)
    known = survey(context, client)
    erasure.refuse_open(context.practice, known.client)
    _show(context, known)
    if not erasure.is_named(known, yes if yes is not None else _typed(known)):
        from coachcli.errors import UsageError

        raise UsageError("That is not their name.", "Nothing was erased.")
    done = erasure.erase(context, known)
    out(f"{done.client.name} is erased. Nothing of theirs is left in your practice, nor rescued or remembered.\n")
    for path in done.also_in:
        err(f"The name also stands in {path}\n")
    err("Out of reach, and for you to think of:\n" + "".join(f"- {one}\n" for one in rows.UNREACHED))


def _show(context: "Context", known: "Survey") -> None:
    """Show every place, and apart from them where else the name stands."""
    from coachcli.app.erase import rows
    from coachcli.render.table import table

    out(f"{'Left' if known.is_begun else 'There is'} of {known.client.name}:\n\n")
    out(table(rows.places(context, known), terminal_width()))
    out(f"{rows.alone(known.alone)}\n" if known.alone else "")
    if known.mentions:
        out("\nNot theirs, and left as it is. The name in it may be theirs or somebody else's: read it.\n\n")
        out("".join(f"{row}\n" for row in rows.mentions(context, known)))
    out("\n")
    for error in known.unread:
        err(f"{error.message} Nobody looked there.\n")


def _typed(known: "Survey") -> str:
    """The name as the coach types it; raises where nobody can be asked."""
    chooser = somebody_to_ask()
    if chooser is None:
        from coachcli.errors import UsageError

        again = command("client", "erase", known.client.id, "--yes", known.client.name)
        raise UsageError("Is all of this to be erased for good?", f"Nothing was erased. To say so: {again}")
    try:
        return chooser.write(f"To erase all of this for good, type their name ({known.client.name}):")
    except KeyboardInterrupt:
        raise typer.Exit(130) from None

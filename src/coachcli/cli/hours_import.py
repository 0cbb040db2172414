"""`coach hours import`: a log of hours that was kept elsewhere, understood row by row before it is taken in."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.hours import app
from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import DISCREET, context_for, err, out, terminal_width
from coachcli.command_line import command

if TYPE_CHECKING:
    from coachcli.app.context import Context
    from coachcli.app.hours.log_import import ReadLog

__all__ = ["app"]


@app.command(
    "import",
    epilog="Examples:\n\n  coach hours import log.xlsx\n\n  coach hours import log.csv --date-order MDY --write\n\n"
    '  coach hours import log.xlsx --sheet "Log 2024" --column "Std.=paid"\n\n'
    "Without --write nothing is written, unless you say so when asked. The answer is 1 where a row is not understood.",
)
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The log, as CSV or XLSX.")],
    write: Annotated[bool, typer.Option("--write", help="Add its new rows to your hours from before.")] = False,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="The sheet, where there are several.")
    ] = None,
    order: Annotated[
        Literal["DMY", "MDY", "YMD"] | None,
        typer.Option("--date-order", help="In which order its days are, if not in that of your practice."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column", metavar="HEADING=FIELD", help="What a column holds, where its heading does not say it."
        ),
    ] = None,
    discreet: Annotated[bool, typer.Option(DISCREET, help="Others see the screen: counts alone.")] = False,
) -> None:
    """Take in a log of hours that you kept elsewhere.

    First see what is understood, then add it.
    """
    from coachcli.app.call.presence import naming_nobody
    from coachcli.app.hours.log_import import Source, read

    context = context_for(ctx)
    with naming_nobody(lambda: discreet):
        found = read(context, Source(file, sheet, order, tuple(column or ())))
        _show(found, discreet=discreet)
        if found.log.new:
            _take_in(context, found, file, write=write)
    if found.log.of("not understood", "differs"):
        raise typer.Exit(1)


def _show(found: "ReadLog", *, discreet: bool) -> None:
    from coachcli.render.folded_lines import folded_lines
    from coachcli.render.hours.log_rows import counted, log_text

    text = (
        "".join(f"{line}\n" for line in counted(found.log))
        if discreet
        else log_text(found.table, found.columns, found.log)
    )
    out(folded_lines(text, terminal_width()))


def _take_in(context: "Context", found: "ReadLog", file: str, *, write: bool) -> None:
    """Add the new rows where that was said, or is said now."""
    from coachcli.app.hours.log_import import write as add

    count = len(found.log.new)
    rows = f"{count} row{'' if count == 1 else 's'}"
    chooser = None if write else somebody_to_ask()
    if write or (chooser is not None and chooser.agree(f"Add {rows} to your hours from before?", on_enter=None)):
        add(context, found)
        err(f"Added: {rows}. All your hours: {command('hours')}\n")
    else:
        err(f"Nothing was written. To add {rows}: {command('hours', 'import', file, '--write')}\n")

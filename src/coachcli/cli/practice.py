"""`coach practice ...`: the whole of a practice, checked, kept elsewhere, and what of it is kept too long."""

import typer

from coachcli.cli.terminal.output import JsonOption, context_for, out, terminal_width
from coachcli.cli.terminal.progress_bar import progress_shown

app = typer.Typer(help="Your practice as a whole: check it, back it up.", no_args_is_help=True, rich_markup_mode=None)

_CHECK = """Examples:

  coach practice check

  coach practice check --json

It ends with 1 where something is wrong.
"""


@app.command(epilog=_CHECK)
def check(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """Read every file, and say all that is wrong anywhere.

    Nothing is changed by it.
    """
    from coachcli.app.practice.check import check as examined
    from coachcli.app.practice.check import number_of_files
    from coachcli.render.practice.findings import findings_data, findings_text

    context = context_for(ctx)
    with progress_shown(context, lambda: number_of_files(context.practice)):
        found = examined(context)
    if as_json:
        from coachcli.render.session.data import as_json as json_text

        out(json_text(findings_data(found)))
    else:
        from coachcli.render.folded_lines import folded_lines

        out(folded_lines(findings_text(found), terminal_width()))
    if found.errors:
        raise typer.Exit(1)

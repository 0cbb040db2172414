"""`coach session transcript`: what was said in a call, read where it lies, beside a write-up."""

from typing import Annotated

import typer

from coachcli.cli.foreign.session_import import app
from coachcli.cli.terminal.output import err, out, terminal_width

__all__ = ["app"]


@app.command(
    epilog="Examples:\n\n  coach session transcript call.vtt\n\n  coach session transcript call.vtt --from 12:00\n\n"
    '  coach session transcript call.txt --find "the board"\n\n'
    "It is read where it lies: nothing of it is copied into your practice or becomes a note."
)
def transcript(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The transcript, as VTT, SRT or text.")],
    find: Annotated[
        str | None, typer.Option("--find", metavar="WORDS", help="Only what has all these words in it.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="TIME", help="Only from this time of the call on: 12:00, 1:12:00.")
    ] = None,
) -> None:
    """Read a call's transcript beside a write-up.

    By speaker and time, and from where it lies.
    """
    from coachcli.app.foreign.transcript_view import passages
    from coachcli.render.foreign.transcript_rows import transcript_text

    found = passages(file, find, since)
    err("".join(f"{said}\n" for said in found.told))
    if found.said:
        out(transcript_text(found.said, terminal_width()))
    elif find is None:
        err("The call ends before that.\n")
    else:
        err("Nobody says that. A shorter part of a word finds more.\n")

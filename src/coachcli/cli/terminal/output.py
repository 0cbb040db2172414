"""What the commands share: the context, output that is safe to show, and the end of a list."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coachcli.errors import CoachError

if TYPE_CHECKING:
    from coachcli.app.context import Context

PracticeOption = Annotated[
    Path | None,
    typer.Option("--practice", help="Use this folder instead of your usual practice.", metavar="FOLDER"),
]
DISCREET = "--discreet"
"""The option for a screen that others see."""
_USUAL_WIDTH = 80
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]


def context_for(ctx: typer.Context) -> "Context":
    """The context of a command."""
    from coachcli.app.context import Context, SystemClock
    from coachcli.store.paths import find_practice

    return Context(find_practice(ctx.find_root().obj), SystemClock())


def out(text: str) -> None:
    """Write a result to standard output, without anything that would act on a terminal."""
    from coachcli.domain.text import visible

    out_as_is(visible(text))


def out_as_is(text: str) -> None:
    """Write a file to standard output: letter for letter into a pipe; on a terminal as `out` does."""
    if sys.stdout.isatty():
        from coachcli.domain.text import visible

        text = visible(text)
    with _written():
        sys.stdout.write(text.encode("utf-8", "replace").decode("utf-8") if _takes_all() else _ascii(text))
        sys.stdout.flush()


def out_bytes(content: bytes) -> None:
    """Write a file that is no text to standard output, byte for byte."""
    with _written():
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


@contextmanager
def _written() -> Iterator[None]:
    """Have what goes wrong with standard output told in words."""
    try:
        yield
    except BrokenPipeError:
        # Whoever read the output has left. That is no error, but typer would end the command with one.
        raise typer.Exit from None
    except OSError:
        from coachcli.store.disk.primitives import in_words

        with in_words(Path("The output"), "written"):
            raise


def err(text: str) -> None:
    """Write a message to the coach to standard error, beside the result; on a terminal no word is broken."""
    from coachcli.domain.text import visible

    text, width = visible(text), error_width()
    if width is not None:
        from coachcli.render.folded_lines import message_lines

        text = message_lines(text, width)
    sys.stderr.write(text)
    sys.stderr.flush()


def err_as_is(text: str) -> None:
    """Show a text on standard error as it stands, in its own lines."""
    from coachcli.domain.text import visible

    sys.stderr.write(visible(text))
    sys.stderr.flush()


def finish_list(passed_over: Sequence[CoachError]) -> None:
    """End a list: say once what was passed over, and leave with the gravest exit code of that."""
    errors = {error.message: error for error in passed_over}
    for error in errors.values():
        err(f"{error.message}\n{error.hint}\n")
    if errors:
        raise typer.Exit(max(error.exit_code for error in errors.values()))


def terminal_width() -> int | None:
    """The width of standard output; None where that is no terminal."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def error_width() -> int | None:
    """The width of standard error, where that is a terminal."""
    return error_columns() if sys.stderr.isatty() else None


def error_columns() -> int:
    """How many columns standard error has: output may go into a pipe, and then knows of no terminal."""
    import shutil

    if not os.environ.get("COLUMNS"):
        with suppress(OSError, ValueError):
            return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_WIDTH
    return shutil.get_terminal_size().columns


def terminal_rows() -> int | None:
    """The height of standard output; None where that is no terminal."""
    import shutil

    return shutil.get_terminal_size().lines if sys.stdout.isatty() else None


def _takes_all() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def _ascii(text: str) -> str:
    """The text for a terminal that cannot show every letter: others are spelled in ASCII."""
    encoding = sys.stdout.encoding or "ascii"
    return text.encode(encoding, "backslashreplace").decode(encoding)

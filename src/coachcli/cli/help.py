"""The first page of help: what a coach is about to do, and the commands for it."""

from functools import partial
from typing import Any

from typer.core import TyperGroup

_TASKS = {
    "Before a call": (
        ('coach prep "Jane Doe"', "where things stand, on one screen"),
        ("coach session start --rehearse", "try it out; nothing is kept"),
    ),
    "During it": (
        ("coach session start", "pick a client and a model, and begin"),
        ('coach session start "Jane Doe" -f grow', "begin at once"),
        ("coach session resume", "go on where you left"),
    ),
    "After it": (
        ("coach session export --for client", "the summary to send"),
        ("coach session show", "read it again, with all that was noted"),
        ("coach session amend", "add what came to you later"),
    ),
    "Between sessions": (
        ("coach", "what is unfinished, and what is due"),
        ("coach action list", "what your clients have chosen to do"),
        ('coach action done "Jane Doe"', "mark what was done"),
        ('coach session list "Jane Doe"', "the sessions you have had"),
    ),
    "Models": (
        ("coach framework list", "those there are"),
        ("coach framework new mine --from grow", "one of your own"),
    ),
}
_NARROW = 60
_FIRST = 9


class HelpByTask(TyperGroup):
    """The group of all commands. Where columns would be too narrow, what is said of each stands below it."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Begin a command line; all help that is asked for there is as wide as this terminal."""
        return super().make_context(info_name, args, parent, **{"terminal_width": _width(), **extra})

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write_dl = partial(formatter.write_dl, col_max=_FIRST if formatter.width < _NARROW else 40)
        super().format_help(ctx, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 its signature
        """Write the examples."""
        formatter.write_paragraph()
        formatter.write_text("Examples, by what you are about to do")
        for task, rows in _TASKS.items():
            with formatter.section(task):
                formatter.write_dl(rows)


def _width() -> int | None:
    """The width on a narrow terminal; typer itself would go no lower than 50."""
    import shutil

    columns = shutil.get_terminal_size().columns
    return max(columns - 1, 20) if columns < _NARROW else None

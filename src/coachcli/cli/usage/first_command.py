"""A group of commands whose name alone, with what it is about, is the first of them."""

from typing import Any

from typer.core import TyperGroup


class FirstCommand(TyperGroup):
    """A group that takes `coach themes jane` for `coach themes show jane`: a word that names no command is for it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; the first command is named where none is."""
        first = next(iter(self.commands))
        asks_for_help = bool(args) and args[0] in self.get_help_option_names(ctx)
        if args and args[0] not in self.commands and not asks_for_help:
            args = [first, *args]
        return super().parse_args(ctx, args)

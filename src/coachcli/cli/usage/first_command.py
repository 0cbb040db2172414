"""A group of commands whose name alone, with what it is about, is the first of them."""

from difflib import get_close_matches
from typing import Any

from typer.core import TyperGroup


class FirstCommand(TyperGroup):
    """A group that takes `coach themes jane` for `coach themes show jane`: a word that names no command is for it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; the first command is named where none is."""
        first = next(iter(self.commands))
        asks_for_help = bool(args) and args[0] in self.get_help_option_names(ctx)
        if args and args[0] not in self.commands and not asks_for_help and not self._is_misspelt(args):
            args = [first, *args]
        return super().parse_args(ctx, args)

    def _is_misspelt(self, args: list[str]) -> bool:
        """Whether the first word is nearly a command, with what it is about behind it: `coach themes shw jane`."""
        has_more = len(args) > 1 and not args[1].startswith("-")
        return has_more and bool(get_close_matches(args[0], self.commands))

"""What a coach asks to be found, from the words of a command line."""

from collections.abc import Callable, Sequence
from typing import get_args

from coachcli.command_line import command
from coachcli.domain.find.query import Query, sought_in, split_line
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.terms import Kind, Room
from coachcli.domain.text import clean, folded, one_line
from coachcli.errors import UsageError, harmless
from coachcli.live.choice.chooser import Chooser

_KINDS: dict[str, Kind] = {
    **{folded(row.name): kind for kind, row in NOTE_KINDS.items() if not row.speaks_for_itself},
    **{kind: kind for kind in get_args(Kind)},
}


def query_for(
    words: Sequence[str], kind: str | None, tag: str | None, room: Room | None, ask: Callable[[], Chooser | None]
) -> Query:
    """What is looked for. Without words, a kind or a tag the coach is asked; raises UsageError where nobody can be."""
    wanted = None if kind is None else _kind(kind)
    if not words and wanted is None and not tag:
        chooser = ask()
        words = split_line(chooser.write("Find what?")) if chooser is not None else ()
    sought = sought_in(words)
    if not sought and (words or (wanted is None and not tag)):
        hint = f"A word or several, all of them in one note: {command('find', 'budget')}"
        raise UsageError(harmless("Find what?"), hint)
    return Query(sought, wanted, f"#{clean(tag).strip().lstrip('#')}" if tag else "", room)


def _kind(words: str) -> Kind:
    kind = _KINDS.get(folded(words))
    if kind is None:
        there = ", ".join(get_args(Kind))
        raise UsageError(f"There is no kind of note called {one_line(clean(words))[:40]}.", f"There is: {there}")
    return kind

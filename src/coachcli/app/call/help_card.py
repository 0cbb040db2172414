"""The help card: what the question at hand takes and what else can be typed, on as few pages as the window allows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from coachcli.domain.answer.types import answer_type
from coachcli.domain.framework.model import Place
from coachcli.domain.line.commands import COMMANDS, CommandWord
from coachcli.domain.note_kinds import signed
from coachcli.domain.session.answers import answer_here, choices_for
from coachcli.domain.session.model import Session
from coachcli.domain.session.walk import Walk

_SIGNS = (*(f"{sign.typed}{sign.help}" for sign in signed().values()), "#tag", "//text with a slash")
_SHORT_SIGNS = (*(f"{sign.typed}{sign.short}" for sign in signed().values()), "#tag", "//text")
_KEYS = ("Up, Down your notes", "Tab completes", "Shift-Tab back", "F2 action", "Ctrl-D pause")
_MORE = "/help WORD says more."


def help_card(about: Sequence[str], columns: int, rows: int) -> list[str]:
    """The rows of the card: as much of `about`, on the question, as there is room for; then the signs and commands.

    What each command does is told only where there is room for all of them.
    """
    room = columns - 2
    *_, smallest = cards = list(_cards(room))
    fitting = (card for card in cards if len(card) <= rows and all(len(row) <= room for row in card))
    card = next(fitting, smallest)
    shown: list[str] = []
    # The last text says how to answer. Those on the stage come before it, where there is room for them.
    for text in reversed(about):
        lines = wrap(text, room)
        shown = [*lines, *shown] if len(lines) + len(shown) + len(card) <= rows else shown
    return [f" {row}" for row in (*shown, *card)]


def help_pages(about: Sequence[str], columns: int, rows: int) -> list[tuple[str, ...]]:
    """The card as pages: in the lowest windows it takes more than one."""
    card = help_card(about, columns, rows)
    return [tuple(card[start : start + rows]) for start in range(0, len(card), rows)]


def explained(name: str) -> str | None:
    """What a command does; None where no command has that name."""
    word = COMMANDS.get(name.removeprefix("/").casefold())
    return f"{word.usage}: {word.summary}.{f' Key: {word.key}.' if word.key else ''}" if word else None


def stage_notes(walk: Walk, place: Place, session: Session) -> list[str]:
    """All that the framework says of the stage at hand."""
    stage = place.stage
    texts = ((stage.title, stage.aim), ("In mind", stage.cue), ("Before you leave it", stage.exit))
    return [f"{label}: {walk.fill(text, session)}" for label, text in texts if text]


def guidance(walk: Walk, place: Place, session: Session) -> str:
    """How to answer the question at a place."""
    if answer_here(session, place.question) is not None:
        return "It is answered. Words are a note for you alone now; Enter on an empty line goes on."
    return answer_type(place.question, choices_for(place.question, session, walk.framework)).guidance


def _cards(room: int) -> Iterator[list[str]]:
    """The signs, commands and keys in every size, the largest first."""
    for called in (_usage, _name):
        yield [*_flow(_SIGNS, room), *_two_columns(_explained(called), room), *_flow(_KEYS, room)]
    yield [*_flow(_SIGNS, room), *_explained(_name), *_flow(_KEYS, room)]
    names = [f"/{name}" for name in COMMANDS]
    yield [*_flow(_SIGNS, room), *_flow(names, room), *_flow(_KEYS, room), _MORE]
    yield [*_flow(_SIGNS, room), *_flow(names, room), _MORE]
    yield _flow([*_SHORT_SIGNS, *(name for name in names if name != "/help"), "/help WORD"], room, " ")


def _usage(word: CommandWord) -> str:
    return word.usage


def _name(word: CommandWord) -> str:
    return word.usage.partition(" ")[0]


def _explained(called: Callable[[CommandWord], str]) -> list[str]:
    widest = max(len(called(word)) for word in COMMANDS.values())
    return [f"{called(word):<{widest}}  {word.summary}" for word in COMMANDS.values()]


def _two_columns(rows: list[str], room: int) -> list[str]:
    """Rows in two columns: the first half on the left, the second on the right."""
    half = (len(rows) + 1) // 2
    pairs = list(zip_longest(rows[:half], rows[half:], fillvalue=""))
    left = max(max(len(row) for row, _ in pairs) + 2, room // 2)
    return [f"{row:<{left}}{beside}".rstrip() for row, beside in pairs]


def _flow(words: Iterable[str], room: int, between: str = "   ") -> list[str]:
    """Words side by side, in as many rows as they need; no word is broken."""
    rows: list[str] = []
    for word in words:
        if rows and len(rows[-1]) + len(between) + len(word) <= room:
            rows[-1] += f"{between}{word}"
        else:
            rows.append(word)
    return rows

"""The card before a session, fitted to any window: what matters least is left out first, and the card says so."""

from collections.abc import Iterable, Iterator

from coachcli.cells import cells, cut, wrap
from coachcli.command_line import command
from coachcli.domain.client.outlook_words import day_words, figures, open_stops
from coachcli.domain.client.prep import OpenAction, OpenGoal, Preparation, Said
from coachcli.domain.client.prep_words import besides, heading, next_session, short_day, short_when, since
from coachcli.domain.history.agreed_dates import AgreedDate
from coachcli.domain.history.goals import MOST_SHOWN, nearness_words
from coachcli.domain.session.model import When
from coachcli.domain.session.wording import sure_words
from coachcli.render.client.fitted import LABEL, NARROW, Item, Part, all_rows, part_rows, plain
from coachcli.render.table import folded

_FORM_WORDS = {"focus": "Wants to look at", "done": "Done", "not_done": "Not done", "in_the_way": "In the way"}
# With more rows than this, one can be spared to say where the rest is.
_ROOMY = 4


def card_rows(prepared: Preparation, columns: int, rows: int, rest: str = "") -> list[str]:
    """The card in at most so many rows, each narrower than the window; `rest` is the command that shows all of it.

    A command that is wider than the window is not broken: the terminal gives it as many rows as it needs.
    """
    width = max(20, columns) - 1
    head, opening = _head(prepared, width), _opening(prepared, width, max(1, min(3, rows // 4)))
    parts = [part for part in _parts(prepared, width) if part.items]
    room = rows - len(head) - len(opening)
    more: list[str] = []
    shown = part_rows(parts, room, width)
    is_less = len(shown) < all_rows(parts, width) or any("…" in row for row in shown)
    if is_less and room > _ROOMY:
        more = _where_all_is(rest or command("prep", prepared.client, "--as", "markdown"), width)
        room -= sum(-(-cells(row) // columns) for row in more)
        shown = part_rows(parts, room, width)
    gap = [""] if shown and len(shown) + 2 <= room else []
    return [*head, *gap, *shown, *gap, *opening, *more][:rows]


def _head(prepared: Preparation, width: int) -> list[str]:
    """The client, since when, and the next session: on one row if they fit."""
    following = next_session(prepared)
    whole = [heading(prepared), since(prepared), f"next session {following}" if following else ""]
    first, *others = [plain(part) for part in whole if part]
    rows = [first]
    for part in others:
        if cells(f" {rows[-1]} · {part}") <= width:
            rows[-1] = f"{rows[-1]} · {part}"
        else:
            rows.append(part[0].upper() + part[1:])
    return [cut(f" {row}", width) for row in rows]


def _opening(prepared: Preparation, width: int, rows: int) -> list[str]:
    """The proposed first question, in at most so many rows."""
    words = plain(prepared.opening)
    if width < NARROW:
        first, *rest = folded(f"To begin: {words}", width - 3)
        shown = [f" {first}", *(f"   {row}" for row in rest)]
    else:
        first, *rest = folded(words, width - LABEL - 1)
        shown = [f" {'To begin':<{LABEL}}{first}", *(f" {'':<{LABEL}}{row}" for row in rest)]
    if len(shown) > rows:
        shown = [*shown[: rows - 1], f"{shown[rows - 1]} …"]
    return [cut(row, width) for row in shown]


def _where_all_is(command: str, width: int) -> list[str]:
    """Where the whole card is: in one row, or with the command below, in one piece so that it can be copied."""
    row = f" All of it: {command}"
    return [row] if cells(row) < width else [" All of it:", f"   {command}"]


def _parts(prepared: Preparation, width: int) -> Iterable[Part]:
    """The parts of the card, in the order in which they are shown."""
    yield Part(2, "Engagement", tuple(_engagements(prepared, width)))
    yield Part(2, "Dates agreed", tuple(_date(one, prepared) for one in prepared.dates))
    yield Part(2, "They wrote", tuple(_written(prepared)))
    yield Part(3, "They took away", _said(prepared.took_away, prepared))
    yield Part(7, "Insight", _said(prepared.insight, prepared))
    yield Part(6, "In their words", _said(prepared.quote, prepared, "“", "”"))
    yield Part(1, "Actions", tuple(_action(one, prepared) for one in prepared.actions))
    yield Part(4, "Goals", tuple(_goals(prepared)))
    yield Part(9, "Values", _values(prepared))
    yield Part(2, "To pass on", tuple(Item(words) for words in prepared.to_pass_on))
    yield Part(5, "You promised", tuple(Item(words) for words in prepared.promises))
    yield Part(8, "Parked", tuple(Item(words) for words in prepared.parked))
    yield Part(9, "Besides", (Item(besides(prepared)),) if besides(prepared) else ())


def _values(prepared: Preparation) -> tuple[Item, ...]:
    return (Item(", ".join(prepared.values)),) if prepared.values else ()


def _engagements(prepared: Preparation, width: int) -> Iterator[Item]:
    """Where each engagement stands, in a narrow window on several rows, and what of its road is late or due."""
    for one in prepared.outlooks:
        words = figures(one, prepared.titles)
        yield from map(Item, [words] if width >= NARROW else wrap(words, width - 4, breaks=True))
        yield from (Item(words) for words in open_stops(one, prepared.titles, prepared.today))


def _date(one: AgreedDate, prepared: Preparation) -> Item:
    """A day agreed: of a narrow row its words are cut, and the day is not."""
    day, agreed = day_words(one, prepared.today), short_day(one.agreed, prepared.today)
    what, behind = (one.name, f" {day}") if one.when.on else (f"{one.name} {day}", "")
    return Item(what, f"{behind}, agreed {agreed}")


def _written(prepared: Preparation) -> Iterator[Item]:
    """What the client wrote; first what they want to look at, as the session begins with it."""
    for one in sorted(prepared.written, key=lambda one: one.question != "focus"):
        yield Item(f"{_FORM_WORDS.get(one.question, one.asked)}: {one.words}")


def _said(said: Said | None, prepared: Preparation, before: str = "", after: str = "") -> tuple[Item, ...]:
    if said is None:
        return ()
    day = "" if said.on == prepared.last else f" ({short_day(said.on, prepared.today)})"
    return (Item(f"{before}{said.words}", f"{after}{day}"),)


def _action(one: OpenAction, prepared: Preparation) -> Item:
    late = "overdue · " if one.overdue else ""
    sure = sure_words(one.confidence) if one.confidence is not None else ""
    return Item(f"{late}{one.what}", _behind(_day(one.due, prepared), sure))


def _goals(prepared: Preparation) -> Iterator[Item]:
    """The newest goals, and how many more there are."""
    yield from (_goal(goal, prepared) for goal in prepared.goals[:MOST_SHOWN])
    if len(prepared.goals) > MOST_SHOWN:
        yield Item(f"and {len(prepared.goals) - MOST_SHOWN} more")


def _goal(goal: OpenGoal, prepared: Preparation) -> Item:
    """A goal: its numbers are never cut, as they say more than its words and its day, which may be."""
    near = nearness_words(goal.numbers, prepared.today, "%b")
    return Item(f"{goal.what}{_behind(_day(goal.due, prepared))}", _behind(near))


def _day(due: When | None, prepared: Preparation) -> str:
    return short_when(due, prepared.today) if due else ""


def _behind(*parts: str) -> str:
    return "".join(f" · {part}" for part in parts if part)

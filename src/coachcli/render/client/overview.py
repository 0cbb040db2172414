"""The first screen: as much of everything as fits into a window, and how much does not."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from coachcli.cells import cells, cut, wrap
from coachcli.command_line import command
from coachcli.domain.client.overview import Agreed, Due, Overview, Promised, UnderWay, Unfinished, Unseen
from coachcli.domain.session.wording import full_time
from coachcli.domain.text import one_line, visible
from coachcli.render.folded_lines import folded_lines

_NEW = (
    (("session", "start"), "walk a session with a client"),
    (("session", "list"), "what you have"),
    (("framework", "list"), "the frameworks to choose from"),
)
_KNOWN = (
    (("session", "start"), "walk a session with a client"),
    (("prep", "CLIENT"), "where things stand, before a call"),
    (("action", "list"), "everything that is open"),
)
_WELCOME = "Welcome. Nobody is here yet; your first client comes with your first session:"
_TOO_NARROW = 62
# The commands take so many cells, before the words on what each does.
_HINT = 27
# The sections in the order in which they get room: what is due comes first.
_FIRST_TO_GROW = (1, 2, 0, 3, 6, 4, 5)

# The words of one command.
_Words = tuple[str, ...]
# The rows of one thing in a section.
_Item = Sequence[str]
# The heading of a section, the things under it, and the command that shows all of them.
_Section = tuple[str, Sequence[_Item], str]


def overview_text(overview: Overview, width: int | None = None, rows: int | None = None) -> str:
    """The first screen in a window of so many columns and rows; the whole of it where there is no window."""
    hints = _hints(_NEW if overview.is_new else _KNOWN, width)
    sections = list(_sections(overview, width))
    # The last row of the window is for the shell's prompt.
    shown = _shares(sections, None if rows is None else rows - 1 - sum(_height(row, width) for row in hints), width)
    parts = [_part(section, count) for section, count in zip(sections, shown, strict=True)]
    welcome = [*_folded(_WELCOME, width), f"  {command('session', 'start')}", ""] if overview.is_new else []
    return visible("\n".join([*welcome, *(row for part in parts for row in part), *hints])) + "\n"


def _sections(overview: Overview, width: int | None) -> Iterator[_Section]:
    yield "Unfinished", [_unfinished(one, width) for one in overview.unfinished], f": {command('session', 'list')}"
    yield "Overdue and due this week", list(_due(overview.due, width)), f": {command('action', 'list')}"
    yield "Dates agreed", list(_agreed(overview.agreed, width)), ""
    yield "You promised", [[_cut(_promised(one), width)] for one in overview.promised], f": {command('action', 'list')}"
    yield "Engagements", [_under_way(one, width) for one in overview.under_way], ""
    yield "Not seen for a while", [[_cut(_unseen(one, width), width)] for one in overview.unseen], ""
    yield "To pass on", [[_cut(f"  {one_line(one.client)}: {one.count}", width)] for one in overview.to_pass_on], ""


def _shares(sections: Sequence[_Section], rows: int | None, width: int | None) -> list[int]:
    """How many things of each section fit: one more of each in turn, until the window is full."""
    if rows is None:
        return [len(items) for _, items, _ in sections]
    shown = [0 for _ in sections]
    while True:
        before = list(shown)
        for number in _FIRST_TO_GROW:
            most = len(sections[number][1])
            more = [*shown[:number], min(shown[number] + 1, most), *shown[number + 1 :]]
            parts = (_part(*pair) for pair in zip(sections, more, strict=True))
            if sum(_height(row, width) for part in parts for row in part) <= rows:
                shown = more
        if shown == before:
            return shown


def _height(row: str, width: int | None) -> int:
    """How many rows of the window a row takes: a command that is longer than the window goes on below."""
    return 1 if width is None else max(1, -(-cells(row) // width))


def _part(section: _Section, count: int) -> list[str]:
    """A section with its first `count` items, and how many more there are."""
    heading, items, where = section
    if not count:
        return [f"{heading}: {len(items)}"] if items else []
    rows = [row for item in islice(items, count) for row in item]
    more = [f"  and {len(items) - count} more{where}"] if count < len(items) else []
    return [heading, *rows, *more, ""]


def _unfinished(one: Unfinished, width: int | None) -> _Item:
    """An unfinished session, and the command that goes on with it: it stays whole, so that it can be copied."""
    first = _cut(f"  {one_line(one.client)}, {one.framework}, {full_time(one.started)}", width)
    return [first, *_folded(f"    {command('session', 'resume', one.id)}", width)]


def _due(due: Sequence[Due], width: int | None) -> Iterator[_Item]:
    rows = [(one.whose, _day(one.day, one.days, "overdue"), one.what) for one in due]
    return _dated(rows, width)


def _agreed(agreed: Sequence[Agreed], width: int | None) -> Iterator[_Item]:
    rows = [
        (one.client, _day(one.day, one.days, f"was {_short(one.day)}"), f"{one.what}, agreed {_short(one.agreed)}")
        for one in agreed
    ]
    return _dated(rows, width)


def _dated(rows: Sequence[tuple[str, str, str]], width: int | None) -> Iterator[_Item]:
    """A row for each thing, its day first; above the first of a client stands their name."""
    days = max((cells(day) for _, day, _ in rows), default=0)
    before = ""
    for whose, day, what in rows:
        name = [] if whose == before else [_cut(f"  {one_line(whose)}", width)]
        yield [*name, _cut(f"    {day:<{days}}  {one_line(what)}", width)]
        before = whose


def _day(day: date, days: int, over: str) -> str:
    if days < 0:
        return over
    return {0: "today", 1: "tomorrow"}.get(days) or _short(day)


def _under_way(one: UnderWay, width: int | None) -> _Item:
    """The figures beside the name where both fit, else below it; then what is late or due."""
    name, stops = f"  {one_line(one.client)}", [one_line(stop) for stop in one.stops]
    whole = f"{name}: {one.figures}"
    if width is None or cells(whole) < width:
        rows, below = [whole], stops
    else:
        rows, below = [_cut(name, width)], [one.figures, *stops]
    room = width - 1 if width else max((cells(row) for row in below), default=0) + 4
    return [*rows, *(row for words in below for row in wrap(words, room, "    ", "      ", breaks=True))]


def _short(day: date) -> str:
    """A day as in `Fri 27 Nov`."""
    return f"{day:%a} {day.day} {day:%b}"


def _promised(one: Promised) -> str:
    day = f" (by {_short(one.day)})" if one.day else ""
    return f"  {one_line(one.client)}{day}: {one_line(one.what)}"


def _unseen(one: Unseen, width: int | None) -> str:
    usual = "planned" if one.cadence.is_set else "usually"
    seen = "" if _is_narrow(width) else "last seen "
    every = f"every {one.cadence.days}" if one.cadence.days > 1 else "every day"
    return f"  {one_line(one.client)}, {seen}{one.days} days ago, {usual} {every}"


def _cut(row: str, width: int | None) -> str:
    """A row, cut to the window."""
    if width is None:
        return row
    # Letters far beyond the edge need not be measured.
    return cut(visible(row[: 4 * width]), width - 1)


def _folded(row: str, width: int | None) -> list[str]:
    return folded_lines(row, width).split("\n")


def _is_narrow(width: int | None) -> bool:
    return width is not None and width < _TOO_NARROW


def _hints(hints: Sequence[tuple[_Words, str]], width: int | None) -> list[str]:
    """Each command with what it does, where both fit side by side; else only the commands, which can be copied."""
    typed = [command(*words) for words, _ in hints]
    room = max(_HINT, *(cells(one) + 2 for one in typed))
    rows = [f"{one}{' ' * (room - cells(one))}{what}" for one, (_, what) in zip(typed, hints, strict=True)]
    fits = width is None or all(cells(row) < width for row in rows)
    return rows if fits and not _is_narrow(width) else typed

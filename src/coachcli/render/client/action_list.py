"""What is open between sessions, as a numbered list; and what a command did with one thing of it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from coachcli.command_line import command
from coachcli.domain.day_names import opening
from coachcli.domain.history.open_items import Followed
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.circle import mark_of
from coachcli.domain.session.model import Note, When
from coachcli.domain.session.voice import is_with_client, owner_words
from coachcli.domain.session.wording import day_words, extras, full_date
from coachcli.domain.text import one_line, visible
from coachcli.render.table import folded

_OPEN = {kind: row.open_words for kind, row in NOTE_KINDS.items() if row.open_words is not None}
# A goal is looked back on, and not done by a day: it stands below all that is.
HEADINGS = {kind: _OPEN[kind].heading for kind in sorted(_OPEN, key=lambda kind: kind == "goal")}
"""The headings of what may be open, in the order of the list."""
LEFT = "Left when work ended"
"""The heading of what is open and of which nobody is reminded."""
INDENT = 6
"""How far the words of a thing stand from the edge."""


def list_text(
    groups: Iterable[tuple[str, Sequence[Followed]]], today: date, width: int | None = None, *, closed: bool = False
) -> str:
    """Each client with what is open; with `closed` also what ended work left, and what is closed, the newest first."""
    shown = [_client(name, things, today, width, closed=closed) for name, things in groups]
    return visible("\n".join("\n".join([*rows, ""]) for rows in shown if rows))


def details(one: Followed, today: date | None = None) -> list[str]:
    """The due day of a thing, that it is overdue, and how sure the client is; each where there is one."""
    due, sure = one.thing.due, one.thing.confidence
    parts = [_due(due, is_overdue=today is not None and one.is_overdue(today))] if due else []
    return parts + ([f"{sure}/10"] if sure is not None else [])


def closed_words(one: Followed) -> str:
    """How and when a thing was closed, as in `done on Friday 27 November 2026`; empty for one that is open."""
    return f"{one.outcome} on {full_date(one.closed.date())}" if one.closed else ""


def taken_text(one: Followed | None, note: Note | None) -> str:
    """What a command did, with the words of the thing, so that the coach sees which one it was."""
    if note is None and one is not None:
        again = command("action", "add", "CLIENT", "TEXT")
        text = f"It was {closed_words(one)} already: {one.thing.what}\nTo open it again: {again}"
    elif note is not None and note.reviewed is not None:
        text = _review(one, note)
    elif note is not None:
        text = _added(one, note)
    else:
        text = "Nothing was changed."
    return visible(f"{text}\n")


def taken_back_text(name: str, note: Note, now: Followed | None) -> str:
    """What a command took back, with whom, and how the thing stands now."""
    what = one_line(note.reviewed.what if note.reviewed else note.text)
    if now is None:
        return visible(f"Taken away again, with {name}: {what}\n")
    how = "Open again" if note.reviewed and note.due is None and now.is_open else "As it was before"
    return visible(f"{how}, with {name}: {' · '.join((what, *details(now)))}\n")


def list_data(client: str, name: str, things: Iterable[Followed], today: date) -> list[dict[str, Any]]:
    """Things with a client, for programs."""
    return [{"client": client, "client_name": name, **_data(one, today)} for one in things]


def _client(name: str, things: Sequence[Followed], today: date, width: int | None, *, closed: bool) -> list[str]:
    rows = []
    still = [one for one in things if one.is_awaited]
    theirs = [*HEADINGS.values()]
    others = dict.fromkeys(heading_of(one.thing) for one in still)
    for heading in (*theirs, *sorted(others.keys() - {*theirs}, key=_you_first)):
        rows += _section(heading, [_open(one, today) for one in still if heading_of(one.thing) == heading], width)
    if closed:
        left = [one for one in things if one.is_open and one.silent]
        rows += _section(LEFT, [_open(one, today) for one in left], width)
        over = sorted((one for one in things if one.closed), key=_when_closed, reverse=True)
        rows += _section("Done or dropped", [(one.number, _closed(one)) for one in over], width)
    return [one_line(name), *rows] if rows else []


def heading_of(thing: Carried) -> str:
    """The heading of an open thing: its kind, or whose it is where it is not between the client and the coach."""
    if not is_with_client(thing):
        return owner_words(thing)
    return HEADINGS["promise" if thing.is_promise else thing.kind]


def _you_first(heading: str) -> tuple[bool, str]:
    return heading != "You", heading


def _section(heading: str, items: Sequence[tuple[int, str]], width: int | None) -> list[str]:
    return (
        [f"  {heading}", *(row for number, words in items for row in numbered(number, words, width))] if items else []
    )


def numbered(number: int, words: str, width: int | None) -> list[str]:
    """The words of a thing behind its number, in as many rows as they need."""
    first, *rest = folded(words, max(10, width - INDENT - 1)) if width else [words]
    return [f"{number:>{INDENT - 2}}  {first}", *(" " * INDENT + row for row in rest)]


def _open(one: Followed, today: date) -> tuple[int, str]:
    kind = "" if is_with_client(one.thing) and not one.silent else _OPEN[one.thing.kind].beside
    return one.number, " · ".join(filter(None, [kind, one_line(one.thing.what), *map(one_line, details(one, today))]))


def _closed(one: Followed) -> str:
    return " · ".join(filter(None, [one_line(one.thing.what), closed_words(one), one_line(one.comment)]))


def _when_closed(one: Followed) -> tuple[float, int]:
    return (one.closed.timestamp() if one.closed else 0.0), one.number


def _due(due: When, *, is_overdue: bool) -> str:
    if is_overdue:
        return f"overdue, {day_words(due)}" if opening(due.words) else f"overdue since {day_words(due)}"
    return extras(Note(kind="action", due=due))[0]


def _review(one: Followed | None, note: Note) -> str:
    review = note.reviewed
    what = review.what if review else ""
    if note.due is not None:
        before = f", it was {day_words(one.thing.due)}" if one and one.thing.due else ""
        text = f"Moved{',' if opening(note.due.words) else ' to'} {day_words(note.due)}{before}: {what}"
    else:
        text = f"{review.outcome.capitalize() if review else ''}: {what}"
    return f"{text} · {one_line(note.text)}" if note.text else text


def _added(before: Followed | None, note: Note) -> str:
    heading = "Promised" if note.kind == "promise" else "Action"
    again = "It was open already, and is now as you say.\n" if before else ""
    readers = mark_of(note.share_with) or "for you alone"
    return f"{again}{heading}: {' · '.join([one_line(note.text), *extras(note)])}  {readers}"


def _data(one: Followed, today: date) -> dict[str, Any]:
    thing = one.thing
    return {
        "number": one.number,
        "whose": "coach" if thing.is_promise else thing.whose,
        "with": thing.room,
        "who": thing.person or None,
        "kind": thing.kind,
        "what": thing.what,
        "due": thing.due.on.isoformat() if thing.due and thing.due.on else None,
        "due_words": thing.due.words if thing.due else None,
        "overdue": one.is_overdue(today),
        "confidence": thing.confidence,
        "share_with": thing.share_with,
        "session": thing.session or None,
        "outcome": one.outcome,
        "closed": one.closed.isoformat() if one.closed else None,
    }

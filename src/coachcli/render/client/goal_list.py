"""The goals with clients as a list: how near each is, what it is measured by, and what it serves."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from coachcli.command_line import command
from coachcli.domain.history.goals import Goal, Nearness, nearness_words
from coachcli.domain.history.open_items import Followed
from coachcli.domain.session.circle import mark_of
from coachcli.domain.session.model import Note
from coachcli.domain.session.wording import FIELD_NAMES, due_words, full_date
from coachcli.domain.text import one_line, visible
from coachcli.render.client.action_list import INDENT, LEFT, numbered
from coachcli.render.table import folded

_ENDED = {"done": "reached", "dropped": "let go"}
_MOST_NAMED = 8


def list_text(groups: Iterable[tuple[str, Sequence[Goal]]], today: date, width: int | None = None) -> str:
    """Each client with their goals: the open ones, what ended work left, then what is over, the newest first."""
    shown = [_client(name, goals, today, width) for name, goals in groups]
    return visible("\n".join("\n".join([*rows, ""]) for rows in shown if rows))


def taken_text(one: Followed | None, note: Note | None, now: Goal | None, today: date) -> str:
    """What a command did with which goal; `now` is the goal as it is after that."""
    if note is None and one is not None:
        again = command("goal", "add", "CLIENT", "TEXT")
        text = f"It was {_ended(one)} already: {one.thing.what}\nTo open it again: {again}"
    elif note is not None and note.reviewed is not None:
        text = " · ".join(filter(None, (_closed_or_rated(note, note.reviewed.what, now, today), one_line(note.text))))
    elif note is not None:
        text = _added(one, note, now, today)
    else:
        text = "Nothing was changed."
    return visible(f"{text}\n")


def doubtful_text(client: str, numbers: Sequence[int]) -> str:
    """The offer to say of goals that they were aims, where their framework did not say whether they last."""
    named = " or ".join(map(str, numbers[:_MOST_NAMED]))
    say = command("goal", "close", client, str(numbers[0]), "--as-aim")
    return f"Was {named} only what one hour was for? Then it is an aim, and no goal: {say}"


def list_data(client: str, name: str, goals: Iterable[Goal]) -> list[dict[str, Any]]:
    """Goals with a client, for programs."""
    return [{"client": client, "client_name": name, **_data(goal)} for goal in goals]


def nearness_data(numbers: Iterable[Nearness]) -> list[dict[str, Any]]:
    """The numbers of a goal, for programs."""
    return [{"on": one.on.isoformat(), "score": one.score, "of": one.high} for one in numbers]


def _client(name: str, goals: Sequence[Goal], today: date, width: int | None) -> list[str]:
    left = [goal for goal in goals if goal.followed.is_open and goal.followed.silent]
    over = sorted((goal for goal in goals if not goal.followed.is_open), key=_when_closed, reverse=True)
    rows = [row for goal in goals if goal.followed.is_awaited for row in _open(goal, today, width)]
    if left:
        rows.append(f"  {LEFT}")
        rows += [row for goal in left for row in _open(goal, today, width)]
    if over:
        rows.append("  Reached or let go")
        rows += [row for goal in over for row in _over(goal, today, width)]
    return [one_line(name), *rows] if rows else []


def _open(goal: Goal, today: date, width: int | None) -> Iterator[str]:
    due = goal.followed.thing.due
    words = filter(None, (goal.what, due_words(due) if due else ""))
    yield from numbered(goal.followed.number, " · ".join(map(one_line, words)), width)
    for line in (nearness_words(goal.numbers, today), *_named(goal)):
        yield from _below(line, width) if line else ()


def _named(goal: Goal) -> Iterator[str]:
    if goal.measure:
        yield f"{FIELD_NAMES['measure']}: {one_line(goal.measure)}"
    if goal.serves:
        yield f"{FIELD_NAMES['serves']}: {one_line(goal.serves)}"


def _below(line: str, width: int | None) -> list[str]:
    rows = folded(line, max(10, width - INDENT - 1)) if width else [line]
    return [" " * INDENT + row for row in rows]


def _over(goal: Goal, today: date, width: int | None) -> list[str]:
    near = nearness_words(goal.numbers, today).removesuffix(" now")
    parts = (goal.what, _ended(goal.followed), near, goal.followed.comment)
    return numbered(goal.followed.number, " · ".join(one_line(part) for part in parts if part), width)


def _when_closed(goal: Goal) -> tuple[float, int]:
    one = goal.followed
    return (one.closed.timestamp() if one.closed else 0.0), one.number


def _ended(one: Followed) -> str:
    """How and when a goal ended: `reached on Friday 27 November 2026`."""
    if one.was_aim:
        return "an aim"
    return f"{_ENDED.get(one.outcome or '', '')} on {full_date(one.closed.date())}" if one.closed else ""


def _closed_or_rated(note: Note, what: str, now: Goal | None, today: date) -> str:
    if note.kind == "aim":
        return f"An aim now, and no goal: {what}"
    if note.confidence is not None:
        near = nearness_words(now.numbers, today) if now else ""
        return " · ".join(filter(None, (f"Rated: {what}", near)))
    outcome = note.reviewed.outcome if note.reviewed else ""
    return f"{_ENDED.get(outcome, outcome).capitalize()}: {what}"


def _added(before: Followed | None, note: Note, now: Goal | None, today: date) -> str:
    again = "It was open already, and is now as you say.\n" if before else ""
    due = due_words(note.due) if note.due else ""
    near = nearness_words(now.numbers, today) if now else ""
    parts = [note.text, due, near, *(f"{FIELD_NAMES[field]}: {words}" for field, words in note.details.items())]
    readers = mark_of(note.share_with) or "for you alone"
    return f"{again}Goal: {' · '.join(one_line(part) for part in parts if part)}  {readers}"


def _data(goal: Goal) -> dict[str, Any]:
    one = goal.followed
    due = one.thing.due
    return {
        "number": one.number,
        "what": goal.what,
        "due": due.on.isoformat() if due and due.on else None,
        "due_words": due.words if due else None,
        "measure": goal.measure or None,
        "serves": goal.serves or None,
        "numbers": nearness_data(goal.numbers),
        "share_with": one.thing.share_with,
        "session": one.thing.session or None,
        "outcome": one.outcome,
        "closed": one.closed.isoformat() if one.closed else None,
    }

"""What is kept past its day, with the command to look at it, and the one that erases it."""

from collections.abc import Iterator
from typing import Any

from coachcli.command_line import command
from coachcli.domain.practice.retention import Kept, Retention
from coachcli.domain.session.wording import full_date
from coachcli.domain.text import one_line, visible


def retention_text(found: Retention, term: str) -> str:
    """All of it; a sentence where nothing is past."""
    past = _section("Past its day", found.past, found) or "Nothing is kept past its day.\n"
    soon = _section("Within 30 days", found.soon, found)
    end = "".join(f"{row}\n" for row in _end(found, term))
    return "\n".join(filter(None, [past, soon, end]))


def retention_data(found: Retention) -> dict[str, Any]:
    """The same for programs."""
    return {
        "on": found.on.isoformat(),
        "past": [_data(one, found) for one in found.past],
        "soon": [_data(one, found) for one in found.soon],
        "without_day": found.without_day,
    }


def _section(title: str, kept: tuple[Kept, ...], found: Retention) -> str:
    rows = [row for one in kept for row in _rows(one, found)]
    return "".join(f"{row}\n" for row in [title, *rows]) if rows else ""


def _rows(one: Kept, found: Retention) -> Iterator[str]:
    what = one.engagement.name if one.engagement is not None else "no engagement"
    said = "" if one.is_said else ", by your usual term"
    yield f"  {visible(one_line(f'{one.client.name}, {what}'))}: until {full_date(one.until)}{said}"
    yield f"    look: {_look(one)}"
    if one.until >= found.on:
        return
    if one.client.id in found.erasable:
        yield f"    erase: {command('client', 'erase', one.client.id)}"
    else:
        yield "    not to be erased yet: something else of theirs goes on, or has no day"


def _look(one: Kept) -> str:
    if one.engagement is None:
        return command("client", "show", one.client.id)
    return command("engagement", "show", one.client.id, one.engagement.id)


def _end(found: Retention, term: str) -> Iterator[str]:
    if found.without_day:
        many = f"{found.without_day} has" if found.without_day == 1 else f"{found.without_day} have"
        yield f"{many} no day until which to keep it; an engagement's file says it by  keep_until:"
        if not term:
            yield "A usual term for all of them is a line in coach.yaml, such as  keep: 3 years"


def _data(one: Kept, found: Retention) -> dict[str, Any]:
    return {
        "client": one.client.id,
        "engagement": one.engagement.id if one.engagement is not None else None,
        "until": one.until.isoformat(),
        "said": one.is_said,
        "erasable": one.client.id in found.erasable and one.until < found.on,
    }

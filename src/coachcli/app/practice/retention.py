"""What of the practice is kept longer than was agreed: of every client, the archived ones too."""

from datetime import date
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.domain.day.reader import DateReader
from coachcli.domain.practice.retention import Person, Retention, read_term, retention
from coachcli.errors import CoachError, UsageError
from coachcli.store import settings
from coachcli.store.client import clients, engagements, quick_names
from coachcli.store.paths import Practice
from coachcli.store.session.place import session_when

_FARTHEST = 100
"""So many years ahead a day can be that is asked for."""


class Told(NamedTuple):
    """What is kept too long, the usual term in the coach's words, and errors for what was passed over."""

    retention: Retention
    term: str
    passed_over: tuple[CoachError, ...]


def told(context: Context, when: str | None = None) -> Told:
    """What is past on a day; today, if none is said."""
    chosen = settings.load(context.practice)
    day = _day(when, context.clock.now().date(), chosen.date_order)
    there = clients.known(context.practice)
    theirs = engagements.of_clients(context.practice, [one.id for one in there.found])
    people = [Person(one, theirs[one.id].found, _last_session(context.practice, one.id)) for one in there.found]
    damaged = (error for one in theirs.values() for error in one.passed_over)
    return Told(retention(people, read_term(chosen.keep), day), chosen.keep, (*there.passed_over, *damaged))


def _day(words: str | None, today: date, order: settings.DateOrder) -> date:
    day = today if words is None else DateReader(today, order, years=_FARTHEST)(words)
    if day is None:
        raise UsageError(f"When is {words[:40] if words else ''}?", 'Say it like this: --on "1 January 2030"')
    return day


def _last_session(practice: Practice, client_id: str) -> date | None:
    """The day of the last session, by the name of its file."""
    paths = quick_names.sessions_with(practice, client_id)
    try:
        return date.fromisoformat(session_when(paths[0])[:10]) if paths else None
    except ValueError:  # a name that says a day that there is not
        return None

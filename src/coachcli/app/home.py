"""What `coach` alone shows: what is unfinished, and what is due within the week."""

from datetime import date, timedelta

from coachcli.app.context import Context
from coachcli.app.listing import Listed, list_sessions
from coachcli.domain.overview import Due, Overview, Unfinished
from coachcli.errors import CoachError
from coachcli.store import sessions

_DAYS_AHEAD = 7


def overview(context: Context) -> tuple[Overview, tuple[CoachError, ...]]:
    """The screen as of now, and what could not be read for it."""
    listed = list_sessions(context, None, None)
    unfinished = tuple(
        Unfinished(item.head.id, item.name, item.head.framework_title, item.head.started)
        for item in listed.sessions
        if item.head.status != "ended"
    )
    due = tuple(_due(listed, context.clock.now().date()))
    return Overview(unfinished, due, is_new=not listed.sessions and not listed.damaged), listed.damaged


def _due(listed: Listed, today: date) -> list[Due]:
    found = []
    for item in listed.sessions:
        try:
            session = sessions.load(item.head.path).session
        except CoachError:  # told of by the list already, or gone meanwhile
            continue
        for _, note in session.notes:
            day = note.due.on if note.due else None
            if note.kind == "action" and day is not None and today <= day <= today + timedelta(days=_DAYS_AHEAD):
                found.append((day, Due(item.name, note)))
    return [due for _, due in sorted(found, key=lambda item: item[0])]

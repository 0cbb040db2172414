"""What `coach` alone shows: what is unfinished, and what is due within the week."""

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coachcli.app.context import Context
from coachcli.app.listing import Listed, list_sessions
from coachcli.domain.carried import carried
from coachcli.domain.overview import Due, Overview, Unfinished
from coachcli.errors import CoachError
from coachcli.store import sessions

if TYPE_CHECKING:
    from coachcli.domain.session import Session

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
    """What is still open and due soon, the clients' and what the coach chose when reflecting alone."""
    by_client: dict[str, list[Session]] = {}
    for item in listed.sessions:
        with suppress(CoachError):  # told of by the list already, or gone meanwhile
            by_client.setdefault(item.name, []).append(sessions.load(item.head.path).session)
    found = []
    for name, held in by_client.items():
        theirs = [(name, thing) for thing in carried(held, "conversation")]
        mine = [(f"you (on {name})", thing) for thing in carried(held, "reflection")]
        for whose, thing in (*theirs, *mine):
            day = thing.due.on if thing.due else None
            if thing.kind == "action" and thing.due and day and today <= day <= today + timedelta(days=_DAYS_AHEAD):
                found.append((day, Due(whose, thing.what, thing.due)))
    return [due for _, due in sorted(found, key=lambda item: item[0])]

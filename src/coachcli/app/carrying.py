"""What a client brings from earlier sessions into this one."""

from coachcli.app.context import Context
from coachcli.domain.carried import Carried, carried, held_at
from coachcli.domain.framework import Framework
from coachcli.domain.session import Session
from coachcli.errors import CoachError
from coachcli.store import session_files, sessions
from coachcli.store.sessions import Stored


def carried_into(context: Context, stored: Stored, framework: Framework) -> tuple[Carried, ...]:
    """What is open when this session begins; read only where the framework looks back at all."""
    if not any(place.question.type == "review" for place in framework.places):
        return ()
    earlier = [session for session in _others(context, stored) if held_at(session) < held_at(stored.session)]
    return carried(earlier, framework.kind)


def _others(context: Context, stored: Stored) -> list[Session]:
    """The client's other sessions; what cannot be read is told where it is listed, and stops no call."""
    found = []
    for path in session_files.newest_first(context.practice, stored.path.parent.parent.name):
        try:
            found += [sessions.load(path).session] if path != stored.path else []
        except CoachError:
            continue
    return found

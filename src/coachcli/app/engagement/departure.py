"""What leaves the house for somebody else: whether it may, and the line in the engagement's file that says it did."""

from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.engagement.membership import engagement_of
from coachcli.domain.engagement.model import Engagement, Left
from coachcli.domain.export.audience import may_leave
from coachcli.domain.room import ROOMS, may_share
from coachcli.domain.session.model import Session
from coachcli.domain.terms import Audience
from coachcli.errors import UsageError, harmless
from coachcli.store.client import engagements


def refuse_others(session: Session, audience: Audience = "client") -> None:
    """Raise where no page of a session is for somebody else than the coach."""
    if not may_leave(session, audience):
        room = session.framework.room
        what = ROOMS[room].held if not may_share(room) else session.framework.title
        reader = "the sponsor" if may_share(room) else "anybody else"
        raise UsageError(
            f"{session.id} is {what}: nothing of it is for {reader}.",
            f"To read it: {command('session', 'show', session.id)}",
        )


def refuse_what_the_sponsor_may_not_hear(context: Context, client_id: str, session: Session) -> None:
    """Raise where it was agreed that the sponsor hears nothing, or where nobody can read what was agreed."""
    known = engagements.of_client(context.practice, client_id)
    if known.passed_over:
        raise known.passed_over[0]
    engagement = engagement_of(session.engagement, session.started.date(), known.found)
    silent = [one for one in ([engagement] if engagement else known.found) if one.sponsor_hears == "nothing"]
    # Of a session that no engagement can be told of, nothing goes to a sponsor of whom one says so.
    if silent and (engagement is not None or session.engagement is None):
        raise UsageError(
            harmless("It was agreed that the sponsor hears nothing: there is no page for them."),
            harmless("sponsor_hears: in the engagement's file says what they may hear."),
        )


def note_departure(context: Context, client_id: str, session: Session, left: Left) -> Engagement | None:
    """Write down that something goes out, before it does; returns the engagement, None where none is known."""
    if left.audience == "me":
        return None
    known = engagements.of_client(context.practice, client_id)
    engagement = engagement_of(session.engagement, session.started.date(), known.found)
    if engagement is None:
        return None
    from coachcli.app.engagement.written_line import write_line  # noqa: PLC0415 it checks a file, which takes a while
    from coachcli.store.engagement.file_lines import with_left  # noqa: PLC0415

    write_line(context, client_id, engagement, lambda data, now: with_left(data, now, left))
    return engagement

"""What leaves the house for somebody else: whether it may, and the line in the engagement's file that says it did."""

from datetime import date

from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.engagement.membership import engagement_of, under_way
from coachcli.domain.engagement.model import Engagement, Left
from coachcli.domain.engagement.sponsor_scope import SCOPES, missing_consent, sponsor_scopes
from coachcli.domain.export.audience import heard, may_leave, mode_of, shared
from coachcli.domain.room import ROOMS, may_share
from coachcli.domain.session.model import NO_ENGAGEMENT, Session
from coachcli.domain.terms import Audience, Mode, Scope
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


def heard_of(context: Context, client_id: str, session: Session) -> frozenset[Scope]:
    """What a sponsor may hear of a session beyond its day; raises where they hear nothing, or nobody can read that."""
    known = engagements.of_client(context.practice, client_id)
    if known.passed_over:
        raise known.passed_over[0]
    today = context.clock.now().date()
    engagement = engagement_of(session.engagement, session.started.date(), known.found)
    if engagement is not None:
        return heard_by_sponsor(client_id, engagement, today)
    if session.engagement == NO_ENGAGEMENT or (session.engagement is None and not known.found):
        return SCOPES
    # Of a session that no engagement can be told of, nothing goes to a sponsor that any of them forbids.
    for one in known.found:
        _refuse_silence(one)
    return frozenset.intersection(*(sponsor_scopes(one, today) for one in known.found)) if known.found else frozenset()


def kept_back(context: Context, client_id: str, session: Session) -> str:
    """How much of what is marked for the sponsor does not go to them, and why; nothing where all of it does."""
    marked, scopes = shared(session, client_id, "sponsor"), heard_of(context, client_id, session)
    many = len(marked.notes) - len(heard(marked, scopes).notes)
    if not many:
        return ""
    stay = "1 note that is marked for the sponsor stays" if many == 1 else f"{many} notes marked for the sponsor stay"
    hears = " and ".join(["dates", *sorted(scopes)]) if scopes else "dates alone"
    return f"{stay} here: they hear {hears} of this work."


def mode_agreed(context: Context, client_id: str, session: Session) -> Mode:
    """What a session was for others: mentoring, if it was along its framework, or that was agreed."""
    known = engagements.of_client(context.practice, client_id)
    engagement = engagement_of(session.engagement, session.started.date(), known.found)
    return engagement.mode if engagement and engagement.mode == "mentoring" else mode_of(session)


def heard_by_sponsor(client_id: str, engagement: Engagement, by: date) -> frozenset[Scope]:
    """What the sponsor of an engagement may hear beyond dates, as far as the client had agreed by a day.

    Raises UsageError where the sponsor hears nothing, and where more was agreed than the client has agreed to.
    """
    _refuse_silence(engagement)
    missing = missing_consent(engagement, by)
    if missing is None:
        return sponsor_scopes(engagement, by)
    day = engagement.consents.get(missing)
    why = f"is of {day}, later than {by}" if day else "is not in the engagement's file"
    edit = command("engagement", "edit", client_id, engagement.id)
    raise UsageError(
        harmless(f"The sponsor is to hear of {missing}, and the client's consent to that {why}."),
        f"Write the day they agreed,  consents: {{{missing}: 2026-09-03}},  or  sponsor_hears: dates.  {edit}",
    )


def _refuse_silence(engagement: Engagement) -> None:
    if engagement.sponsor_hears == "nothing":
        raise UsageError(
            harmless("It was agreed that the sponsor hears nothing: there is no page for them."),
            harmless("sponsor_hears: in the engagement's file says what they may hear."),
        )


def note_departure(context: Context, client_id: str, session: Session, left: Left) -> Engagement | None:
    """Write down that a page of a session goes out, before it does; returns the engagement, None where none is."""
    if left.audience == "me":
        return None
    known = engagements.of_client(context.practice, client_id)
    engagement = engagement_of(session.engagement, session.started.date(), known.found)
    if engagement is not None:
        note_left(context, client_id, engagement, left)
    return engagement


def note_left(context: Context, client_id: str, engagement: Engagement, left: Left) -> None:
    """Write into the file of an engagement that something goes out, before it does."""
    from coachcli.app.engagement.written_line import write_line  # noqa: PLC0415 it checks a file, which takes a while
    from coachcli.store.engagement.file_lines import with_left  # noqa: PLC0415

    write_line(context, client_id, engagement, lambda data, now: with_left(data, now, left))


def note_that_all_leaves(context: Context, client_id: str, left: Left) -> None:
    """Write down that all that is held goes out, before it does: in the work that is under way, else in the last."""
    known = engagements.of_client(context.practice, client_id)
    for engagement in under_way(left.on, known.found) or known.found[-1:]:
        note_left(context, client_id, engagement, left)

"""How things stand with a client, in short: what is open, what is unfinished, and when they were seen."""

from collections.abc import Sequence
from datetime import date, datetime

from coachcli.domain.client.cadence import DAYS_FOR_A_RHYTHM
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.silence import dates_ahead, is_at_rest, not_silenced
from coachcli.domain.history.agreed_dates import AgreedDate, agreed_dates
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract, with_client
from coachcli.domain.history.open_items import Followed, open_now
from coachcli.domain.value import Value, changed

STANDING_FILLED = 2
"""Counts the changes of what `standing_of` says of the same sessions. A change of the fields is noticed without it."""


class UnfinishedSession(Value, frozen=True):
    """A session that was not ended, and the title of its framework."""

    id: str
    framework: str
    started: datetime


class Standing(Value, frozen=True):
    """What all sessions with a client come to, so that the first screen need not read them.

    `open` is in the order in which it was last chosen, `seen` the last days on which there was a session with them,
    `next` the last day that was agreed for another one, `sessions` how many there are of any kind, `counted` how many
    of those are sessions with the client. `dates` are the days agreed that still stand, `held` all sessions with
    nothing but when, along what and in which engagement they were.
    """

    open: tuple[Followed, ...] = ()
    unfinished: tuple[UnfinishedSession, ...] = ()
    seen: tuple[date, ...] = ()
    next: date | None = None
    sessions: int = 0
    counted: int = 0
    dates: tuple[AgreedDate, ...] = ()
    held: tuple[SessionExtract, ...] = ()


def standing_of(extracts: Sequence[SessionExtract], entries: Sequence[Entry]) -> Standing:
    """How things stand after these sessions and the entries between them."""
    held = with_client(extracts)
    days = sorted({extract.started.date() for extract in held})
    return Standing(
        open=open_now(extracts, entries),
        unfinished=tuple(
            UnfinishedSession(extract.id, extract.framework.title, extract.started)
            for extract in extracts
            if extract.status != "ended"
        ),
        seen=tuple(days[-DAYS_FOR_A_RHYTHM:]),
        next=max((extract.next.on for extract in held if extract.next and extract.next.on), default=None),
        sessions=len(extracts),
        counted=len(with_client(extracts)),
        dates=agreed_dates(extracts),
        held=tuple(_brief(extract) for extract in extracts),
    )


def as_awaited(standing: Standing, engagements: Sequence[Engagement], today: date) -> Standing:
    """How things stand, without all that nobody waits for any more because the work it belonged to has ended."""
    at_rest = bool(standing.seen) and is_at_rest(engagements, standing.seen[-1], today)
    return changed(
        standing,
        open=not_silenced(standing.open, engagements, today),
        dates=dates_ahead(standing.dates, engagements, today),
        seen=() if at_rest else standing.seen,
    )


def _brief(extract: SessionExtract) -> SessionExtract:
    return SessionExtract(
        id=extract.id,
        engagement=extract.engagement,
        framework=changed(extract.framework, title="", sha256=""),
        status=extract.status,
        started=extract.started,
    )

"""To which engagement a session belongs: as the session says, or else where its day fits exactly one."""

from collections.abc import Iterable, Sequence
from datetime import date

from coachcli.domain.engagement.model import Engagement
from coachcli.domain.history.extract import SessionExtract


def engagement_of(said: str | None, day: date, engagements: Iterable[Engagement]) -> Engagement | None:
    """The engagement that was named; where nobody named one, or none, the only one that was under way on that day."""
    if said is not None:
        return next((one for one in engagements if one.id == said), None)
    fitting = under_way(day, engagements)
    return fitting[0] if len(fitting) == 1 else None


def under_way(day: date, engagements: Iterable[Engagement]) -> list[Engagement]:
    """The engagements that had begun by a day, and were not over."""
    return [one for one in engagements if one.start <= day and (one.last_day is None or day <= one.last_day)]


def sessions_in(
    engagement: Engagement, extracts: Iterable[SessionExtract], all_of_the_client: Sequence[Engagement]
) -> list[SessionExtract]:
    """The sessions that belong to an engagement, in the order in which they were held."""
    among = list(all_of_the_client) if engagement in all_of_the_client else [*all_of_the_client, engagement]
    mine = [one for one in extracts if _belongs(one, engagement, among)]
    return sorted(mine, key=lambda one: (one.started.timestamp(), one.id))


def _belongs(session: SessionExtract, engagement: Engagement, among: Sequence[Engagement]) -> bool:
    if session.engagement is not None:
        return session.engagement == engagement.id
    return engagement_of(None, session.started.date(), among) == engagement

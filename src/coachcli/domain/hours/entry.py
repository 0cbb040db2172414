"""What was held, one entry after another: sessions by their heads, and hours from before, each once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from coachcli.domain.engagement.membership import engagement_of
from coachcli.domain.engagement.model import Engagement, Type
from coachcli.domain.hours.credential import Rules
from coachcli.domain.hours.earlier import EarlierHours, EarlierRow
from coachcli.domain.room import ROOMS
from coachcli.domain.terms import Held, Room
from coachcli.domain.text import folded
from coachcli.domain.value import Value

Work = Literal["coaching", "mentoring", "three", "supervision", "reflection"]
CONSENT = "listed_for_credential"
"""The scope of a consent by which a client may stand in a log."""
_MINUTE = 60
_HOUR = 3600


class HeldSession(NamedTuple):
    """A session as its head tells of it; `minutes` are those measured, None where none were."""

    client: str
    framework: str
    title: str
    room: Room
    started: datetime
    minutes: int | None
    planned: int | None
    way: Held | None
    engagement: str | None


class Party(Value, frozen=True):
    """With whom something was held: a client, or somebody of whom only hours from before are known.

    `key` tells two of them apart. `people` is how many they are.
    """

    key: str
    name: str
    people: int = 1


class Entry(Value, frozen=True):
    """Something that was held. Its hours count once, however many people were there.

    `first` and `last` are the same day for a session, and None where a row from before has no day. `seconds` is None
    where nothing was measured; then `planned` may have the minutes. `paid` is None where nobody said so. `consent` is
    the day on which the client agreed to be listed. `row` is the number of a row from before, None for a session.
    """

    party: Party
    work: Work
    first: date | None
    last: date | None
    seconds: int | None = None
    planned: int | None = None
    paid: bool | None = None
    type: Type | None = None
    way: Held | None = None
    framework: str = ""
    consent: date | None = None
    contact: str = ""
    row: int | None = None

    @property
    def is_measured(self) -> bool:
        """Whether its time counts anywhere."""
        return self.seconds is not None

    def is_listed(self, today: date) -> bool:
        """Whether the client agreed, by this day, to stand in a log."""
        return self.consent is not None and self.consent <= today


def session_entries(
    sessions: Iterable[HeldSession],
    parties: Mapping[str, Party],
    engagements: Mapping[str, Sequence[Engagement]],
    rules: Rules,
) -> Iterator[Entry]:
    """An entry for each session whose time is told; of two versions of one, the one with more time."""
    for session in _once(sessions):
        agreed = engagement_of(session.engagement, session.started.date(), engagements.get(session.client, ()))
        work = _work(session, agreed, rules)
        if work is not None:
            party = parties.get(session.client) or Party(session.client, session.client)
            yield _entry(session, party, agreed, work)


def earlier_entries(hours: EarlierHours, parties: Mapping[str, Party]) -> Iterator[Entry]:
    """An entry for the paid hours of each row, and one for those that were not."""
    by_name = {folded(party.name): party for party in reversed(list(parties.values()))}
    for number, row in enumerate(hours.relationships, 1):
        known = by_name.get(folded(row.client))
        party = Party(known.key if known else f"{_FROM_BEFORE}{folded(row.client)}", row.client, row.people)
        for paid, held in ((True, row.paid), (False, row.pro_bono)):
            if held is not None:
                yield _of_row(row, number, party, round(held * _HOUR), paid=paid)


# No folder of a client has this sign in its name.
_FROM_BEFORE = "/"


def _once(sessions: Iterable[HeldSession]) -> list[HeldSession]:
    """The sessions, oldest first; nobody begins two with the same client in the same second."""
    by_start: dict[tuple[str, float], HeldSession] = {}
    for one in sessions:
        key = (one.client, one.started.timestamp())
        other = by_start.get(key)
        if other is None or (one.minutes or -1, one.framework) > (other.minutes or -1, other.framework):
            by_start[key] = one
    return sorted(by_start.values(), key=lambda one: (one.started.timestamp(), one.client))


def _work(session: HeldSession, agreed: Engagement | None, rules: Rules) -> Work | None:
    """What kind of work a session was; None for a talk with a sponsor or a stakeholder, which is none to be counted."""
    if session.room == "alone":
        return "supervision" if session.framework in rules.supervision else "reflection"
    if session.room == "three":
        return "three"
    if not ROOMS[session.room].counts:
        return None
    is_mentoring = session.framework in rules.mentoring or (agreed is not None and agreed.mode == "mentoring")
    return "mentoring" if is_mentoring else "coaching"


def _entry(session: HeldSession, party: Party, agreed: Engagement | None, work: Work) -> Entry:
    day, with_client = session.started.date(), work not in {"supervision", "reflection"}
    return Entry(
        party=party,
        work=work,
        first=day,
        last=day,
        seconds=None if session.minutes is None else session.minutes * _MINUTE,
        planned=session.planned,
        paid=agreed.paid if agreed and with_client else None,
        type=agreed.type if agreed and with_client else None,
        way=session.way,
        framework=session.title,
        consent=agreed.consents.get(CONSENT) if agreed else None,
    )


def _of_row(row: EarlierRow, number: int, party: Party, seconds: int, *, paid: bool) -> Entry:
    return Entry(
        party=party,
        work=row.mode,
        first=row.start,
        last=row.end or row.start,
        seconds=seconds,
        paid=paid,
        type=row.type,
        consent=row.listed_for_credential,
        contact=row.contact or "",
        row=number,
    )

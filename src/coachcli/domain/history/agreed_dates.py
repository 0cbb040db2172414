"""The days agreed in sessions and meetings on which to meet again, as far as nothing held since has taken them up."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from coachcli.domain.history.chronology import held_at
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.room import has_person, meeting_name
from coachcli.domain.session.model import Session, When
from coachcli.domain.terms import Room
from coachcli.domain.text import folded, one_line
from coachcli.domain.value import Value

_REMEMBERED = timedelta(days=28)
"""So long a day that is over still stands there, as the meeting may be missing."""
_REMEMBERED_IN_WORDS = timedelta(days=183)

_Key = tuple[str, ...]


class AgreedDate(Value, frozen=True, omit_defaults=True):
    """A day on which to meet again: for what, in which room and with whom, and by which question it was asked for.

    `agreed` is the day of the session in which it was, `engagement` what that said of the one it belongs to.
    """

    name: str
    room: Room
    person: str
    framework: str
    question: str
    session: str
    agreed: date
    when: When
    engagement: str | None = None

    @property
    def place(self) -> date:
        """What a list of days is sorted by: those that were not understood come last."""
        return self.when.on or date.max


def dates_in(session: Session | SessionExtract) -> tuple[AgreedDate, ...]:
    """The days agreed in one session: of each question the last."""
    latest = {(one.room, one.question): one for one in _all_in(session)}
    return tuple(latest.values())


def agreed_dates(sessions: Iterable[SessionExtract]) -> tuple[AgreedDate, ...]:
    """The days agreed, the earliest first; without those agreed anew, and those on or after which there was a meeting.

    With others than the client alone the next meeting is one, whatever question it is asked for by.
    """
    still: list[AgreedDate] = []
    for session in sorted(sessions, key=held_at):
        found = dates_in(session)
        anew = {_key(one) for one in found}
        still = [one for one in still if _key(one) not in anew and not _is_taken_up(one, session)]
        still += found
    return tuple(sorted(still, key=lambda one: (one.place, one.agreed, one.name)))


def in_sight(dates: Iterable[AgreedDate], today: date) -> tuple[AgreedDate, ...]:
    """The days that a coach still wants to see: those to come, and those that are over since a short while."""
    return tuple(one for one in dates if _last_day(one) >= today)


def _all_in(session: Session | SessionExtract) -> Iterator[AgreedDate]:
    for turn, note in session.notes:
        if note.kind == "next" and note.day is not None:
            yield AgreedDate(
                name=meeting_name(turn.room, one_line(session.framework.title), _code(session, turn.room)),
                room=turn.room,
                person=_code(session, turn.room),
                framework=session.framework.id,
                question=turn.question,
                session=session.id,
                agreed=session.started.date(),
                when=note.day,
                engagement=session.engagement,
            )


def _code(session: Session | SessionExtract, room: Room) -> str:
    return session.person.code if session.person and has_person(room) else ""


def _key(one: AgreedDate) -> _Key:
    """What two days must have in common, so that the later one takes the place of the other."""
    if one.room in {"client", "alone"}:
        return one.room, one.framework, one.question
    return one.room, folded(one.person)


def _is_taken_up(one: AgreedDate, session: SessionExtract) -> bool:
    """Whether a session was held in that room, with that person, on the day or after it.

    Words in which no day was understood are taken up by the next meeting; with the client they may mean any.
    """
    person = _code(session, one.room)
    if one.room not in {session.framework.room, *session.rooms} or (
        person and one.person and folded(person) != folded(one.person)
    ):
        return False
    return one.room != "client" if one.when.on is None else session.started.date() >= one.when.on


def _last_day(one: AgreedDate) -> date:
    return one.when.on + _REMEMBERED if one.when.on else one.agreed + _REMEMBERED_IN_WORDS

"""What a sponsor may be told of an engagement: the one allow-list of their report.

A new value is built from what is allowed, as with a session. Nothing of the coach's own words is in it, nor why
anything is as it is, and nothing of any other work with the client.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from coachcli.domain.engagement.model import Engagement
from coachcli.domain.export.audience import may_leave, may_see, mode_of, untagged_day
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.goals import Goal, goals
from coachcli.domain.report.material import Material
from coachcli.domain.report.period import Period
from coachcli.domain.room import counts
from coachcli.domain.session.model import Session, When
from coachcli.domain.tags import without_tags
from coachcli.domain.terms import Mode, Outcome, Room, Scope
from coachcli.domain.text import folded
from coachcli.domain.value import Value, changed

_BETWEEN: Room = "client"
_MEETING = "Three-way meeting"
# No title of a framework is told: it is in the coach's words.
_MEETINGS = {"three-way": "Three-way contracting", "midpoint": "Midpoint review", "closing": "Closing meeting"}
_ALWAYS_OF_THREE = "three-way"


class MeetingOfThree(Value, frozen=True):
    """A milestone that was held with the client, the sponsor and the coach."""

    title: str
    on: date


class AgreedGoal(Value, frozen=True):
    """A goal that is marked for the sponsor, and how it ended if that is marked for them as well."""

    what: str
    due: When | None = None
    measure: str = ""
    serves: str = ""
    outcome: Outcome | None = None


class SponsorReport(Value, frozen=True):
    """All that a sponsor is told. `held` sessions of those `agreed` there were by its last day, since the work began.

    `mentoring` are those of the days on which an hour of mentoring was held in other work. `ended` is the day on which
    the work ended, and never why; `end` is the last day agreed. `goals` and `themes` are None where the sponsor does
    not hear of them.
    """

    client: str
    mode: Mode
    period: Period
    begun: date
    end: date | None
    ended: date | None
    held: int
    agreed: int | None
    sessions: tuple[date, ...]
    mentoring: tuple[date, ...]
    meetings: tuple[MeetingOfThree, ...]
    goals: tuple[AgreedGoal, ...] | None = None
    themes: tuple[str, ...] | None = None


def sponsor_report(engagement: Engagement, known: Material, period: Period, scopes: Collection[Scope]) -> SponsorReport:
    """What a sponsor is told of an engagement, with goals and themes as far as these scopes go."""
    mine = [one for one in known.sessions if _is_told(one, engagement, period)]
    held = sorted((one.started.date(), mode_of(one)) for one in mine if counts(one.framework.room))
    told = [(day, mode) for day, mode in held if period.covers(day)]
    return SponsorReport(
        client=known.client.name,
        mode=known.mode,
        period=period,
        begun=engagement.start,
        end=engagement.end,
        ended=engagement.ended.on if engagement.ended and engagement.ended.on <= period.until else None,
        held=len(held),
        agreed=engagement.sessions,
        sessions=tuple(day for day, _ in told),
        mentoring=tuple(day for day, mode in told if mode == "mentoring" != known.mode),
        meetings=tuple(one for one in _meetings(engagement, mine) if period.covers(one.on)),
        goals=tuple(_goals(mine, known.entries, period)) if "goals" in scopes else None,
        themes=tuple(filter(None, map(without_tags, known.themes))) if "themes" in scopes else None,
    )


def _is_told(session: Session, engagement: Engagement, period: Period) -> bool:
    """Whether a session says itself that it belongs to this engagement, and a sponsor may know that it was held."""
    is_mine = session.engagement == engagement.id and session.started.date() <= period.until
    return is_mine and may_leave(session, "sponsor")


def _meetings(engagement: Engagement, sessions: Iterable[Session]) -> list[MeetingOfThree]:
    held = {
        (one.started.date(), _MEETINGS.get(one.framework.id, _MEETING)) for one in sessions if _was_sponsor_there(one)
    }
    held |= {(one.done, _MEETINGS[one.do]) for one in engagement.road if one.do == _ALWAYS_OF_THREE and one.done}
    return [MeetingOfThree(title, on) for on, title in sorted(held)]


def _was_sponsor_there(session: Session) -> bool:
    """Whether client and sponsor talked together, in all of a session or in a part of it."""
    parts = {turn.room for turn in session.turns if turn.notes and turn.phase != "after_call"}
    return session.framework.room == "three" or "three" in parts


def _goals(sessions: Sequence[Session], entries: Iterable[Entry], period: Period) -> Iterator[AgreedGoal]:
    """The goals that are marked, each with the end that is marked: nothing that is not changes a word of them."""
    extracts, about = [extract_of(one) for one in sessions], list(_about(sessions, entries, period))
    ever = {folded(goal.what) for goal in goals(extracts, about)}
    for goal in goals([_marked(one) for one in extracts], [_marked_entry(one) for one in about]):
        # What turned out to be what one hour was for was never a goal of the work.
        if folded(goal.what) in ever and (what := without_tags(goal.what)):
            yield _told(goal, what)


def _told(goal: Goal, what: str) -> AgreedGoal:
    thing = goal.followed.thing
    measure, serves = without_tags(goal.measure), without_tags(goal.serves)
    return AgreedGoal(what, untagged_day(thing.due), measure, serves, goal.followed.outcome)


def _about(sessions: Iterable[Session], entries: Iterable[Entry], period: Period) -> Iterator[Entry]:
    """What was written down between sessions about what was chosen in these: of all else nobody knows whose it is."""
    ids = {one.id for one in sessions}
    for one in entries:
        notes = tuple(note for note in one.notes if note.reviewed is not None and note.reviewed.session in ids)
        if notes and one.at.date() <= period.until:
            yield changed(one, notes=notes)


def _marked(extract: SessionExtract) -> SessionExtract:
    turns = (
        changed(turn, notes=tuple(note for note in turn.notes if may_see(note, "sponsor", turn.room)))
        for turn in extract.turns
    )
    return changed(extract, turns=tuple(turns))


def _marked_entry(entry: Entry) -> Entry:
    return changed(entry, notes=tuple(note for note in entry.notes if may_see(note, "sponsor", _BETWEEN)))

"""The page that goes on top of all that is held about a client: what it is, what is in it, and what they may ask."""

from collections.abc import Iterator, Sequence
from datetime import date

from coachcli.domain.engagement.model import Engagement
from coachcli.domain.export.session_page import style
from coachcli.domain.history.between import Between
from coachcli.domain.history.goals import Goal, nearness_words
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.session.model import Session
from coachcli.domain.session.wording import extras, full_date, headline
from coachcli.domain.value import Value

WITHHELD = (
    "What other people may have said about you in confidence is withheld, with what your coach may have written of it, "
    "and nothing is said of it here."
)
WITH_OTHERS = "What other people said about you is in it as well, in the words your coach noted."
_READERS = {"client": "you", "sponsor": "the sponsor", "me": "the coach"}
_RIGHTS = (
    "You may ask to have what is wrong corrected, to have all of it erased, and to have it used no longer.",
    "Where one of these is refused you are told why, and may complain to the authority for data protection.",
)


class Held(Value, frozen=True):
    """What is held about a client: sessions, the coach's own work about them, and what was agreed and handed on."""

    name: str
    sessions: tuple[Session, ...] = ()
    deleted: tuple[Session, ...] = ()
    between: Between | None = None
    goals: tuple[Goal, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    made: tuple[str, ...] = ()


def contents_page(held: Held, today: date, holder: str, *, with_others: bool) -> Page:
    """The page on top."""
    facts = {"About": held.name, "Made on": full_date(today), **({"Held by": holder} if holder else {})}
    sections = (
        Section("What this is", tuple(_about(with_others=with_others))),
        Section("What is in it", tuple(_parts(held))),
        Section("The sessions", tuple(_sessions(held))),
        Section("What was handed on", tuple(_left(held.engagements))),
        Section("How long it is kept", tuple(_kept(held.engagements))),
        Section("What you may ask", tuple(map(Line, _RIGHTS))),
    )
    title = f"{'Everything that' if with_others else 'What'} is held about {held.name}"
    return Page(title, facts, tuple(section for section in sections if section.lines))


def goals_page(held: Held, today: date) -> Page:
    """The goals of the work, with how near they came."""
    return Page(f"Goals of {held.name}", {}, (Section("Goals", tuple(_goal(one, today) for one in held.goals)),))


def between_page(held: Held, between: Between) -> Page:
    """What was noted between sessions, day by day."""
    sections = (
        Section(
            full_date(entry.at.date()),
            tuple(
                Line(headline(note), style(note), entry.asked or NOTE_KINDS[note.kind].name, tuple(extras(note)))
                for note in entry.notes
            ),
        )
        for entry in between.entries
    )
    return Page(f"Between sessions with {held.name}", {}, tuple(sections))


def _about(*, with_others: bool) -> Iterator[Line]:
    yield Line("This is what your coach keeps about you. Each session is there twice: to be read, and as it is kept.")
    whole = ", all of them" if with_others else ""
    yield Line(f"The notes that your coach made for themselves alone are in it{whole}.")
    yield Line("They are what somebody thought in passing, often in half a sentence; a guess is no finding about you.")
    yield Line(WITH_OTHERS if with_others else WITHHELD)


def _parts(held: Held) -> Iterator[Line]:
    yield Line("client.yaml: who you are, and how to reach you")
    if held.sessions:
        yield Line("sessions: each conversation, and your coach's own work about you")
    if held.deleted:
        yield Line("deleted: sessions that were thrown away and not yet emptied, and versions from before a change")
    if held.between is not None:
        yield Line("between.md, between.yaml: what was noted between sessions")
    if held.goals:
        yield Line("goals.md: what the work is for, and how near it came")
    if held.engagements:
        yield Line("engagements: what was agreed with you")
    if held.made:
        yield Line("made-for-you: pages that were made to be sent to you")


def _sessions(held: Held) -> Iterator[Line]:
    for session in sorted(held.sessions, key=lambda one: one.started.timestamp()):
        room = session.framework.room
        kind = ("your coach's own work",) if room == "alone" else ()
        yield Line(full_date(session.started.date()), details=(session.framework.title, *kind))


def _left(engagements: Sequence[Engagement]) -> Iterator[Line]:
    for left in sorted((left for one in engagements for left in one.left), key=lambda one: one.on):
        yield Line(full_date(left.on), details=(f"for {_READERS[left.audience]}", left.what, f"{left.lines} lines"))


def _kept(engagements: Sequence[Engagement]) -> Iterator[Line]:
    for one in engagements:
        if one.keep_until is not None:
            yield Line(f"{one.name}: until {full_date(one.keep_until)}")


def _goal(goal: Goal, today: date) -> Line:
    told = (nearness_words(goal.numbers, today), goal.measure, goal.serves)
    return Line(goal.what, details=tuple(filter(None, told)))

"""A practice with everything in it that one reader may know and another may not, as values that can be changed."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from builders import note, unbegun

from coachcli.domain.history.between import Between, Entry
from coachcli.domain.session.model import (
    Appointment,
    Booked,
    FrameworkRef,
    Note,
    Person,
    Reviewed,
    Score,
    Session,
    Turn,
    When,
)
from coachcli.domain.terms import Group, Kind, Outcome, Phase, Room, ShareWith
from coachcli.domain.value import changed
from coachcli.store.session import between, sessions

JANE, ROBIN, OWN = "jane-example", "robin-example", "own"
NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
"""The moment at which everything is asked for."""
LEAD = """format: 1
title: Leading the new division
start: 2026-02-01
end: 2026-12-31
mode: coaching
type: executive
sessions: 12
minutes: 60
every: 2 weeks
paid: yes
sponsor: Sam Boss, head of operations, sam@example.com
sponsor_hears: themes
consents: {goals: 2026-02-02, themes: 2026-02-02, listed_for_credential: 2026-02-02}
keep_until: 2030-02-28
agreed: >
  What both committed to.
road:
  - {do: three-way, week: 2}
  - {do: stakeholder-interview, week: 3, times: 6}
  - {do: sponsor-checkin, every: month}
  - {do: midpoint, week: 12}
  - {do: closing, week: 40}
"""
PRIVATE = """format: 1
title: Leaving the division
start: 2026-03-01
end: 2026-12-31
type: life
paid: no
sponsor_hears: nothing
agreed: Nobody at work is to know of it.
road:
  - {do: intake, week: 1}
"""
ROBINS = """format: 1
title: A career
start: 2026-01-01
paid: yes
"""
ME = "me: {name: Alex Example, mail: alex@example.com, sign_off: Regards}\n"
EARLIER = """format: 1
relationships:
  - {client: Toni Example, start: 2020-01-10, end: 2020-09-12, paid: 12.5, listed_for_credential: 2020-09-12}
  - {client: Kim Example, start: 2021-01-10, end: 2021-09-12, pro_bono: 7}
"""
CLIENT = "format: 1\nid: {}\nname: {}\nemail: {}@example.com\nrole: Head\n"


@dataclass(frozen=True)
class Held:
    """All that is kept: sessions by a name for tests, entries between, and the text of every other file."""

    sessions: dict[str, Session]
    entries: tuple[Entry, ...]
    texts: dict[str, str] = field(default_factory=dict)

    def with_session(self, name: str, session: Session) -> "Held":
        return Held({**self.sessions, name: session}, self.entries, self.texts)

    def without(self, *names: str) -> "Held":
        return Held({name: one for name, one in self.sessions.items() if name not in names}, self.entries, self.texts)

    def with_entries(self, *entries: Entry) -> "Held":
        return Held(self.sessions, entries, self.texts)

    def with_text(self, path: str, text: str | None) -> "Held":
        texts = {name: words for name, words in self.texts.items() if name != path}
        return Held(self.sessions, self.entries, texts if text is None else {**texts, path: text})

    def written(self, root: Path) -> None:
        """Put all of it on the disk, and nothing else."""
        shutil.rmtree(root, ignore_errors=True)
        _write(root, {_path(session): sessions.text_of(session) for session in self.sessions.values()})
        self.restored(root)

    def restored(self, root: Path) -> None:
        """Put on the disk what a call may have added to: all but the sessions, of which none is changed."""
        entries = tuple(entry for entry in self.entries if entry.notes)
        notes = between.text_of(Between(client=JANE, entries=entries))
        files = {name: text.encode() for name, text in self.texts.items()}
        _write(root, {**files, f"clients/{JANE}/between.yaml": notes})
        shutil.rmtree(root / f"clients/{JANE}/exports", ignore_errors=True)


def _write(root: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _path(session: Session) -> str:
    above = "own" if session.client == OWN else f"clients/{session.client}"
    return f"{above}/sessions/{session.started:%Y-%m-%d-%H%M}-{session.framework.id}.yaml"


def moved(session: Session, days: int = 0, minutes: int = 0) -> Session:
    """The session as it would be, had it been held at another time."""
    by = timedelta(days=days, minutes=minutes)
    at = session.started + by
    turns = tuple(changed(turn, at=turn.at + by) for turn in session.turns)
    return changed(session, id=f"{session.client}/{at:%Y-%m-%d-%H%M}", started=at, turns=turns)


def talk(  # noqa: PLR0913 a session has as many sides
    day: str,
    *turns: Turn,
    framework: str = "grow",
    room: Room = "client",
    engagement: str | None = "lead",
    client: str = JANE,
    hour: int = 14,
    person: Person | None = None,
    **more: object,
) -> Session:
    """A session on a day, with these visits."""
    at = datetime.fromisoformat(f"{day}T{hour:02}:07:00+00:00")
    said: dict[str, object] = {
        "id": f"{client}/{at:%Y-%m-%d-%H%M}",
        "client": client,
        "engagement": engagement,
        "framework": FrameworkRef(id=framework, title=framework.title(), room=room, version=1, sha256="0" * 64),
        "status": "ended",
        "started": at,
        "ended": at + timedelta(hours=1),
        "minutes": Booked(planned=60, spent=55),
        "person": person,
        "held": "video",
        "turns": tuple(changed(turn, at=at) for turn in turns),
    }
    return changed(unbegun(), **(said | more))


def visit(*notes: Note, room: Room = "client", question: str = "story", phase: Phase = "call", **more: object) -> Turn:
    """A visit to a question."""
    turn = Turn(
        room=room,
        stage="opening",
        question=question,
        asked="What is it like?",
        phase=phase,
        at=NOW,
        seconds=300,
        notes=notes,
    )
    return changed(turn, **more)


def said(text: str, kind: Kind = "note", share: ShareWith = "nobody", **more: object) -> Note:
    """A note."""
    return changed(note(text, kind, share), **more)


def rated(score: float, item: str | None = "Delegating", share: ShareWith = "nobody", room: Room = "client") -> Turn:
    """A number from 1 to 10 on a thing."""
    given = said("so so", "scale", share, scale=Score(score=score, low=1, high=10))
    return visit(given, room=room, question="area_now", item=item, series="areas", asked=f"How is {item}?")


def came_of(what: str, kind: Kind, session: str, outcome: Outcome, share: ShareWith = "nobody") -> Note:
    """What came of a thing."""
    reviewed = Reviewed(kind=kind, what=what, session=session, outcome=outcome)  # type: ignore[arg-type]
    return Note(kind="review", text="and more", share_with=share, reviewed=reviewed, confidence=6)


def on(day: str) -> When:
    return When(words=f"by {day}", on=date.fromisoformat(day))


FIRST, SECOND, MIDDLE, LATE = "first", "second", "midpoint", "late"
HIDDEN_GOAL, HIDDEN_ACTION = "Leave before spring", "Ask for the file"


def _first() -> Session:
    details = {"measure": "a survey #m", "serves": "the merger"}
    hidden = {"measure": "an offer", "serves": "me"}
    return talk(
        "2026-02-10",
        visit(
            said("She sleeps badly #sleep"),
            said("I can do this #yes", "quote", "client"),
            said("The board is split", "insight"),
            said("It is about trust", "insight", "client"),
            said("Looks away", "observation"),
            said("Tell nobody", "parked"),
        ),
        visit(
            said("Lead calmly #calm", "goal", "sponsor", due=on("2026-10-01"), details=details, confidence=4),
            said(HIDDEN_GOAL, "goal", due=on("2026-03-21"), details=hidden, confidence=2),
            said("Sleep", "goal", "client", confidence=3),
            question="goal",
        ),
        visit(
            said("Write the rota #rota", "action", "client", due=on("2026-02-20"), confidence=7),
            said("Tell the team", "action", "sponsor", due=on("2026-02-24")),
            said(HIDDEN_ACTION, "action", due=on("2026-02-21"), confidence=5, details={"support": "a friend"}),
            said("Send the article", "promise", "client"),
            said("Look up the law", "promise"),
            question="actions",
        ),
        visit(said("Order", "value", "client"), said("Revenge", "value"), question="values"),
        rated(3, "Delegating", "client"),
        rated(2, "Sleep", "client"),
        rated(5, "Trusting the board"),
        visit(said("", "choices", chosen=("Play", "Order")), question="chosen"),
        visit(said("of hours", "number", number=7), said("so", "yesno", said_yes=True), question="hours"),
        visit(said("What do I take to supervision?"), said("My own fear"), question="reflection", phase="after_call"),
        next=Appointment(words="in a month", on=date(2026, 3, 10), at="14:00"),
    )


def _second(first: Session) -> Session:
    return talk(
        "2026-04-10",
        visit(
            came_of("Write the rota #rota", "action", first.id, "done", "client"),
            came_of(HIDDEN_ACTION, "action", first.id, "partly"),
            came_of("Lead calmly #calm", "goal", first.id, "partly", "sponsor"),
            question="since",
        ),
        rated(6, "Delegating", "client"),
        rated(4, "Sleep", "client"),
        rated(8, "Trusting the board"),
        visit(said("It was easier", "takeaway", "client"), said("He lies", "quote"), said("Order", "value", "client")),
        framework="checkin",
    )


def _three(name: str, day: str) -> Session:
    return talk(
        day,
        visit(
            said("We agreed on three things", "note", "sponsor"),
            said("They do not look at each other"),
            said("Speak up", "goal", "sponsor"),
            said("Hidden from Sam", "quote"),
            room="three",
        ),
        visit(said("What a meeting"), room="alone", phase="after_call", question="reflection"),
        visit(said("Sam is afraid", "quote"), room="alone", phase="after_call", question="watch"),
        framework=name,
        room="three",
    )


def _middle() -> Session:
    return talk(
        "2026-05-10",
        visit(said("Half way", "takeaway", "client"), said("Not half way")),
        rated(7, "Delegating", "client"),
        visit(said("The team hears me", "note", "sponsor"), said("Sam frowns"), room="three", question="together"),
        framework="midpoint",
    )


def _interview(number: int, day: str, group: Group | None) -> Session:
    return talk(
        day,
        visit(
            said(f"She hears people out {number} #listens"),
            said(f"Never on time {number}", "quote"),
            said("The tool", "insight"),
            room="stakeholder",
            question="well",
        ),
        rated(3 + number % 4, "Delegating", room="stakeholder"),
        visit(said("Send a thank you", "promise"), room="stakeholder"),
        framework="stakeholder-interview",
        room="stakeholder",
        person=Person(code=f"P{number}", group=group),
    )


def _interviews() -> Iterator[tuple[str, Session]]:
    groups: tuple[Group | None, ...] = ("boss", "peer", "peer", "report", "report", None)
    for number, group in enumerate(groups, 1):
        yield f"interview {number}", _interview(number, f"2026-03-{10 + number}", group)


def full() -> Held:
    """The practice as it is."""
    first = _first()
    found = {
        FIRST: first,
        "three-way": _three("three-way", "2026-02-14"),
        **dict(_interviews()),
        SECOND: _second(first),
        MIDDLE: _middle(),
        "sponsor": talk(
            "2026-03-20",
            visit(said("She is on a list"), said("I will tell HR", "promise"), room="sponsor"),
            rated(4, "Delegating", room="sponsor"),
            framework="sponsor-checkin",
            room="sponsor",
            person=Person(code="P9"),
        ),
        "reflection": talk(
            "2026-03-25", visit(said("I dread it"), said("Sam said so", "quote"), room="alone"), framework="reflection",
            room="alone",
        ),
        "off track": talk(
            "2026-06-10", visit(said("Does this still work?"), said("Go on", "goal", "sponsor")), framework="off-track"
        ),
        LATE: talk("2026-07-10", visit(said("It holds", "quote", "client"), said("It does not hold")), hour=9),
        "mentoring": talk("2026-08-10", visit(said("How to run a board", "note", "client")), framework="mentoring"),
        "private": talk(
            "2026-04-01",
            visit(said("Found a new firm", "goal", "sponsor"), said("Call the lawyer", "action", "sponsor")),
            rated(9, "Trusting the board", "client"),
            engagement="leave",
        ),
        "private interview": changed(_interview(7, "2026-04-02", "outside"), engagement="leave"),
        "unsaid": talk("2026-04-20", visit(said("Of nobody's", "goal", "sponsor")), engagement=None),
        "own": talk(
            "2026-05-01", visit(said("All of my clients"), room="alone"), framework="supervision-clear", room="alone",
            engagement=None, client=OWN,
        ),
        "robin": talk(
            "2026-05-02", visit(said("Robin is well", "note", "client"), said("Robin is not")), client=ROBIN,
            engagement="career",
        ),
    }  # fmt: skip
    entries = (
        _entry("2026-04-11", said("She is heard #listens", "theme", "sponsor"), engagement="lead"),
        _entry("2026-04-12", said("She hears people out #listens", "theme", "client")),
        _entry("2026-04-13", said("Time runs away #time", "theme", "nobody")),
        _entry("2026-04-14", said("They want her to leave #listens", "theme", "nobody"), engagement="lead"),
        _entry("2026-05-12", came_of("Lead calmly #calm", "goal", first.id, "done", "sponsor")),
        _entry("2026-05-13", came_of(HIDDEN_GOAL, "goal", first.id, "not yet")),
        _entry("2026-05-14", said("Wrote at night"), said("Buy a bed", "action")),
    )
    return Held(
        found,
        entries,
        {
            "coach.yaml": ME,
            "earlier-hours.yaml": EARLIER,
            f"clients/{JANE}/client.yaml": CLIENT.format(JANE, "Jane Example", "jane"),
            f"clients/{ROBIN}/client.yaml": CLIENT.format(ROBIN, "Robin Example", "robin"),
            f"clients/{JANE}/engagements/lead.yaml": LEAD,
            f"clients/{JANE}/engagements/leave.yaml": PRIVATE,
            f"clients/{ROBIN}/engagements/career.yaml": ROBINS,
        },
    )


def _entry(day: str, *notes: Note, engagement: str | None = None) -> Entry:
    return Entry(at=datetime.fromisoformat(f"{day}T20:00:00+00:00"), engagement=engagement, notes=notes)

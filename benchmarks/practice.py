"""A long practice of clients who are plainly made up: sessions of many notes, an engagement, goals, numbers."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Ended, Engagement, Milestone
from coachcli.domain.session.model import (
    Booked,
    FrameworkRef,
    Note,
    Person,
    Reviewed,
    Score,
    Session,
    StageLine,
    Turn,
    When,
)
from coachcli.domain.terms import Room
from coachcli.domain.value import changed
from coachcli.store.client import client_file
from coachcli.store.engagement.new_file import new_text
from coachcli.store.paths import Practice
from coachcli.store.session.sessions import text_of

CLIENTS, NOTES, A_TURN = 200, 60, 4
FIRST = datetime(2016, 1, 4, 9, 0, tzinfo=UTC)
WORDS = ("a delay", "the team", "her manager", "the budget", "Tuesday's meeting", "a plan", "the review", "rest")
AREAS = ("Delegating", "Saying no", "Presence")
# Every client has two goals. Of twenty-five meetings one is an intake, and one with somebody else.
GOALS = ("The team decides without them", "An evening a week is theirs")
A_ROUND, INTAKE, INTERVIEW = 25, 0, 5
ROAD = (
    Milestone(do="intake", week=1),
    Milestone(do="grow", every="2 weeks"),
    Milestone(do="stakeholder-interview", week=3, times=6),
    Milestone(do="midpoint", week=12),
    Milestone(do="closing", week=24),
)


def make_practice(root: Path, sessions: int) -> Practice:
    """So many sessions of 60 notes with 200 clients, each of whom has work behind them and work under way."""
    practice = Practice(root)
    everyone = [client_file.add(practice, f"Example {name_of(number)}") for number in range(min(CLIENTS, sessions))]
    last = FIRST + timedelta(hours=9 * sessions)
    engagements = tuple(engagements_until(last.date()))
    for client in everyone:
        _agree(practice, client, engagements)
    for number in range(sessions):
        client, started = everyone[number % len(everyone)], FIRST + timedelta(hours=9 * number)
        session = session_with(client.id, started, number // len(everyone))
        belongs = next(one for one in engagements if one.ended is None or started.date() <= one.ended.on)
        file = practice.session_file(client.id, f"{session.id.rpartition('/')[2]}-{session.framework.id}")
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text_of(changed(session, engagement=belongs.id)))
    return practice


def name_of(number: int) -> str:
    """A name of letters alone: `Aab`, and no number that a list could take for something else."""
    return "".join(chr(ord("a") + number // size % 26) for size in (676, 26, 1)).capitalize()


def engagements_until(last: date) -> Iterator[Engagement]:
    """One that has ended, and one under way."""
    begins = last - timedelta(days=90)
    over = Ended(on=begins - timedelta(days=1), why="as agreed")
    first = Engagement(id="the-first", title="The first years", start=FIRST.date(), road=ROAD, ended=over)
    yield first
    yield Engagement(id="the-second", title="Leading on", start=begins, sessions=24, every="2 weeks", road=ROAD)


def _agree(practice: Practice, client: Client, engagements: tuple[Engagement, ...]) -> None:
    folder = practice.engagements(client.id)
    folder.mkdir(exist_ok=True)
    for one in engagements:
        text = new_text(one, "../engagement.json")
        if one.ended:
            text += f"ended: {{on: {one.ended.on}, why: {one.ended.why}}}\n"
        (folder / f"{one.id}.yaml").write_text(text, encoding="utf-8")


def session_with(client: str, started: datetime, place: int) -> Session:
    """The session of a client that has so many before it."""
    framework, room = _framework(place)
    notes = [*_notes(started.date(), place, room)]
    return Session(
        format=1,
        id=f"{client}/{started:%Y-%m-%d-%H%M}",
        client=client,
        person=Person(code=f"P{place % 7 + 1}", group="peer") if room == "stakeholder" else None,
        framework=FrameworkRef(room=room, id=framework, title=framework.title(), version=1, sha256="0" * 64),
        status="ended",
        started=started,
        ended=started + timedelta(minutes=50),
        minutes=Booked(planned=50, spent=50),
        stages=tuple(StageLine(id=f"stage_{number}", title=f"Stage {number}") for number in range(4)),
        turns=(*_of_words(notes, started, room), *_of_numbers(started, place, room)),
    )


def _framework(place: int) -> tuple[str, Room]:
    match place % A_ROUND:
        case 0:
            return "intake", "client"
        case 5:
            return "stakeholder-interview", "stakeholder"
        case _:
            return "grow", "client"


def _of_words(notes: list[Note], started: datetime, room: Room) -> Iterator[Turn]:
    for at in range(0, len(notes), A_TURN):
        yield Turn(
            room=room,
            stage=f"stage_{at // (NOTES // 4)}",
            question=f"question_{at // A_TURN}",
            asked=f"What is there to say about {WORDS[at % len(WORDS)]} now?",
            at=started + timedelta(seconds=50 * at),
            seconds=180,
            notes=tuple(notes[at : at + A_TURN]),
        )


def _of_numbers(started: datetime, place: int, room: Room) -> Iterator[Turn]:
    """The same three areas, rated each time."""
    for number, area in enumerate(AREAS):
        yield Turn(
            room=room,
            stage="stage_3",
            question="where_now",
            item=area,
            series="areas",
            asked=f"Where are you with {area} today?",
            at=started + timedelta(minutes=45 + number),
            seconds=60,
            notes=(Note(kind="scale", scale=Score(score=(place + number) % 8 + 2, low=1, high=10)),),
        )


def _notes(day: date, place: int, room: Room) -> Iterator[Note]:
    """Mostly words; two actions, or the goals, and what came of one of the actions of the session before."""
    for number in range(NOTES - len(AREAS) - 3):
        words = f"{WORDS[number % len(WORDS)]} and {WORDS[(number + place) % len(WORDS)]} were talked of, #{number}"
        yield Note(kind="quote" if number % 5 == 0 else "note", text=words)
    if room != "client":
        yield Note(kind="observation", text="It went well")
        return
    before = Reviewed(kind="action", what=_page(place - 1), session="", outcome="done")
    yield Note(kind="review", reviewed=before) if place else Note(kind="insight", text="It began here")
    if place % A_ROUND == 0:
        yield from (Note(kind="goal", text=goal, details={"measure": "they say so"}) for goal in GOALS)
        return
    due = When(words="in a week", on=day + timedelta(days=7))
    yield Note(kind="action", text=_page(place), due=due, confidence=8, share_with="client")
    yield Note(kind="action", text=f"Ask somebody {place % 3}", share_with="client")


def _page(number: int) -> str:
    return f"Write page {number} #skill"

"""Sessions of several months, with numbers in them, for the tests of what comes of them."""

from datetime import timedelta

from builders import NOW, note, session_of, turn_with

from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.session.model import Note, Person, Reviewed, Score, Turn
from coachcli.domain.terms import Kind, Outcome, Room
from coachcli.domain.value import changed


def rated(score: float, item: str | None = "Delegating", series: str | None = "areas", question: str = "now") -> Turn:
    """A turn at a scale from 1 to 10."""
    scale = Note(kind="scale", scale=Score(score=score, low=1, high=10))
    asked = f"How are things with {item}?" if item else "How are things?"
    return changed(turn_with(scale, question=question, asked=asked), item=item, series=series)


def looked_back(what: str, outcome: Outcome) -> Turn:
    """A turn at which somebody said what came of an action."""
    reviewed = Reviewed(kind="action", what=what, session="jane-example/0", outcome=outcome)
    return turn_with(Note(kind="review", reviewed=reviewed), question="since")


def chose(*words: str, kind: Kind = "action") -> Turn:
    """A turn at which things were chosen."""
    return turn_with(*(note(text, kind) for text in words), question="actions")


def held(day: int, *turns: Turn, room: Room = "client", who: str | None = None) -> SessionExtract:
    """A session so many days after the first."""
    at = NOW + timedelta(days=day)
    session = session_of(
        *(changed(turn, room=room, at=at) for turn in turns), id=f"jane-example/{day}", started=at, status="ended"
    )
    framework = changed(session.framework, room=room)
    return extract_of(changed(session, framework=framework, person=Person(code=who) if who else None))


def interviews(day: int, *scores: float, first: int = 1) -> list[SessionExtract]:
    """An interview with P1, P2 and so on, each on a day of its own, in which they give these numbers."""
    people = enumerate(scores)
    return [held(day + at, rated(score), room="stakeholder", who=f"P{first + at}") for at, score in people]

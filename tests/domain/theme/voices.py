"""Talks with stakeholders, for the tests of what is told of them."""

from datetime import timedelta

from builders import NOW, note, session_of, turn_with

from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note, Person, Session, Turn
from coachcli.domain.terms import Group, Phase, ShareWith
from coachcli.domain.value import changed


def said(*words: str, question: str = "does_well", phase: Phase = "call") -> Turn:
    """What a stakeholder answered to a question."""
    asked = f"What of {question}, Jane?"
    turn = turn_with(*map(note, words), question=question, asked=asked, phase=phase)
    return changed(turn, room="stakeholder")


def interview(
    code: str | None, *turns: Turn, day: int = 0, engagement: str | None = None, group: Group | None = None
) -> Session:
    """A talk with somebody about the client, so many days after the first."""
    at = NOW + timedelta(days=day)
    session = session_of(*turns, id=f"jane-example/{day}-{code}", started=at, status="ended", engagement=engagement)
    person = Person(code=code, group=group) if code else None
    framework = changed(session.framework, id="stakeholder-interview", room="stakeholder")
    return changed(session, framework=framework, person=person, client="jane-example")


def line(text: str, share: ShareWith = "nobody", engagement: str | None = None, day: int = 9) -> Entry:
    """A line that the coach wrote."""
    theme = Note(kind="theme", text=text, share_with=share)
    return Entry(at=NOW + timedelta(days=day), engagement=engagement, notes=(theme,))

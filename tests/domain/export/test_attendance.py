"""Who was there besides the coach, in words."""

import pytest
from builders import session_of

from coachcli.domain.export.attendance import attendance
from coachcli.domain.room import ROOMS
from coachcli.domain.session.model import Person, Session
from coachcli.domain.session.wording import partner
from coachcli.domain.terms import Room
from coachcli.domain.value import changed

FORMER_BOSS = Person(code="P3", group="former boss")


def held(room: Room, **changes: object) -> Session:
    session = session_of(**changes)
    return changed(session, framework=changed(session.framework, room=room))


@pytest.mark.parametrize(
    ("session", "words"),
    [
        (
            held("stakeholder", person=Person(code="P3", group="former boss"), held="phone"),
            "P3, a former boss, by phone",
        ),
        (held("sponsor", person=Person(code="S1")), "S1"),
        (held("three", held="room"), "the client and the sponsor, in one room"),
        (held("sponsor"), "the sponsor, about the client"),
        (held("client", held="video"), "by video"),
        (held("client"), ""),
        (held("alone"), ""),
    ],
)
def test_it_says_who_was_there_and_how(session: Session, words: str) -> None:
    assert attendance(session) == words


def test_the_call_names_whom_it_is_with_in_every_room() -> None:
    person = Person(code="P3")
    assert partner(held("stakeholder", person=person), "Jane Example") == "P3, about Jane Example"
    assert partner(held("sponsor"), "Jane Example") == "the sponsor, about Jane Example"
    assert all(partner(held(room), "Jane Example") for room in ROOMS)
    assert partner(held("client"), "Jane Example") == "Jane Example"

"""What the next meeting is called that was agreed in a room."""

import pytest

from coachcli.domain.session.meeting_name import code_in, meeting_name
from coachcli.domain.session.model import FrameworkRef, Person
from coachcli.domain.terms import FrameworkKind, Room

P3 = Person(code="P3")


@pytest.mark.parametrize(
    ("room", "kind", "person", "name"),
    [
        ("three", "meeting", None, "Three-way meeting"),
        ("sponsor", "meeting", P3, "Talk with the sponsor"),
        ("stakeholder", "meeting", P3, "Talk with P3"),
        ("stakeholder", "meeting", None, "Talk with somebody who knows them"),
        ("client", "meeting", None, "Next session"),
        ("client", "conversation", None, "Learning plan again"),
        ("alone", "meeting", None, "Learning plan again"),
    ],
)
def test_it_is_called_by_who_is_there_or_by_what_there_is_to_look_at(
    room: Room, kind: FrameworkKind, person: Person | None, name: str
) -> None:
    framework = FrameworkRef(id="plan", title="Learning\nplan", kind=kind, room=room, version=1, sha256="0" * 64)

    assert meeting_name(framework, room, person) == name


def test_only_where_somebody_is_asked_there_is_a_code() -> None:
    assert [code_in(room, P3) for room in ("sponsor", "stakeholder", "client", "three")] == ["P3", "P3", "", ""]

"""What follows from who was in the room."""

from typing import get_args

import pytest

from coachcli.domain.room import ROOMS, counts, has_person, is_call, may_share, meeting_name
from coachcli.domain.terms import Room


def test_every_room_says_what_it_is() -> None:
    assert set(ROOMS) == set(get_args(Room))
    assert len({row.held for row in ROOMS.values()}) == len(ROOMS)


def test_only_what_is_said_with_the_client_there_can_be_shared_or_be_their_own() -> None:
    assert [room for room in ROOMS if may_share(room)] == ["client", "three"]
    assert [room for room in ROOMS if is_call(room)] == ["client", "three"]


def test_a_session_counts_where_the_client_is_alone_with_the_coach() -> None:
    assert [room for room in ROOMS if counts(room)] == ["client"]


def test_a_sponsor_and_whoever_else_is_asked_go_by_a_code() -> None:
    assert [room for room in ROOMS if has_person(room)] == ["sponsor", "stakeholder"]


@pytest.mark.parametrize(
    ("room", "code", "name"),
    [
        ("client", "", "Next after Learning plan"),
        ("three", "", "Three-way meeting"),
        ("sponsor", "S1", "Talk with the sponsor"),
        ("stakeholder", "P3", "Talk with P3"),
        ("stakeholder", "", "Talk with somebody who knows them"),
        ("alone", "", "Learning plan again"),
    ],
)
def test_the_next_meeting_is_called_by_who_is_there_or_by_what_came_before(room: Room, code: str, name: str) -> None:
    assert meeting_name(room, "Learning plan", code) == name

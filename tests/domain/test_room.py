from typing import get_args

import pytest

from coachcli.domain.room import ROOMS, counts, has_person, may_share
from coachcli.domain.terms import Room


def test_every_room_says_what_follows_from_it() -> None:
    assert set(ROOMS) == set(get_args(Room))
    assert next(iter(ROOMS)) == "client"


@pytest.mark.parametrize(
    ("room", "shared", "counted", "person"),
    [
        ("client", True, True, False),
        ("three", True, False, False),
        ("sponsor", False, False, True),
        ("stakeholder", False, False, True),
        ("alone", False, False, False),
    ],
)
def test_what_may_leave_what_counts_and_who_is_asked_follow_from_the_room(
    room: Room, shared: bool, counted: bool, person: bool
) -> None:
    assert (may_share(room), counts(room), has_person(room)) == (shared, counted, person)


def test_words_are_the_clients_own_only_where_the_client_is_there() -> None:
    assert {room for room, kind in ROOMS.items() if kind.clients_own} == {"client", "three"}

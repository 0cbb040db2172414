"""Marks that the room forbids, in words."""

import pytest
from builders import note, session_of, turn_with

from coachcli.domain.export.void import void_words
from coachcli.domain.terms import Room
from coachcli.domain.value import changed

OTHERS = "with somebody who knows the client"


@pytest.mark.parametrize(
    ("rooms", "marks", "words"),
    [
        (["sponsor"], 2, "2 marks in it are void: what was said with the sponsor cannot be shared."),
        (["alone"], 1, "1 mark in it is void: what you noted alone cannot be shared."),
        (
            ["client", "stakeholder"],
            1,
            "1 mark in it is void: what was said with somebody who knows the client cannot be shared.",
        ),
        (["sponsor", "alone"], 2, "2 marks in it are void: what was said without the client cannot be shared."),
        (["client"], 0, ""),
    ],
)
def test_it_is_said_how_many_there_are_and_why(rooms: list[Room], marks: int, words: str) -> None:
    turns = [changed(turn_with(note()), room=room) for room in rooms]

    assert void_words(session_of(*turns), marks) == words

"""What the ids meant that were shipped before frameworks said who is in the room."""

import pytest

from coachcli.domain.before import Rooms, is_aim, is_next, rooms_of, series_of, shipped_rooms
from coachcli.domain.terms import FrameworkKind, Room


@pytest.mark.parametrize(
    ("framework", "kind", "room"),
    [
        ("grow", "conversation", "client"),
        ("intake", "meeting", "client"),
        ("values", "meeting", "client"),
        ("three-way", "meeting", "three"),
        ("sponsor-intake", "meeting", "sponsor"),
        ("sponsor-checkin", "meeting", "sponsor"),
        ("stakeholder-interview", "meeting", "stakeholder"),
        ("reflection", "reflection", "alone"),
        ("supervision-clear", "reflection", "alone"),
        ("my-own", "conversation", "client"),
        ("my-own", "meeting", "client"),
        ("my-own", "reflection", "alone"),
        ("Three-Way", "meeting", "three"),
    ],
)
def test_who_was_in_the_room_is_told_by_the_id_and_the_kind(framework: str, kind: FrameworkKind, room: Room) -> None:
    assert rooms_of(framework, kind).framework == room


@pytest.mark.parametrize("framework", ["midpoint", "closing"])
def test_the_sponsor_joined_for_one_stage_of_midpoint_and_closing(framework: str) -> None:
    rooms = rooms_of(framework, "meeting")

    assert rooms.framework == "client"
    assert rooms.of("sponsor") == "three"
    assert rooms.of("learning") == "client"


def test_a_framework_that_was_not_shipped_has_no_rooms_here() -> None:
    assert shipped_rooms("my-own") is None
    assert Rooms() == Rooms("client")


@pytest.mark.parametrize(
    ("framework", "question", "is_for_the_hour"),
    [
        ("grow", "outcome", True),
        ("grow", "goal_now", True),
        ("Grow", "outcome", True),
        ("egan", "goal", True),
        ("grow", "my_longer_goal", False),
        ("intake", "goal", False),
        ("three-way", "goal", False),
        ("midpoint", "goal", False),
        ("closing", "goal", False),
        ("my-own", "goal", False),
    ],
)
def test_what_shipped_conversations_asked_for_was_an_aim_and_every_other_goal_lasts(
    framework: str, question: str, is_for_the_hour: bool
) -> None:
    assert is_aim(framework, question) == is_for_the_hour


def test_numbers_on_areas_and_derailers_are_in_the_series_that_they_have_today() -> None:
    assert {series_of(name, "area_now") for name in ("intake", "midpoint", "closing")} == {"areas"}
    assert series_of("coach-the-coach", "building_team") == "derailer_team"
    assert series_of("my-own", "area_now") is None


@pytest.mark.parametrize(
    ("framework", "question", "is_agreed"),
    [
        ("careerminds", "look_again", True),
        ("growth", "check_day", True),
        ("sponsor-checkin", "next_date", True),
        ("Three-way", "next_three", True),
        ("cigar", "review_day", False),
        ("my-own", "next_date", False),
    ],
)
def test_a_day_on_which_to_meet_again_was_agreed_and_any_other_is_an_answer(
    framework: str, question: str, is_agreed: bool
) -> None:
    assert is_next(framework, question) == is_agreed

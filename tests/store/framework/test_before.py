"""Frameworks from before they said who is in the room mean what they meant, and `check` asks them to say it."""

from textwrap import dedent

import pytest

from coachcli.domain.framework.items import questions_of
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import GoalQuestion
from coachcli.domain.terms import Room
from coachcli.store.framework.check import Checked, check

CALL = """\
    stages:
      - id: first
        title: First
        ask: [{id: goal, type: goal, ask: What do you want?}, {id: next, type: action, ask: What will you do?}]
      - id: sponsor
        title: The sponsor
        ask: [{id: seen, type: line, keep_as: takeaway, ask: What do you take with you?}]
"""


def checked(text: str, name: str = "mine") -> Checked:
    return check(dedent(text).encode(), name)


def framework(text: str, name: str = "mine") -> Framework:
    found = checked(text, name).framework
    assert found is not None
    return found


def advice(text: str, name: str = "mine") -> list[tuple[str, str]]:
    return [(one.code, one.hint) for one in checked(text, name).problems if one.code in {"W407", "W408"}]


def lasts(text: str, name: str = "mine") -> bool:
    (goal,) = (one.part for one in questions_of(framework(text, name)).values() if isinstance(one.part, GoalQuestion))
    return goal.lasts


@pytest.mark.parametrize(
    ("head", "name", "room"),
    [
        ("title: Mine\n", "mine", "client"),
        ("title: Mine\nkind: meeting\n", "mine", "client"),
        ("title: Mine\nkind: reflection\n", "mine", "alone"),
        ("title: Mine\n", "three-way", "three"),
        ("title: Mine\n", "sponsor-checkin", "sponsor"),
        ("title: Mine\n", "stakeholder-interview", "stakeholder"),
    ],
)
def test_who_talks_is_what_was_meant(head: str, name: str, room: Room) -> None:
    assert framework(head + dedent(CALL), name).room == room
    assert ("W407", f"add  with: {room}  (there are client, three, sponsor, stakeholder and alone)") in advice(
        head + dedent(CALL), name
    )


def test_a_coachs_own_midpoint_has_the_sponsor_there_for_one_stage() -> None:
    mine = framework("title: Mine\n" + dedent(CALL), "midpoint")

    assert [mine.room_of(stage) for stage in mine.stages] == ["client", "three"]


def test_a_goal_of_a_coachs_own_framework_lasts_and_the_check_asks() -> None:
    text = "title: Mine\n" + dedent(CALL)

    assert lasts(text)
    assert [code for code, _ in advice(text)] == ["W407", "W408"]


def test_the_goal_of_a_coachs_own_copy_of_a_shipped_conversation_was_for_the_hour() -> None:
    text = "title: Mine\n" + dedent(CALL)

    assert not lasts(text, "egan")
    assert [code for code, _ in advice(text, "egan")] == ["W407"]


def test_a_file_of_today_means_what_it_says_and_nothing_is_asked_of_it() -> None:
    text = "title: Mine\nwith: client\n" + dedent(CALL)

    assert not lasts(text)
    assert advice(text) == []


@pytest.mark.parametrize("said", ["lasts: no", "lasts: yes", "keep_as: goal"])
def test_of_a_goal_that_says_it_nothing_is_asked(said: str) -> None:
    text = "title: Mine\n" + dedent(CALL).replace("type: goal,", f"type: goal, {said},")

    assert [code for code, _ in advice(text)] == ["W407"]


def test_nothing_is_asked_while_anything_is_wrong() -> None:
    assert advice("title: Mine\nminutes: an hour\n" + dedent(CALL)) == []


def test_a_mark_in_a_coachs_own_reflection_of_before_is_void_and_told() -> None:
    text = "title: Mine\nkind: reflection\n" + dedent(CALL).replace("keep_as: takeaway,", "share_with: client,")
    mine = framework(text)

    assert "W409" in [problem.code for problem in checked(text).problems]
    assert {mine.share_with_at(place) for place in mine.places} == {"nobody"}


def test_a_mark_in_a_file_of_today_that_the_room_forbids_is_an_error() -> None:
    text = "title: Mine\nwith: alone\n" + dedent(CALL).replace("keep_as: takeaway,", "share_with: client,")

    assert [problem.code for problem in checked(text).errors] == ["E351"]

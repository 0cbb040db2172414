"""`coach goal`: what the work is for, between sessions."""

import pytest
from cli.conftest import Coach

from coachcli.store.paths import Practice
from coachcli.store.session import between

pytestmark = pytest.mark.usefixtures("ended")

ADDED = ("goal", "add", "jane", "Lead", "the", "division")


def kept(practice: Practice) -> int:
    return len(between.load(practice, "jane-doe").entries)


def test_where_there_is_none_the_way_to_one_is_told(coach: Coach) -> None:
    answer = coach("goal", "list")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "There is no goal. To set one: coach goal add CLIENT TEXT\n"
    assert coach("goal", "list", "jane").err == "There is no goal. To set one: coach goal add jane TEXT\n"


def test_from_setting_one_to_reaching_it(coach: Coach) -> None:
    answer = coach(*ADDED, "--measure", "three a week", "--serves", "growth", "--now", "3")
    assert answer.out == (
        "Goal: Lead the division · 3 of 10 · you will know by: three a week · serves: growth  → client\n"
    )
    assert coach("goal", "list", "jane").out == (
        "Jane Doe\n   2  Lead the division\n      3 of 10\n      you will know by: three a week\n      serves: growth\n"
    )
    rated = coach("goal", "rate", "jane", "division", "6", "--comment", "the board has noticed")
    assert rated.out.startswith("Rated: Lead the division · 3 on ")
    assert rated.out.endswith(", 6 now · the board has noticed\n")

    assert coach("goal", "close", "jane", "2", "--done").out == "Reached: Lead the division\n"
    assert coach("goal", "list").out == ""
    assert "  Reached or let go\n   2  Lead the division · reached on " in coach("goal", "list", "--all").out
    assert coach("goal", "close", "jane", "2", "--done").out.startswith("It was reached on ")


def test_what_was_said_last_is_taken_back(coach: Coach, practice: Practice) -> None:
    coach(*ADDED)
    coach("goal", "close", "jane", "2", "--dropped")

    assert coach("goal", "undo", "jane").out == "Open again, with Jane Doe: Lead the division\n"
    assert coach("goal", "undo").out == "Taken away again, with Jane Doe: Lead the division\n"
    assert kept(practice) == 0


def test_an_aim_is_no_goal_and_can_be_one_again(coach: Coach) -> None:
    coach(*ADDED)

    assert coach("goal", "close", "jane", "2", "--as-aim").out == "An aim now, and no goal: Lead the division\n"
    assert coach("goal", "list", "--all").out == ""
    assert coach("goal", "close", "jane", "division", "--done").code == 3
    coach("goal", "undo", "jane")
    assert "Lead the division" in coach("goal", "list").out


def test_for_programs(coach: Coach) -> None:
    coach(*ADDED, "--now", "3")
    (row,) = coach("goal", "list", "--json").data

    assert (row["number"], row["what"], row["outcome"]) == (2, "Lead the division", None)
    assert [(one["score"], one["of"]) for one in row["numbers"]] == [(3, 10)]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("close", "jane", "2"), 2, "Was it reached, or let go?"),
        (("close", "jane", "2", "--done", "--dropped"), 2, "A goal ends in one way."),
        (("rate", "jane", "2", "12"), 2, "How near they are goes from 0 to 10."),
        (("rate", "jane", "9", "5"), 3, "Nothing open with Jane Doe goes by that number, or has those words."),
        (("add", "jane"), 2, "Which goal?"),
        (("add", "jane", "Sleep", "--by", "whenever"), 2, "The day was not understood."),
        (("list", "nobody"), 3, ""),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(
    coach: Coach, practice: Practice, words: tuple[str, ...], code: int, said: str
) -> None:
    coach(*ADDED)
    answer = coach("goal", *words)

    assert answer.code == code
    assert said in answer.err
    assert kept(practice) == 1

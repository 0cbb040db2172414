"""Minutes for each stage, and how far over it is."""

from itertools import pairwise

import pytest
from builders import FRAMEWORK, NOW, STORY, framework_of, note, session_of, turn_with, walked
from domain.strategies import OFTEN, frameworks
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import ActionQuestion, LineQuestion, NoteQuestion
from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import Jumped, Rebooked
from coachcli.domain.session.schedule import left_of, marks, planned_minutes, share_out, spent_and_left, stage_lines
from coachcli.domain.session.walk import Walk, spend
from coachcli.domain.value import changed


def framework_with(*minutes: int | None, whole: int | None = None) -> Framework:
    stages = [Stage(id=f"s{n}", title=f"S{n}", minutes=m, ask=(STORY,)) for n, m in enumerate(minutes)]
    return Framework(id="timed", title="Timed", minutes=whole, stages=tuple(stages))


def shares(framework: Framework, booked: int | None) -> list[int | None]:
    return [line.minutes for line in stage_lines(framework, booked)]


@pytest.mark.parametrize(
    ("framework", "minutes"),
    [
        (framework_with(10, 20, whole=50), 50),
        (framework_with(10, 20), 30),
        (framework_with(10, None), 10),
        (framework_with(None), None),
    ],
)
def test_a_framework_takes_as_long_as_it_says_or_as_its_stages_do(framework: Framework, minutes: int | None) -> None:
    assert planned_minutes(framework) == minutes


@pytest.mark.parametrize(
    ("framework", "booked", "minutes"),
    [
        (framework_with(10, 20, 20), None, [10, 20, 20]),
        (framework_with(10, 20, 20), 50, [10, 20, 20]),
        (framework_with(10, 20, 20), 25, [5, 10, 10]),
        (framework_with(10, 20, 20), 100, [20, 40, 40]),
        (framework_with(10, 20, 20), 33, [7, 13, 13]),
        (framework_with(10, 20, 20), 2, [1, 1, 1]),
        (framework_with(10, 20, 20), 0, [10, 20, 20]),
        (framework_with(10, None, 10, whole=40), 20, [5, None, 5]),
        (framework_with(30, 30, whole=30), 30, [15, 15]),
        (framework_with(None, None), 30, [None, None]),
    ],
)
def test_stages_get_their_part_of_the_time_booked(
    framework: Framework, booked: int | None, minutes: list[int | None]
) -> None:
    assert shares(framework, booked) == minutes


def test_a_stage_is_told_with_its_steps() -> None:
    stage = Stage(
        id="a", title="A", steps=(Step(id="b", title="B", ask=(STORY,)), Step(id="c", title="C", ask=(STORY,)))
    )
    line = stage_lines(Framework(id="f", title="F", stages=(stage,)), 30)[0]

    assert (line.id, line.title, line.minutes, line.steps) == ("a", "A", None, {"b": "B", "c": "C"})


@OFTEN
@given(st.integers(0, 1440), st.lists(st.integers(1, 1440), min_size=1, max_size=12))
def test_shares_add_up_and_nobody_goes_without(total: int, weights: list[int]) -> None:
    parts = share_out(total, weights)

    assert len(parts) == len(weights)
    assert min(parts) >= 1
    assert sum(parts) == max(total, len(weights))


@OFTEN
@given(st.integers(0, 1440), st.lists(st.integers(1, 1440), min_size=1, max_size=12))
def test_a_longer_stage_never_gets_less(total: int, weights: list[int]) -> None:
    by_weight = sorted(zip(weights, share_out(total, weights), strict=True))

    assert all(less <= more for (w, less), (v, more) in pairwise(by_weight) if w < v)


@OFTEN
@given(st.integers(1, 20), st.lists(st.integers(1, 60), min_size=1, max_size=6))
def test_shares_that_come_out_even_are_exact(times: int, weights: list[int]) -> None:
    assert share_out(times * sum(weights), weights) == [times * weight for weight in weights]


def test_without_weights_there_is_nothing_to_share() -> None:
    assert share_out(50, []) == []


@OFTEN
@given(frameworks(), st.none() | st.integers(1, 1440))
def test_stages_never_get_more_than_was_booked(framework: Framework, booked: int | None) -> None:
    minutes = [part for part in shares(framework, booked) if part is not None]
    least = len(minutes)

    assert all(part >= 1 for part in minutes)
    assert booked is None or sum(minutes) <= max(booked, least)


@pytest.mark.parametrize(
    ("seconds", "planned", "said"),
    [
        (0, 50, "0 min, 50 left"),
        (59, 50, "0 min, 50 left"),
        (1380, 50, "23 min, 27 left"),
        (3000, 50, "50 min, 0 left"),
        (3120, 50, "52 min, 2 over"),
        (120, None, "2 min"),
    ],
)
def test_time_is_said_as_spent_and_left(seconds: int, planned: int | None, said: str) -> None:
    assert spent_and_left(seconds, planned) == said


def test_what_is_left_is_nothing_to_say_where_nothing_is_planned() -> None:
    assert left_of(60, None) == ""


def said(session: Session, minutes: float, framework: Framework = FRAMEWORK) -> list[str]:
    return [mark.text for mark in marks(framework, session, round(minutes * 60))]


def at(question: str, minutes: int = 0) -> Session:
    """A session of 50 minutes that has been at a question for so long."""
    return spend(walked(Jumped(question)), minutes * 60)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (39.9, []),
        (40, ["10 minutes left."]),
        (44, ["6 minutes left."]),
        (45, ["5 minutes left."]),
        (49.9, ["1 minute left."]),
        (50, []),
        (70, []),
    ],
)
def test_ten_and_five_minutes_before_the_end(minutes: float, text: list[str]) -> None:
    assert [mark for mark in said(at("actions"), minutes) if mark.endswith("left.")] == text


def test_the_ten_and_the_five_are_two_marks_and_each_is_one_however_late_it_is_seen() -> None:
    keys = [marks(FRAMEWORK, at("actions"), minutes * 60)[-1].key for minutes in (40, 43, 46, 48)]

    assert len(set(keys)) == 2


def test_when_the_end_is_moved_they_are_others() -> None:
    session = at("actions")
    moved = Walk(FRAMEWORK, "Jane").apply(session, Rebooked(60), NOW)

    assert marks(FRAMEWORK, session, 40 * 60)[-1].key != marks(FRAMEWORK, moved, 50 * 60)[-1].key


@pytest.mark.parametrize("planned", [5, 10])
def test_a_call_that_is_no_longer_than_that_is_not_told_of_it_as_it_begins(planned: int) -> None:
    session = Walk(FRAMEWORK, "Jane").apply(walked(Jumped("actions")), Rebooked(planned), NOW)

    assert f"{planned} minutes left." not in said(session, 0)


# When to turn to the actions


@pytest.mark.parametrize(
    ("minutes", "text"), [(29, []), (30, ["Time for Will: 20 minutes left."]), (50, [])], ids=["before", "then", "over"]
)
def test_when_the_stage_that_holds_the_actions_should_start(minutes: int, text: list[str]) -> None:
    assert [mark for mark in said(at("story"), minutes) if "Will" in mark] == text


def test_whoever_has_been_there_is_not_told() -> None:
    session = Walk(FRAMEWORK, "Jane").apply(at("actions"), Jumped("story"), NOW)

    assert not [mark for mark in said(session, 35) if "Time for" in mark]


def test_stages_behind_it_need_their_time_as_well() -> None:
    act = ActionQuestion(id="act", type="action", ask="What will you do?")
    last = LineQuestion(id="last", type="line", ask="Last?")
    framework = Framework(
        id="late",
        title="Late",
        minutes=60,
        stages=(
            Stage(id="talk", title="Talk", minutes=40, ask=(NoteQuestion(id="one", type="note", ask="One?"),)),
            Stage(id="do", title="Doing", minutes=12, ask=(act,)),
            Stage(id="close", title="Close", minutes=8, ask=(last,)),
        ),
    )

    assert said(walked(framework=framework), 39, framework) == []
    assert said(walked(framework=framework), 40, framework) == ["Time for Doing: 20 minutes left."]


def test_a_framework_without_actions_has_no_such_time() -> None:
    framework = framework_of(NoteQuestion(id="one", type="note", ask="One?"))

    assert said(walked(framework=framework), 30, framework) == []


# A stage that has had its time


@pytest.mark.parametrize(("spent", "told"), [(10, False), (11, False), (12, True), (20, True)])
def test_a_stage_well_over_its_time_is_told(spent: int, told: bool) -> None:
    assert ("Opening has had its 10 minutes." in said(at("story", spent), spent)) is told


@pytest.mark.parametrize(("spent", "told"), [(24, False), (25, True)])
def test_a_long_stage_is_left_a_quarter_more(spent: int, told: bool) -> None:
    assert ("Middle has had its 20 minutes." in said(at("mood", spent), spent)) is told


def test_what_runs_right_now_counts() -> None:
    assert "Opening has had its 10 minutes." in said(at("story", 8), 13)


def test_a_stage_that_was_left_is_left_alone() -> None:
    session = Walk(FRAMEWORK, "Jane").apply(at("story", 20), Jumped("mood"), NOW)

    assert not [mark for mark in said(session, 20) if "Opening" in mark]


# Where there is nothing to say


def test_without_an_end_or_a_clock_nothing_is_said() -> None:
    endless = changed(walked(), minutes=changed(walked().minutes, planned=None))
    written = changed(walked(), written_up=NOW)
    added = changed(walked(), amending=NOW)

    assert [said(session, 45) for session in (endless, written, added)] == [[], [], []]


def test_after_the_call_nobody_is_hurried() -> None:
    over = session_of(turn_with(note()), turn_with(question="useful", phase="closing"))

    assert said(over, 45) == []

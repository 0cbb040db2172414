"""Minutes for each stage, and how far over it is."""

from itertools import pairwise

import pytest
from builders import STORY
from domain.strategies import OFTEN, frameworks
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.session.schedule import left_of, planned_minutes, share_out, spent_and_left, stage_lines


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

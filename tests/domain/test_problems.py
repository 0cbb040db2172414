"""What is wrong in a file is told at a length that somebody reads."""

import pytest

from coachcli.domain.problems import Problem, has_error

LONG = "a megabyte of what was meant to be a word " * 1000


@pytest.mark.parametrize("part", ["text", "hint"])
def test_what_is_too_long_to_be_read_is_cut_and_looks_it(part: str) -> None:
    told = {"text": "Short.", "hint": "Do this.", part: LONG}
    problem = Problem("E101", 3, 1, told["text"], hint=told["hint"])
    cut, whole = (problem.text, problem.hint) if part == "text" else (problem.hint, problem.text)

    assert len(cut) == 500
    assert cut.endswith("…")
    assert LONG.startswith(cut[:-1])
    assert whole in {"Short.", "Do this."}


def test_what_is_short_stays_as_it_is() -> None:
    problem = Problem("W101", 3, 7, "x" * 500, hint="Do this.", level="warning")

    assert (problem.text, problem.hint, problem.level) == ("x" * 500, "Do this.", "warning")


def test_a_problem_is_an_error_unless_it_is_said_to_be_less() -> None:
    assert Problem("E101", 1, 1, "No.").level == "error"


def test_only_an_error_keeps_a_file_from_being_used() -> None:
    error, warning = Problem("E101", 1, 1, "No."), Problem("W101", 1, 1, "Hm.", level="warning")

    assert has_error([warning, error])
    assert not has_error([warning, warning])
    assert not has_error([])

"""What a YAML parser complains of, in plain words, and what to do about it."""

import pytest

from coachcli.domain.problems import Problem
from coachcli.store.yaml_io.parser_errors import MERGED, way_out
from coachcli.store.yaml_io.strict_reader import FRAMEWORK, YamlProblemError, read

MARKS = ("anchor", "scanning", "expected", "token", "mapping values", "scalar")


@pytest.mark.parametrize(
    "text", ["a: *b", "a: &b c", "a: !b c", 'a: "b', 'a: "\\d"', "a: b: c", "a: @b", "a: [b", "a\nb: c", "a: |x"]
)
def test_no_word_of_the_parser_reaches_a_coach(text: str) -> None:
    with pytest.raises(YamlProblemError) as caught:
        read(text.encode(), FRAMEWORK)

    assert not [mark for mark in MARKS if mark in caught.value.problem.text]


def test_a_merge_that_was_left_open_is_to_be_decided() -> None:
    problem = Problem(MERGED, 1, 1, "two versions", hint="keep one of them")

    assert way_out(problem, "Mend it.") == "Keep one of them."


def test_anything_else_has_the_way_out_that_fits_the_file() -> None:
    assert way_out(Problem("E100", 1, 1, "no", hint="put it in quotes"), "Mend it.") == "Mend it."

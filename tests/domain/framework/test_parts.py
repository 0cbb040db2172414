"""What all parts of a framework are made of: words, ids, numbers and conditions, each refused where it is none."""

from typing import Any

import pytest
from pydantic import ValidationError

from coachcli.domain.framework.parts import FrameworkId, Id, Many, Minutes, Part, Sentence, Words
from coachcli.domain.record_data import checked


class Example(Part, frozen=True, kw_only=True):
    """One of each."""

    id: Id = "a"
    framework: FrameworkId = "a"
    words: Words = "a"
    when: Sentence | None = None
    minutes: Minutes = 1
    many: Many = 1


def refusal(**parts: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        checked(Example, parts)
    (error,) = caught.value.errors()
    return f"{error['loc'][0]}: {error['msg']}"


def test_texts_are_trimmed_and_cleaned() -> None:
    assert checked(Example, {"words": " What\x1b now? \r\n"}).words == "What now?"


@pytest.mark.parametrize("words", ["", " \n\t"])
def test_a_text_says_something(words: str) -> None:
    assert "at least 1" in refusal(words=words)


@pytest.mark.parametrize("name", ["A", "1st", "_a", "a b", "../a", ""])
def test_an_id_is_small_letters_and_begins_with_one(name: str) -> None:
    assert refusal(id=name).startswith("id: String should match pattern")
    assert refusal(framework=name).startswith("framework: String should match pattern")


def test_only_the_id_of_a_framework_has_hyphens_and_an_end() -> None:
    assert checked(Example, {"framework": "egan-atd_2"}).framework == "egan-atd_2"
    assert refusal(id="egan-atd").startswith("id: String should match pattern")
    assert refusal(framework="a" * 61) == "framework: String should have at most 60 characters"


def test_a_condition_is_kept_as_it_is_written() -> None:
    assert checked(Example, {"when": " energy below 4 and goal answered "}).when == "energy below 4 and goal answered"


def test_a_condition_that_nobody_understands_is_refused_at_once() -> None:
    assert "write 'below' in place of '<'" in refusal(when="energy < 4")


@pytest.mark.parametrize(("most", "name"), [(1440, "minutes"), (100, "many")])
def test_a_number_has_a_lowest_and_a_highest(most: int, name: str) -> None:
    assert [getattr(checked(Example, {name: number}), name) for number in (1, most)] == [1, most]
    assert "greater than or equal to 1" in refusal(**{name: 0})
    assert f"less than or equal to {most}" in refusal(**{name: most + 1})

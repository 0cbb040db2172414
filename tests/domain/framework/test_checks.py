"""The checks of a framework: each is told from the others by the one setting that only it has."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from coachcli.domain.framework.checks import CHECKS, Check, EnoughNoted, EveryHas, WasAnswered, WasVisited
from coachcli.domain.record import for_pydantic

CHECK: TypeAdapter[Check] = TypeAdapter(for_pydantic(Check))
SAY = {"say": "Is that all?"}
ONE_OF_EACH = [
    EnoughNoted(say="Is that all?", at_least=2, of="option"),
    EveryHas(say="Is that all?", every="action", has=("who", "by_when")),
    WasAnswered(say="Is that all?", answered="topic"),
    WasVisited(say="Is that all?", visited="will"),
]
WRITTEN: list[dict[str, Any]] = [
    {"at_least": 2, "of": "option"},
    {"every": "action", "has": ["who", "by_when"]},
    {"answered": "topic"},
    {"visited": "will"},
]


def refusal(check: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as caught:
        CHECK.validate_python(SAY | check)
    return caught.value.errors()[0]["msg"]


@pytest.mark.parametrize(("written", "check"), [*zip(WRITTEN, ONE_OF_EACH, strict=True)])
def test_a_check_is_known_by_its_setting(written: dict[str, Any], check: Check) -> None:
    assert CHECK.validate_python(SAY | written) == check


@pytest.mark.parametrize("check", ONE_OF_EACH)
def test_one_that_is_made_already_is_taken_as_it_is(check: Check) -> None:
    assert CHECK.validate_python(check) == check


def test_every_check_is_listed_by_its_setting() -> None:
    assert [CHECKS[next(iter(written))] for written in WRITTEN] == [type(check) for check in ONE_OF_EACH]
    assert len(CHECKS) == len(WRITTEN)


@pytest.mark.parametrize("check", [{}, {"has": ["who"]}, {"at": "closing"}])
def test_what_asks_for_nothing_is_told_what_a_check_has(check: dict[str, Any]) -> None:
    assert refusal(check) == "a check has one of at_least:, every:, answered: or visited:"


@pytest.mark.parametrize(
    ("check", "message"),
    [
        ({"at_least": 0, "of": "option"}, "greater than or equal to 1"),
        ({"at_least": 1, "of": "laughs"}, "Input should be"),
        ({"every": "goal", "has": []}, "at least 1"),
        ({"every": "goal", "has": ["mood"]}, "Input should be"),
        ({"answered": "What now?"}, "match pattern"),
        ({"visited": "will", "answered": "topic"}, "not permitted"),
        ({"visited": "will", "at": "lunch"}, "Input should be"),
    ],
)
def test_a_check_that_makes_no_sense_is_refused(check: dict[str, Any], message: str) -> None:
    assert message in refusal(check)

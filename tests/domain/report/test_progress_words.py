"""What others say is told from five of them on, and what is left of a map by name or by count."""

import pytest

from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.perception import Others
from coachcli.domain.report.progress_words import kept_words, left_words, mean_words, others_words

TOO_FEW = "What others say is told from 5 people on; 1 person so far."


@pytest.mark.parametrize(
    ("others", "for_the_coach", "for_others"),
    [
        (None, "", ""),
        (Others(5, 7), "Mean of 5 others: 7.", "Mean of 5 others: 7."),
        (Others(1), TOO_FEW, ""),
        (Others(4), "What others say is told from 5 people on; 4 people so far.", ""),
    ],
)
def test_that_they_are_too_few_is_told_to_the_coach_alone(
    others: Others | None, for_the_coach: str, for_others: str
) -> None:
    assert others_words(others) == for_the_coach
    assert mean_words(others) == for_others


def test_actions_are_counted_by_what_became_of_them() -> None:
    assert kept_words({"open": 2, "kept": 3}) == "3 kept, 2 open"
    assert kept_words({}) == ""


def test_what_is_left_is_named_unless_it_is_nearly_all() -> None:
    spots = [Coverage(f"Topic {number}") for number in range(9)]

    assert left_words(spots[:2]) == "Topic 0, Topic 1"
    assert left_words(spots) == "9 others"
    assert left_words([]) == ""

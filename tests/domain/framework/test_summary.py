"""A framework as a list shows it."""

import pytest

from coachcli.domain.framework.summary import Listed, first_sentence


@pytest.mark.parametrize(
    ("about", "purpose"),
    [
        ("For a first talk. Take another for the rest.", "For a first talk."),
        ("For a first\n  talk, and\nno more", "For a first talk, and no more"),
        ("Version 2.0 of it. More.", "Version 2.0 of it."),
        ("", ""),
    ],
)
def test_the_first_sentence_says_what_it_is_for(about: str, purpose: str) -> None:
    assert first_sentence(about) == purpose


def test_one_with_a_problem_cannot_be_used() -> None:
    good = Listed("mine", "Mine", "conversation", "", None, ("en",), "yours", "mine.yaml")
    broken = Listed("mine", "", None, "", None, (), "yours", "mine.yaml", "line 1: no")

    assert good.usable
    assert not broken.usable

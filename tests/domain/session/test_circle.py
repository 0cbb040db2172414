"""Whom a note is shared with, in words."""

from typing import get_args

import pytest

from coachcli.domain.session.circle import Marked, led_by, mark_of, parted, rows_of, shared_now
from coachcli.domain.terms import ShareWith

CALL = Marked("· call Tom\nby noon", "→ client")


def test_what_the_sponsor_sees_the_client_sees_too_and_the_mark_says_so() -> None:
    assert [mark_of(share) for share in get_args(ShareWith)] == ["", "→ client", "→ client and sponsor"]


def test_a_text_and_its_mark_can_be_told_apart() -> None:
    assert (CALL, CALL.words, CALL.mark) == ("· call Tom\nby noon  → client", "· call Tom\nby noon", "→ client")


@pytest.mark.parametrize("text", ["· a  → client", Marked("· a  → client", "")])
def test_words_that_look_like_a_mark_are_none(text: str) -> None:
    assert parted(text) == ("· a  → client", "")


def test_what_comes_before_a_text_leaves_its_mark_alone() -> None:
    assert parted(led_by("Now ", CALL)) == ("Now · call Tom\nby noon", "→ client")
    assert parted(led_by("Now ", "plain")) == ("Now plain", "")


def test_the_mark_is_behind_the_last_line() -> None:
    assert [parted(row) for row in rows_of(CALL)] == [("· call Tom", ""), ("by noon", "→ client")]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("nobody", "client", "The client sees it."),
        ("nobody", "sponsor", "The client and the sponsor see it."),
        ("client", "sponsor", "The client and the sponsor see it."),
        ("sponsor", "client", "The client sees it, the sponsor no longer."),
        ("sponsor", "nobody", "Shared with nobody."),
    ],
)
def test_it_is_said_who_sees_it_now_and_who_no_longer(before: ShareWith, now: ShareWith, said: str) -> None:
    assert shared_now(before, now) == said

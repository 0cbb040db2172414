"""Who may see a note, as it is decided when the note is taken."""

from typing import get_args

import pytest
from domain.strategies import KINDS

from coachcli.domain.line.sharing import share_of_answer, share_of_capture
from coachcli.domain.terms import Kind, ShareWith

MARKS: list[ShareWith | None] = [None, *get_args(ShareWith)]
USUALLY_SHARED = {"aim", "goal", "action", "takeaway"}


@pytest.mark.parametrize("kind", KINDS)
def test_unmarked_only_what_a_client_would_expect_is_shared_with_them(kind: Kind) -> None:
    usual = "client" if kind in USUALLY_SHARED else "nobody"

    assert share_of_answer(kind, None) == usual
    assert share_of_capture(kind, None) == usual


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"observation", "message", "theme"}))
@pytest.mark.parametrize("marked", get_args(ShareWith))
def test_a_mark_decides_for_an_answer(kind: Kind, marked: ShareWith) -> None:
    assert share_of_answer(kind, marked) == marked


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("marked", [None, "client", "sponsor"])
def test_a_mark_never_shares_what_is_captured_beside_the_answers(kind: Kind, marked: ShareWith | None) -> None:
    assert share_of_capture(kind, marked) == ("client" if kind in USUALLY_SHARED else "nobody")


@pytest.mark.parametrize("kind", KINDS)
def test_where_nothing_is_shared_no_capture_is(kind: Kind) -> None:
    assert share_of_capture(kind, "nobody") == "nobody"


@pytest.mark.parametrize("marked", MARKS)
def test_an_observation_is_never_shared(marked: ShareWith | None) -> None:
    assert share_of_answer("observation", marked) == "nobody"
    assert share_of_capture("observation", marked) == "nobody"


def test_nothing_goes_to_the_sponsor_unless_the_framework_says_so() -> None:
    assert {share_of_answer(kind, None) for kind in KINDS} | {
        share_of_capture(kind, mark) for kind in KINDS for mark in MARKS
    } == {
        "nobody",
        "client",
    }

"""Yes and no as whole answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.answer.consent import NO, YES, consent


@pytest.mark.parametrize("text", [*sorted(YES), "Yes.", "YES!", " ok ", "okay", "o", "yes, please", "oui merci", "(y)"])
def test_a_whole_yes(text: str) -> None:
    assert consent(text) is True


@pytest.mark.parametrize("text", [*sorted(NO), "No.", "n!", "nö", "no thanks", "No, thank you.", "nein, danke"])
def test_a_whole_no(text: str) -> None:
    assert consent(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "not slept for a week, she says",
        "no idea",
        "yes, but not alone",
        "yesterday",
        "november",
        "open it",
        "just a moment",
        "yes no",
        "jane",
    ],
)
def test_anything_else_is_neither(text: str) -> None:
    assert consent(text) is None


@given(st.sampled_from(sorted(YES | NO)), st.text(st.characters(categories=("L", "N")), min_size=1))
def test_words_that_only_begin_so_are_neither(word: str, more: str) -> None:
    assert consent(f"{word} {more} {more}") is None

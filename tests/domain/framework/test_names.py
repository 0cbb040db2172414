"""By what a framework may be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.names import framework_name, is_framework_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("My GROW", "my-grow"),
        ("Größe", "groesse"),
        ("Où en est-on?", "ou-en-est-on"),
        ("3 Fragen", "my-3-fragen"),
        ("質問", "my"),
        ("one two three four five six seven", "one-two-three-four-five-six"),
    ],
)
def test_a_name_in_the_words_of_a_title(words: str, name: str) -> None:
    assert framework_name(words) == name


@given(st.text(max_size=100))
def test_every_name_that_is_proposed_can_be_had(words: str) -> None:
    assert is_framework_name(framework_name(words))
    assert is_framework_name(framework_name(words, "_"))

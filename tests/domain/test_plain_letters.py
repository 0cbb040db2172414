"""Plain letters: what makes no difference when a word is looked for, and where it stands in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.plain_letters import plain_letter, plain_letters, spots
from coachcli.domain.text import one_line

TEXTS = st.text(st.sampled_from("aAßẞéÉe\u0301ﬁﬀÄüǅµ Ω\u0345ά한글'’`´ \t\n\u00a0İıſ"), max_size=12) | st.text(
    max_size=8
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Café", "cafe"),
        ("CAFE\u0301", "cafe"),
        ("Große GRÖẞE", "grosse grosse"),
        ("ﬁnance", "finance"),
        ("don’t DON`T", "don't don't"),
        ("two\n  lines", "two lines"),
        ("\u00a0a\u3000b", "a b"),
    ],
)
def test_these_are_the_same(text: str, plain: str) -> None:
    assert plain_letters(text) == plain


@given(TEXTS)
def test_a_text_is_the_letters_of_its_signs(text: str) -> None:
    assert plain_letters(text) == one_line("".join(map(plain_letter, text)))


@given(TEXTS, TEXTS)
def test_what_is_in_the_plain_letters_of_a_text_has_a_spot_there(text: str, word: str) -> None:
    letters = plain_letters(word)
    found = [text[start:end] for start, end in spots(text, letters)]

    assert bool(found) == (bool(letters) and letters in plain_letters(text))
    assert all(letters in plain_letters(part) for part in found)


def test_a_spot_has_the_accents_of_its_last_letter() -> None:
    text = "The cafe\u0301, and a CAFÉ"

    assert [text[start:end] for start, end in spots(text, "cafe")] == ["cafe\u0301", "CAFÉ"]

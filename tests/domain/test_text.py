"""Words as they are stored, shown and compared."""

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.text import clean, folded, one_line, visible

anything = st.text(st.characters())


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("as it is", "as it is"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("tab\tstays", "tab\tstays"),
        ("bell\a, nul\0, escape\x1b[31m, delete\x7f", "bell, nul, escape[31m, delete"),
        ("\x9b31m a terminal would obey this", "31m a terminal would obey this"),
        ("a\x85b\u2028c\u2029d", "a\x85b\u2028c\u2029d"),
        ("a byte \udcff", r"a byte \xff"),
        ("half an emoji \ud83d", r"half an emoji \ud83d"),
        ("日本語 👩‍👩‍👧 e\u0301 עברית", "日本語 👩‍👩‍👧 e\u0301 עברית"),
    ],
)
def test_text_is_stored_without_what_a_terminal_would_obey(raw: str, stored: str) -> None:
    assert clean(raw) == stored


@OFTEN
@given(anything)
def test_what_is_stored_can_be_stored_again(text: str) -> None:
    stored = clean(text)

    assert clean(stored) == stored
    assert stored.encode("utf-8").decode("utf-8") == stored
    assert "\r" not in stored


@OFTEN
@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_nothing_a_person_types_is_changed(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("as it is", "as it is"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b]52;c;aGk=\a", "‹U+001B›]52;c;aGk=‹U+0007›"),
        ("a\x85b", "a‹U+0085›b"),
        ("back\u202ewards\u202c", "back‹U+202E›wards‹U+202C›"),
        ("isolated\u2066", "isolated‹U+2066›"),
        ("tagged\U000e0041", "tagged‹U+E0041›"),
        ("\ud83d", "‹U+D83D›"),
        ("👩‍👩‍👧 שלום", "👩‍👩‍👧 שלום"),
    ],
)
def test_what_could_act_on_a_screen_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@OFTEN
@given(anything)
def test_what_is_shown_holds_no_control_character(text: str) -> None:
    assert all(char in "\n\t" or char.isprintable() or ord(char) >= 0xA0 for char in visible(text))
    assert visible(visible(text)) == visible(text)


def test_one_line_has_no_line_breaks_and_single_blanks() -> None:
    assert one_line("  two\n\n lines \u2028 and\ttabs ") == "two lines and tabs"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("e\u0301t\u00e9", "ÉTÉ"),
        (" two  words ", "Two Words"),
        ("ﬁrst", "First"),
        ("１０", "10"),
    ],
)
def test_names_that_read_alike_are_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_names_that_differ_in_an_accent_differ() -> None:
    assert folded("Rene") != folded("René")

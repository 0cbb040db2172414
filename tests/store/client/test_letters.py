"""A name in plain letters, whatever it is written in."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from slugify import slugify

from coachcli.store.client.letters import letters


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Jane Doe", "jane-doe"),
        ("  Ana-Maria  Example ", "ana-maria-example"),
        ("José Example", "jose-example"),
        ("O'Neill", "o-neill"),
        ("Яна", "iana"),
        ("- -", ""),
        ("", ""),
    ],
)
def test_a_name_comes_out_in_plain_letters(name: str, plain: str) -> None:
    assert letters(name) == plain


@settings(max_examples=100)
@given(st.text("AZaz09 -", max_size=70))
@example("x" * 59 + " y")
def test_the_short_way_for_plain_names_comes_out_as_the_long_one(name: str) -> None:
    assert letters(name) == slugify(name)
    assert letters(name)[:60].strip("-") == slugify(name, max_length=60, word_boundary=False)


@settings(max_examples=50)
@given(st.text(max_size=70))
def test_a_name_that_is_cut_ends_in_no_hyphen(name: str) -> None:
    assert letters(name)[:60].strip("-") == slugify(name, max_length=60, word_boundary=False)

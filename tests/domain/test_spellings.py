"""Names as people type them: without accents, with an e for an umlaut, with whatever apostrophe is at hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.spellings import begins_in, is_part_of, is_same_name, is_within


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jorg", "Jörg"),
        ("joerg", "Jörg"),
        ("Jörg", "Joerg"),
        ("mueller", "Müller"),
        ("muller", "Müller"),
        ("bjorn mueller", "Bjørn Müller"),
        ("bjoern muller", "Bjørn Müller"),
        ("siobhan", "Siobhán"),
        ("lukasz", "Łukasz"),
        ("soren", "Søren"),
        ("strasse", "Straße"),
        ("aerlig", "Ærlig"),
        ("aake", "Åke"),
        ("o'neill", "O’Neill"),
        ("oneill", "O'Neill"),
        ("anna maria", "Anna-Maria"),
        ("JOSÉ", "Jose\N{COMBINING ACUTE ACCENT}"),
    ],
)
def test_the_same_name(typed: str, name: str) -> None:
    assert is_same_name(typed, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "\N{CYRILLIC CAPITAL LETTER A}nna"),
        ("Jan", "Jana"),
        ("muller", "Mueller"),
        ("Jane Doe", "Jane"),
        ("", ""),
        ("'", "'"),
    ],
)
def test_another_name(one: str, other: str) -> None:
    assert not is_same_name(one, other)


@pytest.mark.parametrize(("typed", "is_part"), [("mueller", True), ("jorg", True), ("jorg muller", False), ("", False)])
def test_a_part_of_a_name(typed: str, is_part: bool) -> None:
    assert is_part_of(typed, "Jörg Müller") is is_part


@pytest.mark.parametrize("typed", ["j", "jö", "joe", "jorg m", "müll", "muel", ""])
def test_what_is_typed_so_far_begins_a_word(typed: str) -> None:
    assert begins_in(typed, "Jörg Müller")


def test_the_middle_of_a_word_begins_none() -> None:
    assert is_within("ueller", "Jörg Müller")
    assert not begins_in("ueller", "Jörg Müller")


@given(st.text(min_size=1))
def test_every_name_is_spelled_as_it_is(name: str) -> None:
    assert begins_in(name, name) or not name.split()
    assert is_within(name, name)

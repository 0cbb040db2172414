"""The part of a note around what was looked for."""

from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.find.excerpt import excerpt
from coachcli.domain.text import one_line


def test_a_short_note_is_whole_with_each_word_apart() -> None:
    assert excerpt("The Büdget,\nand the budget", ["budget"]) == [
        ("The ", False),
        ("Büdget", True),
        (", and the ", False),
        ("budget", True),
    ]


def test_words_that_overlap_are_one() -> None:
    assert excerpt("budgets", ["budget", "gets"]) == [("budgets", True)]


def test_of_a_long_note_the_part_around_the_first_word_is_shown() -> None:
    pieces = excerpt(f"{'before ' * 80}Budget {'after ' * 80}", ["budget"])
    shown = "".join(part for part, _ in pieces)

    assert ("Budget", True) in pieces
    assert (shown[:9], shown[-7:]) == ("… before ", "after …")
    assert len(shown) < 400


@given(st.text("ab é", max_size=900), st.text("abé", max_size=3))
def test_nothing_is_changed_but_what_is_left_out(text: str, word: str) -> None:
    shown = "".join(part for part, _ in excerpt(text, [word]))

    assert shown.removeprefix("… ").removesuffix(" …") in one_line(text)
    assert len(text) > 300 or shown == one_line(text)

"""A list that narrows as one types."""

import pytest

from coachcli.live.choice.shortlist import Option, Shortlist

GROW = Option("grow", "GROW", "A short arc.", "Conversations")
EGAN = Option("egan", "Skilled Helper", "Three stages, and a bridge to each.", "Conversations")
INTAKE = Option("intake", "Intake", "A first meeting.", "Meetings")
LONG = Option("long", "Jane Example", "last on Friday 20 November 2026, along the Skilled Helper")


def narrowed(typed: str) -> Shortlist:
    shortlist = Shortlist([GROW, EGAN, INTAKE])
    shortlist.narrow(typed)
    return shortlist


def test_at_first_everything_is_found_and_the_first_is_marked() -> None:
    shortlist = Shortlist([GROW, EGAN, INTAKE])

    assert (shortlist.found, shortlist.marked) == ((GROW, EGAN, INTAKE), GROW)


@pytest.mark.parametrize(("typed", "marked"), [("gr", GROW), ("hel", EGAN), ("meet", INTAKE), ("  skilled  ", EGAN)])
def test_the_beginning_of_any_word_marks_the_option_it_stands_in(typed: str, marked: Option) -> None:
    assert narrowed(typed).marked == marked


@pytest.mark.parametrize("typed", ["zzz", "row", "elper"])
def test_what_begins_no_word_finds_nothing(typed: str) -> None:
    shortlist = narrowed(typed)
    shortlist.step(1)

    assert (shortlist.found, shortlist.marked) == ((), None)


def test_behind_the_last_comes_the_first_and_before_it_the_last() -> None:
    shortlist = narrowed("")
    marked = []
    for step in (1, 1, 1, -1):
        shortlist.step(step)
        marked.append(shortlist.marked)

    assert marked == [EGAN, INTAKE, GROW, INTAKE]


def test_a_group_has_its_name_above_it_but_the_first() -> None:
    rows = [row.text for row in narrowed("").rows(60)]

    assert rows == [
        " » GROW  A short arc.",
        "   Skilled Helper  Three stages, and a bridge to each.",
        "   Meetings",
        "   Intake  A first meeting.",
    ]


def test_what_has_no_room_in_the_row_of_the_marked_one_stands_below_the_list() -> None:
    shortlist = Shortlist([LONG, GROW])

    assert " ".join(row.strip() for row in shortlist.more(40)) == LONG.about
    assert shortlist.more(120) == []
    shortlist.step(1)
    assert shortlist.more(40) == []

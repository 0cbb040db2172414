"""A client's name in other texts: whole words, in any spelling, and never a part of a word."""

import pytest

from coachcli.domain.disclosure.name_search import places_in, sought, stands_in


def told(name: str, text: str) -> list[tuple[int, str]]:
    return [(place.line, place.told) for place in places_in(text, sought(name))]


def test_the_whole_name_is_told_and_else_the_part_of_it_that_stands_there() -> None:
    text = "Jane Example said so\nand Jane again\nto Ms Example\nJanet, exampled, nobody\n"

    assert told("Jane Example", text) == [(1, "Jane Example"), (2, "Jane"), (3, "Example")]


@pytest.mark.parametrize("name", ["Will", "Will Sample"])
def test_a_client_called_will_is_found_in_every_note_that_says_will_and_in_no_willing_one(name: str) -> None:
    assert told(name, "I will ring them\nWILL's plan\nwilling, goodwill\nfree will.\n") == [
        (1, "Will"),
        (2, "Will"),
        (4, "Will"),
    ]


@pytest.mark.parametrize("written", ["Jörg", "Jorg", "JOERG", "jo\u0308rg", "(Jörg)", "Jörg's", "»Jörg«"])
def test_accents_umlauts_and_case_make_no_difference(written: str) -> None:
    assert told("Jörg", f"first\nwith {written} there") == [(2, "Jörg")]


def test_a_whole_name_may_go_over_a_line_or_be_joined_by_a_sign() -> None:
    text = "with Jane\n    Example, and jane-example"

    assert told("Jane Example", text) == [(1, "Jane Example"), (2, "Jane Example")]


def test_what_is_in_everybodys_name_is_not_looked_for() -> None:
    assert told("Dr. Ana de la Cruz", "dr de la and the cruz") == [(1, "Cruz")]
    assert told("Northern Team", "the team") == []


def test_the_name_of_a_file_counts_as_well() -> None:
    assert stands_in("notes_on_jane.txt", sought("Jane Example"))
    assert not stands_in("janet.txt", sought("Jane Example"))

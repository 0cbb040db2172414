"""What a text says by how it begins, and how it is written as text."""

import pytest
from builders import read_date

from coachcli.domain.line.grammar import Expecting, Understood, read_line
from coachcli.domain.line.signs import is_signed, line_of
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Noted
from coachcli.domain.terms import Kind


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("insight", "~they lie"),
        ("insight", "\\~they lie"),
        ("insight", "\\\\~they lie"),
        ("insight", "!really"),
        ("insight", "\\!really"),
        ("insight", "*~really"),
        ("quote", '"so called" help'),
        ("action", "*starred"),
        ("action", "maybe* later"),
        ("action", "\\maybe* later"),
        ("action", "**Call** Ann"),
    ],
)
def test_words_that_do_begin_so_come_back_as_they_were(kind: Kind, words: str) -> None:
    reading = read_line(line_of(Note(kind=kind, text=words)), Expecting(None, read_date))

    assert isinstance(reading, Understood)
    assert isinstance(reading.move, Noted)
    assert (reading.move.note.kind, reading.move.note.text) == (kind, words)


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("~her", True),
        (" !it", True),
        ("her", False),
        ("", False),
        ("~one\ntwo", True),
        ("one\n~two", True),
        ("one\n!two", False),
        ("\\~one\ntwo", False),
        ("**her**", True),
        ("\\**her**", False),
    ],
)
def test_a_sign_counts_at_the_beginning_and_that_for_the_coach_before_any_line(line: str, signed: bool) -> None:
    assert is_signed(line) is signed

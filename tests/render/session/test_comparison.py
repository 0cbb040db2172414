"""Two versions of a session, as a coach reads them."""

import pytest
from builders import note, session_of, turn_with
from wcwidth import wcswidth

from coachcli.domain.session.model import Appointment, Note
from coachcli.domain.version.comparison import Comparison
from coachcli.render.folded_lines import folded_lines
from coachcli.render.session.comparison import comparison_text, note_lines


def told(*this: Note, other: tuple[Note, ...] = (), width: int | None = None, **changes: object) -> str:
    two = Comparison(session_of(turn_with(*this)), session_of(turn_with(*other), **changes))
    return folded_lines(comparison_text(two, "one.yaml", "one 2.yaml"), width)


def test_what_each_has_stands_under_its_question() -> None:
    mine, theirs = (note("mine"), note("seen", "insight", "client")), (note("her\nwords", "quote"),)

    assert told(*mine, other=theirs) == (
        "This one:  one.yaml\nThe other: one 2.yaml\n\n"
        "Only in this one\n  What is going on?\n    - mine\n    - (insight) seen · for the client\n\n"
        "Only in the other one\n  What is going on?\n    - (their words) her\n      words\n"
    )


def test_who_may_see_it_and_what_else_differs() -> None:
    text = told(note("a", share_with="client"), other=(note("a"),), next=Appointment(words="friday"))

    assert "\nShared differently; the narrower holds\n" in text
    assert "    - a · here the client, there you alone\n" in text
    assert "\nOtherwise\n  We meet again: here nothing, there friday\n" in text


def test_two_that_say_the_same_are_told_so() -> None:
    assert told(note("a"), other=(note("a"),)).endswith("\n\nBoth say the same.\n")


@pytest.mark.parametrize("width", [40, 80])
def test_it_fits_the_window(width: int) -> None:
    text = told(note("many words " * 20), other=(note("何か " * 40, "insight", "client"),), width=width)

    assert all(wcswidth(line) < width for line in text.split("\n"))
    assert text.count("many words") + text.count("many\n") >= 19


def test_nothing_in_it_acts_on_a_terminal() -> None:
    text = told(note("\x1b]0;title\x07"), other=(note("\u202ereversed"),))

    assert "\x1b" not in text + note_lines([note("\x1b[2J")])
    assert "\u202e" not in text
    assert "‹U+001B›" in text

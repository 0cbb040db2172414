"""Lines that came at once are one note for the coach alone, whatever their signs would have meant."""

import pytest

from coachcli.domain.line.burst import is_several_lines, read_burst
from coachcli.domain.line.grammar import Understood
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Noted

TOLD = "Several lines came at once: one note, for you alone"


@pytest.mark.parametrize("text", ["one\ntwo", "*call Tom\n/end\n>send it", '"so"\n7', "\n\none\r\ntwo\n"])
def test_they_are_one_note_with_every_word_and_who_wants_to_can_share_it(text: str) -> None:
    words = text.replace("\r\n", "\n").strip("\n")

    assert read_burst(text) == Understood(Noted(Note(kind="note", text=words)), f"{TOLD}; /share shares it.")


@pytest.mark.parametrize("text", ["~one\ntwo", "one\n~two", "one\ntwo\n ~three"])
def test_with_a_line_for_the_coach_alone_in_it_nobody_is_told_how_to_share_it(text: str) -> None:
    assert read_burst(text) == Understood(Noted(Note(kind="observation", text=text)), f"{TOLD}.")


def test_what_could_act_on_a_terminal_is_not_kept() -> None:
    reading = read_burst("one\x1b[2J\ntwo")

    assert isinstance(reading.move, Noted)
    assert reading.move.note.text == "one[2J\ntwo"


@pytest.mark.parametrize(
    ("text", "several"),
    [("one\ntwo", True), ("one\r\ntwo", True), ("one\n", False), ("\n\none\n\n", False), ("", False)],
)
def test_blank_lines_around_it_make_no_several_of_one(text: str, several: bool) -> None:
    assert is_several_lines(text) is several

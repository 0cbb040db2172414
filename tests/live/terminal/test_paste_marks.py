"""What is known of whether a terminal marks pastes, and which ones are asked."""

import sys

import pytest
from live.conftest import Keys, Screen, until
from live.reading import read
from prompt_toolkit.application import create_app_session

from coachcli.live.terminal.paste_marks import PasteMarks

assert sys.platform != "win32"  # there nothing marks pastes

XTERM = {"TERM": "xterm-256color"}
QUESTION = "\x1b[?2004$p"
APPLES = {**XTERM, "TERM_PROGRAM": "Apple_Terminal"}


def asked(environment: dict[str, str]) -> PasteMarks:
    marks = PasteMarks(environment)
    marks.ask(Screen().output())
    return marks


def written(marks: PasteMarks) -> str:
    screen = Screen()
    output = screen.output()
    marks.ask(output)
    output.flush()
    return screen.written


def test_of_a_terminal_nobody_heard_from_nothing_is_known_which_counts_as_not() -> None:
    assert not PasteMarks(XTERM).are_sent


def test_it_is_asked_once_when_marking_is_on() -> None:
    marks = PasteMarks(XTERM)

    assert written(marks) == f"\x1b[?2004h{QUESTION}\r"
    assert written(marks) == ""
    assert marks.is_awaited


@pytest.mark.parametrize(("number", "marks_pastes"), [(0, False), (1, True), (2, False), (3, True), (4, False)])
def test_it_marks_where_it_says_that_marking_is_on(number: int, *, marks_pastes: bool) -> None:
    marks = asked(XTERM)
    marks.answered(number)

    assert marks.are_sent is marks_pastes
    assert not marks.is_awaited


def test_one_that_has_marked_a_paste_marks_whatever_it_says() -> None:
    marks = asked(XTERM)
    marks.seen()
    marks.answered(0)

    assert marks.are_sent


def test_apples_terminal_is_known_to_mark_and_never_asked() -> None:
    marks = PasteMarks(APPLES)

    assert marks.are_sent
    assert written(marks) == ""


class PrintingScreen(Screen):
    """A terminal that does not know the question, and prints the end of it: Apple's, behind a line to elsewhere."""

    def write(self, text: str) -> int:
        return super().write(text.replace(QUESTION, "p"))


def test_what_is_printed_of_the_question_is_drawn_over(keys: Keys) -> None:
    screen = PrintingScreen()
    with create_app_session(output=screen.output()):
        shown: list[str] = []
        keys(until(lambda: screen.rows[-1:] == [" >"]), lambda: shown.extend(screen.rows), "words\r")
        read(keys)

    assert "\x1b[?2004hp\r" in screen.written
    assert shown[0].startswith(" Goal 2 of 5")
    assert "p" not in [row.strip() for row in shown]


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "linux"},
        {"TERM": "vt220"},
        {"TERM": "eterm-color"},
        {"TERM": "tmux-256color"},
        {"TERM": "screen.xterm-256color"},
        {**XTERM, "TMUX": "/tmp/tmux-0/default,1,0"},
        {**XTERM, "STY": "1.tty"},
        {**APPLES, "STY": "1.tty"},
    ],
    ids=["linux", "vt220", "eterm", "TERM=tmux", "TERM=screen", "tmux", "screen", "screen in Apple's"],
)
def test_what_would_print_the_question_or_answer_for_itself_alone_is_not_asked(environment: dict[str, str]) -> None:
    marks = PasteMarks(environment)

    assert not marks.are_sent
    assert written(marks) == ""
    marks.seen()
    assert marks.are_sent


def test_an_answer_is_waited_for_no_longer_than_it_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = asked(XTERM)

    assert marks.patience > 0
    monkeypatch.setattr("coachcli.live.terminal.paste_marks._LATE_SECONDS", -1.0)
    assert marks.patience == 0

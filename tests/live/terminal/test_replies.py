"""The answer to whether pastes are marked, in the middle of what is typed."""

import os
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from live.conftest import Keys, Screen
from live.reading import ENTER, LEFT, paste, read
from prompt_toolkit.application import create_app_session
from prompt_toolkit.keys import Keys as Names

from coachcli.live.choice.pickers import Pickers
from coachcli.live.choice.shortlist import Option
from coachcli.live.signals import Signals
from coachcli.live.source import Entered, Line
from coachcli.live.terminal import layout
from coachcli.live.terminal.line import Terminal
from coachcli.live.terminal.paste_marks import PasteMarks
from coachcli.live.terminal.replies import ReplyParser, drop_late_reply

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPress

assert sys.platform != "win32"  # there the terminal is not asked

pytestmark = pytest.mark.timeout(90)

REPLY = "\x1b[?2004;1$y"


@pytest.fixture
def marks() -> PasteMarks:
    asked = PasteMarks({"TERM": "xterm"})
    asked.ask(Screen().output())
    return asked


class Typed:
    """What becomes of what comes from the terminal; a None is a moment in which nothing comes."""

    def __init__(self, marks: PasteMarks) -> None:
        self.keys: list[KeyPress] = []
        self._parser = ReplyParser(self.keys.append, marks)

    def __call__(self, *pieces: str | None) -> str:
        for piece in pieces:
            self._parser.flush() if piece is None else self._parser.feed(piece)
        return "".join(key.data for key in self.keys)


@pytest.fixture
def typed(marks: PasteMarks) -> Typed:
    return Typed(marks)


@pytest.mark.parametrize("at", range(len(REPLY) + 1))
@pytest.mark.parametrize("moment", [(), (None,), (None, None)], ids=["at once", "late", "later"])
def test_a_reply_is_heard_and_is_nothing_typed_however_it_is_split(
    marks: PasteMarks, typed: Typed, at: int, moment: tuple[None, ...]
) -> None:
    assert typed("ab", REPLY[:at], *moment, REPLY[at:], "cd").replace("\x1b", "") == "abcd"
    assert marks.are_sent


def test_nor_is_it_where_it_comes_sign_by_sign(marks: PasteMarks, typed: Typed) -> None:
    pieces = [piece for sign in REPLY for piece in (sign, None)]

    assert typed("ab", *pieces, "cd").replace("\x1b", "") == "abcd"
    assert marks.are_sent


def test_in_the_middle_of_a_burst_it_is_taken_out(marks: PasteMarks, typed: Typed) -> None:
    assert typed(f"one\r{REPLY}two\r") == "one\rtwo\r"
    assert marks.are_sent


def test_half_a_reply_is_shown_to_nobody(typed: Typed) -> None:
    assert typed(REPLY[:6], None, None) == ""


@pytest.mark.parametrize(
    "text", ["\x1b[?2005;1$y", "\x1b[?1;2c", "\x1b[1;5C", "\x1b", "\x1b[A", "\x1bOP", "\x1bx", "[?2004;1$y"]
)
def test_whatever_else_comes_is_what_the_library_makes_of_it(marks: PasteMarks, text: str) -> None:
    ours, theirs = Typed(marks), Typed(PasteMarks({"TERM": "linux"}))

    assert ours(text, None, "x") == theirs(text, None, "x") == f"{text}x"
    assert [key.key for key in ours.keys] == [key.key for key in theirs.keys]


def test_an_escape_and_what_is_typed_after_it_are_all_there(typed: Typed) -> None:
    assert typed("\x1b", None, "[", None, "a") == "\x1b[a"


def test_a_paste_stays_whole_whatever_is_in_it(marks: PasteMarks, typed: Typed) -> None:
    typed("ab\x1b[20", "0~one\x1b", f"[?2004;0$y{REPLY}two\x1b[201~", REPLY, "cd")

    assert [key.data for key in typed.keys] == ["a", "b", f"one\x1b[?2004;0$y{REPLY}two", "c", "d"]
    assert [key.key for key in typed.keys if key.key == Names.BracketedPaste]
    assert not marks.is_awaited


def test_a_marked_paste_tells_that_the_terminal_marks() -> None:
    marks = PasteMarks({"TERM": "linux"})
    Typed(marks)(paste("a block"))

    assert marks.are_sent


# In a call and around it


@pytest.mark.parametrize("pause", [0.0, 0.3])
@pytest.mark.parametrize("at", [0, 1, 2, 5, len(REPLY)])
def test_it_reaches_neither_the_line_nor_the_draft(
    keys: Keys, monkeypatch: pytest.MonkeyPatch, pause: float, at: int
) -> None:
    monkeypatch.setattr(layout, "ESCAPE_SECONDS", 0.01)
    drafts: list[Line] = []
    keys(keys.shown, "she wa", REPLY[:at], pause, REPLY[at:], "its", LEFT, 0.05, ENTER)

    assert read(keys, typed=drafts) == Entered(Line("she waits", 8))
    assert all("she waits".startswith(draft.text) for draft in drafts)


def test_it_makes_enter_an_enter(keys: Keys) -> None:
    terminal = Terminal(Signals())
    keys(f"{REPLY}one\r~two\r")

    assert [read(keys, terminal=terminal) for _ in range(2)] == [
        Entered(Line.ending("one")),
        Entered(Line.ending("~two")),
    ]


def test_nor_does_it_reach_a_picker(keys: Keys) -> None:
    Terminal(Signals())
    keys(f"jo{REPLY[:4]}", 0.7, f"{REPLY[4:]}hn", ENTER)

    assert Pickers().write("Your client's name?") == "john"
    keys(f"j{REPLY[:3]}", 0.7, f"{REPLY[3:]}o", ENTER)
    assert Pickers().pick("Who?", [Option("1", "Jane Example"), Option("2", "Jo Example")]) == "2"


# As the program leaves


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    ours, theirs = os.pipe()
    yield ours, theirs
    for end in (ours, theirs):
        os.close(end)


def test_a_reply_that_is_late_is_not_left_to_the_shell(marks: PasteMarks, ends: tuple[int, int]) -> None:
    ours, theirs = ends
    hand = threading.Timer(0.05, os.write, (theirs, f"{REPLY}ls".encode()))
    hand.start()
    drop_late_reply(ours, marks)
    hand.join()

    assert os.read(ours, 100) == b"ls"
    assert marks.are_sent


def test_one_that_does_not_come_is_not_waited_for_for_long(
    marks: PasteMarks, ends: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachcli.live.terminal.paste_marks._LATE_SECONDS", 0.01)
    drop_late_reply(ends[0], marks)

    assert marks.is_awaited


def test_nothing_is_read_where_nothing_is_awaited(ends: tuple[int, int]) -> None:
    os.write(ends[1], b"ls")
    drop_late_reply(ends[0], PasteMarks({"TERM": "xterm"}))

    assert os.read(ends[0], 100) == b"ls"


# A terminal that does not say where its cursor is


def test_no_warning_is_written_over_a_picker(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prompt_toolkit.renderer.Renderer.CPR_TIMEOUT", 0)
    screen = Screen()
    with create_app_session(output=screen.output(tells_cursor=True)):
        keys(0.2, "ja", ENTER)
        assert Pickers().write("Your client's name?") == "ja"
        keys(0.2, "ja", ENTER)
        assert Pickers().pick("Who?", [Option("1", "Jane Example")]) == "1"

    assert "WARNING" not in screen.written

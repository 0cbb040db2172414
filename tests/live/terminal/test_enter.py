"""Enter among keys that came together, in terminals that mark pastes and in those of which nobody knows."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest
from live.conftest import Keys
from live.reading import ENTER, lines_of, paste, read
from prompt_toolkit.application import Application
from prompt_toolkit.input import PipeInput
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys as Names

from coachcli.live.signals import Signals
from coachcli.live.source import Entered, Line
from coachcli.live.terminal import enter
from coachcli.live.terminal import keys as bindings
from coachcli.live.terminal import line as live
from coachcli.live.terminal.line import Terminal

assert sys.platform != "win32"  # there keys come otherwise

pytestmark = pytest.mark.timeout(90)

PRIVATE = "How to lead\r~I want this more than she does\r"


def each(keys: Keys, count: int) -> list[tuple[str, bool]]:
    """What so many prompts bring, one after the other."""
    terminal = Terminal(Signals())
    return lines_of(*(read(keys, terminal=terminal) for _ in range(count)))


def lines(*texts: str) -> list[tuple[str, bool]]:
    return [(text, False) for text in texts]


# Where pastes are marked


@pytest.mark.usefixtures("marking")
class TestMarking:
    def test_enter_is_enter_however_soon_others_follow(self, keys: Keys) -> None:
        keys(PRIVATE)

        assert each(keys, 2) == lines("How to lead", "~I want this more than she does")

    def test_what_is_read_along_waits_for_the_next_prompt_to_the_letter(self, keys: Keys) -> None:
        keys("one\r/go topic\r!two\rthr", 0.1, "ee\r")

        assert each(keys, 4) == lines("one", "/go topic", "!two", "three")

    def test_empty_lines_among_them_do_nothing(self, keys: Keys) -> None:
        keys("\r\rone\r\r\r\rtwo\r\r", 0.5, "three\r")

        assert each(keys, 3) == lines("one", "two", "three")

    def test_an_empty_enter_pressed_later_goes_on(self, keys: Keys) -> None:
        keys("one\r", 0.5, ENTER)

        assert each(keys, 2) == lines("one", "")

    def test_a_marked_paste_is_one_text_and_no_burst(self, keys: Keys) -> None:
        keys(paste("one\r\ntwo\n~three"), ENTER)

        assert each(keys, 1) == lines("one\ntwo\n~three")


def test_a_terminal_that_sends_a_marked_paste_marks_from_then_on(keys: Keys) -> None:
    keys(paste("a block"), "\r", PRIVATE)

    assert each(keys, 3) == lines("a block", "How to lead", "~I want this more than she does")


# Elsewhere


def test_lines_that_come_together_are_one_and_known_to_be(keys: Keys) -> None:
    keys(PRIVATE)

    assert each(keys, 1) == [("How to lead\n~I want this more than she does", True)]


def test_the_draft_knows_it_too(keys: Keys) -> None:
    typed: list[Line] = []
    keys("one\rtwo\r")
    read(keys, typed=typed)

    assert (typed[-1].text, typed[-1].burst) == ("one\ntwo", True)


def test_one_line_and_its_enter_are_a_line(keys: Keys) -> None:
    keys("dictated words\r")

    assert read(keys) == Entered(Line.ending("dictated words"))


def test_blank_lines_around_one_line_make_no_burst_of_it(keys: Keys) -> None:
    keys("\r\rdictated words\r")

    assert read(keys) == Entered(Line.ending("dictated words"))


def test_a_line_that_was_a_burst_is_one_when_it_is_given_back(keys: Keys) -> None:
    keys("!", ENTER)

    assert lines_of(read(keys, Line("one\ntwo", 7, burst=True))) == [("one\ntwo!", True)]


def test_the_next_line_is_none(keys: Keys) -> None:
    terminal = Terminal(Signals())
    keys("one\rtwo\r")
    read(keys, terminal=terminal)
    keys(paste("three\nfour"), ENTER)

    assert lines_of(read(keys, terminal=terminal)) == lines("three\nfour")


# Everywhere


@pytest.mark.usefixtures("no_hurry")
@pytest.mark.parametrize("terminal", ["any", "marking"])
def test_an_empty_enter_that_others_follow_at_once_does_nothing(
    keys: Keys, request: pytest.FixtureRequest, terminal: str
) -> None:
    if terminal == "marking":
        request.getfixturevalue("marking")
    keys(keys.shown, "\rwords", 0.1, ENTER)

    assert read(keys) == Entered(Line.ending("words"))


@pytest.mark.usefixtures("marking")
def test_an_empty_enter_right_behind_another_key_does_nothing(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bindings, "DOUBLE_ENTER_SECONDS", 0.4)
    keys(keys.shown, 0.6, "x\x7f\r", 0.1, "words\r")

    assert read(keys) == Entered(Line.ending("words"))


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is drawn but for keys."""
    monkeypatch.setattr(live, "TICK_SECONDS", 3600.0)


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize(("pause", "waited"), [(0.7, False), (0.0, True)], ids=["alone", "behind a letter"])
def test_an_enter_that_comes_alone_takes_the_line_on_the_spot(
    keys: Keys, monkeypatch: pytest.MonkeyPatch, pause: float, *, waited: bool
) -> None:
    if not pause:  # however long this machine takes from one key to the next
        monkeypatch.setattr(enter, "time", SimpleNamespace(monotonic=lambda: 1.0))
    terminal, waits = Terminal(Signals()), list[bool]()
    accept = terminal._enter._accept

    def accepted(app: Application[Any], line: Line) -> None:
        waits.append(terminal._enter._timer is not None)
        accept(app, line)

    vars(terminal._enter)["_accept"] = accepted
    keys("her word", *(["s", pause, ENTER] if pause else ["s" + ENTER]))

    assert read(keys, terminal=terminal) == Entered(Line.ending("her words"))
    assert waits == [waited]


@pytest.mark.usefixtures("quiet")
def test_one_that_others_come_with_does_not_however_quiet_it_was_before(keys: Keys) -> None:
    keys("her words", 0.7, "\rand more", 0.1, ENTER)

    assert each(keys, 1) == [("her words\nand more", True)]


# Where the library guesses what is a paste


class Guessing:
    """A keyboard of which keys that come together are taken for a paste, as on Windows."""

    def __init__(self, keyboard: PipeInput) -> None:
        self.read_keys = keyboard.read_keys
        keyboard.read_keys = self._read_keys  # type: ignore[method-assign]

    def _read_keys(self) -> list[KeyPress]:
        return [KeyPress(Names.BracketedPaste, "".join(key.data for key in self.read_keys()))]


@pytest.mark.parametrize(
    ("typed", "line"),
    [("dictated words\r", ("dictated words", False)), ("one\r~two\r", ("one\n~two", True))],
)
def test_a_guessed_paste_is_keys_that_came_together(
    keys: Keys, monkeypatch: pytest.MonkeyPatch, typed: str, line: tuple[str, bool]
) -> None:
    monkeypatch.setattr(bindings, "PASTES_ARE_GUESSED", True)
    terminal = Terminal(Signals())
    assert isinstance(terminal._app.input, PipeInput)
    Guessing(terminal._app.input)
    keys(typed)

    assert lines_of(read(keys, terminal=terminal)) == [line]

"""A terminal that can only print, typed into through a pty."""

import os
import pty
import signal
import sys
import termios
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

import pytest

from coachcli.live import keyboard
from coachcli.live.keyboard import Keyboard
from coachcli.live.signals import Signals, WokenError

assert sys.platform != "win32"  # it has other signals, terminals and locks

pytestmark = pytest.mark.timeout(90)

ENTER, BACKSPACE, CTRL_D, CTRL_U = "\r", "\x7f", "\x04", "\x15"
LEFT, UP, F1, DELETE = "\x1b[D", "\x1b[A", "\x1bOP", "\x1b[3~"


@dataclass
class Desk:
    """A keyboard, whoever types at it, and the paper it prints on."""

    ours: int
    theirs: int
    out: StringIO = field(default_factory=StringIO)
    typed: list[str] = field(default_factory=list)
    signals: Signals = field(default_factory=Signals)

    def __post_init__(self) -> None:
        self.keyboard = Keyboard(self.ours, self.out, self.signals.wait_for)

    def read(self, *keys: str, start: str = "") -> str | None:
        """What comes of these keys, however they are cut into pieces on their way."""
        data = "".join(keys).encode("utf-8", "surrogateescape")

        def send() -> None:
            rest = data
            while rest:
                rest = rest[os.write(self.theirs, rest[:1000]) :]

        hand = threading.Thread(target=send, daemon=True)
        hand.start()
        line = self.keyboard.read(start, self.typed.append)
        hand.join()
        return line

    def close(self) -> None:
        """Close the window."""
        if self.theirs >= 0:
            os.close(self.theirs)
            self.theirs = -1

    @property
    def paper(self) -> str:
        """What stands on the paper once each step back has been taken."""
        shown: list[str] = []
        at = 0
        for sign in self.out.getvalue():
            if sign == "\b":
                at -= 1
                continue
            cells = [sign, ""] if sign >= "\u1100" else [sign]
            shown[at : at + len(cells)] = cells
            at += len(cells)
        return "".join(shown).rstrip(" \n")


@pytest.fixture
def desk() -> Iterator[Desk]:
    theirs, ours = pty.openpty()
    # So that a key is never a signal here, and nothing waits for an Enter before the keyboard is read.
    settings = termios.tcgetattr(ours)
    settings[3] &= ~(termios.ICANON | termios.ISIG | termios.ECHO)
    termios.tcsetattr(ours, termios.TCSANOW, settings)
    desk = Desk(ours, theirs)
    yield desk
    os.close(ours)
    desk.close()


def test_a_line_is_read_and_printed(desk: Desk) -> None:
    assert desk.read("she wants to leave", ENTER) == "she wants to leave"
    assert desk.out.getvalue() == "she wants to leave\n"


def test_a_line_of_ten_thousand_characters_is_whole(desk: Desk) -> None:
    text = "0123456789" * 1_000

    assert desk.read(text, ENTER) == text


@pytest.mark.parametrize("text", ["Grüße", "漢字仮名", "🙂", "e\u0301", "שלום"])
def test_every_letter_comes_back(desk: Desk, text: str) -> None:
    assert desk.read(text, ENTER) == text


def test_a_letter_whose_bytes_come_one_by_one_is_one_letter(desk: Desk) -> None:
    for byte in "漢"[:1].encode():
        os.write(desk.theirs, bytes([byte]))

    assert desk.read(ENTER) == "漢"


def test_bytes_that_are_no_text_are_spelled(desk: Desk) -> None:
    assert desk.read("caf\udce9!", ENTER) == "caf\\xe9!"


@pytest.mark.parametrize("gone", ["x", "ß", "漢", "🙂"])
def test_backspace_takes_a_letter_back_from_the_line_and_from_the_paper(desk: Desk, gone: str) -> None:
    assert desk.read("ab", gone, BACKSPACE, "c", ENTER) == "abc"
    assert desk.paper == "abc"


def test_backspace_on_an_empty_line_does_nothing(desk: Desk) -> None:
    assert desk.read(BACKSPACE, "a", BACKSPACE, BACKSPACE, "b", ENTER) == "b"
    assert desk.paper == "b"


def test_ctrl_u_takes_all_of_it_back(desk: Desk) -> None:
    assert desk.read("漢字 and more", CTRL_U, "again", ENTER) == "again"
    assert desk.paper == "again"


def test_a_line_given_back_stands_there_already_and_can_be_mended(desk: Desk) -> None:
    assert desk.read(BACKSPACE, "e", ENTER, start="/probx") == "/probe"
    assert desk.paper == "/probe"


def test_ctrl_d_on_an_empty_line_ends_the_input(desk: Desk) -> None:
    assert desk.read(CTRL_D) is None


def test_ctrl_d_within_a_line_does_nothing(desk: Desk) -> None:
    assert desk.read("a", CTRL_D, "b", ENTER) == "ab"


@pytest.mark.parametrize("key", [LEFT, UP, F1, DELETE, "\x1b[1;5C", "\x01", "\x1bx"])
def test_other_keys_do_nothing_and_print_nothing(desk: Desk, key: str) -> None:
    assert desk.read("a", key, "b", ENTER) == "ab"
    assert desk.out.getvalue() == "ab\n"


def test_a_tab_is_kept(desk: Desk) -> None:
    assert desk.read("a\tb", ENTER) == "a\tb"


def test_lines_that_come_together_are_one_and_known_to_be(desk: Desk) -> None:
    assert desk.read("How to lead\r\r~I want this more\r") == "How to lead\n\n~I want this more"
    assert desk.keyboard.is_burst


def test_the_end_of_such_lines_is_on_the_line_until_its_enter(desk: Desk) -> None:
    def press_enter(line: str) -> None:
        if line == "one\ntwo":
            os.write(desk.theirs, b"\r")

    os.write(desk.theirs, b"one\rtwo")

    assert desk.keyboard.read("", press_enter) == "one\ntwo"
    assert desk.keyboard.is_burst


def test_one_line_and_its_enter_are_a_line(desk: Desk) -> None:
    assert desk.read("dictated words", ENTER) == "dictated words"
    assert not desk.keyboard.is_burst


@pytest.mark.parametrize("burst", ["\r\r\r", "\rshe waits"], ids=["blank lines", "before words"])
def test_an_empty_line_among_keys_that_come_together_is_no_line(desk: Desk, burst: str) -> None:
    os.write(desk.theirs, burst.encode())
    hand = threading.Timer(0.2, os.write, (desk.theirs, b".\r"))
    hand.start()
    line = desk.keyboard.read("", desk.typed.append)
    hand.join()

    assert line == burst.strip("\r") + "."


def test_what_waits_as_others_are_read_came_with_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read = os.read
    monkeypatch.setattr(os, "read", lambda descriptor, _many: read(descriptor, 4))  # as a long one comes in pieces
    monkeypatch.setattr(keyboard, "TOGETHER_SECONDS", 0.2)
    os.write(desk.theirs, b"\r" * 5)
    hand = threading.Timer(0.8, os.write, (desk.theirs, b"two\r"))
    hand.start()

    assert desk.keyboard.read("", desk.typed.append) == "two"
    hand.join()


def test_an_enter_pressed_by_itself_is_an_empty_line(desk: Desk) -> None:
    assert desk.read(ENTER) == ""


def test_a_line_after_such_lines_is_a_line_again(desk: Desk) -> None:
    desk.read("one\rtwo\r")

    assert desk.read("three", ENTER) == "three"
    assert not desk.keyboard.is_burst


def test_each_key_is_told(desk: Desk) -> None:
    desk.read("ab", BACKSPACE, ENTER)

    assert desk.typed == ["a", "ab", "a"]


def test_half_a_line_is_known(desk: Desk) -> None:
    def give_up(line: str) -> None:
        if line == "half":
            raise KeyboardInterrupt

    os.write(desk.theirs, b"half")
    with pytest.raises(KeyboardInterrupt):
        desk.keyboard.read("", give_up)

    assert desk.keyboard.unfinished == "half"


def test_no_escape_is_ever_written(desk: Desk) -> None:
    desk.read("a\u202eb", LEFT, BACKSPACE, "漢", CTRL_U, "x", ENTER, start="\x9b2J\x1b[2J")

    assert not set("\x1b\x9b\u202e") & set(desk.out.getvalue())


def test_the_terminal_is_given_back_as_it_was(desk: Desk) -> None:
    cooked = termios.tcgetattr(desk.ours)
    cooked[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(desk.ours, termios.TCSANOW, cooked)
    before = termios.tcgetattr(desk.ours)
    during: list[int] = []
    os.write(desk.theirs, b"a\n")
    desk.keyboard.read("", lambda _: during.append(termios.tcgetattr(desk.ours)[3]))

    assert not during[0] & (termios.ICANON | termios.ECHO)
    assert termios.tcgetattr(desk.ours) == before


@pytest.mark.parametrize("typed", ["", "half"])
def test_a_window_that_was_closed_is_an_error_of_the_system_and_no_end_of_the_input(desk: Desk, typed: str) -> None:
    def close(line: str) -> None:
        if line == "half":
            desk.close()

    if not typed:
        desk.close()
    else:
        os.write(desk.theirs, typed.encode())
    with pytest.raises(OSError, match=r"."):
        desk.keyboard.read("", close)

    assert desk.keyboard.unfinished == typed


def test_a_signal_ends_the_wait_and_gives_the_terminal_back(desk: Desk) -> None:
    before = termios.tcgetattr(desk.ours)
    os.write(desk.theirs, b"half")
    with desk.signals.listening(), pytest.raises(WokenError):
        desk.keyboard.read("", lambda line: os.kill(os.getpid(), signal.SIGTERM) if line == "half" else None)

    assert termios.tcgetattr(desk.ours) == before
    assert desk.keyboard.unfinished == "half"

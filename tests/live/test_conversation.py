"""Which source and which chooser serve a process."""

import os
import pty
import sys
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from live.conftest import until

from coachcli.errors import CancelledError, UnreadableError
from coachcli.live.choice.chooser import PlainPickers
from coachcli.live.choice.pickers import Pickers
from coachcli.live.conversation import Conversation, has_screen, open_conversation
from coachcli.live.plain import Plain
from coachcli.live.source import Entered, Hooks, Line, View
from coachcli.live.terminal.line import Terminal

assert sys.platform != "win32"  # it has other signals, terminals and locks

pytestmark = pytest.mark.timeout(90)


class Paper(StringIO):
    """Standard output and error of a terminal."""

    def isatty(self) -> bool:
        return True


@contextmanager
def terminal(term: str = "xterm") -> Iterator[int]:
    """A terminal on all three streams; what is typed goes in at the other end."""
    theirs, ours = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as stdin, pytest.MonkeyPatch.context() as patch:
        for name, stream in (("stdin", stdin), ("stdout", Paper()), ("stderr", Paper())):
            patch.setattr(sys, name, stream)
        patch.setenv("TERM", term)
        yield theirs
    os.close(theirs)


def first_line(conversation: Conversation) -> str:
    outcome = conversation.source.read(View((1,), ("GROW",), "What now?"), Line(), Hooks(lambda _: None, lambda: None))
    assert isinstance(outcome, Entered)
    return outcome.line.text


@pytest.mark.usefixtures("keys")
def test_a_terminal_has_a_live_line_and_lists() -> None:
    with terminal():
        conversation = open_conversation(plain=False)

    assert isinstance(conversation.source, Terminal)
    assert isinstance(conversation.chooser, Pickers)


def test_a_pipe_has_lines_and_nobody_to_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lines").write_text("one\n", encoding="utf-8")
    with (tmp_path / "lines").open(encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        conversation = open_conversation(plain=False)

        assert first_line(conversation) == "one"
        assert conversation.chooser is None


@pytest.mark.parametrize(("plain", "term"), [(True, "xterm"), (False, "dumb"), (False, "unknown")])
def test_whoever_wants_no_screen_gets_lines_and_numbered_lists(plain: bool, term: str) -> None:
    with terminal(term) as typed:
        os.write(typed, b"one\n")
        conversation = open_conversation(plain=plain)

        assert isinstance(conversation.source, Plain)
        assert isinstance(conversation.chooser, PlainPickers)
        assert first_line(conversation) == "one"


@pytest.mark.parametrize(("value", "source"), [("1", Plain), ("yes", Plain), ("0", Terminal), ("", Terminal)])
@pytest.mark.usefixtures("keys")
def test_accessible_in_the_environment_means_plain(
    monkeypatch: pytest.MonkeyPatch, value: str, source: type[Plain | Terminal]
) -> None:
    monkeypatch.setenv("ACCESSIBLE", value)
    with terminal():
        conversation = open_conversation(plain=False)

    assert isinstance(conversation.source, source)
    assert isinstance(conversation.chooser, PlainPickers if source is Plain else Pickers)


def test_a_plain_terminal_asks_beforehand_line_by_line() -> None:
    with terminal() as typed:
        os.write(typed, b"Jane Doe\n")
        chooser = open_conversation(plain=True).chooser

        assert chooser is not None
        assert chooser.write("Your client's name?") == "Jane Doe"


def test_a_plain_question_that_was_not_answered_is_asked_each_time() -> None:
    with terminal() as typed:
        chooser = open_conversation(plain=True).chooser
        assert isinstance(sys.stderr, Paper)
        paper = sys.stderr

        def answer() -> None:
            for number, line in enumerate((b"not slept, she says\n", b"no idea\n", b"no\n"), 1):
                until(partial(asked, number))()
                os.write(typed, line)

        def asked(times: int) -> bool:
            return paper.getvalue().count("[Y/n]") == times

        hand = threading.Thread(target=answer)
        hand.start()
        assert chooser is not None
        assert chooser.agree("Go on with it?") is False
        hand.join()
        assert paper.getvalue().count("Yes or no, please. Go on with it? [Y/n]") == 2


def test_of_lines_that_come_together_none_is_an_answer_there() -> None:
    with terminal() as keyboard:
        chooser = open_conversation(plain=True).chooser
        assert chooser is not None
        os.write(keyboard, b"yes\rof course\r")
        hand = threading.Timer(0.3, os.write, (keyboard, b"no\r"))
        hand.start()

        assert not chooser.agree("Delete it?")
        hand.join()


def test_ctrl_d_at_a_plain_question_gives_up() -> None:
    with terminal() as typed:
        chooser = open_conversation(plain=True).chooser
        threading.Timer(0.2, os.write, (typed, b"\x04")).start()

        assert chooser is not None
        with pytest.raises(CancelledError):
            chooser.write("Your client's name?")


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_a_screen_needs_both_a_keyboard_and_somewhere_to_draw(stream: str) -> None:
    with terminal(), pytest.MonkeyPatch.context() as patch:
        assert has_screen()
        patch.setattr(sys, stream, StringIO())

        assert not has_screen()


def test_a_console_that_cannot_be_drawn_on_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoConsoleScreenBufferError(Exception):
        """As prompt_toolkit has it on Windows."""

    def refuse(_self: Terminal, _ears: object, _theme: str) -> None:
        raise NoConsoleScreenBufferError

    monkeypatch.setattr(Terminal, "__init__", refuse)
    with terminal():
        assert isinstance(open_conversation(plain=False).source, Plain)


def test_another_failure_of_the_terminal_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: Terminal, _ears: object, _theme: str) -> None:
        raise LookupError

    monkeypatch.setattr(Terminal, "__init__", fail)
    with terminal(), pytest.raises(LookupError):
        open_conversation(plain=False)


@pytest.mark.parametrize("call", ["tcgetattr", "tcsetattr"])
@pytest.mark.parametrize("plain", [True, False])
def test_a_keyboard_that_the_system_refuses_is_told_before_anything_begins(
    monkeypatch: pytest.MonkeyPatch, call: str, plain: bool
) -> None:
    def refuse(*_: object) -> None:
        raise termios.error(5, "Input/output error")

    monkeypatch.setattr(termios, call, refuse)
    with terminal(), pytest.raises(UnreadableError, match="the system says “Input/output error”") as told:
        open_conversation(plain=plain)

    assert told.value.exit_code == 4


@pytest.mark.parametrize("error", [OSError(6, "No such device or address"), EOFError()])
def test_so_is_a_screen_that_it_refuses(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def refuse(_self: Terminal, _ears: object, _theme: str) -> None:
        raise error

    monkeypatch.setattr(Terminal, "__init__", refuse)
    with terminal(), pytest.raises(UnreadableError, match="This terminal cannot be used"):
        open_conversation(plain=False)

"""One run of the application for the lines of a call, and what must not pass from one of them to the next."""

import os
import pty
import signal
import sys
import termios
import threading
from collections.abc import Iterator

import pyte
import pytest
from live.conftest import HANGS_AFTER, Keys, Screen, until
from live.reading import ENTER, VIEW, read
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.input import create_input
from prompt_toolkit.output import DummyOutput

from coachcli.domain.value import changed
from coachcli.live.signals import Signals
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, Signalled, Stopped
from coachcli.live.terminal import enter
from coachcli.live.terminal.line import Terminal
from coachcli.live.terminal.tty_mode import before_others_read, lent

assert sys.platform != "win32"  # it has other terminals

pytestmark = pytest.mark.timeout(90)


@pytest.fixture
def calling(keys: Keys, screen: Screen) -> Iterator[Terminal]:
    """A terminal in the middle of a call."""
    del keys
    with create_app_session(output=screen.output()):
        terminal = Terminal(Signals())
        terminal.anchor(on=True)
        try:
            yield terminal
        finally:
            terminal.anchor(on=False)


def starts(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> list[Application[Outcome]]:
    """Each start of the application from here on."""
    started: list[Application[Outcome]] = []
    run = terminal._app.run_async

    async def counted(*how: object, **more: object) -> object:
        started.append(terminal._app)
        return await run(*how, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(terminal._app, "run_async", counted)
    return started


def test_the_lines_of_a_call_are_one_run(keys: Keys, calling: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    started = starts(calling, monkeypatch)
    for number in range(5):
        keys(f"thought {number}", ENTER)
        assert read(keys, terminal=calling) == Entered(Line.ending(f"thought {number}"))

    assert len(started) == 1


def test_outside_a_call_each_line_gives_the_terminal_back(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(Signals())
    started = starts(terminal, monkeypatch)
    for _ in range(2):
        keys("yes", ENTER)
        read(keys, terminal=terminal)

    assert len(started) == 2
    assert not terminal._app.is_running


def test_the_next_card_only_draws_what_has_changed(keys: Keys, calling: Terminal, screen: Screen) -> None:
    keys("her words", ENTER)
    read(keys, terminal=calling)
    screen.written = ""
    keys("x", until(lambda: "her words" in screen.words), ENTER)
    read(keys, view=changed(VIEW, notes=(*VIEW.notes, "· her words")), terminal=calling)

    assert "her words" in screen.written
    assert "What would be most worth" not in screen.written
    assert " What would be most worth our time today?" in screen.rows


@pytest.mark.usefixtures("marking")
def test_what_is_typed_ahead_is_the_next_line(keys: Keys, calling: Terminal) -> None:
    keys(keys.shown, "first\rsecond\r")

    assert read(keys, terminal=calling) == Entered(Line.ending("first"))
    assert read(keys, terminal=calling) == Entered(Line.ending("second"))


def test_an_enter_that_waited_as_a_signal_came_does_not_take_the_next_line(
    keys: Keys, calling: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enter, "TOGETHER_SECONDS", 0.2)
    timers = [calling._enter._timer]

    def waits() -> bool:
        timers[0] = calling._enter._timer
        return timers[0] is not None

    def is_called_off() -> bool:
        return timers[0] is not None and timers[0].cancelled()

    keys("half\r", until(waits), lambda: os.kill(os.getpid(), signal.SIGINT))
    assert read(keys, terminal=calling) == Stopped(Line.ending("half"))

    keys(until(is_called_off), "another thought", ENTER)
    assert read(keys, terminal=calling) == Entered(Line.ending("another thought"))


def test_a_call_that_is_left_takes_its_card_along(keys: Keys, calling: Terminal, screen: Screen) -> None:
    keys("her words", ENTER)
    read(keys, terminal=calling)
    assert " What would be most worth our time today?" in screen.rows
    calling.anchor(on=False)

    assert screen.rows == []
    assert screen.written.rindex("\x1b[?2004l") > screen.written.rindex("\x1b[?2004h")


def test_an_editor_finds_the_screen_without_a_card_and_the_call_goes_on(
    keys: Keys, calling: Terminal, screen: Screen
) -> None:
    keys("her words", ENTER)
    read(keys, terminal=calling)
    with lent():
        assert screen.rows == []
        assert screen.written.rindex("\x1b[?2004l") > screen.written.rindex("\x1b[?2004h")

    keys("more", ENTER)
    assert read(keys, terminal=calling) == Entered(Line.ending("more"))
    assert " What would be most worth our time today?" in screen.rows


def test_what_goes_up_out_of_the_window_stands_there_once_with_no_card_between(
    keys: Keys, calling: Terminal, screen: Screen
) -> None:
    window = pyte.HistoryScreen(80, 24, history=1000)
    screen._screen, screen._stream = window, pyte.Stream(window)
    for number in range(8):
        keys("x", ENTER)
        read(keys, terminal=calling)
        calling.record(f" Question {number}?", f"   · note {number}")

    calling.anchor(on=False)
    above = ["".join(line[column].data for column in range(80)).rstrip() for line in window.history.top]
    assert [*filter(None, above), *screen.rows] == [
        row for number in range(8) for row in (f" Question {number}?", f"   · note {number}")
    ]


def test_a_card_that_was_to_be_drawn_anew_as_its_line_was_taken_does_not_break_the_next(
    keys: Keys, calling: Terminal, screen: Screen
) -> None:
    keys("x", ENTER)
    read(keys, terminal=calling)
    calling._app.max_render_postpone_time = 0
    calling._app.invalidate()
    calling._run.erase()
    keys(until(lambda: screen.rows[-1:] == [" >"]), "y", ENTER)

    assert read(keys, terminal=calling) == Entered(Line.ending("y"))


def test_a_bug_in_a_call_leaves_no_card_behind(keys: Keys, calling: Terminal, screen: Screen) -> None:
    def typed(_line: Line) -> None:
        raise LookupError("her secret")

    keys("x", ENTER)
    read(keys, terminal=calling)
    keys("y")
    with pytest.raises(LookupError):
        calling.read(VIEW, Line(), Hooks(typed, lambda: None))

    assert screen.rows == []
    assert not calling._app.is_running


def test_a_window_that_is_closed_between_two_lines_is_a_hang_up(keys: Keys, calling: Terminal, screen: Screen) -> None:
    keys("x", ENTER)
    read(keys, terminal=calling)
    screen.broken = OSError(5, "Input/output error")

    assert read(keys, Line.ending("given back"), terminal=calling) == Signalled(1, Line.ending("given back"))


def test_so_is_a_keyboard_that_is_gone(keys: Keys, calling: Terminal) -> None:
    keys("x", ENTER)
    read(keys, terminal=calling)
    keys("half", until(lambda: calling._buffer.text == "half"), keys.unplug)

    assert read(keys, terminal=calling) == Signalled(1, Line.ending("half"))
    assert isinstance(read(keys, terminal=calling), Signalled)


def test_time_does_not_pass_between_two_lines(keys: Keys, calling: Terminal) -> None:
    keys("x", ENTER)
    read(keys, terminal=calling)
    first = calling._ticking
    keys("y", ENTER)
    read(keys, terminal=calling)

    assert first is not None
    assert first.cancelled()


def test_between_two_lines_ctrl_c_is_a_signal_and_on_a_line_a_key() -> None:
    """As the kernel sees the terminal, which turns the key into a signal unless it is told not to."""
    leader, follower = pty.openpty()
    modes: list[bool] = []

    def look() -> None:
        modes.append(bool(termios.tcgetattr(follower)[3] & termios.ISIG))

    def type_in(begun: threading.Event) -> None:
        begun.wait(HANGS_AFTER)
        look()
        os.write(leader, b"\x04")

    with (
        os.fdopen(follower, encoding="utf-8", closefd=False) as keyboard,
        create_app_session(input=create_input(keyboard), output=DummyOutput()),
    ):
        terminal = Terminal(Signals())
        terminal.anchor(on=True)
        for _ in range(2):
            begun = threading.Event()
            view = changed(VIEW, meter=lambda begun=begun: begun.set() or VIEW.meter())
            hand = threading.Thread(target=type_in, args=(begun,), daemon=True)
            hand.start()
            assert terminal.read(view, Line(), Hooks(lambda _: None, lambda: None)) == EndOfInput()
            hand.join()
            look()
        terminal.anchor(on=False)
        look()
    os.close(leader)
    os.close(follower)

    before_others_read(lambda: None)
    assert modes == [False, True, False, True, True]

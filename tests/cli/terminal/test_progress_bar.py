"""Who waits for a long reading sees how far it has come; who need not wait, and who could not see it, sees nothing."""

import sys
from itertools import count
from types import SimpleNamespace

import pytest
from builders import note, session_of, turn_with
from cli.conftest import Coach

from coachcli.app.context import Context, SystemClock
from coachcli.cli.terminal.progress_bar import Progress, progress_shown
from coachcli.store.index import census
from coachcli.store.index.heads import heads
from coachcli.store.paths import Practice
from coachcli.store.session import sessions


class Terminal(list[str]):
    """What is written, and what stands on the line after it."""

    @property
    def line(self) -> str:
        return "".join(self).rpartition("\r")[2].rstrip()

    @property
    def longest(self) -> int:
        return max(map(len, "".join(self).split("\r")))


@pytest.fixture(autouse=True)
def columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def read(many: int, total: int, seconds: float, terminal: Terminal) -> Progress:
    """So many sessions are read, each taking so long."""
    clock = count(0, seconds)
    progress = Progress(lambda: next(clock), lambda: total, terminal.append)
    for _ in range(many):
        progress.tell()
    return progress


def test_what_takes_less_than_a_second_shows_nothing() -> None:
    terminal = Terminal()
    read(99, 99, 0.01, terminal).end()

    assert terminal == []


def test_after_a_second_it_says_how_many_of_how_many_sessions_were_read() -> None:
    terminal = Terminal()
    read(1250, 10_000, 0.5, terminal)

    assert terminal.line == "Reading sessions: 1,250 of 10,000 [##.....................]"


def test_at_its_end_nothing_is_left_of_it() -> None:
    terminal = Terminal()
    read(5, 10, 2, terminal).end()

    assert (terminal.line, terminal[-1]) == ("", "\r")


@pytest.mark.parametrize("columns", ["14", "40", "80"])
def test_it_fits_on_one_line(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    terminal = Terminal()
    read(2000, 123_456, 2, terminal)

    assert terminal.longest < int(columns)
    assert terminal.line.startswith("Reading")


def test_more_than_were_counted_are_all_there_are() -> None:
    terminal = Terminal()
    read(12, 3, 2, terminal)

    assert terminal.line.startswith("Reading sessions: 12 of 12 [")


class TestShown:
    @pytest.fixture
    def context(self, practice: Practice) -> Context:
        sessions.create(practice, session_of(turn_with(note("words")), id="jane/2026-11-20-1400", client="jane"))
        return Context(practice, SystemClock())

    @pytest.mark.parametrize(
        ("terminal", "environment", "told"),
        [
            (True, {}, True),
            (False, {}, False),
            (True, {"TERM": "dumb"}, False),
            (True, {"ACCESSIBLE": "1"}, False),
        ],
    )
    def test_only_a_terminal_that_can_be_written_over_is_told(
        self, context: Context, monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], told: bool
    ) -> None:
        written = Terminal()
        stream = SimpleNamespace(isatty=lambda: terminal, write=written.append, flush=lambda: None)
        for name, value in {"TERM": "xterm", **environment}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("coachcli.cli.terminal.progress_bar._AFTER_SECONDS", 0.0)
        monkeypatch.setattr(sys, "stderr", stream)
        with progress_shown(context):
            heads(context.practice)

        assert ("Reading sessions: 1 of 1" in "".join(written)) == told
        assert written.line == ""

    def test_afterwards_nobody_is_told(self, context: Context) -> None:
        before = census.watch.get()
        with progress_shown(context):
            pass

        assert census.watch.get() is before


READING = [(), ("session", "list"), ("session", "show"), ("action", "list")]


@pytest.mark.parametrize("words", READING)
def test_whoever_waits_for_a_command_sees_how_far_it_has_come(
    coach: Coach, practice: Practice, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    sessions.create(practice, session_of(turn_with(note("words")), id="jane/2026-11-20-1400", client="jane"))
    monkeypatch.setattr("coachcli.cli.terminal.progress_bar._AFTER_SECONDS", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")

    assert "\rReading sessions: 1 of 1 [" in coach(*words).err


@pytest.mark.parametrize("words", READING)
def test_ctrl_c_ends_a_reading_as_ctrl_c_does(
    coach: Coach, practice: Practice, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    def broken_off(_: object) -> None:
        raise KeyboardInterrupt

    sessions.create(practice, session_of(turn_with(note("words")), id="jane/2026-11-20-1400", client="jane"))
    monkeypatch.setattr(census, "session_in", broken_off)

    assert (coach(*words).code, coach(*words).err) == (130, "")

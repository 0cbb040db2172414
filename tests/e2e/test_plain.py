"""Without a screen: a screen reader, a terminal that can only print, a pipe."""

import signal
import sys

import pytest
from e2e.conftest import Opener
from e2e.screen import YEAR, Home, Key, Window

assert sys.platform != "win32"  # it has other signals, terminals and locks

GROW = ("session", "start", "Jane Example", "-f", "grow")


@pytest.fixture
def plain(coach: Opener) -> Window:
    """A window in which nothing but plain lines is written."""
    return _at_the_first_question(coach(*GROW, "--plain"))


def _at_the_first_question(window: Window) -> Window:
    window.wait_for("What is on your mind as you arrive?")
    return window


@pytest.mark.parametrize("asked_for", ["--plain", "TERM=dumb"])
def test_a_plain_session_writes_no_escapes(coach: Opener, home: Home, asked_for: str) -> None:
    window = coach(*GROW, asked_for) if asked_for == "--plain" else coach(*GROW, TERM="dumb")
    plain = _at_the_first_question(window)
    plain.enter("nothing but words", "· nothing but words")
    plain.enter("/go does this matter", "How much does this matter to you?")
    plain.enter("8", "· 8 of 10")
    plain.go_on("What does this belong to, in the longer run?")
    plain.enter("/help", "/end close the session")
    plain.type("half said")
    plain.wait_for_line("half said")
    plain.type(Key.CTRL_C)
    plain.wait_for("Paused. Enter goes on, p saves and leaves.")
    plain.enter("", lambda: plain.line == "half said")
    plain.enter("", "· half said")
    plain.enter("/pause", "Go on with: coach session resume")

    assert plain.ended() == 0
    assert b"\x1b" not in plain.written
    assert home.notes() == ["nothing but words", "", "half said"]


def test_a_long_line_is_kept_whole_even_when_it_comes_while_another_is_saved(plain: Window, home: Home) -> None:
    row = plain.cursor_row
    plain.type(f"*Write to Ana by 1 January {YEAR}", Key.ENTER)
    plain.wait_for(lambda: plain.cursor_row > row)
    long = "".join(f"{number:05} " for number in range(1700)).strip()
    assert len(long) > 10_000
    plain.type(long, Key.ENTER)
    plain.wait_for(lambda: home.notes()[1:])

    assert home.notes() == ["Write to Ana", long]


def test_backspace_takes_a_whole_letter(plain: Window, home: Home) -> None:
    plain.type("Grüßß", Key.BACKSPACE, "e", Key.BACKSPACE * 2, "sse", Key.ENTER)
    plain.wait_for("· Grüsse")
    plain.wait_for(lambda: home.notes() == ["Grüsse"])


def test_what_is_being_typed_survives_a_kill(plain: Window, coach: Opener, home: Home) -> None:
    plain.enter("already noted", "· already noted")
    plain.type("half a sen")
    plain.wait_for_line("half a sen")
    plain.wait_for(lambda: any(home.practice.rglob("*.draft")))
    plain.signal(signal.SIGKILL)
    plain.ended()

    resumed = coach("session", "resume", "--plain")
    resumed.wait_for_line("half a sen")
    resumed.enter("tence", "· half a sentence")
    resumed.wait_for(lambda: home.notes() == ["already noted", "half a sentence"])


def test_a_closed_window_loses_nothing(plain: Window, home: Home, coach: Opener) -> None:
    plain.enter("already noted", "· already noted")
    plain.type("half a sen")
    plain.wait_for_line("half a sen")
    plain.close()

    assert plain.ended() == 129
    assert home.session().status == "paused"
    resumed = coach("session", "resume")
    resumed.wait_for_line("half a sen")


def test_terminate_gives_the_terminal_back(plain: Window) -> None:
    plain.type("half a sen")
    plain.wait_for_line("half a sen")
    assert not plain.modes["ECHO"]
    plain.signal(signal.SIGTERM)

    assert plain.ended() == 143
    assert plain.modes == {"ECHO": True, "ICANON": True, "ISIG": True, "bracketed paste": False}


def test_choosing_without_a_screen(coach: Opener, home: Home) -> None:
    window = coach("session", "start", "--plain")
    window.wait_for("Your client's name?")
    window.wait_for_line("")
    window.enter("Jane Example", "Which framework, with Jane Example?")
    window.wait_for_line("")
    window.enter("gro", "That could be GROW or GROWTH.")
    window.wait_for_line("")
    window.enter("grow", "What is on your mind as you arrive?")
    window.type(Key.CTRL_D)

    assert window.ended() == 0
    assert b"\x1b" not in window.written
    assert home.session().client == "jane-example"


@pytest.mark.parametrize(
    ("typed", "notes"),
    [
        (b"one\r\ntwo\r\n", ["one", "two"]),
        (b"caf\xe9\nna\xc3\xafve\n", ["café", "naïve"]),
        (b"a\x1b[31mb\x00c\td\n", ["a[31mbc\td"]),
        (b"x" * 100_000 + b"\n", ["x" * 100_000]),
    ],
    ids=["CRLF", "latin-1", "escapes", "long"],
)
def test_lines_come_through_a_pipe_as_bytes(home: Home, typed: bytes, notes: list[str]) -> None:
    done = home.run(*GROW, typed=typed)

    assert done.returncode == 0
    assert home.notes() == notes
    assert home.session().status == "paused"
    assert b"\x1b" not in done.stdout + done.stderr


def test_a_pipe_that_closes_the_call_ends_the_session(home: Home) -> None:
    done = home.run(*GROW, typed=f"one\n*do it by 1 January {YEAR} 9/10\n/end\n".encode())

    assert done.returncode == 0
    assert home.session().status == "ended"
    assert "The summary to send: coach session export" in done.stdout.decode()


def test_results_go_out_and_talk_goes_aside(home: Home) -> None:
    home.run(*GROW, typed=b">send the article\n/share client\n/end\n")
    done = home.run("session", "export", "--for", "client")

    assert done.stdout.startswith(b"# Our session on ")
    assert done.stderr.startswith(b"Jane Example, ")
    assert done.stderr.endswith(b", GROW\n")

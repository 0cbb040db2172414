"""A screen that others see: no name and no earlier note in any byte, and nothing left of it."""

import signal
import sys

import pytest
from e2e.conftest import Opener
from e2e.screen import Home, Key, Window

assert sys.platform != "win32"  # it has other signals, terminals and locks

THERE, BACK, WIPED, BELL = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[2J", b"\x07"


def hidden(window: Window) -> bytes:
    """All that was written from the moment the second screen was there until it was left for good."""
    begun, over = window.written.index(THERE), window.written.rindex(BACK)
    assert THERE not in window.written[over:]
    assert window.written.rindex(WIPED) < over
    return window.written[begun:over]


@pytest.mark.parametrize("how", ["terminate", "ctrl_c"])
def test_a_shared_screen_shows_no_name_and_no_note_however_it_is_left(coach: Opener, home: Home, how: str) -> None:
    home.run("session", "start", "Jane Example", "-f", "grow", typed=b"an old secret\n/topic a sore point\n/pause\n")
    window = coach("session", "resume", "--discreet")
    window.wait_for("2 notes here")
    for command, seen in (("/help", "/undo"), ("/time", "The call:"), ("/map", "Where to?"), ("1", "arrive?")):
        window.enter(command, seen)
        window.settle()
    window.enter("/last", "Notes are hidden now")
    window.enter("/find secret", "Notes are hidden now")
    window.type(Key.CTRL_Z)
    window.wait_for(lambda: window.written.count(BACK) == 1)
    assert WIPED in window.written.partition(BACK)[0][-20:]
    window.signal(signal.SIGCONT)
    window.wait_for(lambda: window.written.count(THERE) > window.written[: window.written.index(BACK)].count(THERE))
    window.wait_for("notes here")
    if how == "terminate":
        window.signal(signal.SIGTERM)
        assert window.ended() == 128 + signal.SIGTERM
    else:
        window.type(Key.CTRL_C)
        window.wait_for("Paused.")
        window.type(Key.CTRL_C)
        assert window.ended() == 130

    meanwhile = hidden(window)
    assert [word for word in (b"Jane", b"Example", b"old secret", b"sore point") if word in meanwhile] == []
    assert BELL not in window.written


def test_discreet_can_be_said_in_the_middle_of_a_call(grow: Window) -> None:
    grow.enter("a secret")
    grow.enter("/discreet", "1 note here")
    assert "Jane" not in grow.words
    assert "a secret" not in grow.words
    grow.enter("/discreet", "Shown again.")
    assert "· a secret" in grow.words
    assert "Jane Example" in grow.words


@pytest.mark.skipif(sys.platform != "linux", reason="only there a running process can be limited")
def test_a_disk_that_takes_nothing_more_names_nobody_then_and_after_leaving(coach: Opener, home: Home) -> None:
    home.run("session", "start", "Jane Example", "-f", "grow", typed=b"an old secret\n/pause\n")
    window = coach("session", "resume", "--discreet")
    window.wait_for("1 note here")
    window.limit_files(home.session_files()[0].stat().st_size + 20)
    window.enter("a new secret, of which nobody must be told", "NOT SAVED: It would be too large.")
    window.enter("/pause", "nowhere but here")
    window.enter("/pause", lambda: True)

    assert window.ended() == 4
    assert "NOT SAVED: It would be too large. It is only in memory; keep this open." in window.words
    written = window.written.replace(b"a new secret, of which nobody must be told", b"").lower()
    assert [word for word in (b"jane", b"example", b"old secret", b"clients/") if word in written] == []


def test_nobody_is_listed_and_no_tag_is_offered(coach: Opener, home: Home) -> None:
    home.run("session", "start", "Jane Example", "-f", "grow", typed=b"an old secret #overtime\n/end\n/end\n")
    window = coach("session", "start", "--discreet", "-f", "grow")
    window.wait_for("With whom? Nobody is listed here; type their name.")
    assert b"Jane" not in window.written
    window.type("jane", Key.ENTER)
    window.wait_for("arrive?")
    begun = len(window.written)
    window.type("about #ov")
    window.wait_for_line("about #ov")
    window.type(Key.TAB)
    window.settle()

    assert b"overtime" not in window.written[begun:]

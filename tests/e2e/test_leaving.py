"""Every way out of a call, and back in."""

import signal
import sys

import pytest
from docs.practice import COACH as STEADY_COACH
from e2e.conftest import Opener
from e2e.screen import YEAR, Home, Key, Window

from coachcli.store.paths import draft_file
from coachcli.store.session import drafts
from coachcli.store.session.drafts import Draft

assert sys.platform != "win32"  # it has other signals, terminals and locks

GIVEN_BACK = {"ECHO": True, "ICANON": True, "ISIG": True, "bracketed paste": False}


def half_said(window: Window) -> None:
    """A note, and a line with the cursor in the middle of it."""
    window.enter("already noted")
    window.type("she wants leave", *[Key.LEFT] * len("leave"))
    window.wait_for(lambda: window.line == "she wants leave" and window.cursor == 13)


def kept(home: Home) -> Draft | None:
    """The line being typed as it is on the disk."""
    return drafts.read(draft_file(home.session_files()[0]))


def assert_resumed(window: Window, home: Home) -> None:
    """The same question, with the line and its cursor as they were left."""
    window.wait_for(lambda: window.line == "she wants leave" and window.cursor == 13)
    assert "What is on your mind as you arrive?" in window.words
    assert "· already noted" in window.words
    window.type("to ")
    window.wait_for_line("she wants to leave")
    window.type(Key.ENTER)
    window.wait_for(lambda: "· she wants to leave" in window.words and "left saved" in window.words)
    assert home.notes() == ["already noted", "she wants to leave"]


def test_one_ctrl_c_asks_and_enter_goes_on(grow: Window, coach: Opener, home: Home) -> None:
    half_said(grow)
    grow.type(Key.CTRL_C)
    grow.wait_for("Paused. Enter goes on, p saves and leaves.")
    grow.go_on(lambda: grow.line == "she wants leave" and grow.cursor == 13)
    grow.type(Key.CTRL_C)
    grow.wait_for("Paused.")
    grow.enter("p", "Go on with: coach session resume")

    assert grow.ended() == 0
    assert home.session().status == "paused"
    assert_resumed(coach("session", "resume"), home)


def test_ctrl_c_twice_leaves_at_once_with_everything_kept(grow: Window, coach: Opener, home: Home) -> None:
    half_said(grow)
    grow.type(Key.CTRL_C)
    grow.wait_for("Paused.")
    grow.type(Key.CTRL_C)

    assert grow.ended() == 130
    assert home.session().status == "paused"
    assert grow.modes == GIVEN_BACK
    assert_resumed(coach("session", "resume"), home)


def heard(window: Window) -> bool:
    return "Paused." in window.words or "Example paused" in window.words


def test_ctrl_c_while_a_line_is_saved_leaves_in_order(grow: Window, home: Home) -> None:
    action = f"*Write to Ana by 1 January {YEAR} 8/10"  # the first date of a call takes a moment to read
    grow.type(action)
    grow.wait_for_line(action)
    grow.type(Key.ENTER)
    grow.wait_for(lambda: grow.line != action)
    grow.type(Key.CTRL_C)
    grow.wait_for(lambda: heard(grow))
    if "Example paused" not in grow.words:  # the line was saved faster than that
        grow.type(Key.CTRL_C)

    assert grow.ended() == 130
    assert home.session().status == "paused"
    assert home.notes() == ["Write to Ana"] or ((draft := kept(home)) and draft.text == action)


def test_words_typed_after_ctrl_c_go_where_they_were_meant(grow: Window, home: Home) -> None:
    grow.type("no, I ")
    grow.wait_for_line("no, I")
    grow.type(Key.CTRL_C)
    grow.wait_for("Paused.")
    grow.enter("stay", lambda: grow.line == "no, I stay")
    grow.go_on("· no, I stay")
    grow.wait_for("left saved")

    assert home.notes() == ["no, I stay"]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=str)
def test_words_typed_after_ctrl_c_outlive_the_process(grow: Window, home: Home, number: signal.Signals) -> None:
    grow.type("no, I ")
    grow.wait_for_line("no, I")
    grow.type(Key.CTRL_C)
    grow.wait_for("Paused.")
    grow.type("stay")
    grow.wait_for_line("stay")
    grow.wait_for(lambda: (draft := kept(home)) and draft.text == "no, I stay")
    grow.signal(number)
    grow.ended()

    assert (draft := kept(home)) is not None
    assert draft.text == "no, I stay"


def test_ctrl_d_pauses_on_an_empty_line_only(grow: Window, home: Home) -> None:
    grow.type("abc", Key.LEFT, Key.CTRL_D)
    grow.wait_for_line("ab")
    grow.enter("")
    grow.type(Key.CTRL_D)

    assert grow.ended() == 0
    assert "GROW with Jane Example paused" in grow.words
    assert home.notes() == ["ab"]


def test_a_closed_window_loses_nothing(grow: Window, coach: Opener, home: Home) -> None:
    half_said(grow)
    grow.close()

    assert grow.ended() == 129
    assert home.session().status == "paused"
    assert_resumed(coach("session", "resume"), home)


def test_the_sentence_that_waits_for_an_action_is_kept_with_it(grow: Window, coach: Opener) -> None:
    half_said(grow)
    grow.type(Key.F2)
    grow.wait_for("One line: Call Ann by friday 8/10")
    grow.type("write to Ana")
    grow.wait_for_line("write to Ana")
    grow.close()

    assert grow.ended() == 129
    resumed = coach("session", "resume")
    resumed.wait_for("> she wants leave *write to Ana")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order_and_gives_the_terminal_back(
    grow: Window, coach: Opener, home: Home, number: signal.Signals
) -> None:
    assert grow.modes != GIVEN_BACK
    half_said(grow)
    grow.signal(number)

    assert grow.ended() == 128 + number
    assert home.session().status == "paused"
    assert grow.modes == GIVEN_BACK
    assert_resumed(coach("session", "resume"), home)


def test_a_killed_call_is_taken_up_where_it_was_with_its_clock(coach: Opener, home: Home) -> None:
    clock = {"COACH_DOCS_NOW": "2026-11-20T14:00:00+00:00", "COACH_DOCS_STEP": "60"}
    killed = coach("session", "start", "Jane Example", "-f", "grow", command=STEADY_COACH, **clock)
    killed.wait_for("arrive?")
    half_said(killed)
    shown = killed.heading.split()[-5:]
    killed.wait_for(lambda: (draft := kept(home)) and (draft.text, draft.cursor) == ("she wants leave", 10))
    killed.signal(signal.SIGKILL)
    assert killed.ended() == -signal.SIGKILL

    clock["COACH_DOCS_NOW"] = "2026-11-21T09:00:00+00:00"
    resumed = coach("session", "resume", command=STEADY_COACH, **clock)
    resumed.wait_for_line("she wants leave")
    resumed.wait_for(lambda: resumed.heading)
    spent, _, _, left, _ = resumed.heading.split()[-5:]
    assert (left, shown[3:]) == ("left", ["left", "saved"])
    assert 0 <= int(spent) - int(shown[0]) <= 1
    assert_resumed(resumed, home)


def test_a_session_is_open_in_one_terminal_only(grow: Window, coach: Opener, home: Home) -> None:
    half_said(grow)
    second = coach("session", "resume")

    assert second.ended() == 5
    assert second.text.split("\n") == [
        "This session is open in another terminal.",
        "Close it there, or wait; nothing was changed.",
    ]
    grow.type(Key.HOME)
    grow.wait_for(lambda: grow.cursor == 3)
    grow.type(*["\x1b[C"] * len("she wants "))
    assert_resumed(grow, home)

"""The live line, typed into through a pipe."""

import errno
import os
import signal
from dataclasses import replace
from itertools import groupby

import pytest
from live.conftest import Keys, Screen, until
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from coachcli.live import terminal as live
from coachcli.live.prompt_parts import Words
from coachcli.live.signals import Ears
from coachcli.live.source import (
    EndOfInput,
    Entered,
    Hooks,
    Line,
    Meter,
    Outcome,
    Pressed,
    Recalled,
    Signalled,
    Stopped,
    View,
)
from coachcli.live.terminal import Terminal

pytestmark = pytest.mark.timeout(30)

ENTER, TAB, LEFT, UP, DOWN = "\r", "\t", "\x1b[D", "\x1b[A", "\x1b[B"
SHIFT_TAB, F1, F2, EDITOR = "\x1b[Z", "\x1bOP", "\x1bOQ", "\x18\x05"
CTRL_C, CTRL_D = "\x03", "\x04"

VIEW = View(
    visit=(1, "topic"),
    crumbs=("Goal 2 of 5", "GROW", "Jane Doe"),
    question="What would be most worth our time today?",
    cue="A topic is not yet a goal.",
    notes=("· the first thing", "· the second thing"),
)


def read(  # noqa: PLR0913 what a prompt can be given
    keys: Keys,
    line: Line | None = None,
    *,
    view: View = VIEW,
    typed: list[Line] | None = None,
    ears: Ears | None = None,
    terminal: Terminal | None = None,
) -> Outcome:
    """Show the view and wait for what comes."""

    def meter() -> Meter:
        keys.card_is_drawn.set()
        return view.meter()

    heard = typed if typed is not None else []
    source = terminal or Terminal(ears or Ears())
    return source.read(replace(view, meter=meter), line or Line(), Hooks(heard.append, lambda: None))


def paste(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


# A line


def test_enter_returns_the_line(keys: Keys) -> None:
    keys("she wants to leave by spring\r")

    assert read(keys) == Entered(Line.ending("she wants to leave by spring"))


@pytest.mark.parametrize("text", ["wächst über alle Grenzen", "日本語 のテキスト", "🙂 👩‍👩‍👧", "e\u0301", "שלום"])
def test_whatever_is_typed_comes_back_to_the_letter(keys: Keys, text: str) -> None:
    keys(text, ENTER)

    assert read(keys) == Entered(Line.ending(text))


def test_typing_goes_on_where_the_cursor_was(keys: Keys) -> None:
    keys("!!\r")

    assert read(keys, Line("I want really to stop", 6)) == Entered(Line("I want!! really to stop", 8))


def test_each_key_is_told_at_once(keys: Keys) -> None:
    typed: list[Line] = []
    keys("no\x7fw\r")
    read(keys, typed=typed)

    assert [line for line, _ in groupby(typed)] == [Line.ending(text) for text in ("n", "no", "n", "nw")]


def test_a_cursor_that_moved_is_told_too(keys: Keys) -> None:
    typed: list[Line] = []
    keys("ab", LEFT, ENTER)
    read(keys, typed=typed)

    assert typed[-1] == Line("ab", 1)


def test_a_line_that_is_given_back_is_not_told_as_typed(keys: Keys) -> None:
    typed: list[Line] = []
    keys(ENTER)

    assert read(keys, Line.ending("given back"), typed=typed) == Entered(Line.ending("given back"))
    assert typed == []


def test_nothing_of_one_line_is_left_for_the_next(keys: Keys) -> None:
    terminal = Terminal(Ears())
    keys("about Jane\r")
    read(keys, terminal=terminal)
    keys("x", UP, ENTER)

    assert read(keys, terminal=terminal) == Entered(Line.ending("x"))


def test_the_next_question_hears_no_keys_of_the_one_before(keys: Keys) -> None:
    terminal, before = Terminal(Ears()), list[Line]()
    keys("one\r")
    read(keys, terminal=terminal, typed=before)
    keys("two\r")
    read(keys, terminal=terminal)

    assert before[-1] == Line.ending("one")


# Enter


def test_an_enter_in_a_burst_is_a_line_break(keys: Keys) -> None:
    keys("first line\rsecond line\r")

    assert read(keys) == Entered(Line.ending("first line\nsecond line"))


def test_lines_typed_one_after_the_other_are_lines_of_their_own(keys: Keys) -> None:
    terminal, taken = Terminal(Ears()), list[Outcome]()
    keys("one\r", until(lambda: taken), "two\r")
    taken.append(read(keys, terminal=terminal))
    taken.append(read(keys, terminal=terminal))

    assert taken == [Entered(Line.ending("one")), Entered(Line.ending("two"))]


def test_a_second_enter_that_meant_the_question_before_does_nothing(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "DOUBLE_ENTER_SECONDS", 60.0)
    keys(keys.shown, ENTER, 0.05, "yes", ENTER)

    assert read(keys) == Entered(Line.ending("yes"))


def test_an_empty_enter_a_moment_later_goes_on(keys: Keys) -> None:
    keys(keys.shown, live.DOUBLE_ENTER_SECONDS + 0.1, ENTER)

    assert read(keys) == Entered(Line())


def test_words_and_their_enter_are_taken_however_soon_they_come(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "DOUBLE_ENTER_SECONDS", 60.0)
    keys("7\r")

    assert read(keys) == Entered(Line.ending("7"))


# Pastes


def test_a_pasted_block_is_one_text(keys: Keys) -> None:
    keys(paste("first\r\nsecond\nthird"), ENTER)

    assert read(keys) == Entered(Line.ending("first\nsecond\nthird"))


def test_a_pasted_command_waits_for_enter(keys: Keys) -> None:
    keys(paste("/skip\n"), 0.05, "no\r")

    assert read(keys) == Entered(Line.ending("/skip\nno"))


def test_a_large_paste_is_kept_whole(keys: Keys) -> None:
    text = "0123456789abcdef" * 4_096
    keys(paste(text), ENTER)

    assert read(keys) == Entered(Line.ending(text))


def test_typing_in_a_long_text_does_not_fill_the_memory(keys: Keys) -> None:
    terminal, long = Terminal(Ears()), "x" * 20_000
    keys("y" * 300, ENTER)

    assert read(keys, Line.ending(long), terminal=terminal) == Entered(Line.ending(long + "y" * 300))
    assert sum(len(text) for text, _ in terminal._session.default_buffer._undo_stack) < 150 * len(long)


# Keys that mean something


@pytest.mark.parametrize(
    ("key", "command"),
    [(SHIFT_TAB, "back"), (F1, "help"), (F2, "action"), (EDITOR, "editor")],
    ids=["shift_tab", "f1", "f2", "ctrl_x_ctrl_e"],
)
def test_a_key_keeps_the_line_and_its_cursor(keys: Keys, key: str, command: str) -> None:
    keys("abc", LEFT, key)

    assert read(keys) == Pressed(command, Line("abc", 2))


def test_up_on_an_empty_line_asks_for_the_last_note(keys: Keys) -> None:
    keys(UP)

    assert read(keys) == Recalled()


def test_up_within_a_text_only_moves(keys: Keys) -> None:
    keys(paste("one\ntwo"), UP, "!", ENTER)

    assert read(keys) == Entered(Line("one!\ntwo", 4))


def test_ctrl_c_keeps_the_line_and_its_cursor(keys: Keys) -> None:
    keys("half a thou", LEFT, CTRL_C)

    assert read(keys) == Stopped(Line("half a thou", 10))


def test_an_interrupt_from_outside_is_a_ctrl_c(keys: Keys) -> None:
    typed: list[Line] = []
    keys("half", until(lambda: typed[-1:] == [Line.ending("half")]), lambda: os.kill(os.getpid(), signal.SIGINT))

    assert read(keys, typed=typed) == Stopped(Line.ending("half"))


def test_ctrl_d_on_an_empty_line_ends_the_input(keys: Keys) -> None:
    keys(CTRL_D)

    assert read(keys) == EndOfInput()


def test_ctrl_d_within_a_text_takes_a_letter(keys: Keys) -> None:
    keys("abc", LEFT, CTRL_D, ENTER)

    assert read(keys) == Entered(Line.ending("ab"))


def test_a_keyboard_that_is_gone_ends_the_input(keys: Keys) -> None:
    keys("half", keys.shown, 0.05, keys.unplug)

    assert read(keys) == EndOfInput()


# Completion


def offered(text: str, *names: str) -> list[str]:
    completer = Words()
    completer.names = names
    return [word.text for word in completer.get_completions(Document(text), CompleteEvent())]


def test_words_are_offered_behind_a_slash() -> None:
    assert offered("/p") == ["/probe", "/pause"]


@pytest.mark.parametrize("text", ["", "p", "and/or", "//p", "see /p", "/edit p", "!/p"])
def test_nothing_is_offered_in_prose(text: str) -> None:
    assert offered(text, "Reality") == []


def test_places_are_offered_behind_go() -> None:
    assert offered("/go REAL", "Goal", "Reality", "Options") == ["Reality"]
    assert offered("/go ", "Goal", "Reality") == ["Goal", "Reality"]


@pytest.mark.parametrize(
    ("begun", "completed"), [("/pro", "/probe"), ("/go rea", "/go Reality")], ids=["command", "place"]
)
def test_tab_completes(keys: Keys, begun: str, completed: str) -> None:
    terminal = Terminal(Ears())
    buffer = terminal._session.default_buffer
    keys(begun, until(lambda: buffer.complete_state), TAB, until(lambda: buffer.text == completed), ENTER)

    assert read(keys, view=replace(VIEW, names=("Goal", "Reality")), terminal=terminal) == Entered(
        Line.ending(completed)
    )


def test_shift_tab_moves_in_the_menu_while_there_is_one(keys: Keys) -> None:
    terminal = Terminal(Ears())
    buffer = terminal._session.default_buffer
    keys(
        "/p", until(lambda: buffer.complete_state), TAB, until(lambda: buffer.text == "/probe"),
        TAB, until(lambda: buffer.text == "/pause"), SHIFT_TAB, until(lambda: buffer.text == "/probe"), ENTER,
    )  # fmt: skip

    assert read(keys, terminal=terminal) == Entered(Line.ending("/probe"))


# Signals, and a window that is gone


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["terminate", "hang_up"])
def test_a_signal_ends_the_prompt_with_the_line(keys: Keys, number: int) -> None:
    typed: list[Line] = []
    half = Line.ending("half a thou")
    keys(half.text, until(lambda: typed[-1:] == [half]), lambda: os.kill(os.getpid(), number))

    with Ears().listening() as ears:
        assert read(keys, ears=ears, typed=typed) == Signalled(number, half)


def test_a_signal_that_came_before_the_prompt_ends_it_too(keys: Keys) -> None:
    ears = Ears()
    ears.heard = signal.SIGTERM

    assert read(keys, Line("kept", 2), ears=ears) == Signalled(signal.SIGTERM, Line("kept", 2))


def test_a_window_that_was_closed_is_a_hang_up(keys: Keys, screen: Screen) -> None:
    def close() -> None:
        screen.broken = OSError(errno.EIO, "Input/output error")

    keys("half", until(lambda: "> half" in screen.words), close, " a thou")

    with create_app_session(output=screen.output()):
        outcome = read(keys)

    assert isinstance(outcome, Signalled)
    assert outcome.number == signal.SIGHUP
    assert outcome.line.text.startswith("half")


def test_a_bug_while_keys_come_reaches_the_one_boundary_and_not_the_screen(keys: Keys, screen: Screen) -> None:
    def typed(_line: Line) -> None:
        raise LookupError("her secret")

    keys("x")
    with create_app_session(output=screen.output()), pytest.raises(LookupError):
        Terminal(Ears()).read(VIEW, Line(), Hooks(typed, lambda: None))

    assert "her secret" not in screen.words
    assert "Traceback" not in screen.words


# Time


def test_time_passes_while_nothing_is_typed(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "TICK_SECONDS", 0.01)
    ticks: list[int] = []
    keys(until(lambda: len(ticks) >= 3), "x\r")
    Terminal(Ears()).read(VIEW, Line(), Hooks(lambda _: None, lambda: ticks.append(1)))

    assert len(ticks) >= 3


# What is seen


@pytest.fixture
def screen() -> Screen:
    return Screen()


def looked_at(keys: Keys, screen: Screen, view: View, words: str = "") -> list[str]:
    """The rows on the screen while a view is shown and these words are on the line."""
    found: list[str] = []
    drawn = until(lambda: screen.rows and screen.rows[-1].endswith(words.rstrip()[-4:] or ">"))
    keys(words, drawn, lambda: found.extend(screen.rows), "x\r")
    with create_app_session(output=screen.output()):
        read(keys, view=view)
    return found


def test_the_card_and_the_line_are_on_the_screen(keys: Keys, screen: Screen) -> None:
    view = replace(VIEW, meter=lambda: Meter("7 of 50 min", "", "saved"), prompt="1-10 ")

    assert looked_at(keys, screen, view, "her words") == [
        " Goal 2 of 5 · GROW · Jane Doe                               7 of 50 min  saved",
        " What would be most worth our time today?",
        "   A topic is not yet a goal.",
        "   · the first thing",
        "   · the second thing",
        " 1-10 > her words",
    ]


def test_a_long_question_is_seen_whole_in_a_narrow_window(keys: Keys) -> None:
    question = "Imagine it is Friday, and the conversation with your manager went well. What would be different then?"
    screen = Screen(40)

    assert question in " ".join(" ".join(looked_at(keys, screen, replace(VIEW, question=question))).split())


def test_the_card_goes_when_the_line_is_taken(keys: Keys, screen: Screen) -> None:
    keys("her words\r")
    with create_app_session(output=screen.output()):
        read(keys)

    assert screen.rows == []


def test_what_is_said_stays_and_folds_under_its_own_beginning(screen: Screen, keys: Keys) -> None:
    del keys
    screen.resize(30)
    with create_app_session(output=screen.output()):
        Terminal(Ears()).say("   a note that is longer than the window is wide", " short")

    assert screen.rows == ["   a note that is longer than", "   the window is wide", " short"]


def test_a_record_stays_too_and_a_note_that_is_kept_says_nothing_more(screen: Screen, keys: Keys) -> None:
    del keys
    with create_app_session(output=screen.output()):
        terminal = Terminal(Ears())
        terminal.record(" What now?", "   · a note")
        terminal.kept("· a note")

    assert screen.rows == [" What now?", "   · a note"]


@pytest.mark.parametrize(
    "text",
    ["\x1b]0;title\x07", "\x1b[2J", "\x9b2J", "\x1b]52;c;aGVsbG8=\x07", "\u202eabc"],
    ids=["title", "clear", "c1", "clipboard", "right_to_left"],
)
def test_what_could_act_on_the_terminal_is_spelled_out(keys: Keys, screen: Screen, text: str) -> None:
    view = replace(VIEW, question=text, cue=text, notes=(text,), probe=text, remark=text, crumbs=(text,), prompt=text)
    rows = looked_at(keys, screen, view)
    with create_app_session(output=screen.output()):
        Terminal(Ears()).say(text)

    assert text not in screen.written
    assert sum("‹U+" in row for row in rows) >= 6


def test_an_alarm_stands_out(keys: Keys, screen: Screen) -> None:
    alarming = replace(VIEW, meter=lambda: Meter(saved="NOT SAVED", alarm=True))
    looked_at(keys, screen, alarming)
    alarmed, calm = screen.written, Screen()
    looked_at(keys, calm, VIEW)

    assert "\x1b[0;31;1m" in alarmed
    assert "\x1b[0;31;1m" not in calm.written


def test_the_clock_goes_on_while_nothing_is_typed(keys: Keys, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "TICK_SECONDS", 0.05)
    seconds = iter(range(10_000))
    view = replace(VIEW, meter=lambda: Meter(f"0:{next(seconds)}"))
    seen: list[str] = []
    drawn = until(lambda: screen.rows)

    def look() -> None:
        seen.append(screen.rows[0])

    keys(drawn, look, until(lambda: screen.rows[0] != seen[0]), look, "x\r")
    with create_app_session(output=screen.output()):
        read(keys, view=view)

    assert "0:" in seen[0]
    assert seen[0] != seen[1]


FULL = replace(VIEW, notes=tuple(f"note {number}" for number in range(40)), remark="Kept as a note.")


@pytest.mark.parametrize("text", ["x", "word " * 80], ids=["short", "growing"])
def test_the_newest_note_and_the_remark_are_seen_however_full_the_card_is(keys: Keys, text: str) -> None:
    rows = looked_at(keys, Screen(60, 14), FULL, text)

    assert {" What would be most worth our time today?", "   note 39", " Kept as a note."} <= set(rows)


def test_the_question_is_seen_in_a_window_of_five_rows(keys: Keys) -> None:
    assert looked_at(keys, Screen(80, 5), FULL, "yes") == [" What would be most worth our time today?", " > yes"]

"""What the keys of a call do."""

import os
import signal

import pytest
from live.conftest import Keys, until
from live.reading import CTRL_C, CTRL_D, DOWN, EDITOR, ENTER, F1, F2, LEFT, SHIFT_TAB, UP, VIEW, paste, read

from coachcli.domain.value import changed
from coachcli.live.signals import HANG_UP, Signals
from coachcli.live.source import EndOfInput, Entered, Line, Outcome, Pressed, Recalled, Signalled, Stopped
from coachcli.live.terminal import keys as bindings
from coachcli.live.terminal.line import Terminal

pytestmark = pytest.mark.timeout(90)


# Enter


def test_lines_typed_one_after_the_other_are_lines_of_their_own(keys: Keys) -> None:
    terminal, taken = Terminal(Signals()), list[Outcome]()
    keys("one\r", until(lambda: taken), "two\r")
    taken.append(read(keys, terminal=terminal))
    taken.append(read(keys, terminal=terminal))

    assert taken == [Entered(Line.ending("one")), Entered(Line.ending("two"))]


def test_a_second_enter_that_meant_the_question_before_does_nothing(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bindings, "DOUBLE_ENTER_SECONDS", 60.0)
    keys(keys.shown, ENTER, 0.05, "yes", ENTER)

    assert read(keys) == Entered(Line.ending("yes"))


def test_an_empty_enter_a_moment_later_goes_on(keys: Keys) -> None:
    keys(keys.shown, bindings.DOUBLE_ENTER_SECONDS + 0.1, ENTER)

    assert read(keys) == Entered(Line())


REWRITING = changed(VIEW, escapes=True)


def test_escape_leaves_a_rewriting_and_takes_nothing_with_it(keys: Keys) -> None:
    keys("\x1b")

    assert read(keys, Line.ending("as it was"), view=REWRITING) == Pressed("leave", Line.ending("as it was"))


@pytest.mark.usefixtures("no_hurry")
def test_with_alt_enter_is_enter_there(keys: Keys) -> None:
    keys(" now\x1b\r")

    assert read(keys, Line.ending("as it is"), view=REWRITING) == Entered(Line.ending("as it is now"))


@pytest.mark.usefixtures("no_hurry")
def test_keys_that_begin_as_escape_does_are_what_they_are(keys: Keys) -> None:
    keys(LEFT, "\x1bb", "x", ENTER)

    assert read(keys, Line.ending("one two"), view=REWRITING) == Entered(Line("one xtwo", 5))


def test_words_and_their_enter_are_taken_however_soon_they_come(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bindings, "DOUBLE_ENTER_SECONDS", 60.0)
    keys("7\r")

    assert read(keys) == Entered(Line.ending("7"))


@pytest.mark.usefixtures("slow_reader")
def test_nor_does_it_take_a_line_that_was_given_back(keys: Keys) -> None:
    keys(keys.shown, ENTER, 0.05, "!", ENTER)

    assert read(keys, Line.ending("/prone")) == Entered(Line.ending("/prone!"))


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


def test_a_keyboard_that_is_gone_is_a_window_that_is_gone(keys: Keys) -> None:
    keys("half", keys.shown, 0.05, keys.unplug)

    assert read(keys) == Signalled(HANG_UP, Line.ending("half"))


# Through the notes


@pytest.mark.parametrize(("key", "later"), [(UP, False), (DOWN, True)], ids=["up", "down"])
def test_from_a_note_nobody_changed_the_arrows_go_to_the_next(keys: Keys, key: str, later: bool) -> None:
    keys(key)

    assert read(keys, Line.ending("a note")) == Recalled(Line.ending("a note"), later=later)


@pytest.mark.parametrize("key", [UP, DOWN], ids=["up", "down"])
def test_from_one_that_was_changed_they_go_nowhere(keys: Keys, key: str) -> None:
    keys("!", key, ENTER)

    assert read(keys, Line.ending("a note")) == Entered(Line.ending("a note!"))


def test_in_a_note_of_several_lines_they_go_through_its_lines_first(keys: Keys) -> None:
    keys(UP, UP)

    assert read(keys, Line.ending("one\ntwo")) == Recalled(Line("one\ntwo", 3))


def test_down_on_an_empty_line_does_nothing(keys: Keys) -> None:
    keys(DOWN, "x", ENTER)

    assert read(keys) == Entered(Line.ending("x"))


@pytest.fixture
def slow_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can have read what is asked."""
    monkeypatch.setattr(bindings, "DOUBLE_ENTER_SECONDS", 60.0)


# A page


@pytest.mark.usefixtures("no_hurry")
def test_enter_on_a_page_goes_back_to_the_question_and_not_on(keys: Keys) -> None:
    keys(ENTER, 0.05, "7", ENTER)

    assert read(keys, view=changed(VIEW, page=(" a page",))) == Entered(Line.ending("7"))


@pytest.mark.usefixtures("no_hurry")
def test_enter_on_a_page_turns_to_the_next_before_it_goes_back(keys: Keys) -> None:
    keys(ENTER, 0.05, ENTER, 0.05, ENTER, 0.05, "7", ENTER)

    read_through = changed(VIEW, page=(" a page",), further=((" another",), (" the last",)))
    assert read(keys, view=read_through) == Entered(Line.ending("7"))


def test_a_double_enter_on_a_page_does_not_go_on_either(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bindings, "DOUBLE_ENTER_SECONDS", 0.3)
    keys(keys.shown, 0.4, ENTER, 0.05, ENTER, 0.05, "7", ENTER)

    assert read(keys, view=changed(VIEW, page=(" a page",))) == Entered(Line.ending("7"))


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (("note: ", paste("~a\nb")), "note: \n~a\nb"),
        ((paste("a\nb"), paste("~c\nd")), "a\nb\n~c\nd"),
        (("she said ", paste("~that he drinks")), "she said \n~that he drinks"),
        (("!", paste("a\nb")), "!a\nb"),
        (("she said ", paste("that he drinks")), "she said that he drinks"),
    ],
)
@pytest.mark.usefixtures("no_hurry")
def test_lines_that_are_pasted_behind_words_stay_lines(keys: Keys, typed: tuple[str, ...], line: str) -> None:
    keys(*typed, ENTER)

    assert read(keys) == Entered(Line.ending(line))

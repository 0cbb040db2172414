"""The live line, typed into through a pipe."""

import errno
import os
import re
import signal
import sys
from itertools import groupby

import pytest
from live.conftest import Keys, Screen, until
from live.reading import CTRL_Z, ENTER, LEFT, RIGHT, SHIFT_TAB, TAB, UP, VIEW, lines_of, paste, read
from prompt_toolkit.application import create_app_session

from coachcli.domain.line.completion import Suggestion
from coachcli.domain.session.circle import Marked, led_by
from coachcli.domain.terms import Theme
from coachcli.domain.value import changed
from coachcli.live.signals import Signals
from coachcli.live.source import (
    Entered,
    Hooks,
    Line,
    Meter,
    Recalled,
    Signalled,
    Stopped,
    View,
)
from coachcli.live.terminal import line as live
from coachcli.live.terminal.line import Terminal

assert sys.platform != "win32"  # it has other signals, terminals and locks

pytestmark = pytest.mark.timeout(90)

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
    keys("n", until(lambda: Line.ending("n") in typed), "o\x7fw\r")
    read(keys, typed=typed)

    assert [line for line, _ in groupby(typed)] == [Line.ending(text) for text in ("n", "no", "n", "nw")]


def test_a_cursor_that_moved_is_told_too(keys: Keys) -> None:
    typed: list[Line] = []
    keys("ab", LEFT, ENTER)
    read(keys, typed=typed)

    assert typed[-1] == Line("ab", 1)


@pytest.mark.usefixtures("no_hurry")
def test_a_line_that_is_given_back_is_not_told_as_typed(keys: Keys) -> None:
    typed: list[Line] = []
    keys(ENTER)

    assert read(keys, Line.ending("given back"), typed=typed) == Entered(Line.ending("given back"))
    assert typed == []


def test_nothing_of_one_line_is_left_for_the_next(keys: Keys) -> None:
    terminal = Terminal(Signals())
    keys("about Jane\r")
    read(keys, terminal=terminal)
    keys("x", UP, ENTER)

    assert read(keys, terminal=terminal) == Entered(Line.ending("x"))


def test_the_next_question_hears_no_keys_of_the_one_before(keys: Keys) -> None:
    terminal, before = Terminal(Signals()), list[Line]()
    keys("one\r")
    read(keys, terminal=terminal, typed=before)
    keys("two\r")
    read(keys, terminal=terminal)

    assert before[-1] == Line.ending("one")


@pytest.mark.usefixtures("no_hurry")
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("she waits", Line.ending("she waits")),
        ("\x7f\x7fobe", Line.ending("/probe")),
        (f"{LEFT}{LEFT}o", Line("/probe", 4)),
        (f"{RIGHT}s", Line.ending("/prbes")),
        ("\x15she waits", Line.ending("she waits")),
        (paste("two\nlines"), Line.ending("two\nlines")),
        ("", Line.ending("/prbe")),
    ],
    ids=["written over", "mended from its end", "mended within", "gone on with", "emptied", "pasted over", "as it is"],
)
def test_a_line_that_was_not_taken_is_written_over_or_mended(keys: Keys, typed: str, line: Line) -> None:
    text = "/prbe"
    terminal = Terminal(Signals())
    keys(until(lambda: terminal._opened.is_stale), typed, ENTER)

    assert read(keys, Line(text, len(text), stale=True), terminal=terminal) == Entered(line)


@pytest.mark.usefixtures("no_hurry")
@pytest.mark.parametrize(("typed", "stale"), [("", True), ("8", False), (f"{LEFT}{RIGHT}", False)])
def test_it_comes_in_as_it_was_given_back_only_where_no_key_was_pressed(keys: Keys, typed: str, *, stale: bool) -> None:
    terminal = Terminal(Signals())
    keys(until(lambda: terminal._opened.is_stale), typed, ENTER)
    outcome = read(keys, Line("8", 1, stale=True), terminal=terminal)

    assert isinstance(outcome, Entered)
    assert (outcome.line.text, outcome.line.stale) == ("8", stale)


@pytest.mark.usefixtures("no_hurry")
def test_so_it_does_by_up(keys: Keys) -> None:
    terminal = Terminal(Signals())
    keys(until(lambda: terminal._opened.is_stale), UP)
    outcome = read(keys, Line("8", 1, stale=True), terminal=terminal)

    assert isinstance(outcome, Recalled)
    assert outcome.line.stale


@pytest.mark.usefixtures("no_hurry")
def test_a_line_that_was_not_taken_is_seen_to_be_marked_until_a_key(keys: Keys, screen: Screen) -> None:
    seen: list[str] = []

    def look() -> None:
        seen.append(screen.written)

    def is_plain() -> bool:
        return "[0m/prbe" in screen.written.removeprefix(seen[0])

    with create_app_session(output=screen.output()):
        terminal = Terminal(Signals())
        keys(until(lambda: screen.rows[-1:] == [" > /prbe"]), look, LEFT, until(is_plain), ENTER)
        read(keys, Line("/prbe", 5, stale=True), terminal=terminal)

    assert "[0;7m/prbe" in seen[0]
    assert is_plain()


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


def test_what_is_pasted_without_marks_is_no_work_for_each_letter(keys: Keys) -> None:
    rows = [f"{number:04d} and so on and on ok" for number in range(190)]
    typed: list[Line] = []
    completed: list[str] = []

    def complete(line: str, _asked: bool) -> list[Suggestion]:
        completed.append(line)
        return []

    keys(keys.shown, "\r".join(rows), ENTER)
    outcome = read(keys, view=changed(VIEW, complete=complete), typed=typed)

    assert lines_of(outcome) == [("\n".join(rows), True)]
    # For each row itself and its end, and where the reading was broken off in the middle of one: not 4,749 times.
    assert len(typed) < 5 * len(rows)
    assert len(completed) < 4 * len(rows)


def test_a_key_among_letters_that_come_together_does_what_it_does(keys: Keys) -> None:
    keys(keys.shown, f"half a thought{LEFT}{LEFT}!{ENTER}")

    assert read(keys) == Entered(Line("half a thoug!ht", 13))


def test_typing_in_a_long_text_does_not_fill_the_memory(keys: Keys) -> None:
    terminal, long = Terminal(Signals()), "x" * 20_000
    keys("y" * 300, ENTER)

    assert read(keys, Line.ending(long), terminal=terminal) == Entered(Line.ending(long + "y" * 300))
    assert sum(len(text) for text, _ in terminal._buffer._undo_stack) < 150 * len(long)


# Completion


WORDS = ("/probe", "/pause", "/go Goal", "/go Reality", "#delegation", "JD")


def known(line: str, asked: bool) -> list[Suggestion]:
    """What these words would make of a line, some of them only where somebody asks."""
    words = [word for word in WORDS if asked or not word.isupper()]
    return [Suggestion(word, len(line), "why") for word in words if word.casefold().startswith(line.casefold())]


COMPLETING = changed(VIEW, complete=lambda line, asked: known(line, asked) if line else [])


@pytest.mark.parametrize(
    ("begun", "completed"), [("/pro", "/probe"), ("/go rea", "/go Reality"), ("#del", "#delegation")]
)
def test_tab_completes(keys: Keys, begun: str, completed: str) -> None:
    terminal = Terminal(Signals())
    buffer = terminal._buffer
    keys(begun, until(lambda: buffer.complete_state), TAB, until(lambda: buffer.text == completed), ENTER)

    assert read(keys, view=COMPLETING, terminal=terminal) == Entered(Line.ending(completed))


def test_what_nobody_would_want_to_see_while_typing_comes_when_it_is_asked_for(keys: Keys) -> None:
    terminal = Terminal(Signals())
    # A Tab in the same moment would be dropped: what is suggested unasked is being looked for.
    keys("j", 0.05, TAB, until(lambda: terminal._buffer.text == "JD"), ENTER)

    assert read(keys, view=COMPLETING, terminal=terminal) == Entered(Line.ending("JD"))


def test_what_is_offered_can_do_no_harm(keys: Keys, screen: Screen) -> None:
    nasty = changed(VIEW, complete=lambda _line, _asked: [Suggestion("#a\x1b[2J", 1, "\u202eabc")])
    keys("#", until(lambda: "#a‹U+001B›[2J" in screen.words), ENTER)
    with create_app_session(output=screen.output()):
        read(keys, view=nasty)

    assert "\x1b[2J" not in screen.written.replace("\x1b[2J\x1b[0;0H", "")
    assert "\u202e" not in screen.written


def test_shift_tab_moves_in_the_menu_while_there_is_one(keys: Keys) -> None:
    terminal = Terminal(Signals())
    buffer = terminal._buffer
    keys(
        "/p", until(lambda: buffer.complete_state), TAB, until(lambda: buffer.text == "/probe"),
        TAB, until(lambda: buffer.text == "/pause"), SHIFT_TAB, until(lambda: buffer.text == "/probe"), ENTER,
    )  # fmt: skip

    assert read(keys, view=COMPLETING, terminal=terminal) == Entered(Line.ending("/probe"))


# Signals, and a window that is gone


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["terminate", "hang_up"])
def test_a_signal_ends_the_prompt_with_the_line(keys: Keys, number: int) -> None:
    typed: list[Line] = []
    half = Line.ending("half a thou")
    keys(half.text, until(lambda: typed[-1:] == [half]), lambda: os.kill(os.getpid(), number))

    with Signals().listening() as signals:
        assert read(keys, signals=signals, typed=typed) == Signalled(number, half)


def test_a_signal_that_came_before_the_prompt_ends_it_too(keys: Keys) -> None:
    signals = Signals()
    signals.heard = signal.SIGTERM

    assert read(keys, Line("kept", 2), signals=signals) == Signalled(signal.SIGTERM, Line("kept", 2))


def test_a_ctrl_c_in_the_moment_a_line_is_taken_is_heard_and_the_line_is_there(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(Signals())
    leave = terminal._app.exit

    def leave_and_press(**how: object) -> None:
        leave(**how)
        os.kill(os.getpid(), signal.SIGINT)

    with monkeypatch.context() as moment:
        moment.setattr(terminal._app, "exit", leave_and_press)
        keys("words\r")
        assert read(keys, terminal=terminal) == Entered(Line.ending("words"))

    assert read(keys, Line.ending("given back"), terminal=terminal) == Stopped(Line.ending("given back"))
    keys("on it goes\r")
    assert read(keys, terminal=terminal) == Entered(Line.ending("on it goes"))


def test_a_ctrl_c_before_a_prompt_is_there_gives_back_its_line_and_not_the_one_before(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press() -> None:
        raise KeyboardInterrupt

    terminal = Terminal(Signals())
    keys("words\r")
    read(keys, terminal=terminal)
    monkeypatch.setattr(terminal, "_let_go", press)

    assert read(keys, Line.ending("given back"), terminal=terminal) == Stopped(Line.ending("given back"))


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
        Terminal(Signals()).read(VIEW, Line(), Hooks(typed, lambda: None))

    assert "her secret" not in screen.words
    assert "Traceback" not in screen.words


# Time


def test_time_passes_while_nothing_is_typed(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "TICK_SECONDS", 0.01)
    ticks: list[int] = []
    keys(until(lambda: len(ticks) >= 3), "x\r")
    Terminal(Signals()).read(VIEW, Line(), Hooks(lambda _: None, lambda: ticks.append(1)))

    assert len(ticks) >= 3


# What is seen


def looked_at(keys: Keys, screen: Screen, view: View, words: str = "") -> list[str]:
    """The rows on the screen while a view is shown and these words are on the line."""
    found: list[str] = []
    drawn = until(lambda: screen.rows and screen.rows[-1].endswith(words.rstrip()[-4:] or ">"))
    keys(words, drawn, lambda: found.extend(screen.rows), "x\r")
    with create_app_session(output=screen.output()):
        read(keys, view=view)
    return found


def test_the_card_and_the_line_are_on_the_screen(keys: Keys, screen: Screen) -> None:
    view = changed(VIEW, meter=lambda: Meter("4 min, 6 left", "7 min, 43 left", saved="saved"), prompt="1-10 ")

    assert looked_at(keys, screen, view, "her words") == [
        " Goal 2 of 5: 4 min, 6 left · Jane Doe · GROW             7 min, 43 left  saved",
        " What would be most worth our time today?",
        "   A topic is not yet a goal.",
        "   · the first thing",
        "   · the second thing",
        " 1-10 > her words",
    ]


def test_a_long_question_is_seen_whole_in_a_narrow_window(keys: Keys) -> None:
    question = "Imagine it is Friday, and the conversation with your manager went well. What would be different then?"
    screen = Screen(40)

    assert question in " ".join(" ".join(looked_at(keys, screen, changed(VIEW, question=question))).split())


def test_the_card_goes_when_the_line_is_taken(keys: Keys, screen: Screen) -> None:
    keys("her words\r")
    with create_app_session(output=screen.output()):
        read(keys)

    assert screen.rows == []


def test_what_is_said_stays_and_folds_under_its_own_beginning(screen: Screen, keys: Keys) -> None:
    del keys
    screen.resize(30)
    with create_app_session(output=screen.output()):
        Terminal(Signals()).say("   a note that is longer than the window is wide", " short")

    assert screen.rows == ["   a note that is longer than", "   the window is wide", " short"]


@pytest.mark.parametrize("theme", ["dark", "light", "none"])
def test_who_sees_a_note_has_a_colour_and_words_that_look_so_have_none(
    keys: Keys, screen: Screen, theme: Theme
) -> None:
    noted = (Marked("· a", "→ client and sponsor"), "· b  → client")
    keys(until(lambda: "· b" in screen.words), "x\r")
    with create_app_session(output=screen.output()):
        terminal = Terminal(Signals(), theme)
        read(keys, view=changed(VIEW, notes=noted), terminal=terminal)
        on_card, screen.written = screen.written, ""
        terminal.record(led_by("   ", noted[0]), f"   {noted[1]}")

    coloured = set() if theme == "none" else {"→ client and sponsor"}
    for written in (on_card, screen.written):
        assert set(re.findall(r"\x1b\[0;32m([^\x1b\r\n]*)", written)) == coloured
    assert screen.rows == ["   · a  → client and sponsor", "   · b  → client"]


def test_a_command_that_is_said_stands_alone_and_the_terminal_breaks_it_nowhere(screen: Screen, keys: Keys) -> None:
    del keys
    screen.resize(30)
    command = "coach session resume jane-example/2026-11-20-1400"
    with create_app_session(output=screen.output()):
        Terminal(Signals()).say(f" Go on with: {command}")

    assert f" Go on with:\r\n   {command}\r\n" in re.sub("\x1b\\[[0-9;?]*[a-zA-Z]", "", screen.written)


def test_a_record_stays_too_and_a_note_that_is_kept_says_nothing_more(screen: Screen, keys: Keys) -> None:
    del keys
    with create_app_session(output=screen.output()):
        terminal = Terminal(Signals())
        terminal.record(" What now?", "   · a note")
        terminal.kept("· a note")

    assert screen.rows == [" What now?", "   · a note"]


@pytest.mark.parametrize(
    "text",
    ["\x1b]0;title\x07", "\x1b[2J", "\x9b2J", "\x1b]52;c;aGVsbG8=\x07", "\u202eabc"],
    ids=["title", "clear", "c1", "clipboard", "right_to_left"],
)
def test_what_could_act_on_the_terminal_is_spelled_out(keys: Keys, screen: Screen, text: str) -> None:
    view = changed(VIEW, question=text, cue=text, notes=(text,), probe=text, remark=text, crumbs=(text,), prompt=text)
    rows = looked_at(keys, screen, view)
    with create_app_session(output=screen.output()):
        Terminal(Signals()).say(text)

    assert text not in screen.written
    assert sum("‹U+" in row for row in rows) >= 6


def test_an_alarm_stands_out(keys: Keys, screen: Screen) -> None:
    alarming = changed(VIEW, meter=lambda: Meter(saved="NOT SAVED", alarm=True))
    looked_at(keys, screen, alarming)
    alarmed, calm = screen.written, Screen()
    looked_at(keys, calm, VIEW)

    assert "\x1b[0;1m Goal" in alarmed
    assert "\x1b[0;1m Goal" not in calm.written


def test_the_clock_goes_on_while_nothing_is_typed(keys: Keys, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "TICK_SECONDS", 0.05)
    seconds = iter(range(10_000))
    view = changed(VIEW, meter=lambda: Meter(clock=f"0:{next(seconds)}"))
    clocks: set[str] = set()

    def two_clocks() -> bool:
        clocks.update(row for row in screen.rows if "0:" in row)
        return len(clocks) > 1

    keys(until(two_clocks), "x\r")
    with create_app_session(output=screen.output()):
        read(keys, view=view)

    assert len(clocks) > 1


def test_every_part_has_its_own_look_and_none_that_of_another(keys: Keys, screen: Screen) -> None:
    keys("x", ENTER)
    with create_app_session(output=screen.output()):
        read(keys, view=changed(VIEW, probe="And what else?"), terminal=Terminal(Signals(), "dark"))

    for look in ("[0;2m Goal 2", "[0;1m What would", "[0;2;3m   A topic", "[0m   · the first", "[0;36m … And what"):
        assert f"\x1b{look}" in screen.written.replace("m\x1b[", ";").replace(";49m", "m"), look


def test_a_hint_goes_at_the_next_key_and_nothing_moves(keys: Keys, screen: Screen) -> None:
    hints, seen = ["10 minutes left."], list[list[str]]()
    view = changed(VIEW, meter=lambda: Meter(clock="40 min, 10 left", hint=" ".join(hints)))

    def look() -> None:
        seen.append(screen.all_rows)

    def tell(hint: str) -> None:
        hints.append(hint)
        terminal.refresh()

    keys(
        until(lambda: screen.rows[-2:] == [" 10 minutes left.", " >"]), look,
        "x", until(lambda: screen.rows[-1] == " > x" and " 10 minutes left." not in screen.rows), look,
        lambda: tell("5 minutes left."), until(lambda: screen.rows[-2:] == [" 5 minutes left.", " > x"]), look, ENTER,
    )  # fmt: skip
    with create_app_session(output=screen.output()):
        terminal = Terminal(Signals())
        terminal.read(view, Line(), Hooks(lambda _line: hints.clear(), lambda: None))

    hinted, typed, again = seen
    row = hinted.index(" 10 minutes left.")
    assert typed[row] == ""
    assert again[row] == " 5 minutes left."
    assert (hinted[row + 1], typed[row + 1], again[row + 1]) == (" >", " > x", " > x")
    assert hinted[:row] == typed[:row] == again[:row]


@pytest.mark.usefixtures("no_hurry")
def test_a_page_is_seen_until_enter_and_then_the_question_is_back(keys: Keys, screen: Screen) -> None:
    paged, seen = changed(VIEW, page=(" The call: 7 min, 43 left",)), list[list[str]]()
    asked = " What would be most worth our time today?"
    keys(
        until(lambda: " Enter shows the question; or write on." in screen.rows), lambda: seen.append(screen.rows),
        ENTER,
        until(lambda: asked in screen.rows), lambda: seen.append(screen.rows), "x", ENTER,
    )  # fmt: skip
    with create_app_session(output=screen.output()):
        assert read(keys, view=paged) == Entered(Line.ending("x"))

    assert asked not in seen[0]
    assert " Enter shows the question; or write on." in seen[0]
    assert " The call: 7 min, 43 left" not in seen[1]


@pytest.mark.usefixtures("no_hurry")
def test_each_page_is_seen_in_its_turn(keys: Keys, screen: Screen) -> None:
    paged, seen = changed(VIEW, page=(" first page",), further=((" second page",),)), list[list[str]]()
    keys(
        until(lambda: " Enter turns the page; or write on." in screen.rows), lambda: seen.append(screen.rows),
        ENTER,
        until(lambda: " Enter shows the question; or write on." in screen.rows), lambda: seen.append(screen.rows),
        "x", ENTER,
    )  # fmt: skip
    with create_app_session(output=screen.output()):
        assert read(keys, view=paged) == Entered(Line.ending("x"))

    assert (" first page" in seen[0], " second page" in seen[0]) == (True, False)
    assert (" first page" in seen[1], " second page" in seen[1]) == (False, True)


def test_a_page_may_be_as_large_as_the_window_lets_it(keys: Keys) -> None:
    del keys
    with create_app_session(output=Screen(40, 12).output()):
        assert Terminal(Signals()).page_size() == (40, 6)


# A card that keeps its place


def seen_in_a_call(keys: Keys, screen: Screen, *views: View) -> tuple[Terminal, list[list[str]]]:
    """What the window holds at each of some questions, between which something is noted and said."""
    seen: list[list[str]] = []
    terminal = Terminal(Signals())
    terminal.say(" New client: Jane Example")
    terminal.anchor(on=True)
    for number, view in enumerate(views):
        words = f"her words {number}"
        keys(words, until(lambda words=words: words in screen.words), lambda: seen.append(screen.all_rows), ENTER)  # type: ignore[misc]
        read(keys, view=view, terminal=terminal)
        terminal.record(f" Question {number}?", f"   · note {number}")
    return terminal, seen


SHORT, FULLER = changed(VIEW, notes=(), cue=""), changed(VIEW, topic="The hours that are free now")


def test_the_question_stays_in_its_row_from_one_question_to_the_next(keys: Keys, screen: Screen) -> None:
    with create_app_session(output=screen.output()):
        _, seen = seen_in_a_call(keys, screen, SHORT, FULLER, VIEW, SHORT)

    assert {rows.index(" What would be most worth our time today?") for rows in seen} == {6}
    assert seen[2][:4] == ["   · note 0", " Question 1?", "   · note 1", "─" * 79]


def test_what_was_is_found_once_and_in_order_when_the_call_is_left(keys: Keys) -> None:
    screen = Screen(80, 24)
    with create_app_session(output=screen.output()):
        terminal, _ = seen_in_a_call(keys, screen, SHORT, VIEW, SHORT)
        terminal.anchor(on=False)

    # What was before has left the window at its top.
    assert screen.rows == ["   · note 0", " Question 1?", "   · note 1", " Question 2?", "   · note 2"]


def test_no_card_is_cleared_so_that_a_terminal_would_keep_a_copy_of_it(keys: Keys, screen: Screen) -> None:
    with create_app_session(output=screen.output()):
        terminal, seen = seen_in_a_call(keys, screen, SHORT, FULLER)
        terminal.anchor(on=False)

    assert not re.search("\x1b\\[[0-3]?J", screen.written)
    assert "The hours that are free now" in " ".join(seen[1])
    assert "The hours that are free now" not in screen.words


def test_after_a_call_a_question_is_asked_right_below_what_was_said(keys: Keys, screen: Screen) -> None:
    with create_app_session(output=screen.output()):
        terminal, _ = seen_in_a_call(keys, screen, SHORT)
        terminal.anchor(on=False)
        terminal.say(" Over.")
        keys("her words", until(lambda: "her words" in screen.words), lambda: rows.extend(screen.rows), ENTER)
        rows: list[str] = []
        read(keys, view=SHORT, terminal=terminal)

    said = rows.index(" Over.")
    assert rows[said + 2] == " What would be most worth our time today?"


def test_others_see_nothing_of_what_was_and_it_is_not_printed_when_the_call_is_left(keys: Keys, screen: Screen) -> None:
    with create_app_session(output=screen.output()):
        terminal, _ = seen_in_a_call(keys, screen, SHORT)
        before = len(screen.written)
        terminal.conceal(on=True)
        keys("x", until(lambda: screen.rows[-1:] == [" > x"]), ENTER)
        read(keys, view=SHORT, terminal=terminal)
        terminal.anchor(on=False)
        terminal.conceal(on=False)

    assert "note 0" not in screen.written[before:]


# For a screen that others see


def test_on_a_concealed_screen_nothing_of_one_question_is_left_at_the_next(keys: Keys, screen: Screen) -> None:
    with create_app_session(output=screen.output()):
        terminal = Terminal(Signals())
        terminal.conceal(on=True)
        keys("one\r")
        read(keys, terminal=terminal)
        terminal.record(" What now?", "   · her secret")
        terminal.say(" said meanwhile")
        assert screen.rows == [" said meanwhile"]

        keys(until(lambda: screen.rows[-1:] == [" >"]), lambda: rows.extend(screen.rows), "two\r")
        rows: list[str] = []
        read(keys, view=changed(VIEW, visit=(2, "next"), question="And then?"), terminal=terminal)
        terminal.conceal(on=False)

    assert "her secret" not in screen.written
    assert " said meanwhile" not in rows
    assert " And then?" in rows
    assert screen.written.rindex("\x1b[2J") < screen.written.rindex("\x1b[?1049l")


def test_suspended_it_shows_the_other_screen_and_coming_back_this_one(
    keys: Keys, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[str] = []

    def stop(who: int, number: int) -> None:
        assert (who, number) == (0, signal.SIGTSTP)
        stopped.append(screen.written)

    monkeypatch.setattr(os, "kill", stop)
    with create_app_session(output=screen.output()):
        terminal = Terminal(Signals())
        terminal.conceal(on=True)
        keys("half", CTRL_Z, until(lambda: stopped and screen.rows[-1:] == [" > half"]), ENTER)

        assert read(keys, terminal=terminal) == Entered(Line.ending("half"))

    (written,) = stopped
    assert written.rindex("\x1b[2J") < written.rindex("\x1b[?1049l")
    assert screen.written.rindex("\x1b[?1049h") >= len(written)


def test_nothing_that_is_typed_rings_the_bell(keys: Keys, screen: Screen) -> None:
    keys("\x7f", LEFT, RIGHT, "\x07", TAB, "\x12", "\x07", "x", ENTER)
    with create_app_session(output=screen.output()):
        read(keys)

    assert "\x07" not in screen.written


FULL = changed(VIEW, notes=tuple(f"note {number}" for number in range(40)), remark="Kept as a note.")


@pytest.mark.parametrize("text", ["x", "word " * 80], ids=["short", "growing"])
def test_the_newest_note_and_the_remark_are_seen_however_full_the_card_is(keys: Keys, text: str) -> None:
    rows = looked_at(keys, Screen(60, 14), FULL, text)

    assert {" What would be most worth our time today?", "   note 39", " Kept as a note."} <= set(rows)


def test_the_question_is_seen_in_a_window_of_five_rows(keys: Keys) -> None:
    assert looked_at(keys, Screen(80, 5), FULL, "yes") == [" What would be most worth our time today?", " > yes"]

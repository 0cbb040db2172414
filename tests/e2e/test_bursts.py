"""Keys that arrive together, in terminals that mark pastes and in others: a line that stalled, dictation."""

import sys

import pytest
from e2e.conftest import Opener
from e2e.screen import Home, Key, Window

assert sys.platform != "win32"  # it has other signals, terminals and locks

GROW = ("session", "start", "Jane Example", "-f", "grow")
ARRIVING = "What is on your mind as you arrive?"
TOPIC = "What would be most worth our time today?"
PRIVATE = ("How to lead", Key.ENTER, "~I want this more than she does", Key.ENTER)


def at_the_topic(window: Window) -> Window:
    window.wait_for(ARRIVING)
    window.enter("/go worth our time", "Goal 2 of 5")
    return window


@pytest.fixture
def marking(coach: Opener) -> Window:
    """A terminal that answers, when it is asked, that it marks pastes."""
    window = coach(*GROW)
    window.says_it_marks = True
    return at_the_topic(window)


@pytest.fixture
def silent(coach: Opener) -> Window:
    """A terminal that answers nothing."""
    return at_the_topic(coach(*GROW))


def kept(home: Home) -> list[tuple[str, str, str]]:
    return [(note.kind, note.text, note.share_with) for _, note in home.session().notes]


def test_where_pastes_are_marked_each_line_of_a_burst_is_a_line(marking: Window, home: Home) -> None:
    marking.type_in_a_burst(*PRIVATE, "/go options", Key.ENTER, "!stalled", Key.ENTER, "half a thou")
    marking.wait_for_line("half a thou")
    marking.type("ght")
    marking.wait_for_line("half a thought")
    marking.wait_for(lambda: len(kept(home)) == 3)

    assert kept(home) == [
        ("topic", "How to lead", "client"),
        ("observation", "I want this more than she does", "nobody"),
        ("insight", "stalled", "nobody"),
    ]
    assert home.session().turns[-1].question == "options"


def test_elsewhere_a_burst_is_one_note_for_the_coach_alone(silent: Window, home: Home) -> None:
    silent.type_in_a_burst("How to lead", Key.ENTER, "the team", Key.ENTER, "/end", Key.ENTER)
    silent.wait_for("Several lines came at once: one note, for you alone; /share shares it.")
    silent.wait_for(lambda: kept(home) == [("note", "How to lead\nthe team\n/end", "nobody")])
    silent.enter("/share")
    silent.wait_for(lambda: kept(home) == [("note", "How to lead\nthe team\n/end", "client")])

    assert TOPIC in silent.words


def test_a_private_line_in_it_keeps_all_of_it_from_the_client(silent: Window, home: Home) -> None:
    silent.type_in_a_burst(*PRIVATE)
    silent.wait_for("for you alone.")
    silent.enter("/share")
    silent.wait_for(lambda: [(kind, share) for kind, _, share in kept(home)] == [("observation", "nobody")])


def test_a_terminal_that_has_marked_a_paste_is_known_to_mark(silent: Window, home: Home) -> None:
    silent.paste("a block\nof lines")
    silent.wait_for("of lines")
    silent.type(Key.CTRL_U, Key.CTRL_U, Key.BACKSPACE, Key.CTRL_U)
    silent.wait_for_line("")
    silent.type_in_a_burst(*PRIVATE)
    silent.wait_for(lambda: len(kept(home)) == 2)

    assert [share for _, _, share in kept(home)] == ["client", "nobody"]


@pytest.mark.parametrize("says_it_marks", [True, False])
def test_empty_lines_in_a_burst_go_on_to_no_question(coach: Opener, home: Home, *, says_it_marks: bool) -> None:
    window = coach(*GROW)
    window.says_it_marks = says_it_marks
    window.wait_for(ARRIVING)
    window.type_in_a_burst(*Key.ENTER * 5, "dictated words", *Key.ENTER * 5)
    window.wait_for("· dictated words")
    window.wait_for(lambda: kept(home) == [("note", "dictated words", "nobody")])
    window.settle()

    assert ARRIVING in window.words
    assert [turn.question for turn in home.session().turns] == ["arriving"]


@pytest.mark.parametrize("at", [1, 2, 6])
def test_an_answer_that_is_late_and_split_shows_nowhere_and_counts(coach: Opener, home: Home, at: int) -> None:
    window = at_the_topic(coach(*GROW))
    window.type("How to ", Key.MARKS[:at])
    window.wait_for_line("How to")
    window.settle()
    window.type(Key.MARKS[at:], "lead")
    window.wait_for_line("How to lead")
    window.type_in_a_burst(Key.ENTER, "~I want this", Key.ENTER)
    window.wait_for(lambda: len(kept(home)) == 2)

    assert [text for _, text, _ in kept(home)] == ["How to lead", "I want this"]


def test_half_an_answer_is_in_no_draft(silent: Window, coach: Opener, home: Home) -> None:
    silent.type("half a ", Key.MARKS[:5])
    silent.wait_for_line("half a")
    silent.settle()
    silent.type(Key.MARKS[5:], "thought")
    silent.wait_for_line("half a thought")
    silent.wait_for(lambda: any(home.practice.rglob("*.draft")))
    silent.close()
    silent.ended()

    coach("session", "resume").wait_for_line("half a thought")


@pytest.mark.parametrize("environment", [{"TERM_PROGRAM": "Apple_Terminal"}, {"TERM": "linux"}, {"TMUX": "/tmp/x,1,0"}])
def test_who_would_print_the_question_is_not_asked(coach: Opener, environment: dict[str, str]) -> None:
    window = coach(*GROW, **environment)
    window.wait_for(ARRIVING)

    assert b"\x1b[?2004$p" not in window.written


def test_a_terminal_that_can_only_print_takes_a_burst_for_one_note(coach: Opener, home: Home) -> None:
    window = coach(*GROW, "--plain")
    window.wait_for(ARRIVING)
    window.enter("/go worth our time", "Goal 2 of 5")
    window.wait_for_line("")
    window.type_in_a_burst(Key.ENTER, *PRIVATE, Key.ENTER)
    window.wait_for("for you alone.")
    window.wait_for(lambda: [(kind, share) for kind, _, share in kept(home)] == [("observation", "nobody")])

    assert [turn.question for turn in home.session().turns][-1] == "topic"


def test_a_paste_of_many_lines_without_marks_is_no_work_and_is_kept_whole(silent: Window, home: Home) -> None:
    rows = [f"{number:05} and so on and on and on and on and on, until the end of the line" for number in range(1400)]
    silent.type(*(f"{row}\r" for row in rows))
    silent.wait_for("Several lines came at once")
    silent.wait_for(lambda: kept(home) == [("note", "\n".join(rows), "nobody")])

"""What keys do to the line being typed, and to the screen around it."""

import sys
from itertools import repeat

import pytest
from e2e.conftest import Opener
from e2e.screen import NEW_YEAR, YEAR, Home, Key, Window

DRAFT = "I want to  stop saying yes"


def half_said(window: Window) -> None:
    """A sentence with the cursor in the middle of it."""
    window.type(DRAFT, *repeat(Key.LEFT, len(" stop saying yes")))
    window.wait_for(lambda: window.line == DRAFT and window.cursor == 13)


def finish(window: Window) -> None:
    """Go on in the middle of the sentence."""
    window.wait_for(lambda: window.line == DRAFT and window.cursor == 13)
    window.type("really")
    window.wait_for_line("I want to really stop saying yes")
    window.type(Key.ENTER)
    window.wait_for("· I want to really stop saying yes")


def test_a_resized_window_shows_the_question_once_and_the_line_as_it_was(grow: Window, home: Home) -> None:
    grow.enter("already noted")
    half_said(grow)

    for columns in (40, 100, 80, 40, 100):
        grow.resize(columns)
        grow.wait_for(lambda: len(grow.heading) == grow.columns - 1)
        grow.wait_for_line(DRAFT)
        assert grow.words.count("What is on your mind as you arrive?") == 1
        assert grow.words.count("· already noted") == 1
        assert grow.words.count("saved") == 1
        assert grow.words.endswith("> I want to stop saying yes")

    finish(grow)
    grow.wait_for(lambda: home.notes() == ["already noted", "I want to really stop saying yes"])


def test_help_leaves_a_half_said_sentence_alone(grow: Window) -> None:
    half_said(grow)
    grow.type(Key.F1)
    grow.wait_for("/undo take back the last thing")
    finish(grow)


def test_an_action_can_be_noted_in_the_middle_of_a_sentence(grow: Window, home: Home) -> None:
    half_said(grow)
    grow.type(Key.F2)
    grow.wait_for("One line: Call Ann by friday 8/10")
    grow.enter(f"Write to Ana by 1 January {YEAR} 8/10", f"* action: Write to Ana · by {NEW_YEAR} · 8/10 → client")
    finish(grow)

    grow.wait_for(lambda: home.notes() == ["Write to Ana", "I want to really stop saying yes"])


def test_back_and_forth_with_a_half_said_sentence(grow: Window, home: Home) -> None:
    grow.go_on("What has happened since we last spoke?")
    half_said(grow)
    grow.type(Key.SHIFT_TAB)
    grow.wait_for("What is on your mind as you arrive?")
    finish(grow)

    grow.wait_for(lambda: [turn.question for turn in home.session().turns] == ["arriving", "since_last", "arriving"])


def test_the_last_note_comes_back_for_rewriting(grow: Window, home: Home) -> None:
    grow.enter("she wants to leave by sprng")
    grow.type(Key.UP)
    grow.wait_for_line("she wants to leave by sprng")
    assert "Enter saves. Empty deletes. Esc cancels." in grow.words
    grow.type(Key.BACKSPACE, Key.BACKSPACE, "ing", Key.ENTER)
    grow.wait_for("· she wants to leave by spring")
    grow.wait_for(lambda: home.notes() == ["she wants to leave by spring"])


def test_a_command_is_completed(grow: Window) -> None:
    grow.type("/pr")
    grow.wait_for("follow-ups, one at a time")
    grow.type(Key.TAB)
    grow.wait_for_line("/probe")
    grow.type(Key.ENTER)
    grow.wait_for("… How are you, really, today?")
    grow.type("/go most ener")
    grow.wait_for("/go most ener Which of these has the most energy for you?")
    grow.type(Key.TAB)
    grow.wait_for_line("/go Which of these has the most energy for you?")
    grow.type(Key.ENTER)
    grow.wait_for("Which of these has the most energy for you?")


def test_the_editor_takes_a_half_said_sentence_and_brings_it_back(coach: Opener, home: Home) -> None:
    editor = home.root / "editor"
    editor.write_text(
        '#!/bin/sh\ntest -t 0 && stty -a | grep -q " icanon" || exit 1\nprintf "%s" "\nand then" >> "$1"\n'
    )
    editor.chmod(0o700)
    window = coach("session", "start", "Jane Example", "-f", "grow", EDITOR=str(editor))
    window.wait_for("arrive?")
    half_said(window)
    window.type(Key.EDITOR)
    window.wait_for("and then")
    assert home.session().turns[0].notes == ()
    window.go_on(lambda: window.line == "" and "saving" not in window.words)

    window.wait_for(lambda: home.notes() == [f"{DRAFT}\nand then"])
    assert list((home.practice / ".editing").iterdir()) == []


def test_every_command_does_what_it_says(grow: Window, home: Home) -> None:
    grow.enter("The team was halved")
    grow.enter("/share sponsor", "· The team was halved → client and sponsor")
    grow.enter("/undo", "Taken back.")
    grow.enter("/share", "· The team was halved → client")
    grow.enter("/time +10", "The call is now 60 minutes long.")
    grow.enter("/time", "Reality 17 min")
    grow.enter("/probe", "… How are you, really, today?")
    grow.enter("/probe", "… What is your energy like right now?")
    grow.enter("/go will", "Will 5 of 5")
    grow.enter("/map", "Where to?")
    grow.enter("3", "What is happening now?")
    grow.enter("/skip", "What is it like for you to be in this?")
    grow.enter("/back", "What is happening now?")
    grow.enter("/edit", "There is no note here yet.")

    session = home.session()
    assert [(note.text, note.share_with) for _, note in session.notes] == [("The team was halved", "client")]
    assert session.minutes.planned == 60


def test_a_mistyped_command_is_given_back_and_never_noted(grow: Window, home: Home) -> None:
    grow.enter("/prone", "There is no /prone; did you mean /probe?")
    grow.wait_for_line("/prone")
    grow.type(Key.BACKSPACE, Key.BACKSPACE, "be", Key.ENTER)
    grow.wait_for("… How are you, really, today?")
    grow.enter("/prone", "There is no /prone; did you mean /probe?")
    grow.wait_for_line("/prone")
    grow.enter("/probe", "… What is your energy like right now?")

    grow.wait_for(lambda: "saving" not in grow.words)
    assert home.notes() == []


def test_a_pasted_block_is_one_note_and_no_command(grow: Window, home: Home) -> None:
    grow.paste("one\r\ntwo\r\n/end")
    grow.wait_for("/end")
    grow.type(Key.ENTER)
    grow.wait_for("· one two /end")
    grow.wait_for_line("")
    grow.wait_for(lambda: home.notes() == ["one\ntwo\n/end"])

    assert home.session().status == "live"


def test_a_block_that_comes_without_paste_marks_answers_no_other_question(grow: Window, home: Home) -> None:
    grow.enter("/go worth our time", "Goal 2 of 5")
    grow.type("the team\rthe boss\r/end\r")
    grow.wait_for("Several lines came at once")
    grow.wait_for_line("")
    grow.wait_for(lambda: home.notes() == ["the team\nthe boss\n/end"])

    assert home.session().turns[-1].question == "topic"


# `coach`, in which nobody reads the terminal from a line that was entered on, for as long as a file is there.
SLOW = """
import os, sys, time
from pathlib import Path
from coachcli.app.call import loop

def slowly(call, outcome, handle=loop._handle, home=Path(os.environ["HOME"])):
    (home / "between").touch()
    while (home / "busy").exists():
        time.sleep(0.01)
    return handle(call, outcome)

loop._handle = slowly
from coachcli.__main__ import main
sys.exit(main())
"""


def test_what_is_typed_between_two_lines_waits_unseen_for_the_next(coach: Opener, home: Home) -> None:
    busy, between = home.root / "busy", home.root / "between"
    busy.touch()
    window = coach("session", "start", "Jane Example", "-f", "grow", command=(sys.executable, "-c", SLOW))
    window.wait_for("What is on your mind as you arrive?")
    window.type("first")
    window.wait_for_line("first")
    window.type(Key.ENTER)
    window.wait_for(between.exists)
    assert window.modes["ICANON"] is window.modes["ECHO"] is False
    window.type("typed ahead")
    window.settle()
    assert "typed ahead" not in window.words

    busy.unlink()
    window.wait_for_line("typed ahead")
    window.enter("", "· typed ahead")
    window.wait_for(lambda: home.notes() == ["first", "typed ahead"])


def test_an_answer_stays_and_only_enter_on_the_empty_line_leads_on(grow: Window, home: Home) -> None:
    grow.enter("/go worth our time", "Goal 2 of 5")
    grow.enter("the team", "· topic: the team → client")
    grow.enter("I think he means his brother", "· I think he means his brother")
    grow.wait_for(lambda: home.notes() == ["the team", "I think he means his brother"])

    assert [note.share_with for _, note in home.session().notes] == ["client", "nobody"]
    grow.go_on("What would you like to have by the end of this call?")
    grow.enter("a goal", "How will you know?")
    assert 'success of "a goal" → client >' in grow.words


def test_a_second_answer_comes_back_and_enter_leaves_it(grow: Window, home: Home) -> None:
    grow.enter("/go does this matter", "1-10 >")
    grow.enter("7", "· 7 of 10")
    grow.enter("8", "Answered: 7. Enter goes on, Up corrects.")
    grow.wait_for_line("8")
    grow.settle()
    grow.type(Key.UP)
    grow.wait_for_line("7")
    grow.type(Key.BACKSPACE)
    grow.enter("9", "· 9 of 10")
    grow.enter("8", "Answered: 9. Enter goes on, Up corrects.")
    grow.settle()
    grow.type(Key.ENTER)
    grow.wait_for("What does this belong to, in the longer run?")
    grow.wait_for(lambda: [note.scale and note.scale.score for _, note in home.session().notes] == [9])


def test_a_second_enter_straight_after_the_first_leaves_the_question_alone(grow: Window, home: Home) -> None:
    grow.enter("/go worth our time", "Goal 2 of 5")
    grow.type("the team")
    grow.wait_for_line("the team")
    grow.type(Key.ENTER)
    grow.wait_for("· topic: the team")
    grow.type(Key.ENTER)
    grow.enter("he means his brother", "· he means his brother")
    grow.wait_for(lambda: home.notes() == ["the team", "he means his brother"])

    assert home.session().turns[-1].question == "topic"


def test_pasted_escapes_are_harmless_wherever_they_are_shown(grow: Window, home: Home) -> None:
    grow.paste("\x1b[31mred\x1b]52;c;aGk=\x07 \x1b]0;title\x07 nul\x00 \x9b2J c1 bidi \u202eabc zwj \U000e0041")
    grow.wait_for("bidi")
    grow.type(Key.ENTER)
    grow.wait_for("· [31mred]52;c;aGk=")
    grow.type(Key.CTRL_D)

    assert grow.ended() == 0
    (note,) = home.notes()
    assert note == "[31mred]52;c;aGk= ]0;title nul 2J c1 bidi \u202eabc zwj \U000e0041"
    for harmful in (b"\x1b]", b"\x1b[31m", b"\x07", b"\x1b[2J", "\u202e".encode(), "\U000e0041".encode()):
        assert harmful not in grow.written
    shown = [home.run("session", *words).stdout for words in (["show"], ["export"], ["export", "--as", "text"])]
    files = [path.read_bytes() for path in home.practice.rglob("*") if path.is_file()]
    for text in (*shown, *files):
        assert not set(text) & {0x00, 0x07, 0x1B, 0x7F}
        assert "\x9b".encode() not in text
    for text in shown:
        assert "\u202e".encode() not in text


@pytest.mark.slow
def test_a_megabyte_is_kept_to_the_letter(grow: Window, home: Home) -> None:
    text = "\n".join(f"{number:06} äöü 你好 the quick brown fox" for number in range(25_000))
    assert len(text.encode()) > 1_000_000
    grow.paste(text)
    grow.wait_for("024999 äöü", within=60)
    grow.type(Key.ENTER)
    grow.wait_for(lambda: grow.line == "", within=60)

    grow.wait_for(lambda: home.notes() == [text])


def test_a_terminal_that_does_not_tell_its_cursor_shows_the_clock_all_the_same(coach: Opener) -> None:
    window = coach("session", "start", "Jane Example", "-f", "grow", PROMPT_TOOLKIT_NO_CPR="1")
    window.wait_for("arrive?")
    window.wait_for("0 min, 50 left saved")
    assert b"\x1b[6n" not in window.written
    window.enter("/pr", "There is no /pr; did you mean /probe?")

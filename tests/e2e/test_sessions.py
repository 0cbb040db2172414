"""Whole sessions, from the first picker to the files, in windows of all widths."""

import re
import stat
from itertools import pairwise
from pathlib import Path

import pytest
from e2e.conftest import Opener
from e2e.screen import YEAR, Home, Key, Window

# What is typed at each question of GROW, and whether it is Enter alone that goes on: a field leads to the next.
NOTES = [
    "Tired but glad to be here",
    '"I am always the one they call.',
    "!she smiles when she says no",
    ">send her the article",
    "?the salary",
    "~I hurried here",
    f"*ask Ana for an hour by 1 January {YEAR} 8/10",
    "//a word that begins with a slash",
]
GROW = [
    ("What is on your mind as you arrive?", NOTES, True),
    ("What has happened since we last spoke?", [], True),
    ("What would be most worth our time today?", ["Being seen as strategic"], True),
    ("What would you like to have by the end of this call?", [f"One no I can say by 2 January {YEAR} 7/10"], False),
    ("How will you know?", ["My calendar has a gap"], True),
    ("How much does this matter to you?", ["8 more than last month"], True),
    ("What does this belong to, in the longer run?", ["3"], True),
    ("What is happening now?", ["Everybody asks her first"], True),
    ("What is it like for you to be in this?", ["Heavy"], True),
    ("What have you tried so far?", ["Not answering"], True),
    ("What gets in the way?", ["Nobody else knows how", "I like being asked"], True),
    ("What do you already have that could help?", ["Ana"], True),
    ("If 10 means you are there, where are you today?", ["4"], True),
    ("What do you see now that you did not see before?", ["I train them to come"], True),
    ("Is this still the goal?", ["yes, more than before"], True),
    ("What could you do?", ["write to Ana", "leave one mail unanswered", "ask the boss"], True),
    ("Which of these has the most energy for you?", ["2"], True),
    ("What will you do?", [f"Leave one mail unanswered by 3 January {YEAR} 9/10"], False),
    ("What might get in the way?", ["guilt"], False),
    ("Who or what could help?", [], True),
    ("What will you do?", [], True),
    ("What are you taking away from today?", ["Being needed is not being seen"], True),
    ("What was useful in how we worked today?", ["The pauses"], True),
    ("Where to?", ["/end"], False),
    ("When in this call did I listen best?", ["At the long silence"], True),
    ("What do I want to watch in myself next time?", [], False),
]
TAKEN = [
    ("note", "Tired but glad to be here", "nobody"),
    ("quote", "I am always the one they call.", "nobody"),
    ("insight", "she smiles when she says no", "nobody"),
    ("promise", "send her the article", "nobody"),
    ("parked", "the salary", "nobody"),
    ("observation", "I hurried here", "nobody"),
    ("action", "ask Ana for an hour", "client"),
    ("note", "/a word that begins with a slash", "nobody"),
    ("topic", "Being seen as strategic", "client"),
    ("aim", "One no I can say", "client"),
    ("scale", "more than last month", "nobody"),
    ("choice", "", "nobody"),
    ("note", "Everybody asks her first", "nobody"),
    ("note", "Heavy", "nobody"),
    ("note", "Not answering", "nobody"),
    ("obstacle", "Nobody else knows how", "nobody"),
    ("obstacle", "I like being asked", "nobody"),
    ("resource", "Ana", "nobody"),
    ("scale", "", "nobody"),
    ("insight", "I train them to come", "client"),
    ("yesno", "more than before", "nobody"),
    ("option", "write to Ana", "nobody"),
    ("option", "leave one mail unanswered", "nobody"),
    ("option", "ask the boss", "nobody"),
    ("choice", "", "nobody"),
    ("action", "Leave one mail unanswered", "client"),
    ("takeaway", "Being needed is not being seen", "client"),
    ("note", "The pauses", "nobody"),
    ("note", "At the long silence", "nobody"),
]


def walk_grow(window: Window) -> None:
    for (question, lines, moves_on), (following, *_) in pairwise(GROW):
        window.wait_for(question)
        assert_within_the_edges(window)
        for line in lines[: None if moves_on else -1]:
            window.enter(line)
        if moves_on:
            window.go_on(following)
        else:
            window.enter(lines[-1], following)


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40])
def test_a_first_session_from_the_pickers_to_the_files(coach: Opener, home: Home, columns: int) -> None:
    window = coach("session", "start", columns=columns, rows=40)
    window.wait_for("Your client's name?")
    window.type("Jane Example", Key.ENTER)
    window.wait_for("Which framework, with Jane Example?")
    window.type("gro")
    window.wait_for(lambda: "GROW" in window.words and "Skilled" not in window.words)
    window.type(Key.ENTER)
    walk_grow(window)
    window.enter("/end", "The summary to send: coach session export")

    assert window.left_as_it_is() == 0
    assert "Captured: 13 notes and answers, 1 aim, 2 insights, 3 options, 2 actions, 1 takeaway," in window.words
    assert "Shared with the client: 6." in window.words
    session = home.session()
    assert [(note.kind, note.text, note.share_with) for _, note in session.notes] == TAKEN
    assert (session.status, session.framework.id) == ("ended", "grow")
    summary = home.run("session", "export", "--for", "client").stdout.decode()
    assert "- Being needed is not being seen\n" in summary
    assert "the salary" not in summary
    assert_only_for_the_coach(home.practice)


def assert_within_the_edges(window: Window) -> None:
    window.wait_for("left saved")
    top = max(number for number, row in enumerate(window.rows) if row.endswith("saved"))
    assert all(len(row) < window.columns for row in window.rows[top:])


def assert_only_for_the_coach(practice: Path) -> None:
    everything = [practice, *practice.rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in everything if path.is_dir()} == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in everything if path.is_file()} == {0o600}
    kept = {path.suffix for path in practice.glob("clients/*/sessions/*")}
    assert kept == {".yaml", ".md"}, "no draft, no temporary file"


@pytest.mark.slow
def test_egan_opens_at_the_map_and_is_walked_in_any_order(coach: Opener, home: Home) -> None:
    window = coach("session", "start", "Jane Example", "-f", "egan")
    window.wait_for("Where does it begin today?")
    window.go_on("How are you as we begin?")
    window.go_on("What has happened since we last spoke?")
    window.go_on("Tell me what is going on.")
    window.enter("The team was halved")
    window.enter("/go what will you do", "The way forward 3 of 3")
    window.type(Key.SHIFT_TAB)
    window.wait_for("Tell me what is going on.")
    window.enter("/map", "Where to?")
    assert "1 Current picture 0 of 20 min 1 note" in window.words
    window.enter("preferred", "If this were going well, what would be there?")
    window.enter("Two people I can count on")
    window.go_on("Of all this, what do you want to make real?")
    window.enter("/go if it moved", "Current picture 1 of 3")
    window.enter("The new hire")
    window.go_on("How much is this helping you so far?")
    window.go_on("Where to?")
    window.enter("/end", "No goal noted.")
    window.enter("/end", "What will you do before we speak again?")
    assert "Before you close" in window.words
    window.go_on("What stays with you from this conversation?")
    window.enter("I am not alone in this")
    window.go_on("Where did I steer when I could have followed?")
    window.enter("/end", "The summary to send")

    assert window.left_as_it_is() == 0
    asked = [turn.question for turn in home.session().turns]
    assert asked == [
        "arriving",
        "since_last",
        "going_on",
        "actions",
        "going_on",
        "better_future",
        "goal",
        "focus",
        "helping_current",
        "before_next",
        "takeaway",
        "steering",
    ]
    words = ["The team was halved", "Two people I can count on", "", "I am not alone in this"]
    assert home.notes() == words


def test_a_rehearsal_leaves_nothing_behind(coach: Opener, home: Home) -> None:
    window = coach("session", "start", "--rehearse", "-f", "grow")
    window.wait_for("What is on your mind as you arrive?")
    window.enter("only trying")
    window.enter("/time 30", "The call is now 30 minutes long.")
    window.type("half a wo")
    window.wait_for_line("half a wo")
    window.type(Key.CTRL_C)
    window.wait_for("Paused.")
    window.enter("p", "nothing was kept")

    assert window.ended() == 0
    # That GROW was found to be right may be remembered: that is of the program, and holds nothing that was typed.
    left = [path for path in home.root.rglob("*") if path.is_file()]
    assert [path for path in left if path.parent != home.root / "cache" / "coachcli"] == []
    assert not any(words in path.read_bytes() for path in left for words in (b"only trying", b"half a wo"))


def test_a_call_is_written_up_afterwards(coach: Opener, home: Home) -> None:
    window = coach("session", "start", "Jane Example", "-f", "grow", "--at", "yesterday 14:00", "-m", "45")
    window.wait_for("What is on your mind as you arrive?")
    window.wait_for("written up saved")
    assert not re.search(r"\d+ of \d+ min", window.words)
    window.enter("She cancelled the trip")
    window.enter("/end", "No goal noted.")
    window.enter("/end", "Before we go, what is one thing you will do?")
    window.enter("/end", "When in this call did I listen best?")
    window.enter("/end", "To read it again")

    assert window.left_as_it_is() == 0
    session = home.session()
    assert (session.started.hour, session.started.minute, session.minutes.spent) == (14, 0, 45)
    assert session.written_up is not None
    assert (session.written_up.date() - session.started.date()).days == 1


def test_thinking_better_of_it_at_a_picker_leaves_nothing(coach: Opener, home: Home) -> None:
    window = coach("session", "start")
    window.wait_for("Your client's name?")
    window.type("Jane Example", Key.ENTER)
    window.wait_for("Which framework, with Jane Example?")
    window.type(Key.CTRL_C)

    assert window.ended() == 130
    assert not home.practice.exists()

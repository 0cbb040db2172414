"""A framework in the coach's editor, in windows of a real terminal."""

import signal
import sys
from pathlib import Path

import pytest
from e2e.conftest import Opener
from e2e.screen import Home, Key, Window

assert sys.platform != "win32"  # it has other signals, terminals and locks

MINE = """\
title: Mine
minutes: 20
stages:
  - title: Start
    ask:
      - What brings you here?
      - {type: goal, id: goal, ask: What do you want}
      - {type: action, id: actions, ask: What will you do}
"""
# Like an editor: it has the terminal, and does what is typed, line by line, until `q`.
EDITOR = """\
#!/bin/sh
for file; do :; done
echo "EDITOR OPEN"
while read -r line; do
  case "$line" in
    q) exit 0 ;;
    *) sed -i "$line" "$file"; echo "DONE $line" ;;
  esac
done
"""


@pytest.fixture
def mine(home: Home) -> Path:
    folder = home.practice / "frameworks"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(MINE, encoding="utf-8")
    return folder / "mine.yaml"


@pytest.fixture
def editor(home: Home) -> str:
    program = home.root / "editor"
    program.write_text(EDITOR, encoding="utf-8")
    program.chmod(0o700)
    return str(program)


def edit(window: Window, *lines: str, time: int = 1) -> None:
    """Type in the editor once it is open, for the how-many-th time, and leave it."""
    window.wait_for(lambda: window.words.count("EDITOR OPEN") == time)
    for line in lines:
        window.type(line, Key.ENTER)
        window.wait_for(f"DONE {line}")
    window.type("q", Key.ENTER)


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 80])
def test_broken_mended_told_and_taken(coach: Opener, home: Home, mine: Path, editor: str, columns: int) -> None:
    home.run("session", "start", "Jane Example", "-f", "mine", typed=b"heard\n/end\n/end\n")
    window = coach("framework", "edit", "mine", columns=columns, rows=60, EDITOR=editor)
    edit(window, "s/20/an hour/", "s/brings/brought/")
    window.wait_for("[e]dit again at line 2")
    window.settle()
    window.type(Key.ENTER)
    edit(window, "s/an hour/25/", time=2)
    window.wait_for("Is it the same question?")
    window.type("yes", Key.ENTER)
    window.wait_for("The version before:")

    assert window.ended() == 0
    assert "The framework, minutes: 20, now 25" in window.words
    assert "was What brings you here? now What brought you here?" in window.words
    expected = MINE.replace("20", "25").replace(
        "- What brings you here?", "- id: what_brings_you_here\n        ask: What brought you here?"
    )
    assert mine.read_text(encoding="utf-8") == expected
    assert sorted(path.name for path in mine.parent.glob("*.yaml")) == ["mine.yaml"]


@pytest.mark.slow
@pytest.mark.parametrize(("letter", "left"), [("k", ["mine.draft.yaml", "mine.yaml"]), ("d", ["mine.yaml"])])
def test_kept_as_a_draft_or_thrown_away(coach: Opener, mine: Path, editor: str, letter: str, left: list[str]) -> None:
    window = coach("framework", "edit", "mine", EDITOR=editor)
    edit(window, "s/20/an hour/")
    window.wait_for("e, k or d? Enter is e:")
    window.settle()
    window.type(letter, Key.ENTER)

    assert window.ended() == 0
    assert mine.read_text(encoding="utf-8") == MINE
    assert sorted(path.name for path in mine.parent.glob("*.yaml")) == left


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["in the editor", "at the question"])
def test_ctrl_c_keeps_what_was_written(coach: Opener, mine: Path, editor: str, moment: str) -> None:
    window = coach("framework", "edit", "mine", EDITOR=editor)
    if moment == "in the editor":
        window.wait_for("EDITOR OPEN")
        window.type("s/20/an hour/", Key.ENTER)
        window.wait_for("DONE s/20/an hour/")
    else:
        edit(window, "s/20/an hour/")
        window.wait_for("e, k or d? Enter is e:")
        window.settle()
    window.type(Key.CTRL_C)
    window.wait_for("What you wrote is kept:")

    assert window.ended() == 130
    assert mine.read_text(encoding="utf-8") == MINE
    assert "an hour" in mine.with_name("mine.draft.yaml").read_text(encoding="utf-8")
    assert "Traceback" not in window.words


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_what_was_open_when_it_was_killed_is_offered_the_next_time(
    coach: Opener, mine: Path, editor: str, number: signal.Signals
) -> None:
    window = coach("framework", "edit", "mine", EDITOR=editor)
    window.wait_for("EDITOR OPEN")
    window.type("s/20/45/", Key.ENTER)
    window.wait_for("DONE s/20/45/")
    window.signal(number)
    window.ended()
    again = coach("framework", "edit", "mine", EDITOR=editor)
    again.wait_for("There is a draft from before:")
    again.settle()
    again.type(Key.ENTER)
    edit(again, "s/Mine/Yours/")
    again.wait_for("The version before:")

    assert again.ended() == 0
    assert mine.read_text(encoding="utf-8") == MINE.replace("20", "45").replace("Mine", "Yours")


@pytest.mark.slow
def test_a_file_that_was_changed_meanwhile_is_left_and_both_are_named(coach: Opener, mine: Path, editor: str) -> None:
    window = coach("framework", "edit", "mine", EDITOR=editor, columns=200)
    window.wait_for("EDITOR OPEN")
    mine.write_text(MINE.replace("20", "99"), encoding="utf-8")
    edit(window, "s/20/25/")

    assert window.ended() == 5
    assert f"{mine} was changed by another program meanwhile" in window.words
    draft = mine.with_name("mine.draft.yaml")
    assert str(draft) in window.words
    assert "minutes: 99" in mine.read_text(encoding="utf-8")
    assert "minutes: 25" in draft.read_text(encoding="utf-8")


@pytest.mark.slow
def test_only_one_window_edits_a_framework(coach: Opener, mine: Path, editor: str) -> None:
    first = coach("framework", "edit", "mine", EDITOR=editor)
    first.wait_for("EDITOR OPEN")
    second = coach("framework", "edit", "mine", EDITOR=editor)
    second.wait_for("The framework mine is being edited in another terminal.")

    assert second.ended() == 5
    assert mine.read_text(encoding="utf-8") == MINE

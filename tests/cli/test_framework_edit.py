"""`coach framework edit`, `try` and `diff`, as they are called."""

from pathlib import Path

import pytest
from cli.conftest import Coach, everything_in

from coachcli.store.paths import Practice

MINE = "title: Mine\nminutes: 20\nstages:\n- title: One\n  ask:\n  - What is up?\n"


@pytest.fixture
def mine(practice: Practice) -> Path:
    practice.frameworks.mkdir(parents=True)
    path = practice.frameworks / "mine.yaml"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that makes a call five minutes longer."""
    program = tmp_path / "editor"
    program.write_text('#!/bin/sh\nsed -i "s/minutes: 20/minutes: 25/" "$1"\n', encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(program))
    return program


def test_edit_says_what_changed_and_where_it_is(coach: Coach, mine: Path, editor: Path) -> None:
    del editor
    answer = coach("framework", "edit", "mine")

    assert (answer.code, answer.out) == (0, "")
    assert "~ The framework, minutes: 20, now 25\n" in answer.err
    assert f"Saved: {mine}\n" in answer.err


def test_edit_ends_with_1_where_what_was_written_cannot_be_used(coach: Coach, mine: Path, editor: Path) -> None:
    editor.write_text('#!/bin/sh\nsed -i "s/minutes: 20/minutes: an hour/" "$1"\n', encoding="utf-8")
    answer = coach("framework", "edit", "mine")

    assert answer.code == 1
    assert "mine.yaml:2:10: error[E205]: minutes must be a whole number" in answer.err
    assert "mine is as it was: what you wrote cannot be used yet.\n" in answer.err
    assert mine.read_text(encoding="utf-8") == MINE


def test_edit_of_what_is_not_there_ends_with_3(coach: Coach, editor: Path) -> None:
    del editor

    assert coach("framework", "edit", "nothing-like-it").code == 3


def test_words_in_a_framework_do_not_act_on_the_terminal(coach: Coach, mine: Path, editor: Path) -> None:
    editor.write_text('#!/bin/sh\nsed -i "s/What is up?/\\"What \\\\\\\\u202eis up?\\"/" "$1"\n', encoding="utf-8")
    answer = coach("framework", "edit", "mine")

    assert answer.code == 0
    assert "‹U+202E›" in answer.err
    assert "\u202e" not in answer.err
    assert "u202e" in mine.read_text(encoding="utf-8")


def test_try_keeps_nothing(coach: Coach, mine: Path, practice: Practice) -> None:
    before = everything_in(practice.root)
    for wanted in ("mine", str(mine)):
        answer = coach("framework", "try", wanted, "-m", "15", typed="a word\n/end\n")

        assert answer.code == 0
        assert "nothing was kept" in answer.out
    assert everything_in(practice.root) == before


def test_try_of_a_broken_file_shows_where(coach: Coach, mine: Path) -> None:
    mine.write_text(MINE.replace("20", "an hour"), encoding="utf-8")
    answer = coach("framework", "try", str(mine))

    assert answer.code == 4
    assert "    2 | minutes: an hour\n" in answer.err
    assert f"coach framework check {mine}\n" in answer.err


def test_diff_in_words(coach: Coach, mine: Path, editor: Path) -> None:
    del editor
    coach("session", "start", "Jane Doe", "-f", "mine", typed="a word\n/end\n/end\n")
    assert coach("framework", "diff", "mine").out == ""
    assert coach("framework", "diff", "mine").err.endswith("Nothing changed.\n")
    coach("framework", "edit", "mine")
    answer = coach("framework", "diff", "mine")

    assert answer.out == "~ The framework, minutes: 20, now 25\n"
    assert answer.err == "Compared with mine as it was in your last session with it.\n"
    assert mine.is_file()


def test_diff_for_programs(coach: Coach, practice: Practice) -> None:
    practice.frameworks.mkdir(parents=True)
    (practice.frameworks / "my-grow.yaml").write_text("extends: grow\ntitle: GROW\nminutes: 33\n", encoding="utf-8")
    change = {
        "what": "changed",
        "part": "",
        "text": "The framework, minutes",
        "before": "50",
        "after": "33",
        "hint": "",
    }

    assert coach("framework", "diff", "my-grow", "--as", "json").data == {
        "framework": "my-grow",
        "compared_with": "grow, which it extends",
        "changes": [change],
    }


def test_diff_of_what_was_never_used_says_with_what_it_would_be_compared(coach: Coach) -> None:
    answer = coach("framework", "diff", "egan")

    assert answer.code == 3
    assert "There is nothing yet that egan could be compared with." in answer.err


@pytest.mark.parametrize("command", ["edit", "try", "diff"])
def test_each_shows_by_example_how_it_is_called(coach: Coach, command: str) -> None:
    assert f"coach framework {command} my-grow" in coach("framework", command, "--help").out

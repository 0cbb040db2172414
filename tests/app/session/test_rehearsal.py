"""Trying a framework out: a call of which nothing is kept."""

from pathlib import Path

import pytest
from app.play import Play, over_a_pipe

from coachcli.app.context import Context
from coachcli.app.session.rehearsal import rehearse
from coachcli.errors import NotFoundError, UsageError
from coachcli.store.framework.catalogue import BrokenFrameworkError

MINE = "title: Mine\nminutes: 20\nstages:\n- title: One\n  ask: [What is up?]\n"


def questions(play: Play) -> list[str]:
    return [view.question for view in play.script.views]


def attempt(context: Context, wanted: str, language: str | None = None, minutes: int | None = None) -> Play:
    play = over_a_pipe("a word", "/end", "/end")
    held = rehearse(context, wanted, play.conversation, language=language, minutes=minutes)
    assert held.left.session.minutes.planned == (minutes or held.left.session.minutes.planned)
    return play


def test_one_of_the_practice_or_a_shipped_one(context: Context) -> None:
    play = attempt(context, "grow", minutes=15)

    assert questions(play)[0] == "What is on your mind as you arrive?"
    assert "A rehearsal: nothing is kept." in play.said
    assert not context.practice.root.exists()


def test_one_of_the_practice_by_another_name(context: Context) -> None:
    context.practice.frameworks.mkdir(parents=True, exist_ok=True)
    (context.practice.frameworks / "mine.yaml").write_text(f"also: [on foot]\n{MINE}", encoding="utf-8")

    assert questions(attempt(context, "on foot"))[0] == "What is up?"


def test_in_another_language(context: Context) -> None:
    assert questions(attempt(context, "grow", "de"))[0] != questions(attempt(context, "grow"))[0]


@pytest.mark.parametrize("name", ["mine.yaml", "mine.draft.yaml", "Mine (2).yml", "no ending"])
def test_a_file_of_any_name_and_place(context: Context, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(MINE, encoding="utf-8")

    assert questions(attempt(context, str(path)))[0] == "What is up?"
    assert not context.practice.root.exists()


def test_a_file_is_tried_as_what_it_calls_itself(context: Context, tmp_path: Path) -> None:
    path = tmp_path / "downloaded.yaml"
    path.write_text("id: grow\nextends: grow\ntitle: GROW\nremove: [last_actions]\n", encoding="utf-8")

    assert questions(attempt(context, str(path)))


def test_a_broken_file_is_told_before_the_first_question(context: Context, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(MINE.replace("20", "an hour"), encoding="utf-8")
    play = over_a_pipe("a word")
    with pytest.raises(BrokenFrameworkError) as told:
        rehearse(context, str(path), play.conversation, language=None, minutes=None)

    assert told.value.message.startswith(f"{path}:2:10: ")
    assert told.value.hint.endswith(f"coach framework check {path}")
    assert play.script.views == []


def test_what_is_not_there_is_told(context: Context) -> None:
    for wanted in ("grwo", "no-such-file.yaml"):
        with pytest.raises(NotFoundError):
            attempt(context, wanted)
    with pytest.raises(UsageError, match="is not available in xx"):
        attempt(context, "grow", "xx")

"""What is wrong with frameworks: once, and whenever a file changes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from app.conftest import MakeSession

from coachcli.app.context import Context
from coachcli.app.framework.check import Findings, checked_with_history, examine, watch
from coachcli.domain.client.model import Client
from coachcli.domain.problems import Problem
from coachcli.store.framework import catalogue

GOOD = "title: Mine\nkind: meeting\nwith: three\nstages:\n- title: One\n  ask: [What is up]\n"
WARNED = "title: Mine\nwith: client\nstages:\n- title: One\n  ask: [What is up]\n"
BROKEN = "title: Mine\nstages: []\n"
PACK = "id: rest\ntitle: Rest\nprobes: [When did you last sleep well]\n"


def put(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def codes(found: Findings) -> dict[str, list[str]]:
    return {item.name: [problem.code for problem in item.checked.problems] for item in found.examined}


def said(found: Findings) -> list[str]:
    return [error.message for error in found.unread]


def test_all_are_checked_where_none_is_named(context: Context) -> None:
    put(context.practice.frameworks, "mine.yaml", BROKEN)
    found = codes(examine(context, []))

    assert {"egan", "egan-atd", "grow", "mine"} <= set(found)
    assert found["grow"] == []
    assert found["mine"]


def test_so_are_ones_own_translations_and_packs_but_no_drafts(context: Context) -> None:
    own = context.practice.frameworks
    put(own, "mine.yaml", GOOD)
    put(own, "mine.de.yaml", "translates: mine\nlanguage: de\ntexts: {titel: Meins}\n")
    put(own / "packs", "rest.yaml", PACK)
    put(own, "mine.draft.yaml", BROKEN)
    found = codes(examine(context, []))

    assert found["mine.de.yaml"]
    assert found["packs/rest.yaml"] == []
    assert "mine.draft.yaml" not in found


def test_so_are_ones_own_roads(context: Context) -> None:
    roads = context.practice.frameworks / "roads"
    put(roads, "mine.yaml", "id: mine\ntitle: Mine\nroad:\n  - {do: midpiont, week: 3}\n")
    put(roads, "good.yaml", "id: good\ntitle: Good\nroad:\n  - {do: midpoint, week: 3}\n")

    found = examine(context, [])

    (problem,) = next(item for item in found.examined if item.name == "roads/mine.yaml").checked.problems
    assert (problem.line, problem.hint) == (4, "did you mean 'midpoint'?")
    assert codes(found)["roads/good.yaml"] == []
    assert found.exit_code() == 1


def test_an_engagements_file_is_checked_as_one(context: Context) -> None:
    folder = context.practice.engagements("jane-doe")
    path = put(folder, "lead.yaml", "start: 2026-09-01\nmode: couching\n")
    warned = put(folder, "rest.yaml", "start: 2026-09-01\nroad:\n  - {do: midpiont, week: 3}\n")

    found = examine(context, [str(path), str(warned)])

    assert codes(found) == {str(path): ["E204"], str(warned): ["W320"]}
    assert examine(context, [str(warned)]).exit_code() == 0


def test_a_file_anywhere_or_an_id_is_checked_under_the_name_it_was_given(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "draft.yaml", GOOD)
    put(tmp_path, "no-ending", GOOD)

    assert codes(examine(context, ["draft.yaml", "no-ending", "egan"])) == {
        "draft.yaml": [],
        "no-ending": [],
        "egan": [],
    }


def test_a_folder_is_checked_with_the_folders_in_it(context: Context, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    for name in ("b.yaml", "a.yml", ".hidden.yaml", "c.draft.yaml", "notes.txt"):
        put(folder, name, GOOD)
    put(folder / "packs", "rest.yaml", PACK)
    put(folder / ".git", "x.yaml", BROKEN)

    assert list(codes(examine(context, [str(folder)]))) == [
        f"{folder}/a.yml",
        f"{folder}/b.yaml",
        f"{folder}/packs/rest.yaml",
    ]


def test_what_is_made_from_another_is_found_in_the_practice_or_beside_it(context: Context, tmp_path: Path) -> None:
    put(context.practice.frameworks, "mine.yaml", GOOD)
    put(tmp_path, "theirs.yaml", GOOD)
    first = put(tmp_path, "first.yaml", "extends: mine\n")
    second = put(tmp_path, "second.yaml", "extends: theirs\n")
    third = put(tmp_path, "third.yaml", "extends: nobodys\n")
    found = codes(examine(context, [str(first), str(second), str(third)]))

    assert found[str(first)] == found[str(second)] == []
    assert found[str(third)]


@pytest.mark.parametrize("named", ["nowhere.yaml", "nothing", "empty"])
def test_what_is_not_there_is_told_after_all_that_is(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    found = examine(context, [named, "grow"])

    assert codes(found) == {"grow": []}
    (message,) = said(found)
    assert named in message
    assert found.exit_code() == 3


@pytest.mark.parametrize(
    ("text", "ends", "strictly"), [(GOOD, 0, 0), (WARNED, 0, 1), (BROKEN, 1, 1)], ids=["good", "warned", "broken"]
)
def test_warnings_count_where_it_is_strict(
    context: Context, tmp_path: Path, text: str, ends: int, strictly: int
) -> None:
    found = examine(context, [str(put(tmp_path, "mine.yaml", text))])

    assert (found.exit_code(), found.exit_code(strict=True)) == (ends, strictly)


# Watching


class LeftError(Exception):
    """The coach has pressed Ctrl-C."""


def watched(context: Context, named: list[str], *changes: Callable[[], object]) -> list[dict[str, list[str]]]:
    """What was shown, with one change between two looks."""
    shown: list[dict[str, list[str]]] = []
    to_come = list(changes)

    def wait() -> None:
        if not to_come:
            raise LeftError
        to_come.pop(0)()

    with pytest.raises(LeftError):
        watch(context, named, lambda found: shown.append(codes(found)), wait)
    return shown


def nothing() -> None:
    """Nobody has saved anything."""


def test_a_file_is_looked_at_again_when_it_changed_and_only_then(context: Context, tmp_path: Path) -> None:
    path = put(tmp_path, "mine.yaml", GOOD)
    shown = watched(
        context, [str(path)], nothing, lambda: path.write_text(BROKEN), nothing, lambda: path.write_text(GOOD)
    )

    assert [bool(found[str(path)]) for found in shown] == [False, True, False]


def test_a_file_that_is_not_there_yet_is_waited_for(context: Context, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    shown = watched(context, [str(path)], nothing, lambda: path.write_text(GOOD), path.unlink)

    assert shown == [{}, {str(path): []}, {}]


def test_a_new_file_in_a_watched_folder_is_seen(context: Context, tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", GOOD)
    shown = watched(context, [str(tmp_path)], lambda: put(tmp_path, "b.yaml", GOOD))

    assert [len(found) for found in shown] == [1, 2]


def test_a_change_in_the_parent_is_a_change(context: Context) -> None:
    parent = put(context.practice.frameworks, "mine.yaml", GOOD)
    put(context.practice.frameworks, "child.yaml", "extends: mine\n")
    shown = watched(context, ["child"], lambda: parent.write_text(BROKEN))

    assert [bool(found["child"]) for found in shown] == [False, True]


def test_without_being_told_how_it_waits_a_moment(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    shown: list[Findings] = []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        raise LeftError

    monkeypatch.setattr("time.sleep", sleep)
    with pytest.raises(LeftError):
        watch(context, ["grow"], shown.append)

    assert (waited, len(shown)) == ([0.5], 1)


@pytest.mark.parametrize("place", ["mine.yaml", "mine.de.yaml", "packs/mine.yaml"])
def test_of_a_file_that_is_too_large_for_a_framework_nothing_is_read(context: Context, place: str) -> None:
    path = context.practice.frameworks / place
    path.parent.mkdir(parents=True)
    path.touch()
    os.truncate(path, 10 << 30)
    found = examine(context, [str(path)])

    assert [error.message for error in found.unread] == [f"{path} cannot be read: it is larger than 256 KiB."]
    assert found.exit_code() == 4


MODEL = """\
with: client
stages:
  - title: Only
    ask:
      - {id: sure, type: scale, ask: How sure are you?}
      - What is on your mind today?
      - {id: goal, type: goal, ask: What do you want?}
      - {id: act, type: action, ask: What will you do?}
"""


@pytest.fixture
def model(context: Context) -> Path:
    context.practice.frameworks.mkdir(parents=True, exist_ok=True)
    path = context.practice.frameworks / "mine.yaml"
    path.write_text(MODEL, encoding="utf-8")
    return path


@pytest.fixture
def used(jane: Client, made: MakeSession, model: Path) -> Path:
    """The same, after a session along it."""
    made(jane, "2026-11-01-0900", "mine")
    return model


def told(context: Context) -> list[Problem]:
    return list(checked_with_history(context, catalogue.find(context.practice, "mine")).problems)


def test_before_the_first_session_there_is_nothing_to_lose(context: Context, model: Path) -> None:
    model.write_text(MODEL.replace("today", "now"), encoding="utf-8")

    assert told(context) == []


@pytest.mark.usefixtures("used")
def test_what_did_not_change_is_not_told(context: Context) -> None:
    assert told(context) == []


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (
            "your mind today",
            "your mind just now",
            "W405:1:1: this was 'what_is_on_your_mind_today' in your last session; now its answers begin anew",
        ),
        (
            "id: goal",
            "id: the_goal",
            "W405:7:14: this was 'goal' in your last session; now its answers begin anew",
        ),
        (
            "type: scale",
            "type: number",
            "W406:5:14: 'sure' was a scale in your last session, and is a number now",
        ),
    ],
)
def test_what_would_lose_its_answers_is_told_where_it_stands(
    context: Context, used: Path, before: str, now: str, expected: str
) -> None:
    used.write_text(MODEL.replace(before, now), encoding="utf-8")

    (problem,) = told(context)

    assert f"{problem.code}:{problem.line}:{problem.column}: {problem.text}" == expected
    assert problem.level == "warning"
    assert problem.hint


def test_what_was_renamed_is_not_told(context: Context, used: Path) -> None:
    changed = MODEL.replace("id: goal", "id: the_goal")
    used.write_text(f"renamed: {{goal: the_goal}}\n{changed}", encoding="utf-8")

    assert told(context) == []


def test_a_shipped_framework_is_not_held_against_anything(context: Context) -> None:
    assert checked_with_history(context, catalogue.find(context.practice, "grow")).problems == ()

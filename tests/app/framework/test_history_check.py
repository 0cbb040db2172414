"""What `check` has to say about answers that are there already."""

from pathlib import Path

import pytest
from app.conftest import MakeSession

from coachcli.app.context import Context
from coachcli.app.framework import history_check
from coachcli.domain.client.model import Client
from coachcli.domain.problems import Problem
from coachcli.store.framework import catalogue

MODEL = """\
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
    return list(history_check.checked(context, catalogue.find(context.practice, "mine")).problems)


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
            "W405:6:14: this was 'goal' in your last session; now its answers begin anew",
        ),
        (
            "type: scale",
            "type: number",
            "W406:4:14: 'sure' was a scale in your last session, and is a number now",
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
    assert history_check.checked(context, catalogue.find(context.practice, "grow")).problems == ()

"""With what a framework is compared, and what is found."""

from pathlib import Path

import pytest
from app.conftest import MakeSession

from coachcli.app.context import Context
from coachcli.app.framework.comparison import compare
from coachcli.domain.client.model import Client
from coachcli.errors import NotFoundError
from coachcli.store.framework.catalogue import BrokenFrameworkError

MINE = "title: Mine\nminutes: {}\nstages:\n- title: One\n  ask: [What is up?]\n"


def own(context: Context, name: str, text: str) -> Path:
    context.practice.frameworks.mkdir(parents=True, exist_ok=True)
    path = context.practice.frameworks / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_one_that_was_used_is_compared_with_the_last_session(context: Context, jane: Client, made: MakeSession) -> None:
    for minutes, day in ((20, "18"), (30, "19")):
        own(context, "mine", MINE.format(minutes))
        made(jane, f"2026-11-{day}-1000", "mine")
    own(context, "mine", MINE.format(40))
    found = compare(context, "mine")

    assert found.compared_with == "mine as it was in your last session with it"
    assert [(change.before, change.after) for change in found.changes] == [("30", "40")]


def test_one_that_stands_for_a_shipped_one_is_compared_with_that(context: Context) -> None:
    own(context, "grow", "extends: grow\ntitle: GROW\nminutes: 33\n")
    found = compare(context, "grow")

    assert found.compared_with == "the grow that comes with coachcli"
    assert [(change.text, change.after) for change in found.changes] == [("The framework, minutes", "33")]


def test_one_that_extends_another_is_compared_with_that(context: Context) -> None:
    own(context, "my-grow", "extends: grow\ntitle: GROW\nminutes: 33\n")
    found = compare(context, "MY-GROW")

    assert (found.framework, found.compared_with) == ("my-grow", "grow, which it extends")
    assert [(change.text, change.after) for change in found.changes] == [("The framework, minutes", "33")]


@pytest.mark.parametrize("name", ["mine", "egan"])
def test_one_that_was_never_used_has_nothing_to_be_compared_with(context: Context, name: str) -> None:
    own(context, "mine", MINE.format(20))
    with pytest.raises(NotFoundError, match=f"There is nothing yet that {name} could be compared with") as told:
        compare(context, name)

    assert told.value.hint


def test_a_broken_one_is_told(context: Context) -> None:
    own(context, "mine", "stages: [")
    with pytest.raises(BrokenFrameworkError):
        compare(context, "mine")

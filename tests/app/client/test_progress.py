"""Progress comes from the files of one client, and from the frameworks as they are today."""

from datetime import date

import pytest
from app.conftest import MakeSession
from domain.client.months import rated

from coachcli.app.client.progress import told
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.store.client import client_file

JANE = Client("jane-doe", "Jane Doe")


def scores(context: Context, since: date | None = None) -> list[list[float]]:
    groups = told(context, JANE, since).progress.groups
    return [[point.score for point in one.points] for group in groups for one in group.numbers]


@pytest.fixture(autouse=True)
def _held(jane: Client, made: MakeSession) -> None:
    made(jane, "2026-09-03-1000", turns=(rated(3),), status="ended")
    made(jane, "2026-11-10-1000", turns=(rated(6),), status="ended")


def test_the_numbers_of_all_sessions_with_the_client_are_there(context: Context) -> None:
    assert scores(context) == [[3, 6]]
    assert scores(context, date(2026, 10, 1)) == [[6]]


def test_nobody_elses_are(context: Context, made: MakeSession) -> None:
    ana = client_file.add(context.practice, "Ana")
    made(ana, "2026-10-10-1000", turns=(rated(9),), status="ended")

    assert scores(context) == [[3, 6]]


def test_a_session_that_is_deleted_takes_its_numbers_along(context: Context) -> None:
    (context.practice.clients / "jane-doe" / "sessions" / "2026-09-03-1000-grow.yaml").unlink()

    assert scores(context) == [[6]]


def test_a_question_that_got_another_id_keeps_its_numbers(context: Context, jane: Client, made: MakeSession) -> None:
    own = context.practice.frameworks / "mine.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    text = (
        "id: mine\ntitle: Mine\n{}stages:\n  - title: One\n    ask:\n      - {{id: {}, type: scale, ask: How is it?}}\n"
    )
    own.write_text(text.format("", "before"), encoding="utf-8")
    made(jane, "2026-09-04-1000", framework="mine", turns=(rated(2, None, None, "before"),), status="ended")
    own.write_text(text.format("renamed: {before: after}\n", "after"), encoding="utf-8")
    made(jane, "2026-09-05-1000", framework="mine", turns=(rated(4, None, None, "after"),), status="ended")

    assert scores(context) == [[3, 6], [2, 4]]


def test_a_framework_that_is_gone_takes_no_number_along(context: Context, jane: Client, made: MakeSession) -> None:
    test_a_question_that_got_another_id_keeps_its_numbers(context, jane, made)
    (context.practice.frameworks / "mine.yaml").unlink()

    assert scores(context) == [[3, 6]]


def test_a_damaged_session_is_passed_over_and_told(context: Context) -> None:
    path = context.practice.clients / "jane-doe" / "sessions" / "2026-09-03-1000-grow.yaml"
    path.write_text("no: session\n", encoding="utf-8")

    assert scores(context) == [[6]]
    assert len(told(context, JANE).passed_over) == 1


@pytest.mark.parametrize("fate", ["deleted", "renamed", "moved to another day", "moved to another client"])
@pytest.mark.parametrize("which", [0, 1])
def test_whatever_becomes_of_a_file_no_number_appears_that_is_in_none(context: Context, fate: str, which: int) -> None:
    ana = client_file.add(context.practice, "Ana")
    folder = context.practice.clients / "jane-doe" / "sessions"
    path = sorted(folder.glob("*.yaml"))[which]
    elsewhere = context.practice.clients / ana.id / "sessions"
    elsewhere.mkdir(parents=True, exist_ok=True)
    goals = {
        "renamed": folder / "a copy.yaml",
        "moved to another day": folder / "2026-12-24-1000-grow.yaml",
        "moved to another client": elsewhere / path.name,
    }
    path.rename(goals[fate]) if fate in goals else path.unlink()

    points = [point for group in told(context, JANE).progress.groups for one in group.numbers for point in one.points]
    assert {(point.on, point.score) for point in points} <= {(date(2026, 9, 3), 3), (date(2026, 11, 10), 6)}
    assert told(context, ana).progress.is_empty

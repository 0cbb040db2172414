"""What others' numbers come to is noted before it is told, and is told as it was noted or not at all."""

from pathlib import Path

import pytest
from app.conftest import MakeSession
from domain.client.months import rated

from coachcli.app.client.history import brought
from coachcli.app.client.progress import told
from coachcli.app.context import Context
from coachcli.app.theme.gap import told_gap
from coachcli.domain.client.model import Client
from coachcli.domain.client.perception import Others
from coachcli.domain.session.model import Person
from coachcli.domain.value import changed
from coachcli.errors import NotSavedError
from coachcli.store.disk import files
from coachcli.store.session import between


@pytest.fixture
def asked(jane: Client, made: MakeSession) -> list[Path]:
    """The files of five interviews after the client's first number."""
    made(jane, "2026-09-01-1000", turns=(rated(3),), status="ended")
    return [interview(jane, made, day, score) for day, score in enumerate((6, 6, 6, 6, 1), 1)]


def interview(jane: Client, made: MakeSession, day: int, score: float) -> Path:
    return made(
        jane,
        f"2026-10-0{day}-1000",
        "stakeholder-interview",
        turns=(changed(rated(score), room="stakeholder"),),
        person=Person(code=f"P{day}"),
        status="ended",
    ).path


@pytest.fixture
def over(jane: Client, made: MakeSession, asked: list[Path]) -> list[Path]:
    """The same, with the client's next number."""
    made(jane, "2026-11-10-1000", turns=(rated(5),), status="ended")
    return asked


def gap(context: Context, jane: Client) -> list[Others]:
    return [*told_gap(context, jane.id, brought(context, jane.id), {}).others.values()]


@pytest.mark.usefixtures("asked")
def test_nothing_is_told_nor_noted_of_a_round_that_is_open(context: Context, jane: Client) -> None:
    assert gap(context, jane) == []
    assert not context.practice.between_file(jane.id).exists()


@pytest.mark.usefixtures("over")
def test_a_round_that_is_over_is_noted_once_and_told_ever_after(context: Context, jane: Client) -> None:
    assert gap(context, jane) == [Others(5, 5)]
    before = context.practice.between_file(jane.id).read_bytes()
    assert gap(context, jane) == [Others(5, 5)]
    assert context.practice.between_file(jane.id).read_bytes() == before
    assert [(one.people, one.mean) for one in between.load(context.practice, jane.id).told] == [(5, 5)]


@pytest.mark.usefixtures("over")
def test_progress_has_it_from_there(context: Context, jane: Client) -> None:
    (group,) = told(context, jane).progress.groups

    assert [one.others for one in group.numbers] == [Others(5, 5)]


def test_an_interview_deleted_and_held_again_never_makes_another_number(
    context: Context, jane: Client, made: MakeSession, over: list[Path]
) -> None:
    seen = [gap(context, jane)]
    over[4].unlink()
    seen.append(gap(context, jane))
    again = interview(jane, made, 5, 10)
    seen.append(gap(context, jane))
    again.unlink()
    interview(jane, made, 5, 1)

    assert [*seen, gap(context, jane)] == [[Others(5, 5)], [], [], [Others(5, 5)]]


def test_while_an_interview_cannot_be_read_no_mean_of_the_others_is_told(
    context: Context, jane: Client, made: MakeSession, over: list[Path]
) -> None:
    interview(jane, made, 6, 10)
    whole = over[4].read_bytes()
    over[4].write_bytes(b"format: [")

    assert gap(context, jane) == []
    over[4].write_bytes(whole)
    assert gap(context, jane) == [Others(6, 6)]


@pytest.mark.usefixtures("over")
def test_what_cannot_be_noted_is_not_told(context: Context, jane: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_names: object) -> None:
        raise NotSavedError("The disk is full.", "Make room.")

    monkeypatch.setattr(files, "replace", full)

    answer = told_gap(context, jane.id, brought(context, jane.id), {})

    assert (answer.others, [error.message for error in answer.passed_over]) == ({}, ["The disk is full."])
    monkeypatch.undo()
    assert gap(context, jane) == [Others(5, 5)]

"""What leaves of themes comes from the files as they are at that moment."""

import pytest
from app.conftest import MakeSession
from domain.theme.voices import line, said

from coachcli.app.context import Context
from coachcli.app.theme.told import told_themes
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Person
from coachcli.domain.terms import Audience
from coachcli.store.session import between

LINE = "Several find that she hears people out"


@pytest.fixture(autouse=True)
def _asked(context: Context, jane: Client, made: MakeSession) -> None:
    for day in (1, 2, 3):
        made(
            jane,
            f"2026-10-0{day}-1000",
            "stakeholder-interview",
            turns=(said("Waits until I am done #listens"),),
            person=Person(code=f"P{day}"),
            engagement="lead",
            status="ended",
        )
    between.add(context.practice, jane.id, line(f"{LINE} #listens", "sponsor", "lead"))


def lines(context: Context, jane: Client, audience: Audience, engagement: str | None = None) -> list[str]:
    return [one.words for one in told_themes(context, jane.id, audience, engagement).lines]


def test_who_may_read_a_line_reads_its_words(context: Context, jane: Client) -> None:
    assert lines(context, jane, "client") == [LINE]
    assert lines(context, jane, "sponsor", "lead") == [LINE]
    assert lines(context, jane, "sponsor", "other") == []


def test_an_interview_that_is_deleted_takes_the_line_along(context: Context, jane: Client) -> None:
    next(context.practice.sessions(jane.id).glob("2026-10-02-*.yaml")).unlink()

    assert lines(context, jane, "client") == lines(context, jane, "sponsor", "lead") == []


def test_one_that_cannot_be_read_backs_nothing_and_is_told(context: Context, jane: Client) -> None:
    path = next(context.practice.sessions(jane.id).glob("2026-10-02-*.yaml"))
    path.write_text("format: [", encoding="utf-8")

    found, passed_over = told_themes(context, jane.id, "client")

    assert (found, len(passed_over)) == ((), 1)


def test_a_higher_floor_holds_at_once(context: Context, jane: Client) -> None:
    (context.practice.root / "coach.yaml").write_text("floor: 4\n", encoding="utf-8")

    assert lines(context, jane, "client") == []
    assert lines(context, jane, "me") == [LINE]

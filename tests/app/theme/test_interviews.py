"""The talks with stakeholders are found by who was there, whatever framework they went along."""

from app.conftest import MakeSession
from domain.theme.voices import said

from coachcli.app.context import Context
from coachcli.app.theme.interviews import known_interviews
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Person


def test_only_they_are_read_oldest_first(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-10-01-1000", status="ended")
    for day, framework in ((3, "stakeholder-interview"), (2, "developmental-contribution")):
        made(jane, f"2026-10-0{day}-1000", framework, turns=(said("x #a"),), person=Person(code=f"P{day}"))

    known = known_interviews(context, jane.id)

    assert [one.id for one in known.sessions] == ["jane-doe/2026-10-02-1000", "jane-doe/2026-10-03-1000"]
    assert [one.code for one in known.held] == ["p2", "p3"]


def test_whoever_speaks_as_the_sponsor_is_none_of_them(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-10-01-1000", "sponsor-checkin", person=Person(code="S1"), status="ended")
    made(jane, "2026-10-02-1000", "stakeholder-interview", turns=(said("x #a"),), person=Person(code="S1"))

    assert known_interviews(context, jane.id).held == ()

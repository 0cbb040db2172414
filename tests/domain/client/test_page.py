"""The page of a client, from values to headings and lines."""

from datetime import date

import pytest

from coachcli.domain.client.model import ClientRecord
from coachcli.domain.client.page import ClientPage, Held, client_page
from coachcli.domain.client.prep import OpenAction, OpenGoal, Preparation
from coachcli.domain.history.goals import Nearness

TODAY = date(2026, 11, 20)
PREPARED = Preparation(
    "jane",
    "Jane Example",
    3,
    TODAY,
    last=date(2026, 11, 6),
    actions=(OpenAction("Ring Ana", None, None, overdue=True),),
    goals=(OpenGoal("Lead the division", numbers=(Nearness(date(2026, 9, 3), 3), Nearness(date(2026, 11, 6), 6))),),
    promises=("Send the article",),
)


def page(record: ClientRecord, **more: object) -> ClientPage:
    return ClientPage("jane", record, PREPARED, **more)  # type: ignore[arg-type]


def test_who_they_are_stands_first_and_nothing_that_is_not_known() -> None:
    report = client_page(page(ClientRecord("Jane Example", "2 weeks", role="Head", language="de-du")))

    assert report.title == "Jane Example"
    assert report.on == TODAY
    assert report.facts == {
        "Role": "Head",
        "Language": "German (du)",
        "Seen": "every 2 weeks",
        "Last session": "Friday 6 November, 14 days ago",
    }


@pytest.mark.parametrize(
    ("mark", "told"), [("2026-11-20", "since Friday 20 November 2026"), ("yes", "yes"), ("no", None), ("", None)]
)
def test_since_when_they_are_archived_is_told(mark: str, told: str | None) -> None:
    assert client_page(page(ClientRecord("Jane", archived=mark))).facts.get("Archived") == told


def test_goals_come_first_then_what_is_open_sessions_and_files() -> None:
    held = {"client": Held(2, date(2026, 11, 6)), "stakeholder": Held(1, date(2026, 10, 1))}
    report = client_page(page(ClientRecord("Jane", people="6"), held=held, folder="/p/jane", exports=2))

    assert report.facts["Who"] == "a team of 6"
    assert {section.title: [line.text for line in section.lines] for section in report.sections} == {
        "Goals": ["Lead the division"],
        "Actions": ["Ring Ana"],
        "You promised": ["Send the article"],
        "Sessions": [
            "2 sessions, last on Friday 6 November 2026",
            "1 interview about them, last on Thursday 1 October 2026",
        ],
        "Files": ["/p/jane", "2 files in exports, made to be handed on"],
    }
    assert next(iter(report.sections)).title == "Goals"

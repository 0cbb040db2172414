"""The page of a client, from the files of a practice."""

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.client.archive import archive
from coachcli.app.client.page import page
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.client.page import client_page


def test_all_that_is_known_of_a_client_is_on_their_page(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, turns=(turn_with(note("Ring Ana", "action", "client"), question="arriving"),))
    exports = context.practice.exports(jane.id)
    exports.mkdir()
    (exports / "jane-doe-2026-11-19-1000-for-client.md").touch()
    shown = page(context, "jane")

    assert shown.passed_over == ()
    assert shown.page.held["client"].count == 1
    assert shown.data() | {"folder": ""} == {
        "id": "jane-doe",
        "name": "Jane Doe",
        **dict.fromkeys(("cadence", "email", "organisation", "role", "language", "people", "archived")),
        "engagements": [],
        "last": "2026-11-19",
        "next": None,
        "dates": [],
        "goals": [],
        "actions": [{"what": "Ring Ana", "due": None, "confidence": None, "overdue": False}],
        "promises": [],
        "parked": [],
        "sessions": {"client": {"count": 1, "last": "2026-11-19"}},
        "folder": "",
        "exports": 1,
    }


def test_the_engagement_and_its_road_are_on_it(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-02-1000", "intake")
    folder = context.practice.engagements(jane.id)
    folder.mkdir()
    (folder / "2026-lead.yaml").write_text(
        "format: 1\ntitle: Leading the division\nstart: 2026-11-01\nend: 2027-04-30\nsessions: 12\n"
        "road:\n- {do: intake, week: 1}\n- {do: midpoint, week: 12}\n",
        encoding="utf-8",
    )
    sections = {one.title: one.lines for one in client_page(page(context, "jane").page).sections}

    (engagement,) = sections["Engagement"]
    assert engagement.text == "Leading the division"
    assert engagement.details[0].startswith("month 1 of 6 · session 2 of 12 · ")
    assert engagement.details[1] == "until 30 Apr 2027"
    assert [(line.text.lower(), *line.details) for line in sections["Road"]] == [
        ("intake and contracting", "done", "2 Nov"),
        ("midpoint review", "next", "17 Jan 2027, in 58 days"),
    ]
    (data,) = page(context, "jane").data()["engagements"]
    assert (data["month"], data["sessions"], [stop["state"] for stop in data["road"]]) == (1, 1, ["done", "next"])


@pytest.mark.usefixtures("jane")
def test_an_archived_client_has_a_page_too(context: Context) -> None:
    archive(context, "jane", undo=False)

    assert page(context, "jane").page.record.archived == "2026-11-20"


def test_what_cannot_be_read_is_told_beside_what_can(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane).path.write_text("format: 1\nid: [\n", encoding="utf-8")
    context.practice.client_file(jane.id).write_text("name: Jane Doe\nrole: [a]\nemail: j@example.com\n")
    shown = page(context, "jane")

    assert (shown.page.record.name, shown.page.record.email) == ("Jane Doe", "j@example.com")
    assert len(shown.passed_over) == 2
    context.practice.client_file(jane.id).unlink()
    assert page(context, "jane-doe").page.record.name == "jane-doe"

"""The account of hours, and the files that are made of it."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from app.conftest import MakeSession
from engagements import written
from openpyxl import load_workbook

from coachcli.app.context import Context
from coachcli.app.hours import account as files
from coachcli.app.hours.account import Told, told
from coachcli.domain.client.model import Client, ClientRecord
from coachcli.domain.hours.sums import Period
from coachcli.domain.session.model import Booked
from coachcli.store.client import client_file

HOUR = Booked(spent=60)


@pytest.fixture(autouse=True)
def _held(context: Context, jane: Client, made: MakeSession) -> None:
    written(context.practice, jane.id, "start: 2026-09-01\npaid: yes\nconsents: {listed_for_credential: 2026-09-03}\n")
    made(jane, "2026-09-03-1000", minutes=HOUR, status="ended")
    made(jane, "2026-10-05-1000", minutes=Booked(spent=30), status="ended")
    bob = client_file.add(context.practice, "Bob =1+1", {"email": "bob@example.com"})
    written(context.practice, bob.id, "start: 2026-09-01\npaid: no\n")
    made(bob, "2026-10-06-1000", minutes=HOUR, status="ended")


def account(context: Context) -> Told:
    return told(context, Period(), "client")


def test_the_page_has_a_form_for_people_and_one_for_programs(context: Context) -> None:
    shown = files.page_file(context, account(context).account, "markdown").decode()

    assert "Coaching: 2.5 h" in shown.replace("*", "")
    assert json.loads(files.page_file(context, account(context).account, "json"))["work"]["coaching"]["pro_bono"] == 1.0


def test_the_table_has_a_row_for_each_session(context: Context) -> None:
    rows = list(csv.DictReader(StringIO(files.table_file(account(context).account))))

    assert [(row["client"], row["start"], row["hours"], row["paid"]) for row in rows] == [
        ("Jane Doe", "2026-09-03", "1.00", "yes"),
        ("Jane Doe", "2026-10-05", "0.50", "yes"),
        ("Bob =1+1", "2026-10-06", "1.00", "no"),
    ]


def test_the_workbook_has_the_same_rows_and_tells_of_the_last_day(context: Context) -> None:
    (context.practice.root / "coach.yaml").write_text("me: {name: Alex Example}\n", encoding="utf-8")
    book = load_workbook(BytesIO(files.workbook_file(context, account(context).account)))

    assert [cell.value for cell in book.worksheets[0]["H"]] == ["hours", 1, 0.5, 1]
    assert (book.properties.creator, book.properties.modified.date()) == ("Alex Example", date(2026, 10, 6))


def test_the_log_has_who_agreed_with_their_address(context: Context, jane: Client) -> None:
    path = context.practice.client_file(jane.id)
    path.write_text(path.read_text(encoding="utf-8") + "email: jane@example.com\n", encoding="utf-8")

    log = files.log_of(context, account(context))
    rows = list(csv.reader(StringIO(files.log_file(log))))

    assert rows[1] == ["Jane Doe", "jane@example.com", "Individual", "", "2026-09-03", "2026-10-05", "1.50", "0.00"]
    assert rows[2] == ["Total Hours (Paid & Pro Bono)", "", "", "", "", "", "1.50", "0.00"]
    assert len(rows) == 3
    assert (log.withheld.clients, log.withheld.seconds) == (1, 3600)


def test_only_the_files_of_those_in_the_log_are_looked_into(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real, there = client_file.read, account(context)

    def noted(folder: Path) -> ClientRecord:
        read.append(folder.name)
        return real(folder)

    monkeypatch.setattr(client_file, "read", noted)

    files.log_of(context, there)

    assert read == ["jane-doe"]


def test_a_file_is_called_after_what_it_is_and_the_day() -> None:
    day = date(2026, 11, 29)

    assert files.file_name("icf", day) == "hours-icf-2026-11-29.csv"
    assert files.file_name("xlsx", day) == "hours-2026-11-29.xlsx"
    assert files.file_name("markdown", day) == "hours-2026-11-29.md"

"""`coach hours`: what was held, on the screen and in files, and nobody named where others see it."""

import csv
import json
import sys
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.conftest import made as made  # noqa: PLC0414 the fixture
from cli.conftest import Coach
from engagements import written
from openpyxl import load_workbook

from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Booked
from coachcli.store.client import client_file
from coachcli.store.hours import earlier_file
from coachcli.store.paths import Practice

CONSENT = "start: 2020-09-01\npaid: yes\nconsents: {listed_for_credential: 2020-09-03}\n"


@pytest.fixture
def jane(practice: Practice) -> Client:
    return client_file.add(practice, "Jane Éxample")


@pytest.fixture
def _held(practice: Practice, jane: Client, made: MakeSession) -> None:
    written(practice, jane.id, CONSENT)
    made(jane, "2020-09-03-1000", minutes=Booked(spent=50), status="ended")
    made(jane, "2020-10-03-1000", minutes=Booked(spent=45), status="ended")
    bob = client_file.add(practice, "Bob Example")
    made(bob, "2020-11-10-1000", minutes=Booked(spent=60), status="ended")


@pytest.mark.usefixtures("_held")
class TestWithHours:
    def test_they_are_told_on_a_page(self, coach: Coach) -> None:
        answer = coach("hours")

        assert answer.code == 0
        assert "2.58 h · 3 sessions · 1.58 h paid · 1 h not said whether paid" in answer.out
        assert "  Jane Éxample  1.58\n" in answer.out
        assert "ICF ACC" in answer.out
        assert "coach hours --as text" in answer.err

    def test_where_no_time_was_measured_it_is_told_how_to_write_it_down(
        self, coach: Coach, jane: Client, made: MakeSession
    ) -> None:
        assert "--raw" not in coach("hours").err
        made(jane, "2020-10-10-1000", status="ended")
        told = " ".join(coach("hours").err.split())

        assert "written into it as minutes: {spent: 50} by: coach session edit --raw SESSION" in told
        assert "Left out: 1 session, as no time was measured." in coach("hours", "--as", "icf").err

    @pytest.mark.parametrize(("by", "words"), [("client", "Bob Example"), ("month", "2020-09"), ("type", "not said")])
    def test_the_table_is_by_what_was_asked(self, coach: Coach, by: str, words: str) -> None:
        assert words in coach("hours", "--by", by).out

    def test_a_period_bounds_them(self, coach: Coach) -> None:
        assert "1.75 h · 2 sessions" in coach("hours", "--since", "2020-10-01").out
        assert "0.83 h · 1 session ·" in coach("hours", "--until", "30 September 2020").out
        assert coach("hours", "--since", "2020-10-01", "--until", "2020-09-01").code == 2
        refused = coach("hours", "--until", "the flood")
        assert (refused.code, '--until "1 March"' in refused.err) == (2, True)

    def test_where_others_see_the_screen_nobody_is_named(self, coach: Coach) -> None:
        for by in ("client", "month", "type"):
            answer = coach("hours", "--discreet", "--by", by)
            assert answer.code == 0
            assert "Jane" not in answer.out + answer.err
            assert "Bob" not in answer.out + answer.err
            assert "2.58 h" in answer.out

    @pytest.mark.parametrize("more", [("--json",), ("--as", "icf"), ("--as", "csv"), ("--as", "text"), ("-o", "x.csv")])
    def test_no_file_is_made_where_others_see_the_screen(self, coach: Coach, more: tuple[str, ...]) -> None:
        answer = coach("hours", "--discreet", *more)

        assert (answer.code, answer.out) == (2, "")

    def test_for_programs(self, coach: Coach) -> None:
        assert json.loads(coach("hours", "--json").out)["work"]["coaching"]["hours"] == 2.58

    def test_the_log_has_who_agreed_and_says_how_much_was_withheld(self, coach: Coach) -> None:
        answer = coach("hours", "--as", "icf")

        assert [row[0] for row in csv.reader(StringIO(answer.out))] == [
            "Client Name", "Jane Éxample", "Total Hours (Paid & Pro Bono)",
        ]  # fmt: skip
        assert answer.err == "Withheld: 1 h, and 1 client altogether: no consent to be listed.\n"

    def test_a_file_for_excel_begins_with_its_mark_and_a_pipe_has_none(self, coach: Coach, tmp_path: Path) -> None:
        target = tmp_path / "hours.csv"
        assert coach("hours", "--as", "csv", "-o", str(target)).code == 0

        assert target.read_bytes().startswith(b"\xef\xbb\xbfclient,people,")
        assert target.read_bytes().count(b"\r\n") == 4
        assert target.read_text("utf-8-sig").replace("\r\n", "\n") == coach("hours", "--as", "csv").out.replace(
            "\r\n", "\n"
        )

    def test_a_workbook_is_written_into_a_folder(self, coach: Coach, tmp_path: Path) -> None:
        answer = coach("hours", "--as", "xlsx", "-o", str(tmp_path))

        (made,) = tmp_path.glob("hours-*.xlsx")
        assert str(made) in answer.err
        assert load_workbook(BytesIO(made.read_bytes())).worksheets[0]["A2"].value == "Jane Éxample"
        assert coach("hours", "--as", "xlsx", "-o", str(tmp_path)).code == 5

    def test_a_workbook_goes_to_no_terminal(self, coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

        assert coach("hours", "--as", "xlsx").code == 2

    def test_a_page_in_a_file_has_what_else_is_asked_for(self, coach: Coach) -> None:
        told = coach("hours", "--as", "markdown").out

        assert "60 hours of education" in told
        assert "coachingfederation" in told

    def test_a_broken_file_of_hours_from_before_is_told_and_the_rest_is_counted(
        self, coach: Coach, practice: Practice
    ) -> None:
        practice.earlier_hours.write_text("relationships:\n  - {client: Ana Sample, paid: ten}\n", encoding="utf-8")

        answer = coach("hours")
        assert (answer.code, "2.58 h" in answer.out) == (4, True)
        assert "earlier-hours.yaml:2:32: paid must be a number" in answer.err
        discreet = coach("hours", "--discreet")
        assert discreet.code == 4
        assert earlier_file.DamagedEarlierError.in_general in discreet.err


def test_without_hours_the_first_step_is_told(coach: Coach, jane: Client) -> None:
    assert jane
    answer = coach("hours")

    assert (answer.code, answer.out) == (0, "")
    assert "coach session start" in answer.err
    assert json.loads(coach("hours", "--json").out)["groups"] == []

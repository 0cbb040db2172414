"""When the next session is: as it was said, as it was understood, and kept with the session."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from app.conftest import MakeSession
from builders import FRIDAY

from coachcli.app.context import Context
from coachcli.app.session.appointments import keep_next, not_understood, read_appointment
from coachcli.app.session.lock import locked
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Appointment
from coachcli.domain.value import changed
from coachcli.errors import InUseError
from coachcli.store.paths import markdown_file
from coachcli.store.session import sessions

# A Friday.
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "on", "at"),
    [
        ("friday 14:00", "2026-11-27", "14:00"),
        ("in two weeks at 9", "2026-12-04", "09:00"),
        ("4 December", "2026-12-04", None),
        ("4 December at 2", "2026-12-04", "14:00"),
        ("4 dec, 14h30", "2026-12-04", "14:30"),
        ("tuesday at 2.30 p.m.", "2026-11-24", "14:30"),
        ("10am friday", "2026-11-27", "10:00"),
        ("4.12. 14.00", "2026-12-04", "14:00"),
        ("12.12. at 9.30", "2026-12-12", "09:30"),
        ("2026-12-04 16:30", "2026-12-04", "16:30"),
        ("next friday at noon", "2026-11-27", "12:00"),
        ("the 5th at 10 o'clock", "2026-12-05", "10:00"),
        ("friday 14:00-15:30", "2026-11-27", "14:00"),
        ("friday at 3 in the afternoon", "2026-11-27", "15:00"),
        ("tonight at 8", "2026-11-20", "20:00"),
        ("monday morning", "2026-11-23", None),
    ],
)
def test_a_day_and_an_hour_as_people_say_them(words: str, on: str, at: str | None) -> None:
    assert read_appointment(words, NOW, "DMY") == Appointment(words=words, on=date.fromisoformat(on), at=at)


@pytest.mark.parametrize(
    "words",
    [
        "after her holiday",
        "14:00",
        "yesterday 14:00",
        "friday 25:00",
        "friday 14:00 CET",
        "friday 3pm London time",
        "friday, 14:00 or 15:00",
        "friday 9-10",
        "thursday 4 December",
    ],
)
def test_what_is_not_wholly_understood_stays_words(words: str) -> None:
    assert read_appointment(words, NOW, "DMY") == Appointment(words=words)


def test_it_is_kept_with_the_session_and_on_its_page(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, status="ended")
    agreed = Appointment(words="friday 2pm", on=FRIDAY, at="14:00")

    assert keep_next(context, stored.path, agreed).next == agreed
    assert sessions.load(stored.path).session == changed(stored.session, next=agreed)
    assert "We meet again: Friday 27 November 2026, 14:00" in markdown_file(stored.path).read_text(encoding="utf-8")


def test_a_session_that_is_open_elsewhere_is_left_alone(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, status="ended")
    with locked(context, stored.path), pytest.raises(InUseError):
        keep_next(context, stored.path, Appointment(words="friday"))

    assert sessions.load(stored.path).session.next is None


SATURDAY = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("appointments.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[row["line"] for row in ROWS])
def test_the_rows_of_appointments_are_read_so_on_a_saturday_in_november(row: dict[str, Any]) -> None:
    appointment = read_appointment(row["line"], SATURDAY, "DMY")

    assert (appointment.on or "none") == row["day"]
    assert appointment.at == row.get("time")
    assert appointment.on or row["told"] in not_understood(row["line"], SATURDAY, "DMY")

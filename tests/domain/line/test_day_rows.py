"""The rows of days.yaml: what each line is read as on Saturday 28 November 2026, and what the coach is told."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from coachcli.app.session.appointments import not_understood, read_appointment
from coachcli.domain.day.reader import DateReader
from coachcli.domain.line.grammar import Expecting, Understood, read_line
from coachcli.domain.session.moves import Noted

NOW = datetime(2026, 11, 28, 12, 0).astimezone()
ROWS: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("days.yaml").read_text("utf-8"))


def each(group: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", ROWS[group], ids=[row["line"] for row in ROWS[group]])


def assert_read_as(sign: str, row: dict[str, Any]) -> None:
    reading = read_line(f"{sign}{row['line']}", Expecting(None, DateReader(NOW.date(), row.get("order", "DMY"))))
    assert isinstance(reading, Understood)
    assert isinstance(reading.move, Noted)
    note = reading.move.note
    assert (note.due.on if note.due else "none") == row["day"]
    assert (note.confidence if note.confidence is not None else "none") == row.get("score", "none")
    assert row.get("told", "") in reading.remark
    assert bool(reading.remark) == ("told" in row)
    if "text" in row or (note.due is None and note.confidence is None):
        assert note.text == row.get("text", row["line"])
    else:
        assert row["line"].startswith(note.text)
        assert not note.text.endswith((" by", ","))


@each("actions")
def test_an_action(row: dict[str, Any]) -> None:
    assert_read_as("*", row)


@each("promises")
def test_a_promise(row: dict[str, Any]) -> None:
    assert_read_as(">", row)


@each("next_session")
def test_the_next_session(row: dict[str, Any]) -> None:
    appointment = read_appointment(row["line"], NOW, "DMY")

    assert (appointment.on or "none") == row["day"]
    assert appointment.at == row.get("time")
    assert appointment.on or row["told"] in not_understood(row["line"], NOW, "DMY")

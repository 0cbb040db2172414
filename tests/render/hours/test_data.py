"""Hours for programs."""

from datetime import date

from hours import TODAY, credential, entry

from coachcli.domain.hours.account import account_of
from coachcli.domain.hours.sums import Period
from coachcli.render.hours.data import hours_data


def test_all_that_a_page_tells_is_there_as_numbers() -> None:
    held = [entry(paid=True, way="video"), entry(None, planned=30), entry(1800, work="mentoring")]

    data = hours_data(account_of(held, [credential(listed=True)], Period(date(2026, 1, 1)), "month", TODAY))

    assert (data["since"], data["until"], data["by"], data["left_out"]) == ("2026-01-01", "2026-11-29", "month", 0)
    assert data["work"]["coaching"] == {
        "sessions": 1,
        "earlier": 0,
        "hours": 1.0,
        "paid": 1.0,
        "pro_bono": 0.0,
        "not_said": 0.0,
        "planned_only": {"sessions": 1, "hours": 0.5},
    }
    assert data["held"] == {"video": 1.0, "not said": 0.5}
    assert data["groups"][0]["name"] == "2026-11"
    assert data["groups"][0]["mentoring"]["hours"] == 0.5
    assert data["credentials"][0]["needs"] == [{"name": "hours", "there": 1.0, "asked": 10.0, "missing": 9.0}]
    assert data["credentials"][0]["unlisted"] == {"hours": 1.0, "clients": 1}
    assert data["credentials"][0]["does_not_count"] == [
        "0.5 h of mentoring", "1 session whose time was not measured",
    ]  # fmt: skip

"""An engagement on a screen of any width: each thing on its own rows, nothing lost, nothing wider than the window."""

from datetime import date

import pytest
from engagements import engagement, session_on

from coachcli.cells import cells
from coachcli.domain.engagement.counts import counts_of
from coachcli.domain.engagement.model import Ended, Engagement, Left, Milestone
from coachcli.domain.engagement.page import Page, Titled
from coachcli.domain.engagement.road import road_of
from coachcli.domain.history.extract import SessionExtract
from coachcli.render.engagement.page import page_data, page_text

TODAY = date(2026, 11, 18)
TITLES = {
    "intake": "Intake",
    "three-way": "Three-way contracting",
    "stakeholder-interview": "Stakeholder interview",
    "sponsor-checkin": "Sponsor check-in",
    "midpoint": "Midpoint review",
    "closing": "Closing meeting",
}
WHOLE = engagement(
    Milestone(do="intake", week=1),
    Milestone(do="three-way", week=2),
    Milestone(do="stakeholder-interview", week=3, times=6),
    Milestone(do="sponsor-checkin", every="month"),
    Milestone(do="midpoint", week=12),
    Milestone(do="closing", week=24),
    title="Leading the new division",
    end=date(2027, 2, 28),
    type="executive",
    sessions=12,
    minutes=60,
    every="2 weeks",
    paid=False,
    sponsor="Sam Boss, head of operations",
    sponsor_hears="dates",
    consents={"goals": date(2026, 9, 3), "listed_for_credential": date(2026, 9, 3)},
    keep_until=date(2030, 2, 28),
    agreed="Both say early what does not work.\nEither may end it.",
    left=(Left(on=date(2026, 11, 2), audience="sponsor", what="report", lines=9),),
)
HELD = (
    session_on(date(2026, 9, 2), "intake"),
    session_on(date(2026, 9, 10), "stakeholder-interview", "stakeholder"),
    session_on(date(2026, 9, 18), "stakeholder-interview", "stakeholder"),
    session_on(date(2026, 10, 20), "sponsor-checkin", "sponsor"),
)
TEXT = """Jane Example · Leading the new division
month 3 of 6 · session 2 of 12 · closing meeting in 83 days

1 Sep to 28 Feb 2027 · coaching · executive · 12 sessions · 60 minutes · every 2 weeks · pro bono

Road
  done   Intake · 2 Sep
  late   Three-way contracting · was for 8 Sep
  late   Stakeholder interview · 2 of 6 · last 18 Sep · was for 15 Sep
         Sponsor check-in · every month · last 20 Oct · 20 Nov, in 2 days
  due    Midpoint review · until 23 Nov
  next   Closing meeting · 9 Feb 2027, in 83 days

Sponsor: Sam Boss, head of operations
The sponsor hears: that sessions take place, and when
Consents: goals since 3 Sep, listed for credential since 3 Sep
Kept until: 28 Feb 2030
Agreed: Both say early what does not work. Either may end it.
Left the house: once on 2 Nov, for the sponsor: report
"""


def page_of(one: Engagement, *held: SessionExtract, **more: object) -> Page:
    road = road_of(one, held, TODAY)
    return Page(
        client="jane-example",
        client_name="Jane Example",
        engagement=one,
        counts=counts_of(one, held, road, TODAY),
        road=tuple(Titled(stop, TITLES[stop.milestone.do]) for stop in road),
        today=TODAY,
        **more,  # type: ignore[arg-type]
    )


def test_all_of_it_is_there() -> None:
    assert page_text(page_of(WHOLE, *HELD), 120) == TEXT


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_row_is_wider_than_the_window_and_no_word_is_lost(width: int) -> None:
    text = page_text(page_of(WHOLE, *HELD), width)

    assert all(cells(row) <= width for row in text.split("\n"))
    assert " ".join(text.split()) == " ".join(TEXT.split())


def test_one_with_nothing_but_a_start_is_short() -> None:
    assert page_text(page_of(engagement())) == "Jane Example · lead\nmonth 3 · session 1\n\n1 Sep · coaching\n"


def test_one_that_has_ended_says_when_and_why_and_nothing_is_due() -> None:
    ended = engagement(Milestone(do="midpoint", week=2), ended=Ended(on=date(2026, 10, 1), why="moved on"))

    text = page_text(page_of(ended, *HELD, others=("other",)))

    assert "ended 1 Oct, moved on · 1 session\n" in text
    assert "\n         Midpoint review\n" in text
    assert "Their other engagements: other" in text


def test_what_would_act_on_a_terminal_is_spelled_out() -> None:
    assert "\x1b" not in page_text(page_of(engagement(title="Lead\x1b[2J")))


def test_for_programs_the_road_has_its_days() -> None:
    data = page_data(page_of(WHOLE, *HELD))

    assert (data["client"], data["id"], data["month"], data["months"]) == ("jane-example", "lead", 3, 6)
    assert (data["sessions_held"], data["sessions"], data["days_to_next"], data["days_to_end"]) == (1, 12, 83, 102)
    assert data["road"][4] == {
        "framework": "midpoint",
        "title": "Midpoint review",
        "state": "due",
        "week": 12,
        "every": None,
        "times": 1,
        "held": [],
        "from": "2026-11-17",
        "until": "2026-11-23",
    }
    assert data["line"] == "month 3 of 6 · session 2 of 12 · closing meeting in 83 days"


@pytest.mark.parametrize(
    ("every", "shown"), [("monthly", "monthly"), ("2 weeks", "every 2 weeks"), ("every week", "every week")]
)
def test_a_rhythm_is_read_as_it_was_said(every: str, shown: str) -> None:
    text = page_text(page_of(engagement(Milestone(do="midpoint", every=every), every=every)))

    assert f" · coaching · {shown}\n" in text
    assert f" Midpoint review · {shown} · " in text

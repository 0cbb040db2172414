"""The reports for the client and for the coach."""

from collections.abc import Callable

import pytest
from app.report.conftest import GOAL, LEAD, WORDS, Reporter
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.report.draft import Draft
from coachcli.errors import UsageError
from coachcli.render.page.text import text

Do = Callable[..., None]


def page(draft: Draft) -> str:
    return text(draft.page)


def test_without_an_engagement_it_is_of_all_the_work(report: Reporter, meet: Do) -> None:
    meet("2026-10-05", engagement=None)

    for audience in ("client", "me"):
        draft = report(audience)
        assert draft.engagement is None
        assert "5 October 2026" in page(draft)


def test_it_is_of_the_engagement_under_way_and_its_days_say_what_belongs_to_it(
    report: Reporter, agree: Do, meet: Do
) -> None:
    agree()
    meet("2026-08-05", engagement=None)
    meet("2026-10-05", engagement=None)
    meet("2026-10-06", engagement="none")

    for audience in ("client", "me"):
        assert [day for day in ("5 August", "5 October", "6 October") if day in page(report(audience))] == ["5 October"]
        whole = page(report(audience, engagement="none"))
        assert [day for day in ("5 August", "5 October", "6 October") if day in whole] == [
            *("5 August", "5 October", "6 October")
        ]


def test_of_two_under_way_the_coach_names_one(report: Reporter, agree: Do) -> None:
    agree()
    agree("start: 2026-10-01\n", "other")

    with pytest.raises(UsageError) as raised:
        report("client")

    assert raised.value.hint == "Name it: coach report jane-doe --for client --engagement other --yes"


def test_a_client_is_greeted_by_a_coach_who_says_who_they_are(context: Context, report: Reporter, meet: Do) -> None:
    meet("2026-10-05")
    settings = context.practice.root / "coach.yaml"
    settings.write_text("me: {name: Alex Example, sign_off: 'Warm regards,'}\n", encoding="utf-8")

    told = page(report("client"))

    assert told.startswith("Hello Jane,\n")
    assert told.endswith("Warm regards,\nAlex Example\n")


def test_with_a_damaged_session_nothing_is_called_open_and_the_coach_is_told(
    context: Context, report: Reporter, meet: Do
) -> None:
    meet("2026-10-05", turns=(turn_with(note("Rest", "action", "client"), question="arriving"),))
    assert "WHAT GOES ON" in page(report("client"))
    meet("2026-10-06")
    context.practice.session_file("jane-doe", "2026-10-06-1000-grow").write_text("turns: [", encoding="utf-8")

    draft = report("client")

    assert "WHAT GOES ON" not in page(draft)
    assert draft.remarks == ("Without what goes on: something could not be read that may say it is done.",)
    assert len(draft.passed_over) == 1


def test_an_engagement_that_cannot_be_read_is_told_and_stops_neither(report: Reporter, agree: Do, meet: Do) -> None:
    agree()
    agree("start: soon\n", "other")
    meet("2026-10-05")

    for audience in ("client", "me"):
        draft = report(audience)
        assert "5 October 2026" in page(draft)
        assert "start must be a day" in draft.passed_over[0].message


def test_it_ends_with_its_last_day(report: Reporter, agree: Do, meet: Do) -> None:
    agree(LEAD)
    meet("2026-10-05", turns=(turn_with(note(WORDS, "insight", "client"), question="arriving"),))
    meet("2026-11-05")

    for audience in ("client", "me"):
        assert GOAL not in page(report(audience, until="2026-11-04"))
        assert GOAL in page(report(audience, until="2026-11-05"))

"""Kept too long is what is past the day that was agreed, or else the usual term after its end."""

from datetime import date

import pytest

from coachcli.domain.client.model import Client
from coachcli.domain.engagement.interval import Interval
from coachcli.domain.engagement.model import Ended, Engagement
from coachcli.domain.practice.retention import Person, Retention, read_term, retention

JANE = Client("jane", "Jane Example")
THREE_YEARS = read_term("3 years")
TODAY = date(2030, 3, 1)


def agreed(name: str = "lead", **parts: object) -> Engagement:
    return Engagement(id=name, start=date(2026, 1, 1), **parts)  # type: ignore[arg-type]


def of(*engagements: Engagement, last: date | None = None, term: Interval | None = None) -> Retention:
    return retention([Person(JANE, engagements, last)], term, TODAY)


def days(found: Retention) -> tuple[list[str], list[str], int, bool]:
    past, soon = ([one.until.isoformat() for one in kept] for kept in (found.past, found.soon))
    return past, soon, found.without_day, "jane" in found.erasable


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2030-02-28", (["2030-02-28"], [], 0, True)),
        ("2030-03-01", ([], ["2030-03-01"], 0, False)),
        ("2030-03-31", ([], ["2030-03-31"], 0, False)),
        ("2030-04-01", ([], [], 0, False)),
    ],
)
def test_on_its_day_it_is_still_kept_and_a_month_before_it_is_told(
    until: str, expected: tuple[list[str], list[str], int, bool]
) -> None:
    assert days(of(agreed(keep_until=date.fromisoformat(until)))) == expected


def test_the_usual_term_counts_from_the_end_and_what_was_agreed_goes_before_it() -> None:
    ended = agreed(end=date(2027, 6, 30), ended=Ended(on=date(2027, 2, 20)))

    assert days(of(ended, term=THREE_YEARS)) == (["2030-02-20"], [], 0, True)
    assert days(of(ended)) == ([], [], 1, False)
    assert days(of(agreed(end=date(2020, 1, 1), keep_until=date(2031, 1, 1)), term=THREE_YEARS)) == ([], [], 0, False)
    assert days(of(agreed(), term=THREE_YEARS)) == ([], [], 1, False)


def test_who_has_no_engagement_is_kept_for_the_term_after_the_last_session() -> None:
    assert days(of(last=date(2027, 2, 1), term=THREE_YEARS)) == (["2030-02-01"], [], 0, True)
    assert days(of(last=date(2027, 2, 1))) == ([], [], 1, False)
    assert days(of(term=THREE_YEARS)) == ([], [], 1, False)


def test_nobody_is_proposed_to_be_erased_with_whom_something_goes_on() -> None:
    past = agreed(keep_until=date(2029, 1, 1))

    assert days(of(past, agreed("next", keep_until=date(2031, 1, 1))))[3] is False
    assert days(of(past, agreed("next")))[2:] == (1, False)
    assert days(of(past, last=date(2030, 2, 1)))[3] is False
    assert days(of(past, last=date(2028, 2, 1)))[3] is True


def test_the_longest_past_comes_first_and_a_day_that_no_calendar_has_is_far_away() -> None:
    found = of(agreed(keep_until=date(2029, 1, 1)), agreed("b", keep_until=date(2028, 1, 1)))
    assert [one.until.year for one in found.past] == [2028, 2029]

    assert days(of(agreed(end=date(9999, 1, 1)), term=THREE_YEARS)) == ([], [], 0, False)


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("3 years", Interval(36, "month")),
        ("1 year", Interval(12, "month")),
        (" 18  Months", Interval(18, "month")),
        ("0 years", None),
        ("for ever", None),
        ("", None),
    ],
)
def test_a_term_is_read(words: str, interval: Interval | None) -> None:
    assert read_term(words) == interval

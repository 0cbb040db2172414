from datetime import UTC, date, datetime

import pytest

from coachcli.app.dates import Order, future_days, past_moment

# A Friday.
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


def day(words: str, order: Order = "DMY") -> date | None:
    return future_days(lambda: NOW, order)(words)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("friday", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("next friday", "2026-11-27"),
        ("tomorrow", "2026-11-21"),
        ("today", "2026-11-20"),
        ("tonight", "2026-11-20"),
        ("monday", "2026-11-23"),
        ("monday morning", "2026-11-23"),
        ("sunday 10am", "2026-11-22"),
        ("in two weeks", "2026-12-04"),
        ("next week", "2026-11-27"),
        ("next month", "2026-12-20"),
        ("27 nov", "2026-11-27"),
        ("27 November", "2026-11-27"),
        ("nov 27", "2026-11-27"),
        ("1 March", "2027-03-01"),
        ("2026-12-01", "2026-12-01"),
        ("24.12.", "2026-12-24"),
        ("4.12.", "2026-12-04"),
        ("12.12.", "2026-12-12"),
        ("friday 4.12.", "2026-12-04"),
        ("the 5th", "2026-12-05"),
        ("25th", "2026-11-25"),
        ("31.", "2026-12-31"),
        ("end of the week", "2026-11-20"),
        ("the end of the month", "2026-11-30"),
        ("end of month", "2026-11-30"),
        ("end of the year", "2026-12-31"),
        ("a week from monday", "2026-11-30"),
        ("a week from today", "2026-11-27"),
        ("monday week", "2026-11-30"),
    ],
)
def test_a_day_as_people_say_it(words: str, meant: str) -> None:
    assert day(words) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "when the snow melts",
        "example",
        "Mark",
        "may",
        "in december",
        "2027",
        "yesterday",
        "last friday",
        "the 32nd",
        "soon",
        "x" * 500,
        "((((",
        "99/99",
        "an hour",
        "2 hours",
        "three days",
        "a week",
    ],
)
def test_what_is_no_day_to_come_stays_words(words: str) -> None:
    assert day(words) is None


@pytest.mark.parametrize(("order", "meant"), [("DMY", "2027-04-03"), ("MDY", "2027-03-04"), ("YMD", "2027-03-04")])
def test_numbers_are_read_in_the_order_the_coach_set(order: Order, meant: str) -> None:
    assert day("3/4", order) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("yesterday 14:00", "2026-11-19 14:00"),
        ("today 9am", "2026-11-20 09:00"),
        ("monday 10:00", "2026-11-16 10:00"),
        ("2026-11-18 16:30", "2026-11-18 16:30"),
        ("18 nov 2pm", "2026-11-18 14:00"),
        ("two days ago 9:00", "2026-11-18 09:00"),
    ],
)
def test_a_call_that_took_place_is_found_in_the_past(words: str, meant: str) -> None:
    moment = past_moment(words, NOW, "DMY")

    assert moment is not None
    assert moment.strftime("%Y-%m-%d %H:%M") == meant
    assert moment.utcoffset() is not None


@pytest.mark.parametrize("words", ["tomorrow 14:00", "blah", "", "2099-01-01 10:00"])
def test_what_is_no_moment_of_the_past_is_none(words: str) -> None:
    assert past_moment(words, NOW, "DMY") is None

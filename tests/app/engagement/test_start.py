"""A new engagement: what was said, what was asked for, and the file with the road in it."""

from datetime import date

import pytest
from app.play import Chooser

from coachcli.app.context import Context
from coachcli.app.engagement.start import Wanted, day_in, next_steps, start
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Engagement
from coachcli.errors import NotFoundError, UsageError
from coachcli.store.client import engagements

WHOLE = Wanted(title="Leading: the division", start="2026-09-01", end="6 months", sessions=12, every="2 weeks")


def begun(context: Context, wanted: Wanted, *answers: str) -> Engagement:
    made = start(context, "jane", wanted, lambda: Chooser(list(answers)) if answers else None)
    (found,) = engagements.of_client(context.practice, "jane-doe").found
    assert found == made.engagement
    return found


@pytest.mark.usefixtures("jane")
def test_what_was_said_stands_in_the_file(context: Context) -> None:
    found = begun(context, WHOLE)

    assert (found.id, found.title) == ("2026-leading-the-division", "Leading: the division")
    assert (found.start, found.end) == (date(2026, 9, 1), date(2027, 2, 28))
    assert (found.sessions, found.every, found.road) == (12, "2 weeks", ())


@pytest.mark.usefixtures("jane")
def test_the_road_is_copied_and_with_nothing_said_it_begins_today(context: Context) -> None:
    found = begun(context, Wanted(road="simple"))

    assert (found.id, found.start) == ("2026-simple", date(2026, 11, 20))
    assert [stop.do for stop in found.road] == ["intake", "session", "midpoint", "closing"]


def test_two_of_one_name_have_two_files(context: Context, jane: Client) -> None:
    one = start(context, jane.name, WHOLE, lambda: None)
    two = start(context, jane.name, WHOLE, lambda: None)

    assert (one.path.stem, two.path.stem) == ("2026-leading-the-division", "2026-leading-the-division-2")
    assert next_steps(two) == (
        "To change what was agreed, or its road: coach engagement edit jane-doe 2026-leading-the-division-2"
    )


@pytest.mark.usefixtures("jane")
def test_in_a_terminal_it_asks_and_enter_leaves_things_open(context: Context) -> None:
    found = begun(context, Wanted(), "", "", "", "", "", "no road", "")

    assert found == Engagement(id="2026-coaching", start=date(2026, 11, 20))


@pytest.mark.usefixtures("jane")
def test_what_is_answered_counts_and_what_was_said_is_not_asked(context: Context) -> None:
    chooser = Chooser(["2026-09-01", "6 months", "8", "month", "simple", "Sam Boss", "dates"])

    made = start(context, "jane", Wanted(title="Lead"), lambda: chooser).engagement

    assert "What is it about" not in " ".join(chooser.asked)
    assert (made.start, made.end, made.sessions) == (date(2026, 9, 1), date(2027, 2, 28), 8)
    assert (made.sponsor, made.sponsor_hears, len(made.road)) == ("Sam Boss", "dates", 4)


def test_the_schemas_lie_where_the_file_says(context: Context, jane: Client) -> None:
    made = start(context, jane.name, WHOLE, lambda: None)

    first = made.path.read_text(encoding="utf-8").partition("\n")[0]
    assert (made.path.parent / first.partition("$schema=")[2]).resolve().is_file()


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        (Wanted(start="sometime"), "first day was not understood"),
        (Wanted(start="2026-09-01", end="2026-08-01"), "last day was not understood, or lies before"),
        (Wanted(every="often"), "rhythm cannot be read"),
    ],
)
@pytest.mark.usefixtures("jane")
def test_what_is_not_understood_is_refused_and_nothing_is_written(context: Context, wanted: Wanted, error: str) -> None:
    with pytest.raises(UsageError, match=error):
        start(context, "jane", wanted, lambda: None)

    assert not context.practice.engagements("jane-doe").exists()


@pytest.mark.usefixtures("jane")
def test_a_number_of_sessions_is_one(context: Context) -> None:
    with pytest.raises(UsageError, match="no number of sessions"):
        start(context, "jane", Wanted(title="A", start="today", end="month"), lambda: Chooser(["many"]))


@pytest.mark.usefixtures("jane")
def test_a_road_that_is_not_there_is_told_with_the_nearest(context: Context) -> None:
    with pytest.raises(NotFoundError) as raised:
        start(context, "jane", Wanted(road="simpel"), lambda: None)

    assert raised.value.hint == "Did you mean simple?"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-09-01", date(2026, 9, 1)),
        ("today", date(2026, 11, 20)),
        ("yesterday", date(2026, 11, 19)),
        ("next friday", date(2026, 11, 27)),
        ("sometime", None),
    ],
)
def test_a_day_may_be_over_or_lie_ahead(context: Context, words: str, day: date | None) -> None:
    assert day_in(context, words) == day

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
def test_what_cannot_be_read_is_asked_again_with_why(context: Context) -> None:
    answers = ["Lead", "some day", "2026-09-01", "till easter", "6 months", "a dozen", "12", "often", "month"]
    chooser = Chooser([*answers, "no road", ""])

    made = start(context, "jane", Wanted(), lambda: chooser).engagement

    assert (made.start, made.end, made.sessions, made.every) == (date(2026, 9, 1), date(2027, 2, 28), 12, "month")
    again = [chooser.asked[at] for at in (2, 4, 6, 8)]
    assert [one.partition(".")[0] for one in again] == [
        "The first day was not understood",
        "The last day was not understood, or lies before the first",
        "That is no number of sessions",
        "This rhythm cannot be read",
    ]


@pytest.mark.usefixtures("jane")
def test_the_first_day_is_the_nearest_and_is_read_back_with_the_next_question(context: Context) -> None:
    chooser = Chooser(["Lead", "1 june", "", "", "", "no road", ""])

    made = start(context, "jane", Wanted(), lambda: chooser).engagement

    assert made.start == date(2026, 6, 1)
    assert chooser.asked[2] == "It begins on Monday 1 June 2026. Until when? Such as 6 months. Enter skips."
    assert "It begins" not in chooser.asked[3]


@pytest.mark.usefixtures("jane")
def test_so_is_one_that_was_said_with_the_command(context: Context) -> None:
    assert begun(context, Wanted(start="1 october")).start == date(2026, 10, 1)


@pytest.mark.usefixtures("jane")
@pytest.mark.parametrize("wanted", [Wanted(start="sometime"), Wanted(every="often"), Wanted(road="simpel")])
def test_what_was_said_wrongly_with_the_command_is_told_before_anything_is_asked(
    context: Context, wanted: Wanted
) -> None:
    chooser = Chooser(["Lead"])

    with pytest.raises((UsageError, NotFoundError)):
        start(context, "jane", wanted, lambda: chooser)

    assert chooser.asked == []


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

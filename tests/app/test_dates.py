"""The day that days are counted from, and moments that are over."""

from datetime import UTC, date, datetime, timedelta

import pytest
from builders import unbegun

from coachcli.app.dates import days_of, misfit, past_moment, said_moment
from coachcli.domain.session.model import Session
from coachcli.errors import UsageError

# A Friday.
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
LONG_AGO = datetime(2026, 11, 4, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("session", "meant"),
    [
        (unbegun(started=NOW), "2026-12-04"),
        (unbegun(started=LONG_AGO, written_up=NOW), "2026-11-18"),
        (unbegun(started=LONG_AGO, written_up=NOW, ended=NOW, status="ended"), "2026-11-18"),
        (unbegun(started=LONG_AGO, ended=LONG_AGO, amending=NOW), "2026-11-18"),
        (unbegun(started=LONG_AGO, status="paused"), "2026-12-04"),
    ],
    ids=["now", "written up", "written up and over", "added to", "gone on with"],
)
def test_days_are_counted_from_the_day_on_which_it_is_said(session: Session, meant: str) -> None:
    assert days_of(session, NOW, "DMY")("in two weeks") == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("yesterday 14:00", "2026-11-19 14:00"),
        ("today 9am", "2026-11-20 09:00"),
        ("monday 10:00", "2026-11-16 10:00"),
        ("2026-11-18 16:30", "2026-11-18 16:30"),
        ("18 nov 2pm", "2026-11-18 14:00"),
        ("4 november 2026 9:00", "2026-11-04 09:00"),
        ("two days ago 9:00", "2026-11-18 09:00"),
        ("yesterday at noon", "2026-11-19 12:00"),
        ("1 March", "2026-03-01 00:00"),
        ("last week", "2026-11-13 00:00"),
    ],
)
def test_a_call_that_took_place_is_found_in_the_past(words: str, meant: str) -> None:
    moment = past_moment(words, NOW, "DMY")

    assert moment is not None
    assert moment.strftime("%Y-%m-%d %H:%M") == meant
    assert moment.utcoffset() is not None


@pytest.mark.parametrize("words", ["0001-01-01", "0001-01-02", "1.1.0001", "1899-12-31"])
def test_a_day_of_which_no_clock_knows_is_none(words: str) -> None:
    assert past_moment(words, NOW, "DMY") is None


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("an hour ago", 60), ("half an hour ago", 30), ("20 minutes ago", 20), ("two hours ago", 120)],
)
def test_a_call_that_has_just_been_is_found_as_well(words: str, minutes: int) -> None:
    assert past_moment(words, NOW, "DMY") == NOW - timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "words",
    ["tomorrow 14:00", "blah", "", "2099-01-01 10:00", "Thursday 10-11", "thursday 4 november", "two ago", "14:00"],
)
def test_what_is_no_moment_of_the_past_is_none(words: str) -> None:
    assert past_moment(words, NOW, "DMY") is None


def test_words_that_contradict_themselves_say_so() -> None:
    assert misfit("thursday 4 november", NOW, "DMY", back=True) == "4 November is a Wednesday."
    assert misfit("wednesday 4 november", NOW, "DMY", back=True) == ""


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("2027-01-01", "When was 2027-01-01? That is still to come."),
        ("tomorrow", "When was tomorrow? That is still to come."),
        ("today 23:00", "When was today 23:00? That is still to come."),
        ("thursday 4 november", "When was thursday 4 november? 4 November is a Wednesday."),
        ("yesterdy", "When was yesterdy?"),
    ],
)
def test_whoever_names_no_moment_of_the_past_is_told_why(words: str, why: str) -> None:
    with pytest.raises(UsageError) as told:
        said_moment(words, NOW, "DMY", "Say it like this: yesterday")

    assert (told.value.message, told.value.hint) == (why, "Say it like this: yesterday")
    assert told.value.discreet == "When was that?"


def test_a_moment_of_the_past_is_taken_as_it_is_said() -> None:
    assert said_moment("yesterday 14:00", NOW, "DMY", "") == past_moment("yesterday 14:00", NOW, "DMY")

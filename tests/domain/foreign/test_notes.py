"""Whose notes a file has, of when, and how long it was: as it says at its top, else as its name says."""

from datetime import date, time

import pytest

from coachcli.domain.foreign.days import Days, days_of
from coachcli.domain.foreign.notes import When, minutes_of, read_notes, when_of

TODAY = date(2026, 11, 20)
MARCH = date(2024, 3, 12)


def top(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "Text"])


@pytest.mark.parametrize(
    ("text", "stem", "when"),
    [
        ("", "2024-03-12 Jane", When(MARCH)),
        ("", "Jane 12.03.2024", When(MARCH)),
        ("", "2024-03-12-1400-jane", When(MARCH, time(14))),
        (top("date: 2024-03-12"), "Jane 2020-01-01", When(MARCH)),
        (top("date: [[2024-03-12]]"), "Jane", When(MARCH)),
        (top("date: 12.03.2024 9:30"), "Jane", When(MARCH, time(9, 30))),
        (top("date: 2024-03-12T14:00"), "Jane", When(MARCH, time(14))),
        (top("date: 2024-03-12", "started: 14:30"), "Jane", When(MARCH, time(14, 30))),
        (top("started: 14:30"), "Jane 2024-03-12", When(MARCH, time(14, 30))),
        (top("started: 2024-03-12T14:00:03+01:00"), "Jane", When(MARCH, time(14), "+01:00")),
        (top("started: 2024-03-12 14:00Z"), "Jane", When(MARCH, time(14), "Z")),
    ],
)
def test_when_it_was(text: str, stem: str, when: When) -> None:
    assert when_of(read_notes(text, stem), Days("DMY"), TODAY) == when


@pytest.mark.parametrize(
    ("text", "stem", "why"),
    [
        ("", "Jane", "it says no day, neither at its top nor in its name"),
        ("", "2024-03-12 and 2024-04-12", "its name has more than one day"),
        ("", "Jane 13-03-24", "its day has a year of two figures; write it with four"),
        ("", "Jane 24-03-12", "its day has a year of two figures; write it with four"),
        ("", "2024-02-30 Jane", "its day is no day, as 2024-03-25 is"),
        ("", "0024-03-12 Jane", "its day lies before 1900"),
        ("", "2030-02-01 Jane", "its day is still to come"),
        (top("date: some time in spring"), "2024-03-12", "its day is no day, as 2024-03-25 is"),
        (top("started: 2024-03-12 14:00+99:99"), "Jane", "its day is no day, as 2024-03-25 is"),
        (top("started: 2024-03-12 25:00"), "Jane", "its day is no day, as 2024-03-25 is"),
        (top("started: 14:00"), "Jane", "it says no day"),
    ],
)
def test_a_day_that_is_not_clear_is_none(text: str, stem: str, why: str) -> None:
    assert when_of(read_notes(text, stem), Days("DMY"), TODAY) == When(trouble=why)


def test_the_order_of_the_practice_decides_unless_another_file_speaks_against_it() -> None:
    notes = [read_notes("", "Jane 03.04.2024"), read_notes("", "Jane 03-13-2024")]

    assert when_of(notes[0], Days("DMY"), TODAY).on == date(2024, 4, 3)
    assert when_of(notes[0], Days("MDY"), TODAY).on == date(2024, 3, 4)
    against = days_of("DMY", [day for one in notes for day in one.days])
    assert (
        "may be 2024-04-03 or 2024-03-04, as the file has 03-13-2024 too" in when_of(notes[0], against, TODAY).trouble
    )


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("50", 50), ("50 min", 50), ("90 Minutes", 90), ("0", None), ("1500", None), ("an hour", None)],
)
def test_how_long_it_was(said: str, minutes: int | None) -> None:
    found, why = minutes_of(read_notes(top(f"minutes: {said}"), "Jane"))

    assert (found, bool(why)) == (minutes, minutes is None)


def test_other_lines_at_the_top_are_the_first_note() -> None:
    notes = read_notes(top("client: Jane Example", "tags: [a, b]"), "x")

    assert notes.client == "Jane Example"
    assert [line.text for one in notes.passages for line in one.lines] == ["tags: [a, b]", "Text"]

"""The time of day, and the words without it."""

from datetime import time

import pytest

from coachcli.domain.day.hours import time_in


@pytest.mark.parametrize(
    ("words", "at", "rest"),
    [
        ("friday 14:00", time(14), "friday"),
        ("fri 4 dec, 16h", time(16), "fri 4 dec,"),
        ("07/12, 10h", time(10), "07/12,"),
        ("4 dec, 14h30", time(14, 30), "4 dec,"),
        ("10am friday", time(10), "friday"),
        ("friday at 3 in the afternoon", time(15), "friday"),
        ("friday at 3", time(15), "friday"),
        ("tonight at 8", time(20), "today"),
        ("this evening", None, "today"),
        ("monday morning", None, "monday"),
        ("next friday at noon", time(12), "next friday"),
        ("friday 25:00", None, "friday 25:00"),
        ("friday 9-10", None, "friday 9-10"),
        ("12/25", None, "12/25"),
        ("", None, ""),
    ],
)
def test_a_time_is_taken_out_of_the_words(words: str, at: time | None, rest: str) -> None:
    assert time_in(words) == (at, rest)

"""What was said beside a day, and whether a text says its day by itself."""

import pytest

from coachcli.domain.day_names import beside, opening, stands_in


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("friday", ""),
        ("by friday", ""),
        ("until friday", ""),
        ("Fri, 4 Dec 2026", ""),
        ("the first monday of december", ""),
        ("the end of next week", ""),
        ("in two weeks", ""),
        ("a week from monday", ""),
        ("12/25", ""),
        ("4.12.", ""),
        ("2026-12-04", ""),
        ("friday 14:00", "14:00"),
        ("friday at 5", "at 5"),
        ("monday morning", "morning"),
        ("friday in the afternoon", "afternoon"),
        ("before friday at the latest", "at the latest"),
        ("friday, if Ana is in", "if Ana is in"),
        ("2pm friday", "2pm friday"),
        ("when she is back", ""),
        ("", ""),
    ],
)
def test_what_stands_beside_a_day(words: str, rest: str) -> None:
    assert beside(words) == rest


def test_a_day_that_is_not_to_be_passed_or_reached_says_so() -> None:
    assert [opening(words) for words in ("Until friday", "before friday", "by friday", "friday")] == [
        "until",
        "before",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "day", "says_it"),
    [
        ("Call Ana tomorrow", "tomorrow", True),
        ("Call Ana in two weeks", "in two weeks", True),
        ("Meet on Friday", "Friday", True),
        ("Read friday", "friday", False),
        ("Prepare for tomorrow", "tomorrow", False),
        ("tomorrow", "tomorrow", False),
        ("Call Ana", "tomorrow", False),
        ("Call Ana", "", False),
    ],
)
def test_a_text_may_say_its_day_by_itself(text: str, day: str, says_it: bool) -> None:
    assert stands_in(text, day) == says_it

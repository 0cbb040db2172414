"""What a number was before, in a line: the first one, the last one before today, and today's."""

from collections.abc import Sequence

from coachcli.domain.client.prep_words import short_day
from coachcli.domain.history.earlier_numbers import Given
from coachcli.domain.session.answers import number_words
from coachcli.domain.text import one_line


def in_a_line(numbers: Sequence[Given], about: str | None) -> str:
    """`Delegating: 3 on 3 Sep, 6 now`, with the ends where they were others; empty where none was given before."""
    if not numbers:
        return ""
    *earlier, now = numbers
    has_ends = len({(one.low, one.high) for one in numbers}) > 1
    today = now.point.at.date()
    before = (
        f"{_score(one, has_ends=has_ends)} on {short_day(one.point.at.date(), today)}"
        for one in dict.fromkeys((*earlier[:1], *earlier[-1:]))
    )
    named = f"{one_line(about)}: " if about else ""
    return f"{named}{', '.join((*before, f'{_score(now, has_ends=has_ends)} now'))}"


def _score(given: Given, *, has_ends: bool) -> str:
    score = number_words(given.point.score)
    return f"{score} (of {given.low} to {given.high})" if has_ends else score

from datetime import date

import pytest

from coachcli.domain.page.chart import (
    Chart,
    Course,
    Curve,
    Reading,
    Share,
    Shares,
    Side,
    ThenAndNow,
    Wheel,
    caption,
    chart_words,
)

READINGS = (Reading(date(2026, 9, 1), 3), Reading(date(2026, 10, 6), 6.5))
SIDES = (Side("Presence", 3, 6.5), Side("Delegation", 5, 5))


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (
            Course(
                "Goals", 0, 10, (Curve("Be heard", (Reading(date(2026, 9, 1), 3), Reading(date(2026, 10, 6), 6.5))),)
            ),
            ("Be heard: 3 on Tuesday 1 September 2026, 6.5 on Tuesday 6 October 2026 (from 0 to 10).",),
        ),
        (
            ThenAndNow("Areas", 1, 10, SIDES),
            ("Presence: 3 at first, 6.5 now (from 1 to 10).", "Delegation: 5 (from 1 to 10)."),
        ),
        (
            Wheel("Areas", 1, 10, SIDES),
            ("Presence: 3 at first, 6.5 now (from 1 to 10).", "Delegation: 5 (from 1 to 10)."),
        ),
        (Shares("Actions", (Share("Done", 4), Share("Dropped", 1))), ("Done: 4.", "Dropped: 1.")),
    ],
)
def test_all_that_a_chart_shows_is_said_in_words_beside_it(chart: Chart, words: tuple[str, ...]) -> None:
    assert chart_words(chart) == words


def test_a_title_that_the_heading_says_already_is_not_said_twice() -> None:
    shares = Shares("Actions kept", ())

    assert caption(shares, "Actions") == "Actions kept"
    assert caption(shares, "actions  kept") == ""

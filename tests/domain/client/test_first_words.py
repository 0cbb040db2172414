"""A line for the first question."""

from datetime import date

import pytest

from coachcli.domain.client.first_words import Known, first_words
from coachcli.domain.session.model import When

TODAY = date(2026, 11, 20)


def due(day: int) -> tuple[str, When]:
    return "Talk to Ana.", When(words="then", on=date(2026, 11, day))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (
            Known(TODAY, focus="the\nrota", action=due(13)),
            "You wrote that you want to look at “the rota”. Where shall we start?",
        ),
        (Known(TODAY, action=due(19), took_away="x"), "“Talk to Ana” was to be done by Thursday. What came of it?"),
        (Known(TODAY, action=due(13)), "“Talk to Ana” was to be done by 13 November. What came of it?"),
        (Known(TODAY, action=due(20)), "“Talk to Ana” is for today. Where are you with it?"),
        (
            Known(TODAY, action=due(21), took_away="I can"),
            "Last time you took away “I can”. What has it changed since?",
        ),
        (Known(TODAY, action=due(21)), "You chose “Talk to Ana”. Where are you with it?"),
        (Known(TODAY, action=("rest", When(words="soon"))), "You chose “rest”. Where are you with it?"),
        (Known(TODAY, parked="her boss", goal="lead"), "We left “her boss” for later. Is it time for it?"),
        (Known(TODAY, goal="lead", quote="x"), "You are heading for “lead”. How near are you now?"),
        (Known(TODAY, quote="I fix"), "Last time you said “I fix”. How does that sound today?"),
        (Known(TODAY), "What has happened since we last spoke?"),
        (Known(TODAY, is_first=True), "What would have to happen here for you to say it was worth it?"),
    ],
)
def test_the_first_that_fits_is_said(known: Known, said: str) -> None:
    assert first_words(known) == said


def test_long_words_are_cut() -> None:
    assert first_words(Known(TODAY, parked="word " * 100)).count("word") == 14
    assert "…” for later" in first_words(Known(TODAY, parked="字" * 100))

"""What is on a scale answers it, and nothing else; what a whole line means is in test_grammar."""

import pytest
from builders import ENERGY, read_date
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.answer.choice_words import OutOfRangeError
from coachcli.domain.answer.scale import ScaleType
from coachcli.domain.framework.questions import ScaleQuestion
from coachcli.domain.session.model import Note, Score


def test_a_score_remembers_its_scale() -> None:
    note = ScaleType(ENERGY).read("2,5", read_date)

    assert note == Note(kind="scale", scale=Score(score=2.5, low=0, high=5))


@OFTEN
@given(st.integers(-5, 5), st.integers(1, 20), st.booleans(), st.integers(-30, 60))
def test_a_scale_takes_just_what_is_on_it(low: int, span: int, halves: bool, twice: int) -> None:
    scale = ScaleQuestion(id="scale", type="scale", ask="?", start=low, to=low + span, half_points=halves)
    value = twice / 2
    fits = low <= value <= low + span and (halves or twice % 2 == 0)
    for text in (f"{value:g}", f"{value:g}".replace(".", ",")):
        if fits:
            assert ScaleType(scale).read(text, read_date) == Note(
                kind="scale", scale=Score(score=value, low=low, high=low + span)
            )
        else:
            with pytest.raises(OutOfRangeError):
                ScaleType(scale).read(text, read_date)

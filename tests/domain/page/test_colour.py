"""Whatever colour a coach chose, text in it can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.page.colour import DARK, ENOUGH, WHITE, contrast, is_colour, readable

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#1f4e79", "#1f4e79", 1)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(colours)
def test_text_can_be_read_on_either_paper(colour: str) -> None:
    assert contrast(readable(colour, WHITE), WHITE) >= ENOUGH
    assert contrast(readable(colour, DARK), DARK) >= ENOUGH


@given(colours)
def test_what_can_be_read_stays_as_it_is(colour: str) -> None:
    if contrast(colour, WHITE) >= ENOUGH:
        assert readable(colour, WHITE) == colour


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("#1f4e79", True), ("#FFF", False), ("blue", False), ("#1F4E79", False), ("#1f4e79;", False), ("", False)],
)
def test_a_colour_is_six_digits(text: str, is_one: bool) -> None:
    assert is_colour(text) is is_one

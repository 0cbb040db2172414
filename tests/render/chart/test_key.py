"""What then and now look like is told in words."""

import pytest

from coachcli.domain.page.chart import Side
from coachcli.render.chart.drawing import Drawing
from coachcli.render.chart.key import draw_key, numbers_of


@pytest.mark.parametrize(
    ("side", "said"), [(Side("x", 3, 6.5), "3 → 6.5"), (Side("x", 4, 4), "4"), (Side("x", 9, 2), "9 → 2")]
)
def test_both_numbers_are_told_where_they_differ(side: Side, said: str) -> None:
    assert numbers_of(side) == said


@pytest.mark.parametrize(("now", "then"), [("slice", "then"), ("now", "first")])
def test_both_have_their_sign_and_their_word(now: str, then: str) -> None:
    drawing = Drawing("x", "Title", "What it is", 40)
    draw_key(drawing, 20, now, then)

    assert all(part in drawing.text() for part in (f'class="{now}"', f'class="{then}"', ">at first<", ">now<"))

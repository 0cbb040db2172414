"""What drawings share: words that XML may have, the marks on a scale, and how far up it a number is."""

import pytest

from coachcli.render.chart.drawing import Drawing, figure, rows_of, share, ticks, words


@pytest.mark.parametrize(
    ("low", "high", "there"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (1, 10, [1, 4, 7, 10]),
        (1, 5, [1, 2, 3, 4, 5]),
        (0, 7, [0, 1, 2, 3, 4, 5, 6, 7]),
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (1, 12, [1, 12]),
        (3, 3, [3]),
    ],
)
def test_a_scale_has_its_ends_and_whole_numbers_between(low: int, high: int, there: list[int]) -> None:
    assert [*ticks(low, high)] == there


@pytest.mark.parametrize(
    ("score", "low", "high", "part"), [(1, 1, 10, 0), (10, 1, 10, 1), (5.5, 1, 10, 0.5), (12, 1, 10, 1), (3, 3, 3, 0)]
)
def test_a_number_is_never_off_its_scale(score: float, low: int, high: int, part: float) -> None:
    assert share(score, low, high) == part


def test_places_are_written_as_short_as_they_can_be() -> None:
    assert [figure(12.04), figure(12.0), figure(-0.04), figure("none")] == ["12", "12", "0", "none"]


def test_words_are_such_as_xml_may_have() -> None:
    assert words("a\nb\x1b \ufffe") == "a b‹U+001B› ‹U+FFFE›"


def test_long_words_take_a_few_rows_and_say_that_they_go_on() -> None:
    assert rows_of("Lead the division and be known for it", 12, 2) == ["Lead the", "division an…"]
    assert rows_of("", 12, 2) == [""]


def test_a_drawing_has_the_colours_that_it_needs_where_it_stands_alone() -> None:
    drawing = Drawing("x", "Title", "What it is", 20)
    drawing.line("grid", (0, 1), (2.25, 3))
    drawing.write("words", (0, 1), "a < b", "end")

    assert 'class="grid" fill="none" stroke="#c9c9ce" stroke-width="1" x1="0" y1="1" x2="2.2" y2="3"' in drawing.text()
    assert 'text-anchor="end">a &lt; b</text>' in drawing.text()

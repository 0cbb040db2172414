"""Little bars stand for numbers between the ends of their scale."""

from coachcli.render.client.sparkline import bar, sparkline


def test_a_bar_stands_for_each_number_from_the_lowest_to_the_highest() -> None:
    assert sparkline([1, 5.5, 10], 1, 10) == "▁▅█"


def test_of_many_the_last_ones_are_drawn() -> None:
    assert len(sparkline([5] * 100, 1, 10)) == 24


def test_a_long_bar_fills_its_cells() -> None:
    assert [bar(score, 0, 10, 10) for score in (0, 4, 10)] == ["·" * 10, "████······", "█" * 10]


def test_a_number_outside_its_scale_or_a_scale_without_length_breaks_nothing() -> None:
    assert (sparkline([0, 99], 1, 10), bar(5, 5, 5, 4)) == ("▁█", "····")

"""Rows tell where things were and are, and how many there are of each."""

from xml.etree.ElementTree import Element, fromstring

from coachcli.domain.page.chart import Share, Shares, Side, ThenAndNow
from coachcli.render.chart.rows import draw_shares, draw_then_and_now


def of_kind(root: Element, kind: str) -> list[Element]:
    return [part for part in root.iter() if part.get("class") == kind]


def test_what_moved_has_a_hollow_mark_where_it_was_and_a_filled_one_where_it_is() -> None:
    chart = ThenAndNow("Areas", 1, 10, (Side("Presence", 1, 10), Side("Feedback", 5, 5)))
    root = fromstring(draw_then_and_now(chart, "chart-1"))

    assert [part.get("cx") for part in of_kind(root, "first")][:1] == ["8"]
    assert [part.get("cx") for part in of_kind(root, "now")][:1] == ["432"]
    assert (len(of_kind(root, "first")), len(of_kind(root, "now"))) == (2, 3)  # one each in the key
    assert [part.text for part in of_kind(root, "figure")] == ["1 → 10", "5"]


def test_what_never_moved_needs_no_key() -> None:
    root = fromstring(draw_then_and_now(ThenAndNow("Areas", 1, 10, (Side("Presence", 5, 5),)), "chart-1"))

    assert of_kind(root, "first") == []
    assert [part.text for part in of_kind(root, "tick")] == ["1", "4", "7", "10"]


def test_a_bar_is_as_long_as_its_part_of_the_whole() -> None:
    chart = Shares("Actions", (Share("kept", 3), Share("dropped", 1), Share("open", 0)))
    root = fromstring(draw_shares(chart, "chart-1"))

    assert [(part.get("x1"), part.get("x2")) for part in of_kind(root, "bar")] == [("8", "326"), ("8", "114")]
    assert [part.text for part in of_kind(root, "figure")] == ["3", "1", "0"]

"""Rows and wheels tell where things were and are, and how many there are of each."""

from xml.etree.ElementTree import Element, fromstring

from render.chart.parts import kinds, places, texts

from coachcli.domain.page.chart import Share, Shares, Side, ThenAndNow, Wheel
from coachcli.render.chart.sides import draw_shares, draw_then_and_now, draw_wheel

NAMES = ("Strengths", "Solutions", "Technology", "Team and delegation", "Communication", "Feedback", "Results")
SIDES = tuple(Side(name, 3, 3 + number % 3) for number, name in enumerate(NAMES))


def rows(*sides: Side) -> Element:
    return fromstring(draw_then_and_now(ThenAndNow("Areas", 1, 10, sides), "chart-1"))


def wheel(*sides: Side) -> Element:
    return fromstring(draw_wheel(Wheel("The seven areas", 1, 10, sides), "chart-1"))


def across(root: Element, kind: str) -> list[float]:
    return [round(float(str(mark.get("cx")))) for mark in kinds(root, "circle", kind)]


def corners(root: Element, kind: str) -> list[tuple[float, float]]:
    (line,) = kinds(root, "path", kind)
    figures = [float(figure) for figure in str(line.get("d")).strip("MZ ").replace("L", " ").split()]
    return [*zip(figures[::2], figures[1::2], strict=True)]


def test_what_moved_has_a_hollow_mark_where_it_was_and_a_filled_one_where_it_is() -> None:
    root = rows(Side("Presence", 1, 10), Side("Feedback", 5.5, 5.5))

    assert across(root, "first") == [8, 220]
    assert across(root, "now") == [432, 220]
    assert texts(root, "words") == ["Presence", "Feedback", "1 → 10", "5.5"]


def test_what_is_off_the_scale_stands_at_its_end() -> None:
    assert across(rows(Side("Presence", -4, 12)), "first") == [8]
    assert across(rows(Side("Presence", -4, 12)), "now") == [432]


def test_what_then_and_now_look_like_is_told_where_they_differ() -> None:
    for root in (rows(Side("Presence", 1, 10)), wheel(*SIDES)):
        assert {"at first", "now"} <= {part.text for part in root.iter()}
    for root in (rows(Side("Presence", 5, 5)), wheel(*(Side(name, 3, 3) for name in NAMES))):
        assert not {"at first", "now"} & {part.text for part in root.iter()}


def test_the_ends_of_a_scale_are_told() -> None:
    assert texts(rows(Side("Presence", 5, 5)), "axis x")[::9] == ["1", "10"]
    assert texts(wheel(*SIDES), "axis y web") == ["10", "7", "4", "1"]


def test_a_bar_is_as_long_as_its_part_of_the_whole() -> None:
    chart = Shares("Actions", (Share("kept", 3), Share("dropped", 1), Share("open", 0)))
    root = fromstring(draw_shares(chart, "chart-1"))
    ends = [str(bar.get("d")).removeprefix("M").split(" L") for bar in kinds(root, "path", "bar")]
    long = [float(end.split()[0]) - float(start.split()[0]) for start, end in ends]

    assert [round(one) for one in long] == [317, 106]
    assert texts(root, "words") == ["kept", "dropped", "open", "3", "1", "0"]
    assert texts(root, "axis x") == []


def test_a_wheel_has_an_area_for_now_and_a_line_for_then() -> None:
    root = wheel(*SIDES)

    assert len(corners(root, "area")) == len(corners(root, "then")) == 7
    assert kinds(wheel(*(Side(name, 3, 3) for name in NAMES)), "path", "then") == []


def test_a_wheel_goes_round_with_the_clock_from_the_top() -> None:
    at = corners(wheel(*(Side(name, 1, score) for name, score in (("a", 10), ("b", 9), ("c", 1), ("d", 1)))), "area")

    assert min(at, key=lambda place: place[1]) == at[0]
    assert max(at) == at[-1]
    assert max(at)[0] - at[0][0] > 100


def test_each_side_has_its_name_and_both_numbers() -> None:
    told = " ".join(texts(wheel(*SIDES), "axis x web"))

    assert told.startswith("Strengths 3 Results 3 Feedback 3 → 5 ")
    assert "Team and delegation 3 " in told


def test_a_row_of_thirteen_letters_has_room_at_either_side_of_a_wheel() -> None:
    root = wheel(*(Side("Side number 9", 1, 10) for _ in range(4)))
    shift = next(str(part.get("transform")) for part in root.iter() if "transform" in part.attrib)
    ends = [x + float(shift.removeprefix("translate(").split(",")[0]) for x, _ in places(root, "axis x web")]

    assert min(ends) >= 13 * 7
    assert max(ends) <= 440 - 13 * 7


def test_the_words_of_a_wheel_are_beside_it_and_within_the_drawing() -> None:
    root = wheel(*(Side("Several long words for a side", 1, 10) for _ in range(9)))
    heights = [y for _, y in places(root, "axis x web")]
    top = float(str(next(part for part in root.iter() if "transform" in part.attrib).get("transform")).split()[1][:-1])

    assert min(heights) + top > 12
    assert max(heights) + top < float(str(root.get("height"))) - 16

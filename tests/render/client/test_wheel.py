"""A wheel of seven numbers can be read as text in a window of 80 columns."""

import pytest

from coachcli.cells import cells
from coachcli.render.client.wheel import WIDTH, Spoke, is_wheel, wheel_rows

NAMES = ("Strengths", "Solutions", "Technology", "Team", "Communication", "Feedback", "Results")
SEVEN = [Spoke(name, (score - 1) / 9, str(score)) for score, name in enumerate(NAMES, 2)]


def test_each_side_stands_there_whole_with_its_number() -> None:
    page = "\n".join(wheel_rows(SEVEN))

    assert all(f"{spoke.name} {spoke.number}" in page for spoke in SEVEN)


def test_it_fits_and_leaves_room_for_a_prompt() -> None:
    rows = wheel_rows(SEVEN)

    assert max(map(cells, rows)) <= WIDTH
    assert len(rows) <= 20
    assert rows[0].strip()
    assert rows[-1].strip()


def test_the_higher_the_number_the_further_out_it_is() -> None:
    def reach(share: float) -> int:
        rows = wheel_rows([Spoke("Up", share, "n"), *SEVEN[1:]])
        return sum(row[WIDTH // 2 : WIDTH // 2 + 1] in {"•", "●"} for row in rows[: len(rows) // 2])

    assert reach(0) < reach(0.5) < reach(1)


@pytest.mark.parametrize("count", range(3, 10))
def test_names_of_any_length_keep_to_its_width(count: int) -> None:
    rows = wheel_rows([Spoke("A very long name of a side " * 3, 1, "10")] * count)

    assert max(map(cells, rows)) <= WIDTH


def test_two_sides_are_no_wheel_and_neither_are_ten() -> None:
    assert [is_wheel(SEVEN[:2]), is_wheel(SEVEN), is_wheel([*SEVEN, *SEVEN])] == [False, True, False]

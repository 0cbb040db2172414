"""Lists fitted to a window."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coachcli.cells import cells, cut
from coachcli.render.client.fitted import Item, Part, all_rows, part_rows


def part(rank: int, name: str, *items: str) -> Part:
    return Part(rank, name, tuple(Item(item, " · 8/10") for item in items))


ACTIONS, PARKED = part(1, "Actions", "call Tom", "rest", "walk"), part(2, "Parked", "her boss")


def test_with_room_each_has_its_row_beside_its_name() -> None:
    assert part_rows([ACTIONS, PARKED], 9, 79) == [
        " Actions         call Tom · 8/10",
        "                 rest · 8/10",
        "                 walk · 8/10",
        " Parked          her boss · 8/10",
    ]


def test_in_a_narrow_window_several_stand_below_their_name() -> None:
    assert part_rows([ACTIONS, PARKED], 9, 39) == [
        " Actions",
        "   call Tom · 8/10",
        "   rest · 8/10",
        "   walk · 8/10",
        " Parked: her boss · 8/10",
    ]


@pytest.mark.parametrize("width", [79, 39])
def test_what_does_not_fit_is_counted(width: int) -> None:
    rows = part_rows([ACTIONS, PARKED], 3, width)

    assert len(rows) <= 3
    assert rows[-2].endswith("and 1 more" if width == 79 else "and 2 more")


def test_of_more_names_than_rows_those_that_matter_least_give_way() -> None:
    assert part_rows([PARKED, ACTIONS], 1, 79) == [" Actions         call Tom · 8/10 · and 2 more"]
    assert part_rows([PARKED, ACTIONS], 0, 79) == []


def test_a_text_gives_way_before_its_tail() -> None:
    (row,) = part_rows([part(1, "Actions", "word " * 50)], 1, 60)

    assert row.endswith("word… · 8/10")
    assert cells(row) <= 60


def test_what_acts_on_a_terminal_is_spelled_out_and_lines_are_joined() -> None:
    (row,) = part_rows([part(1, "Parked", "her\n\x1b[2J boss")], 1, 79)

    assert row == " Parked          her ‹U+001B›[2J boss · 8/10"


@given(st.text(max_size=60), st.integers(1, 40))
@example("00\x1b00", 3)
def test_what_is_cut_fits_and_what_fits_is_whole(text: str, room: int) -> None:
    assert cells(cut(text, room)) <= max(room, 1)
    assert (cut(text, room) == text) == (cells(text) <= room)


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=90), min_size=1, max_size=5), max_size=6),
    st.integers(0, 30),
    st.sampled_from([19, 39, 79, 119]),
)
def test_it_always_fits(texts: list[list[str]], room: int, width: int) -> None:
    parts = [Part(number, f"Name {number}", tuple(map(Item, items))) for number, items in enumerate(texts)]
    rows = part_rows(parts, room, width)

    assert len(rows) <= room
    assert all(cells(row) <= width for row in rows)
    assert len(rows) <= all_rows(parts, width)

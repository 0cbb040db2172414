"""The top of the card."""

import pytest
from live.test_card import VIEW, cells

from coachcli.domain.value import changed
from coachcli.live import heading
from coachcli.live.source import Meter, View


def shown(view: View, width: int, height: int = 12) -> list[str]:
    return [row.text for row in heading.rows(view, width, height)]


def top(view: View, width: int) -> str:
    return shown(view, width)[0]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "Reality 3 of 5: 16 min, 6 over · Jane Doe · GROW 23 min, 27 left saved"),
        (70, "Reality 3 of 5: 16 min, 6 over · Jane Doe 23 min, 27 left saved"),
        (60, "Reality 3 of 5: 16 min, 6 over 23 min, 27 left saved"),
        (50, "Reality 3 of 5 · Jane Doe · GROW 27 left saved"),
        (40, "Reality 3 of 5 27 left saved"),
        (24, "Realit… 27 left saved"),
    ],
)
def test_the_crumbs_go_before_the_clock_does(width: int, shown: str) -> None:
    row = top(VIEW, width)

    assert " ".join(row.split()) == shown
    assert cells(row) == width - 1


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (100, "Reality 3 of 5: 16 min, 6 over · Story · Jane Doe · GROW 23 min, 27 left saved"),
        (80, "Reality 3 of 5: 16 min, 6 over · Story · Jane Doe 23 min, 27 left saved"),
        (70, "Reality 3 of 5 · Story · Jane Doe 23 min, 27 left saved"),
        (50, "Reality 3 of 5 · Story · Jane Doe 27 left saved"),
    ],
)
def test_the_step_stands_before_the_client_who_goes_after_the_time(width: int, shown: str) -> None:
    assert " ".join(top(changed(VIEW, step="Story"), width).split()) == shown


def test_in_a_narrow_window_with_room_the_step_is_on_the_second_row() -> None:
    stepped = changed(VIEW, step="Story", meter=Meter)

    assert shown(stepped, 40, 20) == [" Reality 3 of 5", " Story · Jane Doe · GROW"]


def test_where_there_is_no_clock_there_is_only_the_way() -> None:
    assert top(changed(VIEW, meter=Meter), 80) == " Reality 3 of 5 · Jane Doe · GROW"


def test_in_the_narrowest_window_not_saved_is_still_seen() -> None:
    alarming = changed(VIEW, meter=lambda: Meter(saved="NOT SAVED", alarm=True))

    assert top(alarming, 20).endswith("NOT SAVED")


def test_in_a_narrow_window_with_room_the_second_row_has_who_by_what_and_the_time_here() -> None:
    assert shown(VIEW, 40, 20) == [
        " Reality 3 of 5          27 left  saved",
        " Jane Doe · GROW    here 16 min, 6 over",
    ]


def test_who_it_is_with_goes_before_how_long_where_both_do_not_fit() -> None:
    long = changed(VIEW, crumbs=("Reality 3 of 5", "Wolfeschlegel-Bergerdorff", "GROW"))

    assert shown(long, 40, 20)[1] == " Wolfeschlegel-Bergerdorff · GROW"


def test_a_narrow_window_with_nothing_more_to_say_has_one_row() -> None:
    assert len(shown(changed(VIEW, crumbs=("GROW",)), 40, 20)) == 1


def test_what_today_is_about_stays_in_sight_on_one_row() -> None:
    row = shown(changed(VIEW, topic="being seen as strategic,\nnot as the fixer of everything"), 40)[-1]

    assert row == " Today: being seen as strategic, not a…"

"""What a snapshot holds of a screen, and what is said when the screen has changed."""

import pytest
from e2e.screen import Home, Key, Window
from e2e.snapshot import Shot, Step, difference, framed, page, screens_of


@pytest.fixture
def window(home: Home) -> Window:
    with Window(home, command=("sh", "-c", "printf 'a漢b\\nsecond'; read -r _"), columns=12, rows=8) as window:
        window.wait_for("second")
        return window


def test_it_frames_the_screen_and_points_to_the_cursor(window: Window) -> None:
    assert framed(window).split("\n") == [
        "+------v-----+",
        "|a漢b        |",
        ">second      <",
        "~ 6 empty rows",
        "+------------+",
    ]


def test_a_file_gives_back_its_screens(window: Window) -> None:
    shots = [
        Shot(Step("first", (), "second"), framed(window)),
        Shot(Step("then", ("/time +10", "half\0", Key.SHIFT_TAB), "second"), framed(window)),
    ]
    text = page("A session.", shots)

    assert screens_of(text) == {"first": framed(window), "then": framed(window)}
    assert "== then\ntyped: /time +10 ⏎  half  Shift-Tab\n+---" in text


def test_a_change_is_told_row_by_row() -> None:
    assert difference("|same|\n|before|", "|same|\n|after|").split("\n")[3:] == [" |same|", "-|before|", "+|after|"]
    assert difference("|same|", "|same|") == ""

"""What was said, as rows: the time before it, the words below each other, and nothing that acts on a terminal."""

import pytest

from coachcli.cells import cells
from coachcli.domain.foreign.transcript import Saying
from coachcli.render.foreign.transcript_rows import clock, transcript_text


def test_each_saying_has_its_time_and_whoever_speaks_next_their_name() -> None:
    said = [Saying("so it is " * 5, "Jane", 723), Saying("and more", "Jane"), Saying("What else?", "Coach", 4323)]

    assert transcript_text(said, 40) == (
        "0:12:03  Jane: so it is so it is so it\n"
        "         is so it is so it is\n"
        "         and more\n"
        "1:12:03  Coach: What else?\n"
    )


@pytest.mark.parametrize("width", [40, 80, None])
def test_no_row_is_wider_than_the_window_and_nothing_acts_on_it(width: int | None) -> None:
    said = [Saying("x" * 200, "Jane\u202e", 1), Saying("会议 " * 60, "\x1b[2J", 2), Saying("a\u2028b")]
    shown = transcript_text(said, width)

    assert max(cells(row) for row in shown.split("\n")) <= (width or 80) - 1
    assert not {"\x1b", "\u202e", "\u2028"} & set(shown)


def test_a_time_in_a_call() -> None:
    assert (clock(3), clock(4323), clock(None)) == ("0:00:03", "1:12:03", "")

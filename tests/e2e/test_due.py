"""What is due and agreed, on the first screen, on the card and when a session is to begin, in windows of two widths."""

import pytest
from e2e.conftest import Opener
from e2e.screen import Home, Key


@pytest.fixture(autouse=True)
def engagement(home: Home) -> None:
    """Jane has an engagement since today, with an intake due, and a meeting of three agreed for tomorrow."""
    lines = b"Heard\n/go three of us meet again\ntomorrow\n/end\n/end\n"
    assert home.run("session", "start", "Jane Example", "-f", "three-way", typed=lines).returncode == 0
    begun = home.run("engagement", "start", "jane", "--road", "careerminds", "--sessions", "12", "--end", "6 months")
    assert begun.returncode == 0


@pytest.mark.parametrize("columns", [80, 40])
def test_the_first_screen_and_the_card_say_where_the_work_stands(coach: Opener, columns: int) -> None:
    first = coach(columns=columns, rows=30)
    assert first.ended() == 0
    card = coach("prep", "jane", columns=columns, rows=30)
    assert card.ended() == 0

    for window in (first, card):
        assert "month 1 of 6 · session 1 of 12" in window.words
        assert "due: Intake and contracting" in window.words
        assert "Three-way meet" in window.words
        assert all(len(row) <= columns for row in window.rows)


def test_enter_takes_what_is_due(coach: Opener, home: Home) -> None:
    window = coach("session", "start")
    window.wait_for("With whom?")
    assert "Intake and contracting, due" in window.words
    window.type(Key.ENTER)
    window.wait_for("Which framework, with Jane Example?")
    window.type(Key.ENTER)
    window.wait_for("saved")
    window.enter("/pause", "session resume")

    assert window.ended() == 0
    assert [path for path in home.session_files() if path.stem.endswith("-intake")]

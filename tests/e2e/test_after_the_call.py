"""After a call, in a real terminal: a letter and Enter for each thing, and the session safe however one leaves."""

import pytest
from e2e.conftest import Opener
from e2e.screen import NEW_YEAR, YEAR, Home, Window

from coachcli.store.session import sessions


@pytest.fixture
def over(coach: Opener, home: Home) -> Window:
    """A narrow window in which a call with Jane has just ended, with one thing shared."""
    home.run("session", "start", "Jane Example", "-f", "grow", typed=b"!she knows\n/share client\n")
    window = coach("session", "resume", columns=40)
    window.wait_for("What is on your mind as you arrive?")
    window.end_the_call()
    return window


def test_a_letter_each_and_then_the_coachs_own_reflection(over: Window, home: Home) -> None:
    over.enter("n", "When is the next one?")
    over.settle()
    over.enter(f"1 january {YEAR} at 2", f"We meet again: {NEW_YEAR}, 14:00")
    over.wait_for("i calendar")
    over.settle()
    over.enter("i", "Calendar: ")
    over.wait_for("Enter alone leaves.")
    over.settle()
    over.enter("r", "What has this session left me with?")
    over.settle()
    over.enter("/end", "To read it again")

    assert over.ended() == 0
    (calendar,) = home.practice.glob("clients/jane-example/exports/*.ics")
    assert f"DTSTART:{YEAR}0101T140000" in calendar.read_text(encoding="utf-8")
    kinds = [sessions.load(path).session.framework.kind for path in home.session_files()]
    assert sorted(kinds) == ["conversation", "reflection"]


def test_letter_and_word_stay_together_in_a_narrow_window_with_a_plain_blank_between(over: Window) -> None:
    rows = [row.rstrip() for row in over.text.split("\n")]
    first = rows.index(" n next date · s see it · c copy ·")

    assert rows[first + 1 : first + 3] == [" m Markdown · e mail draft ·", " r reflection"]


def test_an_enter_too_many_loses_nothing(over: Window, coach: Opener, home: Home) -> None:
    assert over.left_as_it_is() == 0
    assert "To come back: coach session after" in over.words

    again = coach("session", "after")
    again.wait_for("Enter alone leaves.")
    again.settle()
    again.enter("m", "Summary: ")
    again.wait_for("Enter alone leaves.")
    assert again.left_as_it_is() == 0
    assert len(list(home.practice.glob("clients/jane-example/exports/*.md"))) == 1


def test_a_refused_letter_is_written_over(over: Window) -> None:
    over.settle()
    over.enter("x", "Not one of these letters.")
    over.settle()
    over.type("s")
    over.wait_for(lambda: over.line == "s")


def test_a_window_closed_at_the_offers_costs_nothing(over: Window, home: Home) -> None:
    before = home.session_files()[0].read_bytes()
    over.signal(1)

    assert over.ended() == 129
    assert home.session_files()[0].read_bytes() == before
    assert home.session().status == "ended"
    assert not any(path.suffix == ".draft" for path in home.practice.rglob("*"))

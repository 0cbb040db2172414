"""After a call, in a real terminal: one key for each thing, and the session safe however one leaves."""

import pytest
from e2e.conftest import Opener
from e2e.screen import Home, Window

from coachcli.store.session import sessions


@pytest.fixture
def over(coach: Opener, home: Home) -> Window:
    """A narrow window in which a call with Jane has just ended, with one thing shared."""
    home.run("session", "start", "Jane Example", "-f", "grow", typed=b"!she knows\n/share client\n")
    window = coach("session", "resume", columns=40)
    window.wait_for("What is on your mind as you arrive?")
    window.end_the_call()
    return window


def test_one_key_each_and_then_the_coachs_own_reflection(over: Window, home: Home) -> None:
    over.type("n")
    over.wait_for("When is the next one?")
    over.enter("1 january 2099 at 2", "We meet again: Thursday 1 January 2099, 14:00")
    over.wait_for("i calendar")
    assert "n next" not in over.words
    over.settle()
    over.type("i")
    over.wait_for(lambda: "i calendar" not in over.words and "Enter leaves." in over.words)
    over.settle()
    over.type("r")
    over.wait_for("What has this session left me with?")
    over.enter("/end", "To read it again")

    assert over.ended() == 0
    (calendar,) = home.practice.glob("clients/jane-example/exports/*.ics")
    assert "DTSTART:20990101T140000" in calendar.read_text(encoding="utf-8")
    kinds = [sessions.load(path).session.framework.kind for path in home.session_files()]
    assert sorted(kinds) == ["conversation", "reflection"]


def test_a_window_closed_at_the_offers_costs_nothing(over: Window, home: Home) -> None:
    before = home.session_files()[0].read_bytes()
    over.signal(1)

    assert over.ended() == 129
    assert home.session_files()[0].read_bytes() == before
    assert home.session().status == "ended"
    assert not any(path.suffix == ".draft" for path in home.practice.rglob("*"))

"""The goals of a client are remembered, and never when they are not so any more."""

from typing import NoReturn

import pytest
from builders import note, session_of, turn_with

from coachcli.domain.session.model import Note, Reviewed
from coachcli.store.index import folded
from coachcli.store.index.goals import goals_with
from coachcli.store.index.standing import standing
from coachcli.store.paths import Practice
from coachcli.store.session import sessions

GOAL = note("Let the team decide", "goal")
REACHED = Note(kind="review", reviewed=Reviewed(kind="goal", what="Let the team decide", session="", outcome="done"))


def held(practice: Practice, when: str, *notes: Note) -> None:
    sessions.create(practice, session_of(turn_with(*notes), id=f"jane-doe/{when}", client="jane-doe"))


def goals(practice: Practice) -> list[tuple[str, bool]]:
    return [(one.what, one.followed.is_open) for one in goals_with(practice, "jane-doe").outcome.goals]


def refuse(*_: object) -> NoReturn:
    raise AssertionError("it was read again")


@pytest.fixture(autouse=True)
def _known(practice: Practice) -> None:
    held(practice, "2026-11-20-1400", GOAL)
    assert goals(practice) == [("Let the team decide", True)]


def test_where_nothing_changed_no_session_is_looked_at(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folded, "extracts_in", refuse)

    assert goals(practice) == [("Let the team decide", True)]


def test_how_things_stand_is_remembered_beside_them(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    standing(practice, "jane-doe")
    monkeypatch.setattr(folded, "extracts_in", refuse)

    assert standing(practice, "jane-doe").standing.sessions == 1
    assert goals(practice) == [("Let the team decide", True)]


def test_what_came_of_one_since_is_noticed_and_the_goal_is_still_there(practice: Practice) -> None:
    held(practice, "2026-11-21-1400", REACHED)

    assert goals(practice) == [("Let the team decide", False)]


def test_each_has_the_framework_of_its_session(practice: Practice) -> None:
    assert goals_with(practice, "jane-doe").outcome.frameworks == {"jane-doe/2026-11-20-1400": "short"}


def test_what_is_deleted_leaves_no_words_behind(practice: Practice) -> None:
    held(practice, "2026-11-22-1400")
    for path in (practice.clients / "jane-doe" / "sessions").glob("2026-11-20*"):
        path.unlink()
    goals(practice)
    (index,) = (practice.index / "sessions").iterdir()

    assert "Let the team" not in index.read_text("utf-8")

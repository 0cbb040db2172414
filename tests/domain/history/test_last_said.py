"""What was said last between sessions, and whether something came after it."""

from datetime import timedelta

import pytest
from builders import NOW, note, session_of, turn_with

from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.last_said import is_changed_since, last_said
from coachcli.domain.session.model import Note, Reviewed

ACTION = note("Call Tom", "action")
REVIEW = Note(kind="review", reviewed=Reviewed(kind="action", what="call  tom", session="", outcome="done"))
OTHER = note("Call Ana", "action")


def entry(*notes: Note, minutes: int = 0, question: str | None = None) -> Entry:
    return Entry(at=NOW + timedelta(minutes=minutes), notes=notes, question=question)


def session(*notes: Note, minutes: int) -> SessionExtract:
    return extract_of(session_of(turn_with(*notes), started=NOW + timedelta(minutes=minutes)))


def test_it_is_the_newest_in_the_file_that_a_coach_said() -> None:
    first, second, form = entry(ACTION, minutes=9), entry(OTHER), entry(note("fine"), minutes=20, question="how")

    assert last_said([first, second, form]) == second
    assert last_said([second, entry(note("She listens #listens", "theme"), minutes=30)]) == second
    assert last_said([form]) is None
    assert last_said([]) is None


@pytest.mark.parametrize(
    ("extracts", "changed"),
    [
        ([], False),
        ([session(REVIEW, minutes=5)], True),
        ([session(ACTION, minutes=5)], True),
        ([session(OTHER, minutes=5)], False),
        ([session(ACTION, minutes=-5)], False),
        # Whoever looks back on it knew of it, whatever the clock says.
        ([session(REVIEW, minutes=-5)], True),
    ],
)
def test_it_is_changed_where_a_later_session_speaks_of_the_same_thing(
    extracts: list[SessionExtract], changed: bool
) -> None:
    said = entry(ACTION)

    assert is_changed_since(said, extracts, [said]) is changed


def test_a_later_answer_in_a_form_counts_too() -> None:
    said = entry(ACTION)

    assert is_changed_since(said, [], [said, entry(REVIEW, question="came_of_it")])
    assert not is_changed_since(said, [], [said, entry(note("fine"), question="how")])

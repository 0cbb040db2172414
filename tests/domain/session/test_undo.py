"""Taking back what was written."""

import pytest
from builders import CLIENT, FRAMEWORK, FREE, NOW, note, walked
from domain.strategies import SOMETIMES, Way, ways, writings
from hypothesis import assume, given

from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import (
    Amended,
    Answered,
    Backed,
    Closed,
    Detailed,
    Jumped,
    Mapped,
    Move,
    Nexted,
    Noted,
    NoteRef,
    Passed,
    Paused,
    Rebooked,
    Resumed,
    Undone,
)
from coachcli.domain.session.undo import History
from coachcli.domain.session.walk import Walk
from coachcli.domain.value import changed

WALK = Walk(FRAMEWORK, CLIENT)


def after(*moves: Move | Undone, history: History | None = None) -> History:
    found = history or History(walked())
    for move in moves:
        found = found.after(WALK, move, NOW)
    return found


def timeless(session: Session) -> Session:
    """A session without the time that was spent in it."""
    turns = tuple(changed(turn, seconds=0) for turn in session.turns)
    return changed(session, turns=turns, minutes=changed(session.minutes, spent=None))


@pytest.mark.parametrize(
    "written",
    [
        (Noted(note()),),
        (Answered(note()),),
        (Jumped("topic"), Answered(note())),
        (Jumped("goal"), Answered(note("lead", "goal"))),
        (Rebooked(30),),
    ],
    ids=["note", "answer", "answer_that_moves_on", "goal", "time"],
)
def test_the_last_thing_written_is_taken_back(written: tuple[Move, ...]) -> None:
    *before, last = written

    assert after(*before, last, Undone()).present == after(*before).present


def test_a_detail_is_taken_back_before_its_action() -> None:
    said = after(Jumped("actions"), Answered(note("go", "action")))
    history = after(Detailed(note("went", "action")), history=said)

    assert history.present != said.present
    assert after(Undone(), history=history).present == said.present
    assert after(Undone(), Undone(), history=history).present == after(Jumped("actions")).present


@pytest.mark.parametrize("amended", [note("the"), None], ids=["rewritten", "taken_away"])
def test_a_correction_is_taken_back(amended: None) -> None:
    said = after(Answered(note("teh")))

    assert after(Amended(NoteRef(0, 0), amended), Undone(), history=said).present == said.present


def test_things_are_taken_back_one_by_one_and_then_no_more() -> None:
    history = after(Answered(note("one")), Answered(note("two")))

    assert [noted.text for _, noted in after(Undone(), history=history).present.notes] == ["one"]
    assert after(Undone(), Undone(), history=history).present == walked()
    assert after(Undone(), Undone(), Undone(), history=history).present == walked()


def test_taking_back_returns_to_where_it_was_written() -> None:
    history = after(Jumped("topic"), Answered(note("trust")), Jumped("hours"), Mapped(), Undone())

    assert history.present == walked(Jumped("topic"))


@pytest.mark.parametrize(
    "move", [Passed(), Nexted(), Jumped("goal"), Backed(), Mapped(), Paused(), Resumed(), Closed()], ids=str
)
def test_moving_about_is_nothing_to_take_back(move: Move) -> None:
    assert after(move).past == ()
    assert after(move, Undone()).present == after(move).present


def test_what_changed_nothing_is_nothing_to_take_back() -> None:
    history = after(Noted(note("one")), Amended(NoteRef(9, 9), None))

    assert len(history.past) == 1
    assert after(Undone(), history=history).present == walked()


def test_a_note_that_opened_the_first_question_is_taken_back_with_it() -> None:
    history = History(walked(framework=FREE))
    walk = Walk(FREE, CLIENT)

    assert history.after(walk, Noted(note()), NOW).after(walk, Undone(), NOW) == history


def test_time_is_not_taken_back_with_the_words() -> None:
    history = after(Answered(note("one"))).spend(90)

    assert history.present.seconds == 90
    undone = after(Undone(), history=history).present
    assert undone.seconds == 90
    assert undone.minutes.spent == 2


@SOMETIMES
@given(ways(), writings())
def test_whatever_is_written_can_be_taken_back(way: Way, move: Move) -> None:
    history = History(way.sessions()[-1])
    written = history.after(way.walk, move, NOW)
    assume(written.past)

    assert timeless(written.spend(45).after(way.walk, Undone(), NOW).present) == timeless(history.present)


def lived(way: Way) -> History:
    history = History(way.sessions()[0])
    for move, seconds in way.happenings:
        history = history.spend(seconds).after(way.walk, move, NOW)
    return history


@SOMETIMES
@given(ways())
def test_everything_can_be_taken_back_to_a_blank_page(way: Way) -> None:
    history = lived(way)
    while history.past:
        history = history.after(way.walk, Undone(), NOW)

    assert list(history.present.notes) == []


@SOMETIMES
@given(ways())
def test_no_time_of_the_call_is_lost_by_taking_back(way: Way) -> None:
    history = lived(way)
    undone = history.after(way.walk, Undone(), NOW).present
    assume(undone.turns and all(turn.phase != "after_call" for turn in undone.turns))

    assert undone.seconds == history.present.seconds

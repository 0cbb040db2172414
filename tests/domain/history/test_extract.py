"""An extract of a session keeps what later sessions ask for, and none of the words that they do not."""

from typing import get_args

import pytest
from builders import IMPORTANCE, NOW, note, session_of, turn_with, words_in

from coachcli.domain.history.extract import extract_of, with_client
from coachcli.domain.session.model import Appointment, Note, Reviewed, Score
from coachcli.domain.terms import Kind, Room
from coachcli.domain.value import changed

RATED = Note(kind="scale", scale=Score(score=7, low=1, high=10))
REVIEWED = Note(kind="review", reviewed=Reviewed(kind="action", what="call Tom", session="jane-doe/1", outcome="done"))


@pytest.mark.parametrize("kind", ["action", "promise", "parked", "goal"])
def test_what_stays_open_is_kept(kind: Kind) -> None:
    kept = note("call Tom", kind, "client")

    assert [one for _, one in extract_of(session_of(turn_with(kept))).notes] == [kept]


@pytest.mark.parametrize("kind", ["note", "quote", "insight", "observation"])
def test_words_that_nobody_asks_for_later_are_not_in_it(kind: Kind) -> None:
    extract = extract_of(session_of(turn_with(note("xylophone sorrow", kind), note("call Tom", "action"))))

    assert "xylophone" not in words_in(extract)
    assert [one.text for _, one in extract.notes] == ["call Tom"]


def test_what_was_looked_back_on_is_kept() -> None:
    assert [one for _, one in extract_of(session_of(turn_with(REVIEWED))).notes] == [REVIEWED]


def test_every_number_is_kept_and_of_what_it_is() -> None:
    of_a_goal = changed(turn_with(RATED, question=IMPORTANCE.id), item="lead")

    assert [turn.item for turn, _ in extract_of(session_of(turn_with(RATED), of_a_goal)).notes] == [None, "lead"]


def test_a_turn_with_nothing_to_keep_is_left_out_and_the_others_keep_their_question() -> None:
    open_turn = changed(turn_with(note("call Tom", "action"), asked="What will you do?"), seconds=90)
    (kept,) = extract_of(session_of(turn_with(note("words")), open_turn)).turns

    assert (kept.asked, kept.at, kept.seconds) == ("What will you do?", NOW, 0)


def test_it_says_of_which_session_it_is_and_when_the_next_one_is() -> None:
    session = session_of(turn_with(note("words")), status="ended", next=Appointment(words="friday"))
    extract = extract_of(session)

    assert (extract.id, extract.framework, extract.started) == (session.id, session.framework, session.started)
    assert (extract.status, extract.next) == ("ended", Appointment(words="friday"))


def test_talks_with_others_and_what_the_coach_did_alone_were_not_held_with_the_client() -> None:
    call = extract_of(session_of(turn_with(note("words"))))
    others = [changed(call, framework=changed(call.framework, room=room)) for room in get_args(Room)]

    assert with_client([call, *others]) == (call, call)

"""An extract of a session keeps what later sessions ask for, and none of the words that they do not."""

from typing import get_args

import pytest
from builders import IMPORTANCE, NOW, note, session_of, turn_with, words_in

from coachcli.domain.history.extract import Themes, extract_of, with_client
from coachcli.domain.session.model import Appointment, Note, Reviewed, Score, Turn
from coachcli.domain.terms import Kind, Room
from coachcli.domain.value import changed

RATED = Note(kind="scale", scale=Score(score=7, low=1, high=10))
REVIEWED = Note(kind="review", reviewed=Reviewed(kind="action", what="call Tom", session="jane-doe/1", outcome="done"))


@pytest.mark.parametrize("kind", ["action", "promise", "parked", "goal", "value"])
def test_what_stays_open_is_kept_and_what_matters_to_them(kind: Kind) -> None:
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


class TestThemes:
    """What was spoken about with the client, in as few words as tell it."""

    SPOKEN = turn_with(note("He is a tyrant #delegation"), note("so tired #sleep #delegation", "observation"))

    def themes(self, *turns: Turn) -> Themes:
        return extract_of(session_of(*turns)).themes

    def test_the_tags_are_kept_each_once_and_none_of_the_words_around_them(self) -> None:
        assert self.themes(self.SPOKEN) == Themes(tags=("#delegation", "#sleep"))

    def test_the_packs_that_were_drawn_on_are_kept_even_where_nothing_was_noted(self) -> None:
        asked, again = changed(turn_with(), packs=("trust", "change")), changed(turn_with(), packs=("trust",))

        assert self.themes(asked, again).packs == ("trust", "change")

    def test_a_stage_was_worked_on_where_it_has_words_and_a_number_alone_is_no_work(self) -> None:
        rated = changed(turn_with(RATED), series="seven_team")
        worked_on = changed(turn_with(note("words")), series="seven_results")
        only_asked = changed(turn_with(), series="seven_feedback")

        assert self.themes(rated, worked_on, only_asked).series == ("seven_results",)

    @pytest.mark.parametrize("room", ["three", "sponsor", "stakeholder", "alone"])
    def test_what_was_spoken_about_with_others_is_no_theme_of_the_client(self, room: Room) -> None:
        elsewhere = changed(self.SPOKEN, room=room, packs=("trust",), series="seven_team")

        assert self.themes(elsewhere) == Themes()

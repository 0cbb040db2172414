"""What becomes of two versions of a session: no word is lost, and nobody sees more than before."""

from collections import Counter
from collections.abc import Hashable
from datetime import timedelta

import pytest
from builders import NOW, note, session_of, turn_with, words_in
from domain.strategies import OFTEN, ways
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.export.audience import may_see
from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.session.model import Appointment, Booked, Note, Position, Session, Turn
from coachcli.domain.terms import Audience, ShareWith
from coachcli.domain.value import changed
from coachcli.domain.version.comparison import Comparison
from coachcli.domain.version.merge import Taking, closed_off, taken

TAKINGS: tuple[Taking, ...] = ("this", "other", "both")
SHARES: tuple[ShareWith, ...] = ("nobody", "client", "sponsor")
OTHERS: tuple[Audience, ...] = ("client", "sponsor")


def at(minute: int, *notes: Note, question: str = "story", **changes: object) -> Turn:
    """A turn so many minutes into the session."""
    turn = turn_with(*notes, question=question)
    return changed(turn, at=NOW + timedelta(minutes=minute), **changes)


def compared(this: Session | Turn, other: Session | Turn) -> Comparison:
    one, two = (part if isinstance(part, Session) else session_of(part) for part in (this, other))
    return Comparison(one, two)


def texts(session: Session) -> list[list[str]]:
    """The words of the notes, turn by turn."""
    return [[note.text for note in turn.notes] for turn in session.turns]


def seen(session: Session) -> list[tuple[str, ShareWith]]:
    return [(note.text, note.share_with) for _, note in session.notes]


class TestWhoMaySeeIt:
    @pytest.mark.parametrize("which", TAKINGS)
    @pytest.mark.parametrize("shares", [("client", "nobody"), ("nobody", "client")])
    def test_the_narrower_holds_whichever_is_taken(self, which: Taking, shares: tuple[ShareWith, ShareWith]) -> None:
        two = compared(*(at(1, note("a", share_with=share)) for share in shares))

        assert seen(taken(two, which)) == [("a", "nobody")]

    @pytest.mark.parametrize(
        ("which", "left"),
        [
            ("this", [("mine", "client")]),
            ("other", [("theirs", "nobody")]),
            ("both", [("mine", "nobody"), ("theirs", "nobody")]),
        ],
    )
    def test_what_only_one_of_them_has_comes_in_for_the_coach_alone(
        self, which: Taking, left: list[tuple[str, ShareWith]]
    ) -> None:
        two = compared(at(1, note("mine", share_with="client")), at(1, note("theirs", share_with="sponsor")))

        assert seen(taken(two, which)) == left

    @pytest.mark.parametrize(
        ("which", "named"), [("this", []), ("other", ["theirs", "own"]), ("both", ["mine", "theirs", "own"])]
    )
    def test_what_comes_in_so_is_named(self, which: Taking, named: list[str]) -> None:
        mine = at(1, note("mine", share_with="client"), note("always mine alone"))
        two = compared(mine, at(1, note("theirs", share_with="client"), note("own")))

        assert [one.note.text for one in closed_off(two, which)] == named

    def test_an_answer_to_a_question_that_quotes_in_one_of_them_alone_is_not_in_both(self) -> None:
        """Such a question is kept back with its answer, and the other one is not."""
        two = compared(at(1, note("a", share_with="client")), at(1, note("a", share_with="client"), quoting=("topic",)))

        assert seen(taken(two, "both")) == [("a", "nobody"), ("a", "nobody")]

    def test_of_notes_that_are_alike_none_is_seen_by_more(self) -> None:
        two = compared(at(1, note("a"), note("a", share_with="client")), at(1, note("a")))

        assert seen(taken(two, "this")) == [("a", "nobody"), ("a", "nobody")]


class TestBothInOne:
    def test_what_the_other_has_stands_behind_what_was_said_at_the_question(self) -> None:
        two = compared(at(1, note("a"), note("mine")), at(1, note("theirs"), note("a")))

        assert texts(taken(two, "both")) == [["a", "mine", "theirs"]]

    def test_the_same_question_asked_at_other_moments_is_one(self) -> None:
        two = compared(at(1, note("mine")), at(2, note("theirs")))

        assert texts(taken(two, "both")) == [["mine", "theirs"]]

    def test_a_question_that_only_the_other_reached_is_put_in_at_its_moment(self) -> None:
        mine = session_of(at(1, note("one")), at(5, note("five"), question="topic"))
        theirs = session_of(at(1, note("one")), at(3, note("three"), question="options", back=True))
        both = taken(compared(mine, theirs), "both")

        assert texts(both) == [["one"], ["three"], ["five"]]
        assert not any(turn.back for turn in both.turns)

    def test_but_never_behind_the_question_at_which_the_session_stands(self) -> None:
        standing = session_of(at(1, note("one")), position=Position(question="story", note=0))
        theirs = session_of(at(1, note("one")), at(9, note("nine"), question="options"))

        assert texts(taken(compared(standing, theirs), "both")) == [["nine"], ["one"]]

    def test_the_longer_time_and_the_date_that_is_there(self) -> None:
        first, second = session_of(minutes=Booked(spent=20)), session_of(minutes=Booked(planned=50, spent=49))
        agreed = Appointment(words="friday")
        both = taken(compared(first, changed(second, next=agreed)), "both")

        assert (both.minutes, both.next) == (Booked(spent=49), agreed)

    def test_a_screen_that_others_could_see_in_one_of_them_is_one_that_others_could_see(self) -> None:
        assert taken(compared(session_of(), session_of(discreet=True)), "both").discreet


@st.composite
def versions(draw: st.DrawFn) -> Comparison:
    """Two sessions that say much the same: turns and notes left out, doubled, moved and shared otherwise."""
    whole = draw(ways()).sessions()[-1]

    def version() -> Session:
        turns = tuple(varied(turn) for turn in whole.turns for _ in range(draw(st.sampled_from((1, 1, 0, 2)))))
        standing = [None, Position(), *(Position(question=turn.question) for turn in turns[-1:])]
        minutes = Booked(spent=draw(st.none() | st.integers(0, 9)))
        return changed(whole, turns=turns, position=draw(st.sampled_from(standing)), minutes=minutes)

    def varied(turn: Turn) -> Turn:
        notes = tuple(reshared(one) for one in turn.notes for _ in range(draw(st.sampled_from((1, 1, 0, 2)))))
        moment = NOW + timedelta(minutes=draw(st.integers(0, 3)))
        return changed(turn, at=moment, notes=notes)

    def reshared(one: Note) -> Note:
        share: ShareWith = "nobody" if one.kind == "observation" else draw(st.sampled_from(SHARES))
        return changed(one, share_with=share)

    return Comparison(version(), version())


def counted(session: Session, audience: Audience = "me") -> Counter[Hashable]:
    """How often an audience may read each note, with what it answers."""
    return Counter(
        (turn.question, turn.item, turn.asked, words_in(changed(note, share_with="nobody")))
        for turn, note in session.notes
        if may_see(note, audience, "client")
    )


@OFTEN
@given(versions())
def test_no_word_of_either_is_lost_in_both(two: Comparison) -> None:
    both = counted(taken(two, "both"))

    assert both == counted(two.this) | counted(two.other)


@OFTEN
@given(versions(), st.sampled_from(TAKINGS))
def test_nobody_sees_what_they_could_not_see_in_both(two: Comparison, which: Taking) -> None:
    """Unless this one is kept, for what the other one does not have."""
    for audience in OTHERS:
        allowed = counted(two.this, audience) & counted(two.other, audience)
        if which == "this":
            allowed += counted(two.this, audience) - counted(two.other)
        assert counted(taken(two, which), audience) <= allowed


@OFTEN
@given(versions(), st.sampled_from(TAKINGS))
def test_what_is_taken_is_a_session(two: Comparison, which: Taking) -> None:
    result = taken(two, which)

    assert checked(Session, without_nothing(result)) == result
    if which != "other":
        assert result.position == two.this.position


@OFTEN
@given(versions())
def test_once_it_is_both_neither_has_anything_more(two: Comparison) -> None:
    both = taken(two, "both")
    for version in (two.this, two.other):
        again = Comparison(both, version)
        assert again.only_other == ()
        assert taken(again, "both") == both


@OFTEN
@given(versions(), st.sampled_from(TAKINGS))
def test_two_that_are_the_same_stay_as_they_are(two: Comparison, which: Taking) -> None:
    assert taken(Comparison(two.this, two.this), which) == two.this

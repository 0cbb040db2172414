"""What two versions of a session have each for itself, and what is not the same in both."""

from collections.abc import Sequence
from datetime import timedelta

from builders import NOW, note, session_of, turn_with

from coachcli.domain.session.model import Appointment, Booked, Note, Session, Turn
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.value import changed
from coachcli.domain.version.comparison import Comparison, Found, Otherwise, found_at


def at(minute: int, *notes: Note, question: str = "story") -> Turn:
    """A turn so many minutes into the session."""
    return changed(turn_with(*notes, question=question), at=NOW + timedelta(minutes=minute))


def compared(this: Session | Turn, other: Session | Turn) -> Comparison:
    one, two = (part if isinstance(part, Session) else session_of(part) for part in (this, other))
    return Comparison(one, two)


def found(session: Session, refs: Sequence[NoteRef]) -> list[Found]:
    return [found_at(session, ref) for ref in refs]


def test_what_only_one_of_them_has_each_with_its_question() -> None:
    two = compared(at(1, note("both"), note("mine")), at(1, note("theirs"), note("both")))

    assert [(one.turn.asked, one.note.text) for one in found(two.this, two.only_this)] == [
        ("What is going on?", "mine")
    ]
    assert [(one.turn.asked, one.note.text) for one in found(two.other, two.only_other)] == [
        ("What is going on?", "theirs")
    ]
    assert two.differing == ()


def test_a_note_that_stands_there_once_more_is_one_that_only_one_has() -> None:
    two = compared(at(1, note("again")), at(1, note("again"), note("again")))

    assert (len(two.only_this), len(two.only_other)) == (0, 1)


def test_the_same_words_at_another_question_are_another_note() -> None:
    two = compared(at(1, note("yes")), at(1, note("yes"), question="topic"))

    assert (len(two.only_this), len(two.only_other)) == (1, 1)


def test_another_kind_of_note_is_another_note() -> None:
    two = compared(at(1, note("yes")), at(1, note("yes", "insight")))

    assert (len(two.only_this), len(two.only_other)) == (1, 1)


def test_when_it_was_added_makes_no_difference() -> None:
    two = compared(at(1, changed(note("late"), added=NOW)), at(1, note("late")))

    assert (two.only_this, two.only_other) == ((), ())


def test_who_may_see_a_note_where_that_differs_and_the_narrower_circle() -> None:
    two = compared(at(1, note("a", share_with="client")), at(1, note("a", share_with="sponsor")))
    (one,) = two.differing

    assert (one.note.text, one.this, one.other, one.in_both) == ("a", "client", "sponsor", "client")


def test_what_else_differs_in_words() -> None:
    first = session_of(status="paused", minutes=Booked(planned=50, spent=20))
    second = session_of(
        status="ended", ended=NOW, next=Appointment(words="friday"), minutes=Booked(planned=50, spent=49)
    )

    assert compared(first, second).otherwise == (
        Otherwise("Status", "paused", "ended"),
        Otherwise("Ended", "", "Friday 20 November 2026, 14:00"),
        Otherwise("We meet again", "", "friday"),
        Otherwise("Minutes spent", "20", "49"),
    )


def test_of_two_that_say_the_same_nothing_is_told() -> None:
    two = compared(at(1, note("a")), at(1, note("a")))

    assert (two.only_this, two.only_other, two.differing, two.otherwise) == ((), (), (), ())

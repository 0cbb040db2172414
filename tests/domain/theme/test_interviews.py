"""How many people a tag was set with: people by their codes, and only what was noted while they were there."""

from builders import NOW, note
from domain.theme.voices import interview, said

from coachcli.domain.session.edits import amended, reopened
from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.theme.interviews import in_engagement, interviews, people_with
from coachcli.domain.value import changed


def people(*sessions: Session, tag: str = "#listens") -> int:
    return people_with(tag, interviews(sessions))


def test_people_are_counted_by_code_and_not_how_often_it_was_said() -> None:
    first = interview("P1", said("A pause before each answer #listens", "Asks twice #listens"))

    assert people(first) == 1
    assert people(first, interview("p1", said("Again #Listens"), day=30)) == 1
    assert people(first, interview("P2", said("Hears me out #listens"))) == 2


def test_who_has_no_code_may_have_been_counted_already() -> None:
    assert people(interview(None, said("Hears me out #listens"))) == 0


def test_the_sponsor_is_none_of_them() -> None:
    held = interviews([interview("S1", said("Hears me out #listens"))], {"s1"})

    assert held == ()


def test_what_the_coach_thinks_of_it_afterwards_backs_nothing() -> None:
    assert people(interview("P1", said("I liked that #listens", phase="after_call"))) == 0


def test_what_the_coach_added_to_the_session_once_it_was_over_backs_nothing() -> None:
    turn = said("Hears me out")
    added = changed(note("Calm in meetings #listens"), added=NOW)

    assert people(interview("P1", changed(turn, notes=(*turn.notes, added)))) == 0


def test_a_tag_that_is_set_later_on_what_was_said_counts() -> None:
    session = interview("P1", said("Hears me out"))
    open_again = reopened(session, NOW)

    assert people(amended(open_again, NoteRef(0, 0), note("Hears me out #listens"))) == 1


def test_what_was_said_in_another_room_backs_nothing() -> None:
    with_client = changed(said("I #listens too little"), room="client")

    assert people(interview("P1", with_client)) == 0


def test_an_engagement_has_those_that_say_so() -> None:
    held = interviews(
        [
            interview("P1", said("#listens"), engagement="lead"),
            interview("P2", said("#listens"), engagement="other"),
            interview("P3", said("#listens")),
        ]
    )

    assert people_with("listens", held) == 0
    assert people_with("#listens", held) == 3
    assert people_with("#listens", in_engagement(held, "lead")) == 1

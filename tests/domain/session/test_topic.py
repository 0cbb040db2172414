"""What a session is about today."""

from builders import note, session_of, turn_with

from coachcli.domain.session.topic import topic_of


def test_it_is_the_topic_as_it_was_last_said() -> None:
    assert topic_of(
        session_of(turn_with(note("rest", "topic"), note("late")), turn_with(note("the\nrota", "topic")))
    ) == ("the rota")


def test_nobody_said_one() -> None:
    assert topic_of(session_of(turn_with(note("late")))) == ""

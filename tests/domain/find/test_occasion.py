"""What is found: by its number in the session, its question, and who said it."""

from builders import CLIENT, NOW, note, session_of, turn_with

from coachcli.domain.find.occasion import between_sessions, of_session
from coachcli.domain.find.query import Query
from coachcli.domain.history.between import Between, Entry

SESSION = session_of(
    turn_with(note("a budget"), note("rest")), turn_with(note("BUDGET", "quote"), asked="What do you want?")
)


def test_a_note_has_its_number_its_question_and_its_speaker() -> None:
    (found,) = of_session(SESSION, CLIENT, Query(("budget",)))

    assert found.session == SESSION.id
    assert [(one.number, one.asked, one.said_by, one.room) for one in found.findings] == [
        (1, "What is going on?", CLIENT, "client"),
        (3, "What do you want?", CLIENT, "client"),
    ]


def test_a_session_without_it_is_none() -> None:
    assert [*of_session(SESSION, CLIENT, Query(("okapi",)))] == []


def test_what_was_noted_between_sessions_is_between_client_and_coach() -> None:
    entries = (Entry(at=NOW, notes=(note("budget"),)), Entry(at=NOW, notes=(note("rest"),)))
    between = Between(client="jane", entries=entries)

    (found,) = between_sessions(between, CLIENT, Query(("budget",), room="client"))

    assert (found.session, found.client, len(found.findings)) == ("", "jane", 1)
    assert [*between_sessions(between, CLIENT, Query(("budget",), room="alone"))] == []

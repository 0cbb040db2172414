"""Notes that were found, for programs."""

from builders import CLIENT, NOW, note, session_of, turn_with

from coachcli.domain.find.occasion import between_sessions, of_session
from coachcli.domain.find.query import Query
from coachcli.domain.history.between import Between, Entry
from coachcli.render.find.data import found_data

QUERY = Query(("budget",))


def test_each_note_is_a_row_with_where_it_is_and_who_said_it() -> None:
    session = session_of(turn_with(note("x"), note("budget", "insight", "client")))

    (row,) = found_data(of_session(session, CLIENT, QUERY))

    assert row == {
        "client": session.client,
        "client_name": CLIENT,
        "at": session.started.isoformat(),
        "session": session.id,
        "framework_title": session.framework.title,
        "number": 2,
        "stage": row["stage"],
        "with": "client",
        "said_by": CLIENT,
        "in_trash": False,
        "asked": "What is going on?",
        "kind": "insight",
        "text": "budget",
        "share_with": "client",
    }


def test_between_sessions_there_is_no_session() -> None:
    between = Between(client="jane", entries=(Entry(at=NOW, notes=(note("budget", "action"),)),))

    (row,) = found_data(between_sessions(between, CLIENT, QUERY))

    assert (row["session"], row["client"], row["text"]) == (None, "jane", "budget")

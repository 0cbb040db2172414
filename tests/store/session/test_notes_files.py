"""Which files are looked into for notes, and that none that holds what is looked for is passed over."""

from pathlib import Path

import pytest
from builders import CLIENT, note, session_of, turn_with

from coachcli.domain.find.query import Query
from coachcli.domain.value import changed
from coachcli.errors import PassedOverError
from coachcli.store.client import client_file
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up
from coachcli.store.session import notes_files, sessions, trash
from coachcli.store.session.notes_files import NotesFile, files_in_trash, occasions
from coachcli.store.session.records import DamagedSessionError

BUDGET = Query(("budget",))


@pytest.fixture
def jane(practice: Practice) -> str:
    set_up(practice)
    return client_file.add(practice, "Jane Doe").id


def put(practice: Practice, client: str, when: str, words: str = "the büdget") -> Path:
    session = changed(session_of(turn_with(note(words))), client=client, id=f"{client}/{when}")
    return sessions.create(practice, session).path


def found(practice: Practice, file: NotesFile, query: Query = BUDGET) -> list[str]:
    return [one.session for one in occasions(practice, file, CLIENT, query, query.pieces)]


def test_sessions_come_newest_first_after_what_lies_between_them(practice: Practice, jane: str) -> None:
    for when in ("2026-01-05-1000", "2026-03-05-1000", "2026-02-05-1000"):
        put(practice, jane, when)
    practice.between_file(jane).write_text("format: 1\nclient: jane-doe\n...\n")

    assert [file.day for file in notes_files.notes_files(practice, [jane]).found] == [
        "",
        "2026-03-05",
        "2026-02-05",
        "2026-01-05",
    ]


def test_a_file_without_it_is_not_read_as_yaml(practice: Practice, jane: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = NotesFile(put(practice, jane, "2026-01-05-1000", "rest"), jane, "2026-01-05")
    monkeypatch.setattr(notes_files, "session_in", lambda _path: pytest.fail("it was read"))

    assert found(practice, file) == []


def test_one_that_has_it_is_found(practice: Practice, jane: str) -> None:
    file = NotesFile(put(practice, jane, "2026-01-05-1000"), jane, "2026-01-05")

    assert found(practice, file) == ["jane-doe/2026-01-05-1000"]


def test_one_that_lost_its_end_is_told_although_it_may_have_held_it(practice: Practice, jane: str) -> None:
    path = put(practice, jane, "2026-01-05-1000", "rest")
    path.write_bytes(path.read_bytes()[:-8])

    with pytest.raises(DamagedSessionError):
        found(practice, NotesFile(path, jane, "2026-01-05"))


def test_one_that_says_it_is_somebody_elses_is_nobodys(practice: Practice, jane: str) -> None:
    path = put(practice, jane, "2026-01-05-1000")
    path.write_bytes(path.read_bytes().replace(b"jane-doe", b"robin-doe"))

    with pytest.raises(PassedOverError, match="belongs to nobody"):
        found(practice, NotesFile(path, jane, "2026-01-05"))


def test_one_that_is_gone_meanwhile_holds_nothing(practice: Practice, jane: str) -> None:
    file = NotesFile(practice.session_file(jane, "2026-01-05-1000-grow"), jane, "2026-01-05")

    assert found(practice, file) == []


def test_what_was_deleted_is_found_in_the_trash(practice: Practice, jane: str) -> None:
    trash.delete(practice, put(practice, jane, "2026-01-05-1000"))
    (file,) = files_in_trash(practice)

    assert (file.client, file.day, file.in_trash) == (jane, "2026-01-05", True)
    assert [one.in_trash for one in occasions(practice, file, CLIENT, BUDGET, BUDGET.pieces)] == [True]

"""The places that can hold something of a client; tests/hostile/test_erase.py plants something in each of them."""

from coachcli.errors import UnreadableError
from coachcli.store.erase.others import Others
from coachcli.store.erase.places import LOCKS, PLACES, Place
from coachcli.store.erase.whose import Whose
from coachcli.store.paths import Practice
from coachcli.store.session import rescue


def place(told: str) -> Place:
    return next(one for one in (*PLACES, LOCKS) if told in one.told)


def test_where_nothing_is_there_nothing_is_found(practice: Practice) -> None:
    assert [one.find(Whose(practice, "jane"), Others()) for one in (*PLACES, LOCKS)] == [[] for _ in (*PLACES, LOCKS)]


def test_what_was_rescued_for_a_client_of_that_id_in_another_practice_is_left(practice: Practice) -> None:
    session = practice.session_file("jane", "2026-03-01-1400-grow")
    session.parent.mkdir(parents=True)
    session.write_text("")
    rescue.folder().mkdir(parents=True)
    stems = (session.stem, "2026-03-02-1400-grow")
    mine, anothers = (rescue.rescue_file(practice.session_file("jane", stem), "0" * 12) for stem in stems)
    for path in (mine, anothers):
        path.write_text("rescued")

    assert place("rescued").find(Whose(practice, "jane"), Others()) == [mine]


def test_no_framework_goes_while_a_session_of_others_cannot_be_read(practice: Practice) -> None:
    session = practice.session_file("jane", "2026-03-01-1400-grow")
    kept = practice.snapshots / f"{'a' * 64}.yaml"
    for path in (session, kept):
        path.parent.mkdir(parents=True)
        path.write_text(f"sha256: {'a' * 64}")
    frameworks, jane = place("frameworks kept"), Whose(practice, "jane")

    assert frameworks.find(jane, Others()) == [kept]
    assert frameworks.find(jane, Others(hashes=frozenset({"a" * 64}))) == []
    assert frameworks.find(jane, Others(unread=(UnreadableError("torn"),))) == []


def test_the_index_is_only_touched_where_the_client_is_in_it(practice: Practice) -> None:
    (practice.index / "sessions").mkdir(parents=True)
    (practice.index / "clients.json").write_text('{"clients/jane-doe/client.yaml": 1}')
    (practice.index / "sessions" / "jane-doe.jsonl").write_text("jane")
    index = place("lists remember")

    assert index.find(Whose(practice, "jane"), Others()) == []
    assert index.find(Whose(practice, "jane-doe"), Others()) == [practice.index]

"""Deleting a session, which only moves it, and bringing it back."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.session.export import refresh_page
from coachcli.app.session.trash import delete_session, let_go, restore_session
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Appointment
from coachcli.errors import InUseError, NotFoundError, UsageError
from coachcli.store.client import client_file
from coachcli.store.disk import files, locks
from coachcli.store.index.extracts import extracts
from coachcli.store.index.heads import remember
from coachcli.store.paths import draft_file, markdown_file
from coachcli.store.session import drafts, rescue, sessions
from coachcli.store.session.drafts import Draft
from coachcli.store.session.place import session_name

NAME = "jane-doe/2026-11-19-1000"


@pytest.fixture
def path(context: Context, jane: Client, made: MakeSession) -> Path:
    """A session with its page and the draft of a line."""
    path = made(jane).path
    refresh_page(context, path)
    draft_file(path).write_text("{}", encoding="utf-8")
    return path


def test_a_session_goes_with_all_that_belongs_to_it(context: Context, path: Path) -> None:
    assert delete_session(context, "last") == NAME
    assert list(path.parent.iterdir()) == []
    assert {file.suffix for file in (context.practice.trash / "jane-doe").iterdir()} == {".yaml", ".md", ".draft"}


@pytest.mark.parametrize("wanted", [None, "last", NAME, "jane-doe", "Jane Doe"])
def test_it_comes_back_to_the_letter(context: Context, path: Path, wanted: str | None) -> None:
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    delete_session(context, NAME)

    assert restore_session(context, wanted) == NAME
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before
    assert path.exists()
    assert markdown_file(path).exists()


def test_the_last_deleted_comes_back_first(context: Context, jane: Client, made: MakeSession, path: Path) -> None:
    other = made(jane, "2026-10-01-0900").path
    delete_session(context, "jane-doe/2026-10-01-0900")
    delete_session(context, NAME)

    assert restore_session(context, None) == NAME
    assert restore_session(context, None) == "jane-doe/2026-10-01-0900"
    assert path.exists()
    assert other.exists()


def test_deleted_twice_under_one_name_both_are_kept(
    context: Context, jane: Client, made: MakeSession, path: Path
) -> None:
    first = path.read_bytes()
    delete_session(context, NAME)
    made(jane, status="ended")
    delete_session(context, NAME)

    assert first in [file.read_bytes() for file in context.practice.trash.glob("jane-doe/*.yaml")]
    assert len(list(context.practice.trash.glob("jane-doe/*.yaml"))) == 2


def test_nothing_is_restored_over_another(context: Context, jane: Client, made: MakeSession, path: Path) -> None:
    delete_session(context, NAME)
    made(jane, status="ended")
    there = path.read_bytes()

    with pytest.raises(InUseError, match="is there already"):
        restore_session(context, NAME)
    assert path.read_bytes() == there


def test_one_that_is_held_is_not_deleted(context: Context, path: Path) -> None:
    files.make_folder(context.practice.locks, inside=context.practice.root)
    with locks.held(context.practice.lock_file(path)), pytest.raises(InUseError):
        delete_session(context, NAME)

    assert path.exists()


def test_a_damaged_one_can_be_deleted_and_brought_back(context: Context, path: Path) -> None:
    path.write_text("format: 1\nid: [\n", encoding="utf-8")
    delete_session(context, NAME)
    restore_session(context, NAME)

    assert path.read_text(encoding="utf-8") == "format: 1\nid: [\n"


@pytest.mark.parametrize("wanted", ["jane-doe", "Jane Doe", " jane ", "jane-doe/"])
def test_a_client_alone_is_refused_with_the_ids_there_are(context: Context, path: Path, wanted: str) -> None:
    with pytest.raises(UsageError) as told:
        delete_session(context, wanted)

    assert told.value.message == "Jane Doe is a client. Which session with them?"
    assert told.value.hint == f"coach session delete, and one of: {NAME}"
    assert path.exists()


def test_of_many_the_newest_five_are_told(context: Context, jane: Client, made: MakeSession) -> None:
    for day in range(1, 8):
        made(jane, f"2026-10-0{day}-0900", status="ended")
    with pytest.raises(UsageError) as told:
        delete_session(context, jane.name)

    ids = ", ".join(f"jane-doe/2026-10-0{day}-0900" for day in (7, 6, 5, 4, 3))
    assert told.value.hint == f"coach session delete, and one of: {ids}, 2 more (coach session list jane-doe)"


def test_without_a_word_it_asks_which_and_without_a_session_it_says_so(context: Context, jane: Client) -> None:
    with pytest.raises(UsageError, match="Which session"):
        delete_session(context, None)
    with pytest.raises(NotFoundError, match="There is no session with Jane Doe yet"):
        delete_session(context, jane.name)


def test_a_client_with_a_stroke_in_the_name_is_no_session(context: Context, made: MakeSession) -> None:
    couple = client_file.add(context.practice, "Jane/Joe Doe")
    stored = made(couple)
    with pytest.raises(UsageError, match="Jane/Joe Doe is a client"):
        delete_session(context, "jane/joe doe")

    assert delete_session(context, "Jane/Joe Doe/2026-11-19") == stored.session.id


def test_what_was_left_with_nothing_said_is_let_go_and_comes_back_if_it_is_wanted(
    context: Context, jane: Client, made: MakeSession
) -> None:
    stored = made(jane, turns=(turn_with(),), status="paused")
    drafts.write(draft_file(stored.path), Draft("/end", 4, None, None, stored.digest))

    assert let_go(context, stored.session.id)
    assert list(stored.path.parent.iterdir()) == []
    assert restore_session(context, None) == stored.session.id


@pytest.mark.parametrize("left", ["note", "next", "draft", "rescued", "rescued line", "ended", "held", "damaged"])
def test_it_stays_where_there_is_anything_that_could_be_missed(
    context: Context, jane: Client, made: MakeSession, left: str
) -> None:
    changes: dict[str, dict[str, object]] = {
        "note": {"turns": (turn_with(note("hm")),)},
        "next": {"next": Appointment(words="friday")},
        "ended": {"status": "ended"},
    }
    stored = made(jane, **{"status": "paused", "turns": (turn_with(),), **changes.get(left, {})})
    half = Draft("half a thou", 4, None, None, stored.digest)
    files.make_folder(context.practice.locks, inside=context.practice.root)
    if left == "draft":
        drafts.write(draft_file(stored.path), half)
    elif left == "rescued":
        rescue.put(stored.path, stored.digest, sessions.text_of(stored.session))
    elif left == "rescued line":
        rescue.put_line(stored.path, stored.digest, half)
    elif left == "damaged":
        stored.path.write_bytes(stored.path.read_bytes()[:-30])
    with locks.held(context.practice.lock_file(stored.path)) if left == "held" else nullcontext():
        assert not let_go(context, stored.session.id)

    assert stored.path.exists()


def test_what_is_not_there_is_told(context: Context, path: Path) -> None:
    with pytest.raises(NotFoundError, match="The trash is empty"):
        restore_session(context, None)
    with pytest.raises(NotFoundError):
        delete_session(context, "jane-doe/2020-01-01")
    delete_session(context, NAME)
    with pytest.raises(NotFoundError, match="is not in the trash") as told:
        restore_session(context, "tom/2026-11-19-1000")

    assert told.value.hint == f"There is: {NAME}-grow"
    assert not path.exists()


def test_what_lists_remembered_of_it_goes_with_it(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, turns=(turn_with(note("call Tom #trust", "action")),))
    remember(context.practice, jane.id)
    extracts(context.practice, jane.id)
    remembered = [path for path in context.practice.index.rglob("*.jsonl") if "#trust" in path.read_text()]
    assert len(remembered) == 1

    delete_session(context, session_name(stored.path))

    assert not any("#trust" in path.read_text() for path in context.practice.index.rglob("*.jsonl"))

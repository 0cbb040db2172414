"""Another name for a client: alone, or with the folder and the ids; and broken off at every step of that."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from app.conftest import MakeSession
from app.play import Chooser
from builders import note, turn_with
from hostile.conftest import ALL

from coachcli.app.client.history import brought
from coachcli.app.client.new_name import Renamed, rename
from coachcli.app.client.page import page
from coachcli.app.context import Context
from coachcli.app.session.export import refresh_page
from coachcli.domain.client.model import Client
from coachcli.domain.history.between import Entry
from coachcli.domain.history.open_items import followed
from coachcli.domain.session.model import Note, Reviewed
from coachcli.domain.value import changed
from coachcli.errors import CoachError, InUseError, NotFoundError, UsageError
from coachcli.store.client import client_file, clients
from coachcli.store.disk import files, locks, primitives
from coachcli.store.paths import Practice, markdown_file
from coachcli.store.session import between, counter, drafts, sessions, trash

NEW = "Jane Q Example"
WORDS = ("first canary", "second canary", "deleted canary", "between canary", "typed canary", "handed canary")
DERIVED = {".index", ".locks"}


def nobody() -> None:
    return None


def look_back(session: str) -> Note:
    return Note(kind="review", reviewed=Reviewed(kind="action", what="Rest", session=session, outcome="done"))


@pytest.fixture
def full(context: Context, jane: Client, made: MakeSession) -> Client:
    """Jane, with sessions that look back, one deleted, a line begun, pages, something between and an export."""
    practice = context.practice
    first = made(
        jane,
        "2026-11-01-1000",
        turns=(turn_with(note("Rest", "action"), note("first canary"), question="arriving"),),
        status="ended",
    )
    back = turn_with(look_back("jane-doe/2026-11-01-1000"), note("second canary"), question="arriving")
    second = made(jane, "2026-11-08-1000", turns=(back,), status="ended")
    gone = made(jane, "2026-11-09-1000", turns=(turn_with(note("deleted canary"), question="arriving"),))
    for one in (first, second, gone):
        refresh_page(context, one.path)
    trash.delete(practice, gone.path)
    drafts.write(second.path.with_suffix(".draft"), drafts.Draft("typed canary", 5, None, None, second.digest))
    entry = Entry(at=context.clock.now(), notes=(look_back("jane-doe/2026-11-01-1000"), note("between canary")))
    between.add(practice, jane.id, entry)
    files.make_folder(practice.exports(jane.id), inside=practice.root)
    (practice.exports(jane.id) / "jane-doe-2026-11-01-1000-for-client.md").write_text("handed canary, Jane Doe\n")
    counter.note(practice, second.path, context.clock.now())
    second.path.write_bytes(b"# by hand\n" + second.path.read_bytes())
    return jane


def moved(context: Context) -> Renamed:
    return rename(context, "Jane Doe", NEW, nobody, move=True)


def content(practice: Practice) -> dict[str, bytes]:
    paths = [path for path in practice.root.rglob("*") if path.is_file()]
    names = {str(path.relative_to(practice.root)): path for path in paths}
    return {name: path.read_bytes() for name, path in names.items() if name.split("/")[0] not in DERIVED}


@pytest.mark.usefixtures("full")
def test_the_name_alone_is_another_and_it_is_said_where_the_old_one_stands(context: Context) -> None:
    before = content(context.practice)
    done = rename(context, "jane", NEW, nobody)
    after = content(context.practice)
    pages = [name for name in before if name.endswith("-grow.md")]

    assert done.client == Client("jane-doe", NEW)
    assert done.may_move
    assert [stands.replace(str(context.practice.clients), "") for stands in done.stands] == [
        "the folder /jane-doe",
        "the ids of 2 sessions",
        "1 file in /jane-doe/exports",
    ]
    assert {name for name in before if before[name] != after[name]} == {"clients/jane-doe/client.yaml", *pages}
    assert before.keys() == after.keys()
    assert all(b"Jane Doe" not in after[name] for name in pages)


@pytest.mark.usefixtures("full")
def test_with_folder_and_ids_nothing_says_the_old_one_but_what_was_handed_on(context: Context) -> None:
    done = moved(context)
    old = {name for name, data in content(context.practice).items() if b"jane-doe" in data or b"Jane Doe" in data}

    assert (done.client.id, done.moved, done.left) == ("jane-q-example", True, ())
    assert old == {"clients/jane-q-example/exports/jane-q-example-2026-11-01-1000-for-client.md"}
    assert not any(
        "jane-doe" in str(path.relative_to(context.practice.root)) for path in context.practice.root.rglob("*")
    )
    assert "1 file in" in "".join(done.stands)


def test_links_numbers_and_words_are_what_they_were(context: Context, full: Client) -> None:
    before = followed(brought(context, full.id).extracts, brought(context, full.id).entries)
    done = moved(context)
    known = brought(context, done.client.id)
    second = context.practice.session_file(done.client.id, "2026-11-08-1000-grow")

    assert known.passed_over == ()
    assert [(one.number, one.outcome) for one in followed(known.extracts, known.entries)] == [
        (one.number, one.outcome) for one in before
    ]
    reviewed = [one.reviewed.session for _, one in sessions.load(second).session.notes if one.reviewed]
    assert reviewed == ["jane-q-example/2026-11-01-1000"]
    assert second.read_bytes().startswith(b"# by hand\n")
    assert counter.load(context.practice).held == ("jane-q-example/2026-11-08-1000-grow",)
    assert sessions.load(trash.restore(context.practice, None)).session.client == "jane-q-example"
    assert page(context, NEW).page.held["client"].count == 3


@pytest.mark.parametrize(("answer", "folder"), [("yes", "jane-q-example"), ("no", "jane-doe")])
def test_at_a_terminal_it_is_asked_whether_the_folder_follows(
    context: Context, full: Client, answer: str, folder: str
) -> None:
    chooser = Chooser([answer])
    done = rename(context, full.id, NEW, lambda: chooser)

    assert done.client.id == folder
    assert chooser.on_enter == [False]


@pytest.mark.usefixtures("jane")
def test_a_name_whose_folder_fits_already_is_no_question(context: Context) -> None:
    done = rename(context, "jane", "Jane  DOE", nobody)

    assert (done.client, done.may_move, done.stands) == (Client("jane-doe", "Jane DOE"), False, ())


@pytest.mark.usefixtures("jane")
@pytest.mark.parametrize("name", ["Robin Example", "robin example", "own", ""])
def test_a_name_that_somebody_has_or_nobody_can_have_is_refused(context: Context, name: str) -> None:
    client_file.add(context.practice, "Robin Example")
    before = content(context.practice)
    with pytest.raises(UsageError):
        rename(context, "jane", name, nobody, move=True)
    assert content(context.practice) == before


@pytest.mark.parametrize("part", ["2026-11-01-1000-grow", "between", "client", "engagements"])
@pytest.mark.usefixtures("full")
def test_while_anything_of_theirs_is_open_elsewhere_nothing_is_changed(context: Context, part: str) -> None:
    before = content(context.practice)
    with locks.held(context.practice.locks / f"jane-doe--{part}"), pytest.raises(InUseError) as caught:
        moved(context)
    assert caught.value.exit_code == 5
    assert "Jane" not in caught.value.discreet
    assert content(context.practice) == before


def test_what_cannot_be_read_is_left_as_it_is_and_told(context: Context, full: Client) -> None:
    path = context.practice.session_file(full.id, "2026-11-01-1000-grow")
    path.write_bytes(b"format: 1\nid: [\n")
    done = moved(context)
    there = context.practice.session_file("jane-q-example", path.stem)

    assert there.read_bytes() == b"format: 1\nid: [\n"
    assert [str(there) in error.message for error in done.left] == [True]


def test_sessions_of_somebody_else_in_the_folder_stay_somebody_elses(
    context: Context, full: Client, made: MakeSession
) -> None:
    stray = made(full, "2026-11-10-1000")
    stray.path.write_bytes(sessions.text_of(changed(stray.session, client="robin", id="robin/2026-11-10-1000")))
    moved(context)
    there = context.practice.session_file("jane-q-example", stray.path.stem)

    assert sessions.read(there).session.client == "robin"


@pytest.mark.usefixtures("full")
def test_an_id_in_a_file_reaches_no_other_clients_folder(context: Context) -> None:
    robin = client_file.add(context.practice, "Robin Example")
    own = context.practice.client_file(robin.id)
    own.write_text("name: Robin Example\nid: jane-doe\n", encoding="utf-8")
    before = content(context.practice)
    rename(context, "robin", "Robin X Example", nobody, move=True)
    after = content(context.practice)

    assert {name: data for name, data in after.items() if "/jane-doe/" in name} == {
        name: data for name, data in before.items() if "/jane-doe/" in name
    }


class KilledError(BaseException):
    """The process was killed: nothing after this is done, not even what tidies up."""


STEPS: tuple[tuple[Any, str], ...] = (
    (primitives, "write"),
    (primitives, "flush"),
    (primitives, "rename"),
    (primitives, "reserve"),
    (Path, "hardlink_to"),
    (Path, "unlink"),
    (Path, "rmdir"),
    (Path, "mkdir"),
    (os, "replace"),
)


@contextmanager
def killed_at(number: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Kill the process before its step of this number: none of the later ones is taken either."""
    taken = [0]

    def step(real: Callable[..., Any]) -> Callable[..., Any]:
        def take(*given: Any, **named: Any) -> Any:
            taken[0] += 1
            if taken[0] >= number:
                raise KilledError
            return real(*given, **named)

        return take

    with monkeypatch.context() as patch:
        for owner, name in STEPS:
            patch.setattr(owner, name, step(getattr(owner, name)))
        yield taken


@pytest.mark.parametrize("beside", ["nothing", "something in the trash of that name", "a file that says no id"])
@pytest.mark.usefixtures("full")
def test_broken_off_at_any_step_nothing_is_lost_and_doing_it_again_finishes_it(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: str
) -> None:
    root, kept = context.practice.root, tmp_path / "kept"
    if beside == "a file that says no id":
        context.practice.client_file("jane-doe").write_text("name: Jane Doe # as she signs\n", encoding="utf-8")
    elif beside != "nothing":
        files.make_folder(context.practice.trash / "jane-q-example", inside=root)
        (context.practice.trash / "jane-q-example" / "2020-01-01-1000-grow.yaml").write_text("another's\n")
    shutil.copytree(root, kept)
    with killed_at(10_000, monkeypatch) as taken:
        moved(context)
    wanted, steps = content(context.practice), taken[0]
    assert steps > 30

    for number in range(1, steps + 1, 1 if ALL else 3):
        shutil.rmtree(root)
        shutil.copytree(kept, root)
        with killed_at(number, monkeypatch), pytest.raises(KilledError):
            moved(context)
        there = b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())
        assert all(word.encode() in there for word in WORDS), number
        _again(context)
        found = {name: data for name, data in content(context.practice).items() if not name.endswith(".tmp")}
        assert found == wanted, number


def _again(context: Context) -> None:
    """Do it once more; where the name was changed already, all else was done before it."""
    try:
        moved(context)
    except NotFoundError:
        assert clients.exactly(NEW, clients.clients(context.practice)) is not None


def test_where_the_disk_refuses_a_step_it_is_an_error_of_ours(
    context: Context, full: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = primitives.rename

    def refuse(path: Path, target: Path) -> None:
        if target.name == "jane-q-example":
            raise OSError(28, "full")
        real(path, target)

    monkeypatch.setattr(primitives, "rename", refuse)
    with pytest.raises(CoachError, match="the disk is full"):
        moved(context)
    assert markdown_file(context.practice.session_file(full.id, "2026-11-01-1000-grow")).exists()

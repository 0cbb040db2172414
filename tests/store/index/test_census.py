"""Who belongs to whom: what disagrees with its place counts nowhere, and is told of in a sentence."""

import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from builders import note, session_of, turn_with

from coachcli.domain.session.model import Session
from coachcli.domain.value import changed
from coachcli.errors import PassedOverError
from coachcli.store.client.client_file import add
from coachcli.store.index import census
from coachcli.store.index.extracts import extracts
from coachcli.store.index.heads import heads
from coachcli.store.paths import Practice
from coachcli.store.session import sessions
from coachcli.store.session.folder import NobodysError


def create(practice: Practice, client: str, when: str = "2026-11-20-1400") -> Path:
    session = session_of(turn_with(note("words")), id=f"{client}/{when}", client=client)
    return sessions.create(practice, session).path


def ids(practice: Practice, client: str | None = None) -> list[str]:
    """Those that count, which both lists agree on."""
    found = [head.id for head in heads(practice, client).found]
    if client is not None:
        assert sorted(extract.id for _, extract in extracts(practice, client).found) == sorted(found)
    return found


def told(practice: Practice, client: str | None = None) -> list[str]:
    return [f"{error.message} {error.hint}" for error in heads(practice, client).passed_over]


@pytest.fixture
def office(practice: Practice) -> Practice:
    """Jane and Bob, with a session each."""
    for name in ("Jane", "Bob"):
        add(practice, name)
        create(practice, name.casefold())
    return practice


def test_one_that_was_moved_by_hand_belongs_to_nobody(office: Practice) -> None:
    moved = create(office, "bob", "2026-11-21-1400").rename(office.sessions("jane") / "2026-11-21-1400-short.yaml")

    assert ids(office, "jane") == ["jane/2026-11-20-1400"]
    assert ids(office, "bob") == ["bob/2026-11-20-1400"]
    (said,) = told(office)
    assert said == (
        f"{moved} belongs to nobody: it lies with jane and says that it is bob's. "
        "Say whose it is: coach session move jane/sessions/2026-11-21-1400-short.yaml bob"
    )
    assert told(office, "bob") == []
    with pytest.raises(PassedOverError, match="belongs to nobody"):
        sessions.load(moved)
    assert sessions.read(moved).session.client == "bob"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("client: jane", "client: /any/place/X"),
        ("client: jane", "client: ../../X"),
        ("id: jane/2026-11-20-1400", "id: jane/2026-11-20-1500"),
        ("id: jane/2026-11-20-1400", f"id: jane/{'9' * 300}"),
        ("id: jane/2026-11-20-1400", "id: ../jane/2026-11-20-1400"),
        ("  id: short", "  id: ../../x"),
    ],
)
def test_what_a_file_says_of_itself_is_never_believed(office: Practice, old: str, new: str) -> None:
    path = office.session_file("jane", "2026-11-20-1400-short")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")

    assert ids(office) == ["bob/2026-11-20-1400"]
    (said,) = told(office)
    assert "where it lies and what it says disagree" in said
    assert said.endswith("/2026-11-20-1400-short.yaml CLIENT")


def test_a_folder_that_was_renamed_is_told_of_once(office: Practice) -> None:
    create(office, "jane", "2026-11-21-1400")
    (office.clients / "jane").rename(office.clients / "joan")

    assert ids(office, "joan") == []
    (error,) = heads(office).passed_over
    assert isinstance(error, NobodysError)
    assert error.message.startswith("2 sessions in ")
    assert error.hint == "If they are all this client's: coach session move joan/sessions joan"
    assert error.claimed == {"jane"}


@pytest.mark.parametrize(
    "name",
    [
        "2026-11-20-1400-short.sync-conflict-20261121-101010-ABCDEFG.yaml",
        "2026-11-20-1400-short (Jane's conflicted copy 2026-11-21).yaml",
        "2026-11-20-1400-short 2.yaml",
        "2026-11-20-1400-short.yaml~",
        "2026-11-20-1400-short-desktop.yaml",
        "2026-11-20-1500-short.yaml",
    ],
)
def test_a_second_version_counts_nowhere_and_says_how_to_compare(office: Practice, name: str) -> None:
    path = office.session_file("jane", "2026-11-20-1400-short")
    shutil.copy(path, path.with_name(name))

    assert ids(office, "jane") == ["jane/2026-11-20-1400"]
    (said,) = told(office, "jane")
    assert said == (
        f"There are two versions of jane/2026-11-20-1400: {path.with_name(name)} is not used. "
        "What only one of them has: coach session compare jane/2026-11-20-1400"
    )


def test_a_second_version_without_a_first_says_what_to_call_it(office: Practice) -> None:
    path = office.session_file("jane", "2026-11-20-1400-short")
    path.rename(path.with_name("2026-11-20-1400-short 2.yaml"))

    assert ids(office, "jane") == []
    assert told(office, "jane")[0].endswith("If it is the right one, call it 2026-11-20-1400-short.yaml")


def test_a_file_with_another_name_is_told_of(office: Practice) -> None:
    path = office.session_file("jane", "2026-11-20-1400-short")
    shutil.copy(path, path.with_name("my call.yaml"))
    shutil.copy(path, path.with_name(".hidden.yaml"))
    path.with_name("notes.txt").write_text("mine")

    assert ids(office, "jane") == ["jane/2026-11-20-1400"]
    (said,) = told(office, "jane")
    assert "my call.yaml has not the name of a session" in said


def test_after_a_switch_both_frameworks_fit_the_name(office: Practice) -> None:
    path = office.session_file("jane", "2026-11-20-1400-short")
    stored = sessions.load(path)
    egan = changed(stored.session.framework, id="egan")
    switched = {"framework": egan, "switched_from": (stored.session.framework,)}
    sessions.save(stored, changed(stored.session, **switched))

    assert ids(office, "jane") == ["jane/2026-11-20-1400"]


def test_order_is_that_of_the_instants(practice: Practice) -> None:
    from datetime import datetime

    add(practice, "Jane")
    for when, started in (
        ("2026-10-24-2300", "2026-10-24T23:00:00-07:00"),
        ("2026-10-25-0230", "2026-10-25T02:30:00+09:00"),
        ("2026-10-25-0245", "2026-10-25T02:45:00+02:00"),
        ("2026-10-25-0215", "2026-10-25T02:15:00+01:00"),
    ):
        session = session_of(id=f"jane/{when}", client="jane", started=datetime.fromisoformat(started))
        sessions.create(practice, session)

    in_order = [f"jane/2026-10-{rest}" for rest in ("24-2300", "25-0215", "25-0245", "25-0230")]
    assert ids(practice) == in_order
    assert [extract.id for _, extract in extracts(practice, "jane").found] == in_order


def test_a_reading_that_is_broken_off_goes_on_where_it_was(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [create(practice, client, f"2026-11-2{day}-1400") for client in ("bob", "jane") for day in range(3)]
    read: list[Path] = []
    whole = census.session_in

    def session_in(path: Path) -> Session:
        read.append(path)
        if len(read) == 5:
            raise KeyboardInterrupt
        return whole(path)

    monkeypatch.setattr(census, "session_in", session_in)
    with pytest.raises(KeyboardInterrupt):
        heads(practice)

    assert len(heads(practice).found) == len(paths)
    assert len(read) == len(paths) + 1


def test_whoever_waits_is_told_of_each_session_also_of_those_that_are_known(practice: Practice) -> None:
    create(practice, "jane", "2026-11-20-1400")
    heads(practice)
    create(practice, "jane", "2026-11-21-1400")
    told: list[None] = []
    before = census.watch.set(lambda: told.append(None))
    heads(practice)
    census.watch.reset(before)

    assert len(told) == 2


def test_of_one_reading_lists_and_later_sessions_have_what_they_need(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> NoReturn:
        raise AssertionError(f"{path} was read again")

    path = create(practice, "jane", "2026-11-20-1400")
    heads(practice)
    monkeypatch.setattr(census, "session_in", refuse)

    assert [one for one, _ in extracts(practice, "jane").found] == [path]


def test_what_is_unusual_in_a_file_is_read_all_the_same(practice: Practice) -> None:
    path = create(practice, "jane", "2026-11-20-1400")
    path.write_text(f"# mine\n{path.read_text('utf-8')}".replace("status: live", "status: !!str ended"), "utf-8")
    (error,) = heads(practice).passed_over
    assert error.exit_code == 4

    path.write_text(path.read_text("utf-8").replace("!!str ", '"').replace("ended", 'ended"'), "utf-8")
    assert [head.status for head in heads(practice).found] == ["ended"]

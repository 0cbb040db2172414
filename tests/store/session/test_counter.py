"""Which sessions were held on this machine: kept as they happened, whatever the clock says, and never needed."""

import json
import platform
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from builders import NOW

from coachcli.store.paths import Practice
from coachcli.store.session import counter
from coachcli.store.session.counter import Counter

HOUR = timedelta(hours=1)


def at(practice: Practice, client: str, when: str) -> Path:
    return practice.session_file(client, f"2026-11-20-{when}-grow")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of this machine."""
    monkeypatch.setattr(platform, "node", lambda: "Jane's Laptop.local")
    return "jane-s-laptop-local.json"


def test_where_nothing_was_held_nothing_is_counted(practice: Practice) -> None:
    assert counter.load(practice) == Counter()
    assert counter.last_written(practice) is None
    assert not practice.root.exists()


def test_of_each_client_the_last_one_is_kept_the_newest_first(practice: Practice) -> None:
    for hours, client in enumerate(("jane", "bob", "jane")):
        counter.note(practice, at(practice, client, f"1{hours}00"), NOW + hours * HOUR)

    assert counter.load(practice) == Counter(
        3, ("jane/2026-11-20-1200-grow", "bob/2026-11-20-1100-grow"), NOW + 2 * HOUR
    )


def test_one_that_is_written_again_is_counted_once(practice: Practice) -> None:
    for hours in range(3):
        counter.note(practice, at(practice, "jane", "1000"), NOW + hours * HOUR)

    assert counter.load(practice) == Counter(1, ("jane/2026-11-20-1000-grow",), NOW + 2 * HOUR)


def test_one_that_is_only_added_to_says_when_and_is_not_the_last_one(practice: Practice) -> None:
    counter.note(practice, at(practice, "jane", "1000"), NOW)
    counter.note(practice, at(practice, "bob", "0900"), NOW + HOUR, counts=False)

    assert counter.load(practice) == Counter(1, ("jane/2026-11-20-1000-grow",), NOW + HOUR)


def test_a_clock_that_was_set_back_changes_no_order(practice: Practice) -> None:
    counter.note(practice, at(practice, "jane", "1000"), NOW)
    counter.note(practice, at(practice, "bob", "0900"), NOW - 9 * HOUR)

    assert counter.load(practice).held[0] == "bob/2026-11-20-0900-grow"


def test_a_session_is_counted_by_its_client_and_its_file() -> None:
    assert counter.name_of(Path("/p/clients/jane/sessions/2026-11-20-1000-grow.yaml")) == "jane/2026-11-20-1000-grow"


def test_each_machine_has_a_file_that_no_other_one_writes(practice: Practice, machine: str) -> None:
    counter.note(practice, at(practice, "jane", "1000"), NOW)

    assert [path.name for path in practice.counters.iterdir()] == [machine]


def test_a_machine_without_a_name_counts_too(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "node", lambda: "…")
    counter.note(practice, at(practice, "jane", "1000"), NOW)

    assert [path.name for path in practice.counters.iterdir()] == ["here.json"]
    assert counter.load(practice).count == 1


def test_what_another_machine_held_is_its_own_but_when_it_wrote_is_known(practice: Practice, machine: str) -> None:
    counter.note(practice, at(practice, "jane", "1000"), NOW)
    theirs = {"count": 9, "written": (NOW + HOUR).isoformat(), "held": ["bob/2026-11-20-1100-grow"]}
    (practice.counters / "other.json").write_text(json.dumps(theirs))

    assert machine != "other.json"
    assert counter.load(practice).held == ("jane/2026-11-20-1000-grow",)
    assert counter.last_written(practice) == NOW + HOUR


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"1" * 9999,
        b"[" * 100_000,
        b'{"count": 1, "held": 7, "written": "2026-11-20T14:00:00+00:00"}',
        b'{"count": 1, "held": [], "written": "soon"}',
        b'{"count": 1, "held": [], "written": "2026-11-20T14:00:00"}',
    ],
)
def test_a_file_that_is_damaged_counts_nothing_and_is_begun_anew(practice: Practice, wrong: bytes) -> None:
    counter.note(practice, at(practice, "jane", "1000"), NOW)
    (file,) = practice.counters.iterdir()
    file.write_bytes(wrong)

    assert counter.load(practice) == Counter()
    assert counter.last_written(practice) is None
    counter.note(practice, at(practice, "bob", "1100"), NOW)
    assert counter.load(practice) == Counter(1, ("bob/2026-11-20-1100-grow",), NOW)


def test_where_it_cannot_be_written_the_session_is_none_the_worse(practice: Practice) -> None:
    practice.root.mkdir()
    practice.counters.write_text("a file in its way")
    counter.note(practice, at(practice, "jane", "1000"), NOW)

    assert counter.load(practice) == Counter()
    assert practice.counters.read_text() == "a file in its way"


def test_times_keep_their_offset(practice: Practice) -> None:
    west = datetime.fromisoformat("2026-11-20T18:00:00-08:00")
    counter.note(practice, at(practice, "jane", "1800"), west)

    assert counter.load(practice).written == west
    assert "-08:00" in next(practice.counters.iterdir()).read_text()


def test_a_client_who_is_erased_is_taken_out_of_every_machines_counter(practice: Practice, machine: str) -> None:
    for hours, client in enumerate(("jane", "mary-jane")):
        counter.note(practice, at(practice, client, f"1{hours}00"), NOW + hours * HOUR)
    mine = practice.counters / machine
    (practice.counters / "torn.json").write_text('{"held": ["jane/x"')
    named = counter.naming(practice, "jane")

    assert named == [mine, practice.counters / "torn.json"]
    assert [error for path in named for error in counter.forget(path, "jane")] == []
    assert counter.naming(practice, "jane") == []
    assert counter.load(practice).held == ("mary-jane/2026-11-20-1100-grow",)
    assert list(practice.counters.iterdir()) == [mine]

"""What is remembered of one client's sessions: by parts, of one version, and never more than was there to be read."""

import json
from pathlib import Path

import pytest

from coachcli.store.disk.reader import read_lines
from coachcli.store.index import memory
from coachcli.store.index.memory import Memory, Part, Remembered, forget_others
from coachcli.store.paths import Practice

ONE, TWO = "2026-11-20-1400-grow.yaml", "2026-11-21-1400-grow.yaml"
HEADS = Remembered("1", {ONE: ["a"], TWO: ["b"]})
EXTRACTS = Remembered("7", {ONE: {"turns": []}})


def of_jane(practice: Practice) -> Memory:
    """What is remembered of her, looked up anew."""
    return Memory(practice, "jane-example")


@pytest.fixture
def known(practice: Practice) -> Practice:
    """A practice in which heads and extracts of Jane's are remembered, and what stands with her."""
    of_jane(practice).update({Part.HEADS: HEADS, Part.EXTRACTS: EXTRACTS}, {ONE, TWO})
    of_jane(practice).put(Part.STANDING, Remembered("3", {"open": 2}))
    return practice


def test_what_was_remembered_is_there(known: Practice) -> None:
    assert of_jane(known).load(Part.HEADS, "1") == HEADS.facts
    assert of_jane(known).load(Part.EXTRACTS, "7") == EXTRACTS.facts
    assert of_jane(known).load(Part.STANDING, "3") == {"open": 2}


def test_what_another_version_made_is_not(known: Practice) -> None:
    assert [of_jane(known).load(part, "2") for part in Part] == [{} for _ in Part]


def test_of_another_client_nothing_is(known: Practice) -> None:
    assert Memory(known, "bob").load(Part.HEADS, "1") == {}


def test_what_was_read_is_added_to_what_was_known(known: Practice) -> None:
    of_jane(known).update({Part.HEADS: Remembered("1", {TWO: ["c"]})}, {ONE, TWO})

    assert of_jane(known).load(Part.HEADS, "1") == {ONE: ["a"], TWO: ["c"]}
    assert of_jane(known).load(Part.EXTRACTS, "7") == EXTRACTS.facts


def test_what_a_new_version_read_takes_the_place_of_all_that_the_old_one_did(known: Practice) -> None:
    of_jane(known).update({Part.HEADS: Remembered("2", {TWO: ["c"]})}, {ONE, TWO})

    assert of_jane(known).load(Part.HEADS, "2") == {TWO: ["c"]}
    assert of_jane(known).load(Part.HEADS, "1") == {}


def test_of_a_file_that_is_gone_nothing_is_remembered(known: Practice) -> None:
    of_jane(known).update({}, {TWO})

    assert of_jane(known).load(Part.HEADS, "1") == {TWO: ["b"]}
    assert of_jane(known).load(Part.EXTRACTS, "7") == {}
    assert ONE not in (known.index / "sessions" / "jane-example.jsonl").read_text()


def test_what_stands_is_made_anew_after_something_was_read(known: Practice) -> None:
    of_jane(known).update({Part.HEADS: Remembered("1", {TWO: ["c"]})}, {ONE, TWO})

    assert of_jane(known).load(Part.STANDING, "3") == {}


def test_one_part_is_remembered_and_the_others_stay(known: Practice) -> None:
    of_jane(known).put(Part.STANDING, Remembered("3", {"open": 5}))

    assert of_jane(known).load(Part.STANDING, "3") == {"open": 5}
    assert of_jane(known).load(Part.HEADS, "1") == HEADS.facts


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b"7", b"{}", b'{"version": "1", "facts": 7}', b"\xff", b"[" * 10_000]
)
def test_a_damaged_part_is_nothing_and_the_others_are_read(known: Practice, line: bytes) -> None:
    path = known.index / "sessions" / "jane-example.jsonl"
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([line, *lines[1:]]))

    assert of_jane(known).load(Part.HEADS, "1") == {}
    assert of_jane(known).load(Part.EXTRACTS, "7") == EXTRACTS.facts


def test_a_name_that_is_no_text_is_remembered_all_the_same(practice: Practice) -> None:
    name = "2026-\udcff.yaml"
    of_jane(practice).update({Part.HEADS: Remembered("1", {name: [1]})}, {name})

    assert of_jane(practice).load(Part.HEADS, "1") == {name: [1]}


def test_two_that_remember_at_once_leave_a_whole_file(known: Practice) -> None:
    first, second = of_jane(known), of_jane(known)
    first.put(Part.STANDING, Remembered("3", {"open": 8}))
    second.put(Part.STANDING, Remembered("3", {"open": 9}))

    lines = (known.index / "sessions" / "jane-example.jsonl").read_bytes().split(b"\n")
    assert [set(json.loads(line)) for line in filter(None, lines)] == [{"version", "facts"}] * 3


def test_where_it_would_be_too_large_only_what_lists_show_is_remembered(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "LARGEST", 200)
    large = Remembered("7", {ONE: "x" * 300})
    of_jane(practice).update({Part.HEADS: HEADS, Part.EXTRACTS: large}, {ONE, TWO})

    assert of_jane(practice).load(Part.HEADS, "1") == HEADS.facts
    assert of_jane(practice).load(Part.EXTRACTS, "7") == {}


def test_where_it_cannot_be_written_nothing_is_said(practice: Practice) -> None:
    practice.root.mkdir()
    practice.index.write_text("a file in its way")
    of_jane(practice).put(Part.STANDING, Remembered("3", {"open": 1}))

    assert of_jane(practice).load(Part.STANDING, "3") == {}
    assert practice.index.read_text() == "a file in its way"


def test_clients_who_are_gone_are_forgotten_and_what_is_not_ours_stays(known: Practice) -> None:
    Memory(known, "bob").put(Part.STANDING, Remembered("3", {}))
    (known.index / "sessions" / "notes.txt").write_text("mine")
    forget_others(known, ["bob"])

    assert sorted(path.name for path in (known.index / "sessions").iterdir()) == ["bob.jsonl", "notes.txt"]


def test_where_nothing_was_remembered_there_is_nothing_to_forget(practice: Practice) -> None:
    forget_others(practice, [])

    assert not practice.root.exists()


def test_no_more_is_read_of_it_than_what_is_asked_for(known: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []

    def counted(path: Path, count: int) -> list[bytes]:
        counts.append(count)
        return read_lines(path, count)

    monkeypatch.setattr(memory, "read_lines", counted)
    there = of_jane(known)
    assert there.load(Part.HEADS, "1") == HEADS.facts
    assert there.load(Part.HEADS, "1") == HEADS.facts

    assert counts == [1]
    assert max(Part) == Part.EXTRACTS


def test_what_was_agreed_stays_where_a_session_is_read(known: Practice) -> None:
    of_jane(known).put(Part.ENGAGEMENTS, Remembered("2", {"lead.yaml": ["a", {}]}))
    of_jane(known).update({Part.HEADS: Remembered("1", {TWO: ["c"]})}, {ONE, TWO})

    assert of_jane(known).load(Part.ENGAGEMENTS, "2") == {"lead.yaml": ["a", {}]}

"""What is not the client's is only read: for the name in it, and for the frameworks that it needs."""

from datetime import date
from pathlib import Path

import pytest

from coachcli.domain.disclosure.name_search import sought
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.hours.earlier import EarlierRow
from coachcli.errors import UnreadableError
from coachcli.store.disk import reader
from coachcli.store.engagement.new_file import new_text
from coachcli.store.erase import others as module
from coachcli.store.erase.others import Others, others
from coachcli.store.hours import earlier_file
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up

WILL = sought("Will Sample")


def put(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def found(practice: Practice) -> dict[str, list[int]]:
    there = others(practice, [practice.clients / "will"], WILL).mentions
    return {str(one.path.relative_to(practice.root)): [place.line for place in one.places] for one in there}


def test_every_file_with_the_name_is_told_with_its_lines_and_nothing_of_the_clients_own(practice: Practice) -> None:
    set_up(practice)
    there: dict[str, str | bytes] = {
        "clients/will/client.yaml": "name: Will Sample",
        "clients/ana/sessions/2026-03-01-1400-grow.yaml": "turns:\n- notes: [I will]\n",
        "clients/ana/sessions/2026-03-01-1400-grow.md": "I will",
        "own/sessions/2026-03-01-1400-reflection.yaml": "about Will",
        "clients/ana/sessions/2026-03-01-1400-grow.draft": '{"text": "W\\u0069ll"}',
        ".trash/ana/2026-03-01-1400-grow.yaml": "willing, and Will",
        ".index/clients.json": "Will",
        "frameworks/mine.yaml": "# for Will",
        "from windows.txt": "\ufeffWill".encode("utf-16-le"),
        "will.pdf": b"%PDF \xff",
    }
    for name, data in there.items():
        put(practice.root / name, data)

    assert found(practice) == {
        ".trash/ana/2026-03-01-1400-grow.yaml": [1],
        "clients/ana/sessions/2026-03-01-1400-grow.draft": [1],
        "clients/ana/sessions/2026-03-01-1400-grow.yaml": [2],
        "frameworks/mine.yaml": [1],
        "from windows.txt": [1],
        "own/sessions/2026-03-01-1400-reflection.yaml": [1],
        "will.pdf": [],
    }


def test_the_examples_that_the_program_writes_itself_are_nobodys(practice: Practice) -> None:
    set_up(practice)
    earlier_file.add(practice, [EarlierRow(client="Bo Sampel", paid=1)])

    assert others(practice, [], sought("Jane Example")).mentions == ()
    put(practice.root / "coach.yaml", "# Jane Example pays late\n")
    assert len(others(practice, [], sought("Jane Example")).mentions) == 1


def test_the_hashes_of_frameworks_are_known_and_a_file_that_cannot_be_read_is_told(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = put(practice.clients / "ana" / "sessions" / "2026-03-01-1400-grow.yaml", f"sha256: {'a' * 64}")
    put(practice.snapshots / f"{'b' * 64}.yaml", f"title: {'c' * 64}")
    whole = others(practice, [], WILL)
    monkeypatch.setattr(reader, "LARGEST", 10)
    one.write_bytes(b"x" * (17 << 20))
    torn = others(practice, [], WILL)

    assert (whole.hashes, whole.is_whole) == (frozenset({"a" * 64}), True)
    assert not torn.is_whole
    assert isinstance(torn.unread[0], UnreadableError)
    assert Others.hashes_in(one) == frozenset()


def test_what_a_framework_says_is_nobodys_name(practice: Practice) -> None:
    asked = "stages:\n- {title: Will}\nturns:\n- asked: What will you do?\n"
    noted = "  notes:\n  - text: |-\n      To ring\n      Will.\n"
    put(practice.clients / "ana" / "sessions" / "2026-03-01-1400-grow.yaml", asked + noted)
    put(practice.snapshots / f"{'b' * 64}.yaml", "title: Will\nabout: as Zebulon said\n")

    assert list(found(practice).values()) == [[8]]
    assert [one.path.parent.name for one in others(practice, [], sought("Zebulon")).mentions] == [".snapshots"]


def test_what_is_shipped_is_looked_through_once_for_a_name(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def shipped() -> str:
        looked.append("all")
        return "What will you do?"

    monkeypatch.setattr(module, "_shipped", shipped)
    module._is_shipped.cache_clear()
    for letter in "abc":
        put(practice.snapshots / f"{letter * 64}.yaml", "ask: [What will you do?]\n" * 3)

    there = found(practice)
    module._is_shipped.cache_clear()

    assert (there, looked) == ({}, ["all"])


def test_what_the_program_writes_for_editors_and_beside_an_engagement_is_nobodys(practice: Practice) -> None:
    new = new_text(Engagement(id="2026-lead", start=date(2026, 9, 1), title="Lead"), "schema.json")
    put(practice.frameworks / "coach-road.schema.json", '{"description": "What Sam will do"}')
    put(practice.clients / "ana" / "engagements" / "2026-lead.yaml", f"{new}# Sam pays\n")

    there = others(practice, [], sought("Sam Boss")).mentions

    assert [[place.line for place in one.places] for one in there] == [[new.count("\n") + 1]]


def test_a_session_with_somebody_else_that_says_it_is_theirs_is_told(practice: Practice) -> None:
    put(practice.clients / "ana" / "sessions" / "2026-03-01-1400-grow.yaml", "client: will\nturns:\n- asked: x\n")
    (told,) = others(practice, [], WILL, "will").mentions

    assert [(place.line, place.told) for place in told.places] == [(1, "it says that it is theirs")]
    assert others(practice, [], WILL, "willa").mentions == ()

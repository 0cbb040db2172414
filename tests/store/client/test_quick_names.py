"""Names at a glance: as the reader of YAML would tell them, or not at all."""

from pathlib import Path

import pytest

from coachcli.domain.client.model import DamagedClientError
from coachcli.store.client import client_file
from coachcli.store.client.quick_names import people, session_count
from coachcli.store.paths import Practice
from coachcli.store.yaml_io import writer


def glanced(practice: Practice, text: str) -> str:
    folder = practice.clients / "somebody"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "client.yaml").write_text(text, encoding="utf-8")
    (client,) = people(practice)
    return client.name


def strictly(practice: Practice) -> str:
    try:
        return client_file.read(practice.clients / "somebody").name
    except DamagedClientError as error:
        return error.known.name or "somebody"


def test_sessions_are_counted_as_far_as_somebody_wants_to_know(practice: Practice) -> None:
    assert session_count(practice, 4) == 0
    for client in ("jane", "tom"):
        practice.sessions(client).mkdir(parents=True)
        for minute in range(3):
            (practice.sessions(client) / f"2026-11-20-140{minute}-grow.yaml").write_text("", encoding="utf-8")
            (practice.sessions(client) / f"2026-11-20-140{minute}-grow.md").write_text("", encoding="utf-8")

    assert [session_count(practice, most) for most in (2, 4, 9)] == [2, 4, 6]


@pytest.mark.parametrize(
    "name", ["Jane Doe", "Dr: No", "O'Hara", '"Q"', "No", "10:30", "Zoë Ünal", "# 1", "- x", "a #b", "*", "", "[x]"]
)
def test_what_is_written_is_told_at_a_glance(practice: Practice, name: str) -> None:
    shown = glanced(practice, writer.write({"format": 1, "id": "somebody", "name": name}))

    assert shown == strictly(practice) == (name or "somebody")


@pytest.mark.parametrize(
    "line",
    ["'Jane Doe'  # a friend", '"Jane\\tDoe"', "|-\n  Jane Doe", "Jane Doe # a friend", "", "Jane\n  Doe", "{a: b}"],
)
def test_what_a_person_wrote_is_told_as_it_is_or_goes_by_the_folder(practice: Practice, line: str) -> None:
    shown = glanced(practice, f"format: 1\nname: {line}\nemail: jane@example.org\n")

    assert shown in {strictly(practice), "somebody"}


def test_a_link_is_not_followed(practice: Practice, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    practice.clients.mkdir(parents=True)
    (practice.clients / "linked").symlink_to(tmp_path / "elsewhere")

    assert people(practice) == []

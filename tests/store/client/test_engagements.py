"""Engagements on disk: those of a client in their order, what is damaged passed over, and what is sound remembered."""

from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from coachcli.domain.engagement.model import Engagement
from coachcli.store.client import engagements
from coachcli.store.client.engagements import DamagedEngagementError
from coachcli.store.engagement import engagement_text
from coachcli.store.index import shape
from coachcli.store.paths import Practice


def written(practice: Practice, name: str, text: str, client: str = "jane-doe") -> Path:
    folder = practice.engagements(client)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_client_without_any_has_none(practice: Practice) -> None:
    assert engagements.of_client(practice, "jane-doe") == engagements.Engagements()


def test_they_come_in_the_order_in_which_they_began(practice: Practice) -> None:
    written(practice, "a-later", "start: 2026-09-01\ntitle: Leading")
    written(practice, "b-earlier", "start: 2025-09-01")

    found = engagements.of_client(practice, "jane-doe").found

    assert [one.name for one in found] == ["b-earlier", "Leading"]


def test_what_is_damaged_is_passed_over_and_told_with_its_line(practice: Practice) -> None:
    written(practice, "lead", "start: 2026-09-01")
    path = written(practice, "other", "start: soon\nmode: couching")

    found = engagements.of_client(practice, "jane-doe")

    assert [one.id for one in found.found] == ["lead"]
    (error,) = found.passed_over
    assert isinstance(error, DamagedEngagementError)
    assert error.message == f"{path}:1:8: start must be a day, not 'soon' (1 more in this file)."
    assert "framework check" in error.hint
    assert "other" not in error.discreet


def test_a_second_version_and_what_is_no_yaml_are_not_taken(practice: Practice) -> None:
    path = written(practice, "lead", "start: 2026-09-01")
    for name in ("lead (1).yaml", "lead.txt", ".lead.yaml", "lead.yaml~", "lead.draft.yaml"):
        path.with_name(name).write_text("start: 2020-01-01")

    assert len(engagements.of_client(practice, "jane-doe").found) == 1


def test_a_link_is_not_followed(practice: Practice, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text("start: 2026-09-01")
    written(practice, "lead", "start: 2026-09-01").with_name("linked.yaml").symlink_to(elsewhere)

    found = engagements.of_client(practice, "jane-doe")

    assert [one.id for one in found.found] == ["lead"]
    assert "it is a link to somewhere else" in found.passed_over[0].message


def test_those_of_several_clients_are_found_together(practice: Practice) -> None:
    written(practice, "lead", "start: 2026-09-01")
    written(practice, "rest", "start: 2026-10-01", client="robin-example")

    found = engagements.of_clients(practice, ["jane-doe", "robin-example", "nobody"])

    assert {client: [one.id for one in theirs.found] for client, theirs in found.items()} == {
        "jane-doe": ["lead"],
        "robin-example": ["rest"],
        "nobody": [],
    }


def test_a_file_that_was_seen_sound_is_not_checked_again_until_it_changes(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(
        practice, "lead", "start: 2026-09-01\nroad:\n  - {do: midpoint, week: 12}\nconsents: {goals: 2026-09-03}"
    )
    first = engagements.of_client(practice, "jane-doe").found

    def refuse(_data: bytes, _name: str) -> None:
        raise AssertionError("checked again")

    with monkeypatch.context() as patched:
        patched.setattr(engagement_text, "check", refuse)
        assert engagements.of_client(practice, "jane-doe").found == first
    path.write_text("start: 2026-10-01")

    assert engagements.of_client(practice, "jane-doe").found == (Engagement(id="lead", start=date(2026, 10, 1)),)


def test_what_another_version_remembered_is_read_again(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    written(practice, "lead", "start: 2026-09-01")
    engagements.of_client(practice, "jane-doe")
    monkeypatch.setattr(engagements, "_FILLED", 99)

    assert [one.id for one in engagements.of_client(practice, "jane-doe").found] == ["lead"]


def test_the_file_of_one_is_found_with_either_ending(practice: Practice) -> None:
    folder = practice.engagements("jane-doe")
    folder.mkdir(parents=True)
    (folder / "lead.yml").write_text("start: 2026-09-01")

    assert engagements.path_of(practice, "jane-doe", "lead").name == "lead.yml"
    assert engagements.path_of(practice, "jane-doe", "other").name == "other.yaml"


def test_the_definition_of_an_engagement_is_looked_through_once_for_all(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("lead", "rest", "write"):
        written(practice, name, "start: 2026-09-01")
    engagements.of_client(practice, "jane-doe")
    looks = Mock(wraps=shape.version)
    monkeypatch.setattr(engagements, "version", looks)
    engagements.of_client(practice, "jane-doe")

    assert looks.call_count <= 1

"""Names that go on from what is typed, as far as anybody can type them."""

from pathlib import Path

import pytest

from coachcli.app.client import tab_names
from coachcli.store.paths import Practice


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    """Jane with two sessions, Bo with none, and two of one name."""
    practice = Practice(tmp_path)
    people = {"jane-example": "Jane Example", "bo": "Bo", "ann": "Ann Example", "ann-2": "Ann Example"}
    for client_id, name in people.items():
        practice.sessions(client_id).mkdir(parents=True)
        (practice.clients / client_id / "client.yaml").write_text(f"name: {name}\n", encoding="utf-8")
    for stem in ("2026-11-18-0900-grow", "2026-11-20-1400-egan"):
        practice.session_file("jane-example", stem).touch()
    return practice


@pytest.mark.parametrize(
    ("typed", "names"),
    [("Ja", ["Jane Example"]), ("jane", ["jane-example"]), ("ann", ["ann", "ann-2"]), ("Zoe", []), ("B", ["Bo"])],
)
def test_a_client_goes_by_name_and_by_id_where_no_name_begins_so(
    practice: Practice, typed: str, names: list[str]
) -> None:
    assert sorted(tab_names.clients(practice, typed)) == names


def test_of_one_who_is_meant_the_sessions_follow_the_newest_first(practice: Practice) -> None:
    assert tab_names.sessions(practice, "jane-example/") == [
        "jane-example/2026-11-20-1400",
        "jane-example/2026-11-18-0900",
    ]


def test_a_session_may_be_the_last_or_of_anybody_who_has_one(practice: Practice) -> None:
    names = tab_names.sessions(practice, "")

    assert names[:2] == ["last", "jane-example"]
    assert "bo" not in names


def test_what_is_in_the_trash_goes_by_client_and_time(practice: Practice) -> None:
    kept = practice.trash / "bo"
    kept.mkdir(parents=True)
    (kept / "2026-11-17-1000-grow.yaml").touch()

    assert tab_names.deleted(practice, "bo/") == ["bo/2026-11-17-1000"]


def test_a_framework_goes_by_its_id_and_its_language_by_a_code(practice: Practice) -> None:
    practice.frameworks.mkdir()
    (practice.frameworks / "grow-as-i-do-it.yaml").touch()

    assert {"grow", "grow-as-i-do-it"} <= set(tab_names.frameworks(practice, "gro"))
    assert "de" in tab_names.languages(practice, "", "grow")
    assert tab_names.languages(practice, "", "grow-as-i-do-it") == []


@pytest.mark.parametrize("name", ["--rehearse", "a\x1b[2Jb", "a\nb"])
def test_what_would_do_harm_on_a_command_line_is_not_offered(practice: Practice, name: str) -> None:
    (practice.clients / name).mkdir()

    assert name not in tab_names.clients(practice, name[:1])


def test_groups_are_offered_as_one_word() -> None:
    assert tab_names.groups("former") == ["former-boss", "former-report"]


def test_work_of_ones_own_is_found_by_its_word_and_is_no_client(practice: Practice) -> None:
    practice.sessions("own").mkdir(parents=True)
    practice.session_file("own", "2026-11-20-1600-reflection").touch()

    assert tab_names.sessions(practice, "own") == ["own", "own/2026-11-20-1600"]
    assert "own" in tab_names.sessions(practice, "")
    assert tab_names.clients(practice, "own") == []

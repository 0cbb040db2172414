"""A session lies where it lies: its place is read from its path, and what it says is held against that."""

from pathlib import Path

import pytest

from coachcli.store.session.place import agrees, is_named_as_one, place_beside, session_name, session_when

HERE = Path("clients/jane/sessions/2026-11-20-1400-grow.yaml")


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("2026-11-20-1400-grow.yaml", True),
        ("2026-11-20-1400-2-egan-atd.yaml", True),
        ("2026-11-20-1400-grow-2.yaml", True),
        ("2026-11-20-1400.yaml", False),
        ("2026-11-20-1400-grow.yml", False),
        ("2026-11-20-1400-grow 2.yaml", False),
        ("2026-11-20-1400-grow (1).yaml", False),
        ("2026-11-20-1400-grow.sync-conflict-20261121-101010-ABCDEFG.yaml", False),
        ("2026-11-20-1400-grow.before-edit.yaml", False),
        ("2026-11-20-1400-GROW.yaml", False),
        (".2026-11-20-1400-grow.yaml", False),
        ("notes.yaml", False),
    ],
)
def test_a_session_is_known_by_its_name(name: str, is_one: bool) -> None:
    assert is_named_as_one(HERE.with_name(name)) == is_one


def test_it_is_called_by_its_client_and_its_time() -> None:
    assert session_name(HERE) == "jane/2026-11-20-1400"
    assert session_when(HERE.with_name("2026-11-20-1400-12-egan-atd.yaml")) == "2026-11-20-1400-12"


@pytest.mark.parametrize(
    ("client", "session_id", "frameworks"),
    [
        ("bob", "bob/2026-11-20-1400", ["grow"]),
        ("bob", "jane/2026-11-20-1400", ["grow"]),
        ("jane", "bob/2026-11-20-1400", ["grow"]),
        ("jane", "jane/2026-11-20-1401", ["grow"]),
        ("jane", "jane/2026-11-20-1400-2", ["grow"]),
        ("jane", "jane/2026-11-20-1400", ["egan"]),
        ("../../jane", "../../jane/2026-11-20-1400", ["grow"]),
        ("jane", "2026-11-20-1400", ["grow"]),
        ("", "", []),
    ],
)
def test_what_says_otherwise_does_not_agree(client: str, session_id: str, frameworks: list[str]) -> None:
    assert agrees("jane", HERE.stem, ("jane", "jane/2026-11-20-1400"), ["egan", "grow"])
    assert not agrees("jane", HERE.stem, (client, session_id), frameworks)


@pytest.mark.parametrize("name", ["2026-11-20-1400-grow", "2026-11-20-1400-7-grow"])
def test_what_goes_on_beside_it_is_of_the_same_minute(name: str) -> None:
    place = place_beside(HERE.with_name(f"{name}.yaml"))

    assert place == ("jane", "2026-11-20-1400", "grow")
    assert [place.when(number) for number in (1, 2)] == ["2026-11-20-1400", "2026-11-20-1400-2"]

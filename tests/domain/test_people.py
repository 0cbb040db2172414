"""Those who are asked about a client: codes and groups."""

from typing import get_args

import pytest

from coachcli.domain.people import group_in, group_names, next_code, several
from coachcli.domain.terms import Group, Room


@pytest.mark.parametrize(
    ("room", "codes", "code"),
    [
        ("stakeholder", [], "P1"),
        ("sponsor", [], "S1"),
        ("stakeholder", ["P1", "P3", "S7", "Ann Example"], "P4"),
        ("sponsor", ["P9", "s2"], "S3"),
    ],
)
def test_a_code_never_comes_twice(room: Room, codes: list[str], code: str) -> None:
    assert next_code(room, codes) == code


@pytest.mark.parametrize(
    ("words", "group"),
    [("former-boss", "former boss"), ("Former  Report", "former report"), ("peer", "peer"), ("aunt", None)],
)
def test_a_group_is_typed_with_a_dash_or_a_blank(words: str, group: Group | None) -> None:
    assert group_in(words) == group


def test_every_group_can_be_typed_as_it_is_offered() -> None:
    assert all(group_in(name) for name in group_names())


def test_every_group_has_a_word_for_several() -> None:
    assert [several(group) for group in get_args(Group)][:3] == ["bosses", "peers", "direct reports"]
    assert len({several(group) for group in get_args(Group)}) == len(get_args(Group))

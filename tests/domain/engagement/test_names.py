"""The name of an engagement's file, made from its title."""

import pytest

from coachcli.domain.engagement.names import engagement_id


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Leading the new division", "leading-the-new-division"),
        ("2026 Größe & Führung", "2026-groesse-fuehrung"),
        ("one two three four five six seven", "one-two-three-four-five-six"),
        ("../../etc", "etc"),
        ("!!!", "engagement"),
    ],
)
def test_it_is_in_plain_letters_and_short(title: str, name: str) -> None:
    assert engagement_id(title) == name

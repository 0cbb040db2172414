"""What was meant by a name that there is not."""

import pytest

from coachcli.domain.near_names import nearest

NAMES = ["goal", "reality", "options", "will"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("gaol", "goal"),
        ("realty", "reality"),
        ("xyzzy", None),
        ("", None),
        ("gal", "goal"),
        ("well", "will"),
        ("oops", None),
    ],
)
def test_the_most_alike_is_meant_if_any_is(name: str, meant: str | None) -> None:
    assert nearest(name, NAMES) == meant


def test_once_enough_was_told_nothing_is_looked_for() -> None:
    assert nearest("gaol", NAMES, told=19) == "goal"
    assert nearest("gaol", NAMES, told=20) is None
    assert nearest("goal" * 100, ["goal" * 100]) is None

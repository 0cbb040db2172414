"""Values: fixed, compared by what they hold, and silent about the words inside."""

import pytest

from coachcli.domain.value import Value, changed, field


class Said(Value, frozen=True):
    words: str
    times: int = 1
    tags: tuple[str, ...] = ()
    details: dict[str, str] = field(default_factory=dict)


def test_its_repr_tells_no_word() -> None:
    said = Said("She cannot sleep", 2, ("sleep",), {"measure": "hours of sleep"})

    assert "sleep" not in repr(said)
    assert repr(said) == (
        "Said(words=<16 characters>, times=2, tags=(<5 characters>), details={<7 characters>: <14 characters>})"
    )


def test_two_with_the_same_parts_are_the_same() -> None:
    assert Said("yes") == Said("yes")
    assert Said("yes") != Said("no")


def test_a_part_cannot_be_set() -> None:
    with pytest.raises(AttributeError):
        Said("yes").times = 2  # type: ignore[misc]


def test_a_changed_one_is_another_value() -> None:
    said = Said("yes")

    assert changed(said, times=3) == Said("yes", 3)
    assert said.times == 1

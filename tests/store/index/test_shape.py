"""A remembered thing is of another version as soon as it is defined otherwise, or filled otherwise."""

from collections.abc import Callable
from typing import Annotated, Any, Literal, NamedTuple

import pytest

from coachcli.domain.client.standing import Standing
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note
from coachcli.store.index.facts import Head
from coachcli.store.index.shape import version

WAYS: list[dict[str, object]] = [
    {"a": int},
    {"a": str},
    {"b": int},
    {"a": int, "b": int},
    {"a": int | None},
    {"a": tuple[int, ...]},
    {"a": Literal["one"]},
    {"a": Literal["one", "two"]},
]


def record(fields: dict[str, object], name: str = "Thing") -> type:
    """A class of ours with these fields."""
    return type(name, (), {"__annotations__": fields, "__module__": "coachcli.made_up"})


def test_no_two_definitions_have_one_version_and_one_definition_always_has_the_same() -> None:
    assert len({version(record(fields), 1) for fields in WAYS}) == len(WAYS)
    assert [version(record(fields), 1) for fields in WAYS] == [version(record(fields), 1) for fields in WAYS]


def test_who_fills_it_otherwise_says_so_by_a_number() -> None:
    assert version(Head, 1) != version(Head, 2)


AROUND: dict[str, Callable[[Any], Any]] = {
    "itself": lambda part: part,
    "a tuple of it": lambda part: tuple[part, ...],  # type: ignore[valid-type]
    "it or nothing": lambda part: part | None,
    "names with it": lambda part: dict[str, part],  # type: ignore[valid-type]
}


@pytest.mark.parametrize("around", AROUND)
def test_what_it_holds_counts_however_deep(around: str) -> None:
    before, after = (record({"of": AROUND[around](record({"a": part}, "Part"))}) for part in (int, str))

    assert version(before, 1) != version(after, 1)


def test_what_it_is_built_upon_counts_and_what_holds_itself_has_an_end() -> None:
    base = record({"a": int}, "Base")
    built = type("Built", (base,), {"__annotations__": {"b": int}, "__module__": "coachcli.made_up"})
    endless: Any = record({})
    endless.__annotations__["more"] = tuple[endless, ...]

    assert version(built, 1) != version(record({"b": int}, "Built"), 1)
    assert version(endless, 1) != version(record({}), 1)


def test_how_a_field_is_checked_is_no_part_of_it() -> None:
    assert version(record({"a": Annotated[int, object()]}), 1) == version(record({"a": int}), 1)


@pytest.mark.parametrize(("whole", "part"), [(SessionExtract, Note), (Standing, Carried), (Head, Head)])
def test_a_field_more_of_what_is_remembered_makes_it_another(
    monkeypatch: pytest.MonkeyPatch, whole: type, part: type
) -> None:
    before = version(whole, 1)
    monkeypatch.setitem(part.__annotations__, "planted", int)

    assert version(whole, 1) != before


def test_a_tuple_of_names_is_spelled_by_its_names() -> None:
    class One(NamedTuple):
        a: int

    One.__module__ = "coachcli.made_up"
    before = version(One, 1)
    One.__annotations__["b"] = str

    assert version(One, 1) != before

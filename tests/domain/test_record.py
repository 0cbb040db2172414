"""Records: one definition, for the running program and for the check of what people write."""

from typing import Annotated, Any, Literal

import pytest
from msgspec import Meta
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coachcli.domain.record import OneOf, Record, Tagged, Then
from coachcli.domain.record_data import checked, json_schema
from coachcli.domain.value import field


class Cup(Record, frozen=True, kw_only=True):
    """A cup of something."""

    type: Literal["cup"]
    size: Annotated[int, Meta(ge=1, le=3)] | None = None


class Plate(Record, frozen=True, kw_only=True):
    """A plate of something."""

    type: Literal["plate"]
    served: Annotated[str, Then(str.strip), Meta(min_length=1)]


class Table(Record, frozen=True, kw_only=True):
    """What stands on a table."""

    name: Annotated[str, Meta(pattern="^[a-z]+$", max_length=5)]
    since: int = field(default=1, name="from")
    things: Annotated[tuple[Annotated[Cup | Plate, OneOf("type")], ...], Meta(min_length=1)] | None = None
    seats: dict[Literal["north", "south"], str] = field(default_factory=dict)
    last: (
        Annotated[
            Annotated[Cup, Tagged("c")] | Annotated[Plate, Tagged("p")],
            OneOf(lambda thing: thing.get("as"), code="no_thing", text="neither"),
        ]
        | None
    ) = None

    def __post_init__(self) -> None:
        if self.name == "floor":
            raise ValueError("a floor is no table")


def errors(data: Any) -> list[ErrorDetails]:
    with pytest.raises(ValidationError) as caught:
        checked(Table, data)
    return caught.value.errors(include_url=False)


def test_what_is_right_becomes_the_record() -> None:
    table = checked(Table, {"name": "desk", "from": "3", "things": [{"type": "plate", "served": " soup "}]})

    assert table == Table(name="desk", since=3, things=(Plate(type="plate", served="soup"),))


def test_a_part_that_is_a_record_already_is_taken_as_it_is() -> None:
    cup = Cup(type="cup", size=2)
    table = checked(Table, {"name": "desk", "things": [cup]})

    assert table.things is not None
    assert table.things[0] is cup


def test_a_field_goes_by_its_name_in_the_file_and_by_its_own() -> None:
    assert checked(Table, {"name": "desk", "from": 2}) == checked(Table, {"name": "desk", "since": 2})


@pytest.mark.parametrize(
    ("data", "where", "kind"),
    [
        ({}, ("name",), "missing"),
        ({"name": "Desk"}, ("name",), "string_pattern_mismatch"),
        ({"name": "dresser"}, ("name",), "string_too_long"),
        ({"name": "desk", "from": "x"}, ("from",), "int_parsing"),
        ({"name": "desk", "leg": 4}, ("leg",), "extra_forbidden"),
        ({"name": "desk", "things": []}, ("things",), "too_short"),
        ({"name": "desk", "things": [{"type": "cup", "size": 4}]}, ("things", 0, "cup", "size"), "less_than_equal"),
        ({"name": "desk", "things": [{"type": "fork"}]}, ("things", 0), "union_tag_invalid"),
        ({"name": "desk", "things": [{"type": "plate", "served": " "}]}, ("things", 0, "plate", "served"), "too_short"),
        ({"name": "desk", "seats": {"east": "Ana"}}, ("seats", "east", "[key]"), "literal_error"),
        ({"name": "desk", "last": {"as": "x"}}, ("last",), "no_thing"),
        ({"name": "floor"}, (), "value_error"),
        ([], (), "model_type"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: Any, where: tuple[str | int, ...], kind: str) -> None:
    # A list whose items are wrong is told to be empty as well.
    error, *_ = errors(data)

    assert (error["loc"], error["type"]) == (where, kind)


def test_all_that_is_wrong_is_told_at_once() -> None:
    told = errors({"name": "Desk", "from": "x", "leg": 4, "things": [{"type": "cup", "size": 4}]})

    assert {error["loc"][0] for error in told} == {"name", "from", "leg", "things"}


def test_what_cannot_be_is_refused_however_it_is_made() -> None:
    with pytest.raises(ValueError, match="no table"):
        Table(name="floor")


def test_its_json_schema_tells_of_every_field() -> None:
    schema = json_schema(Table)

    assert schema["description"] == "What stands on a table."
    assert set(schema["properties"]) == {"name", "from", "things", "seats", "last"}
    assert schema["required"] == ["name"]
    assert schema["$defs"]["Cup"]["properties"]["size"]["anyOf"][0] == {"maximum": 3, "minimum": 1, "type": "integer"}


def test_a_constraint_that_a_check_would_not_know_of_is_refused() -> None:
    class Odd(Record, frozen=True, kw_only=True):
        size: Annotated[int, "large"] = 1

    with pytest.raises(TypeError, match="means nothing"):
        checked(Odd, {})

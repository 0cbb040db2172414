"""Makes records of plain data, quickly or with a check that tells all that is wrong, and plain data of records."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args, get_origin

import msgspec

from coachcli.domain.record import Record
from coachcli.patterns import pattern

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Kind = TypeVar("Kind", bound=Record)

# Texts that msgspec takes for a number, a day or nothing, and that a check refuses or reads otherwise.
_DOUBTFUL = pattern(
    rb'"(?=[nNiI0-9+-])(?:[nN][uU][lL][lL]|[-+]?(?:[nN][aA][nN]|[iI][nN][fF][a-zA-Z]*)'
    rb'|-0+|[-+]?[0-9.]+[eE][-+]?[0-9.]*|[-+]?[0-9][^"]*\.[0-9]{7}[^"]*)"'
)


class _Field(NamedTuple):
    """A field as it is written."""

    attribute: str
    name: str
    default: object


class NotQuickError(Exception):
    """Data that may be wrong; a check tells."""


def quick(kind: type[Kind], data: object) -> Kind:
    """A record from data in which every value is a text, as YAML is read; raises NotQuickError.

    What it takes, a check takes as well and makes the same of it.
    """
    try:
        text = msgspec.json.encode(data)
        if _DOUBTFUL.search(text):
            raise NotQuickError
        return msgspec.json.decode(text, type=kind, strict=False)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):
        raise NotQuickError from None


def checked(kind: type[Kind], data: object) -> Kind:
    """A record from any data; raises pydantic's ValidationError, with all that is wrong and where."""
    record: Kind = _adapter(kind).validate_python(data)
    return record


def json_schema(kind: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a record."""
    return _adapter(kind).json_schema()


def without_defaults(record: Record) -> dict[str, Any]:
    """What a record says beyond its defaults, by the names in the file; days and times stay values."""
    parts = ((field, getattr(record, field.attribute)) for field in _fields(type(record)))
    return {field.name: _plain(part, without_defaults) for field, part in parts if part != field.default}


def without_nothing(record: Record) -> dict[str, Any]:
    """What a record says, defaults as well, without fields that say nothing; otherwise as `without_defaults`."""
    parts = ((field, getattr(record, field.attribute)) for field in _fields(type(record)))
    return {field.name: _plain(part, without_nothing) for field, part in parts if part is not None}


def names_in(kind: type[Record]) -> frozenset[str]:
    """The names of all fields of a record and of the records in it, as they are written."""
    return frozenset(_names(kind))


def names_in_order(kind: type[Record]) -> list[str]:
    """The names of the fields of a record itself, as they are written, in their order."""
    return [field.encode_name for field in msgspec.structs.fields(kind)]


def records_in(kind: type[Record]) -> dict[str, "Inner"]:
    """The fields of a record that hold other records, by the names they are written by."""
    found = ((field.encode_name, _inner(field.type)) for field in msgspec.structs.fields(kind))
    return {name: inner for name, inner in found if inner is not None}


class Inner(NamedTuple):
    """The record that a field holds, or that the items of its list are."""

    record: type[Record]
    is_list: bool


def _inner(annotation: Any) -> Inner | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Inner(annotation, is_list=False)
    inner = next(filter(None, map(_inner, get_args(annotation))), None)
    return inner._replace(is_list=True) if inner and get_origin(annotation) is tuple else inner


def _names(kind: Any) -> Iterator[str]:
    if isinstance(kind, type) and issubclass(kind, Record):
        for field in msgspec.structs.fields(kind):
            yield field.encode_name
            yield from _names(field.type)
    for part in get_args(kind):
        yield from _names(part)


def _plain(part: object, plain: Callable[[Record], dict[str, Any]]) -> Any:
    if isinstance(part, Record):
        return plain(part)
    return [_plain(one, plain) for one in part] if isinstance(part, tuple) else part


@cache
def _fields(kind: type[Record]) -> tuple[_Field, ...]:
    return tuple(_Field(field.name, field.encode_name, _default(field)) for field in msgspec.structs.fields(kind))


def _default(field: msgspec.structs.FieldInfo) -> object:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


@cache
def _adapter(kind: type[Record]) -> "TypeAdapter[Any]":
    from pydantic import ConfigDict, TypeAdapter  # noqa: PLC0415 only where something is checked

    config = ConfigDict(extra="forbid", hide_input_in_errors=True, populate_by_name=True, allow_inf_nan=False)
    return TypeAdapter(kind, config=config)

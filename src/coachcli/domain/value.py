"""Values: small, fixed, compared by what they hold, and silent about the words inside."""

from typing import Any, TypeVar

import msgspec
from msgspec import field

__all__ = ["Value", "as_data", "built", "changed", "field", "plain", "put"]

Part = TypeVar("Part", bound="Value")


class Value(msgspec.Struct, frozen=True):
    """A value of several named parts; defining one costs a fortieth of a frozen dataclass.

    A repr ends up in tracebacks and logs, where nobody's words belong: of a text it tells the length alone.
    """

    def __repr__(self) -> str:
        parts = (f"{name}={_told(getattr(self, name))}" for name in self.__struct_fields__)
        return f"{type(self).__name__}({', '.join(parts)})"


def changed(value: Part, **parts: object) -> Part:
    """The value with some of its parts otherwise."""
    return msgspec.structs.replace(value, **parts)


def as_data(value: Value) -> dict[str, Any]:
    """The value, and those in it, as dicts by the names of their parts, for programs."""
    data: dict[str, Any] = msgspec.to_builtins(value)
    return data


def put(value: Value, name: str, part: object) -> None:
    """Set a part of a value that is just being made: from its `__post_init__`, and from nowhere else."""
    msgspec.structs.force_setattr(value, name, part)


def plain(value: Value) -> dict[str, Any]:
    """The value as what JSON has: dicts, lists, texts and numbers."""
    data: dict[str, Any] = msgspec.to_builtins(value, enc_hook=_model_as_plain)
    return data


def built(kind: type[Part], data: object) -> Part:
    """The value of which `plain` made this; raises ValueError where it is none."""
    return msgspec.convert(data, kind, dec_hook=_model_of_plain)


def _model_as_plain(model: Any) -> Any:
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _model_of_plain(kind: Any, data: object) -> Any:
    return kind.model_validate(data)


def _told(part: object) -> str:
    match part:
        case str():
            return f"<{len(part)} characters>"
        case bytes():
            return f"<{len(part)} bytes>"
        case tuple() | list():
            return f"({', '.join(map(_told, part))})"
        case dict():
            return f"{{{', '.join(f'{_told(name)}: {_told(held)}' for name, held in part.items())}}}"
        case _:
            return repr(part)

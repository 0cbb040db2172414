"""Values: small, fixed, compared by what they hold, and silent about the words inside."""

from datetime import date
from typing import Any, TypeVar

import msgspec
from msgspec import field

__all__ = ["Value", "built", "changed", "decoded", "field", "plain", "put"]

Part = TypeVar("Part", bound="Value")


class Value(msgspec.Struct, frozen=True):
    """A value of several named parts; defining one costs a fortieth of a frozen dataclass.

    A repr ends up in tracebacks and logs, where nobody's words belong: of a text it tells the length alone.
    """

    def __repr__(self) -> str:
        parts = (f"{name}={_told(getattr(self, name))}" for name in self.__struct_fields__)
        return f"{type(self).__name__}({', '.join(parts)})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [(name, _told(getattr(self, name))) for name in self.__struct_fields__]


def changed(value: Part, /, **parts: object) -> Part:
    """The value with some of its parts otherwise."""
    return msgspec.structs.replace(value, **parts)


def put(value: Value, name: str, part: object) -> None:
    """Set a part of a value that is just being made: from its `__post_init__`, and from nowhere else."""
    msgspec.structs.force_setattr(value, name, part)


def plain(value: Value | dict[str, Any]) -> dict[str, Any]:
    """A value, or a dict of values and days, as what JSON has: dicts, lists, texts and numbers."""
    data: dict[str, Any] = msgspec.to_builtins(value)
    return data


def built(kind: type[Part], data: object) -> Part:
    """The value of which `plain` made this; raises ValueError, which repeats nothing of it, where it is none."""
    try:
        return msgspec.convert(data, kind)
    except (msgspec.MsgspecError, RecursionError):
        raise ValueError(f"this is no {kind.__name__}") from None


def decoded(kind: type[Part], text: bytes) -> Part:
    """The value that JSON holds; raises ValueError, which repeats nothing of it, where it holds none."""
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise ValueError(f"this is no {kind.__name__}") from None


def _told(part: object) -> str:
    match part:
        case str():
            return f"<{len(part)} characters>"
        case bytes():
            return f"<{len(part)} bytes>"
        case Value() | int() | float() | date() | None:
            return repr(part)
        case tuple() | list():
            return f"({', '.join(map(_told, part))})"
        case dict():
            return f"{{{', '.join(f'{_told(name)}: {_told(held)}' for name, held in part.items())}}}"
        case _:
            # Something of another library may tell all that is in it.
            ours = type(part).__module__.startswith("coachcli.")
            return repr(part) if ours else f"<{type(part).__name__}>"

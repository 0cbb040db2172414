"""The version of a remembered record: from its definition, and from a number that whoever fills it counts up."""

from inspect import get_annotations
from typing import Annotated, Any, get_args, get_origin
from zlib import crc32

_OURS = "coachcli."


def version(kind: type, filled: int) -> str:
    """The version of a record. It changes with the names and types of its fields, however deep, and with `filled`."""
    return f"{filled}-{crc32(_spelled(kind, set()).encode()):08x}"


def _spelled(annotation: Any, met: set[type]) -> str:
    """A type in words; one of our own has its fields with it, where it comes first."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _spelled(get_args(annotation)[0], met)
    if origin is not None:
        parts = (_spelled(part, met) for part in get_args(annotation))
        return f"{getattr(origin, '__name__', origin)}[{', '.join(parts)}]"
    if not isinstance(annotation, type):
        return repr(annotation)
    if annotation in met or not annotation.__module__.startswith(_OURS):
        return annotation.__qualname__
    met.add(annotation)
    fields = (f"{name}: {_spelled(part, met)}" for name, part in _fields(annotation).items())
    return f"{annotation.__qualname__}({', '.join(fields)})"


def _fields(kind: type) -> dict[str, Any]:
    """The fields of a class and of our own classes that it is built upon."""
    ours = (one for one in reversed(kind.__mro__) if one.__module__.startswith(_OURS))
    return {name: part for one in ours for name, part in get_annotations(one).items()}

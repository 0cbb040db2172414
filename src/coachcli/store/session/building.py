"""From plain data to the records of the domain; what does not fit is told by its line, and never by its words."""

from typing import TYPE_CHECKING, TypeVar

from coachcli.domain.record import Record
from coachcli.domain.record_data import NotQuickError, checked, names_in, quick
from coachcli.store.session.records import DamagedSessionError, Read
from coachcli.store.yaml_io.nodes import Scalar, node_at

if TYPE_CHECKING:
    from pydantic import ValidationError

Built = TypeVar("Built", bound=Record)

# Within { } a text ends at a comma, and what follows is read as a name of its own.
_HALF_A_TEXT = "a text with a comma in it needs quotes around all of it"


def built(kind: type[Built], record: Read) -> Built:
    """The record in a file; raises DamagedSessionError with line and reason."""
    try:
        return quick(kind, record.data)
    except NotQuickError:
        return _checked(kind, record)


def _checked(kind: type[Built], record: Read) -> Built:
    """The same of a file that people wrote in, or that is damaged."""
    from pydantic import ValidationError  # noqa: PLC0415 what the program wrote needs no check

    try:
        return checked(kind, record.data)
    except ValidationError as error:
        raise _damage(kind, record, error) from None


def _damage(kind: type[Record], record: Read, error: "ValidationError") -> DamagedSessionError:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    node, key = node_at(record.tree, first["loc"])
    line = key.line if key is not None else node.line
    is_half_a_text = first["type"] == "extra_forbidden" and isinstance(node, Scalar) and not node.text
    reason = _HALF_A_TEXT if is_half_a_text else _reason(first["loc"], first["type"], names_in(kind))
    return DamagedSessionError(record.path, line, reason)


def _reason(where: tuple[str | int, ...], kind: str, known: frozenset[str]) -> str:
    """What is wrong. A message may repeat the names of the format; any other name in a file is somebody's words."""
    names = [step for step in where if step in known]
    if kind == "missing":
        return f"{names[-1]} is missing"
    if kind == "extra_forbidden":
        return "a setting is not known here"
    return f"{names[-1]} cannot be read" if names else "its parts do not fit together"

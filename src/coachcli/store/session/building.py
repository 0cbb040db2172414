"""From plain data to the records of the domain; what does not fit is told by its line, and never by its words."""

from typing import TypeVar

from pydantic import ValidationError

from coachcli.domain.client.between import Between
from coachcli.domain.client.extract import SessionExtract
from coachcli.domain.session.model import Record
from coachcli.store.session.records import DamagedSessionError, Read
from coachcli.store.yaml_io.nodes import Scalar, node_at

Built = TypeVar("Built", bound=Record)

# What a message may repeat: the names of the format. Any other name in a file is somebody's words.
_PARTS: set[type[Record]] = {*Record.__subclasses__(), Between, SessionExtract}
_NAMES = {setting.alias or name for part in _PARTS for name, setting in part.model_fields.items()}


# Within { } a text ends at a comma, and what follows is read as a name of its own.
_HALF_A_TEXT = "a text with a comma in it needs quotes around all of it"


def built(model: type[Built], record: Read) -> Built:
    """The record in a file; raises DamagedSessionError with line and reason."""
    try:
        return model.model_validate(record.data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        node, key = node_at(record.tree, first["loc"])
        line = key.line if key is not None else node.line
        is_half_a_text = first["type"] == "extra_forbidden" and isinstance(node, Scalar) and not node.text
        reason = _HALF_A_TEXT if is_half_a_text else _reason(first["loc"], first["type"])
        raise DamagedSessionError(record.path, line, reason) from None


def _reason(where: tuple[str | int, ...], kind: str) -> str:
    names = [step for step in where if step in _NAMES]
    if kind == "missing":
        return f"{names[-1]} is missing"
    if kind == "extra_forbidden":
        return "a setting is not known here"
    return f"{names[-1]} cannot be read" if names else "its parts do not fit together"

"""Frameworks and packs that were checked, as bytes from which they are quickly read again."""

from typing import TypeVar

import msgspec

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.pack import Pack

Kind = TypeVar("Kind", bound=Framework | Pack)


def framework_bytes(framework: Framework) -> bytes:
    """A framework as JSON for the program itself; people read another text of it."""
    return msgspec.json.encode(framework)


def framework_from(data: bytes) -> Framework:
    """The framework that these bytes hold; raises ValueError where they hold none."""
    return _read(data, Framework)


def pack_bytes(pack: Pack) -> bytes:
    """A topic pack as JSON for the program itself."""
    return msgspec.json.encode(pack)


def pack_from(data: bytes) -> Pack:
    """The pack that these bytes hold; raises ValueError where they hold none."""
    return _read(data, Pack)


def _read(data: bytes, kind: type[Kind]) -> Kind:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise ValueError("these bytes hold no " + kind.__name__.casefold()) from None

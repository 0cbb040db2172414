"""Frameworks and packs as bytes that are quickly read back, for those of them that were checked before."""

from typing import TypeVar

import msgspec

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.pack import Pack

Kind = TypeVar("Kind", bound=Framework | Pack)


def framework_bytes(framework: Framework) -> bytes:
    """A framework as JSON for the program itself; its text for people is another."""
    return msgspec.json.encode(framework)


def framework_from(data: bytes) -> Framework:
    """The framework of these bytes; raises ValueError where they are of none."""
    return _read(data, Framework)


def pack_bytes(pack: Pack) -> bytes:
    """A topic pack in the same way."""
    return msgspec.json.encode(pack)


def pack_from(data: bytes) -> Pack:
    """The pack of these bytes; raises ValueError where they are of none."""
    return _read(data, Pack)


def _read(data: bytes, kind: type[Kind]) -> Kind:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise ValueError("these bytes hold no " + kind.__name__.casefold()) from None

"""Frameworks as bytes that are quickly read back, for those of them that were checked before."""

import msgspec

from coachcli.domain.framework.model import Framework


def framework_bytes(framework: Framework) -> bytes:
    """A framework as JSON for the program itself; its text for people is another."""
    return msgspec.json.encode(framework)


def framework_from(data: bytes) -> Framework:
    """The framework of these bytes; raises ValueError where they are of none."""
    try:
        return msgspec.json.decode(data, type=Framework)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise ValueError("these bytes hold no framework") from None

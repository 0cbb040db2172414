"""A framework that is right as text that is quickly read back, and the other way round."""

from typing import Any

from coachcli.domain.framework.model import Framework


def encoded(framework: Framework) -> bytes:
    """All of a framework."""
    return framework.model_dump_json(by_alias=True).encode()


def decoded(data: bytes) -> Framework:
    """The framework that was encoded; raises ValueError where it is none."""
    return Framework.model_validate_json(data)


def source_of(framework: Framework) -> dict[str, Any]:
    """A framework in its canonical form: nothing left to guess, nothing that says nothing."""
    return framework.model_dump(mode="json", by_alias=True, exclude_none=True)

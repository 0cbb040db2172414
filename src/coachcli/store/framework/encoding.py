"""A framework that is right as text that is quickly read back, and the other way round."""

from coachcli.domain.framework.model import Framework


def encoded(framework: Framework) -> bytes:
    """All of a framework."""
    return framework.model_dump_json(by_alias=True).encode()


def decoded(data: bytes) -> Framework:
    """The framework that was encoded; raises ValueError where it is none."""
    return Framework.model_validate_json(data)

"""What all parts of a framework are made of."""

from typing import Annotated, TypeAlias

from msgspec import Meta

from coachcli.domain.framework.conditions import read_condition
from coachcli.domain.record import Record, Then
from coachcli.domain.text import clean


def _readable(sentence: str) -> str:
    read_condition(sentence)
    return sentence


Id: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
# The id of a framework is the name of its file, so it may have a hyphen in it.
FrameworkId: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
Words: TypeAlias = Annotated[str, Then(clean), Then(str.strip), Meta(min_length=1)]
Sentence: TypeAlias = Annotated[Words, Then(_readable)]
"""A condition, see coachcli.domain.framework.conditions."""
Minutes: TypeAlias = Annotated[int, Meta(ge=1, le=1440)]
Many: TypeAlias = Annotated[int, Meta(ge=1, le=100)]


class Part(Record, frozen=True, kw_only=True, tag=True, tag_field="part"):
    """A part of a framework. By its tag it is found again where one of several parts may stand."""

"""What all parts of a framework are made of."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Setting

from coachcli.domain.framework.conditions import read_condition
from coachcli.domain.text import clean


def _readable(sentence: str) -> str:
    read_condition(sentence)
    return sentence


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
# A framework's id is its file name, so a hyphen may stand in it.
FrameworkId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
Words = Annotated[str, AfterValidator(clean), AfterValidator(str.strip), StringConstraints(min_length=1)]
Sentence = Annotated[Words, AfterValidator(_readable)]
"""A condition, see coachcli.domain.framework.conditions."""
Minutes = Annotated[int, Setting(ge=1, le=1440)]
Many = Annotated[int, Setting(ge=1, le=100)]


class Part(BaseModel):
    """What all parts of a framework have in common: fixed once read, and no setting that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True)

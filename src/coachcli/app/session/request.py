"""What the coach asked for when a session is to begin."""

from coachcli.domain.framework.model import Framework
from coachcli.domain.terms import Held
from coachcli.domain.value import Value


class StartRequest(Value, frozen=True):
    """The words and options of `coach session start`."""

    client: str | None = None
    framework: str | None = None
    minutes: int | None = None
    at: str | None = None
    language: str | None = None
    new: bool = False
    rehearse: bool = False
    discreet: bool = False
    """Whether others can see the screen."""
    person: str | None = None
    """The code of the sponsor or stakeholder who is there."""
    group: str | None = None
    held: Held | None = None
    engagement: str | None = None
    given_framework: Framework | None = None
    """A framework to rehearse that need not be in the practice."""

"""What `coach` alone has to say."""

from dataclasses import dataclass
from datetime import datetime

from coachcli.domain.session import When


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that was not ended."""

    id: str
    client: str
    framework: str
    started: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """An open action whose day is near, and whose it is."""

    client: str
    what: str
    day: When


@dataclass(frozen=True, slots=True)
class Overview:
    """One screen: what is unfinished, what is due; `is_new` before the first session."""

    unfinished: tuple[Unfinished, ...]
    due: tuple[Due, ...]
    is_new: bool

"""An engagement as its file says it, and a road that can be copied into one."""

from datetime import date
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from coachcli.domain.record import Record
from coachcli.domain.session.model import Format
from coachcli.domain.terms import Audience, Mode
from coachcli.domain.text import one_line
from coachcli.domain.value import field, put

Id: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
EngagementId: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=60)]
Words: TypeAlias = Annotated[str, Meta(min_length=1)]
HowMany: TypeAlias = Annotated[int, Meta(ge=1, le=1000)]
Hours: TypeAlias = Annotated[float, Meta(gt=0, le=10_000)]
Type = Literal["executive", "life", "career", "performance", "business"]
SponsorHears = Literal["nothing", "dates", "goals", "themes"]


SESSION = "session"
"""What a stop says that is held by any session with the client, whatever framework it goes along."""


class Milestone(Record, frozen=True, kw_only=True):
    """A stop of a road: a framework, or `SESSION`, and the week in which it is to be held, or how often.

    `times` is how many are to be held, one for each person asked. `done` is the day when it was held in another way.
    """

    do: Id
    week: HowMany | None = None
    times: HowMany = 1
    every: Words | None = None
    done: date | None = None


class Road(Record, frozen=True, kw_only=True):
    """The stops of a usual engagement, to be copied into the file of one."""

    id: Id
    title: Words
    about: str = ""
    road: Annotated[tuple[Milestone, ...], Meta(min_length=1)]


class Ended(Record, frozen=True, kw_only=True):
    """The day on which an engagement ended, and why."""

    on: date
    why: str = ""


class Left(Record, frozen=True, kw_only=True):
    """Something that left the house: the day, for whom, what it was, and how many lines. Never its text."""

    on: date
    audience: Audience = field(name="for")
    what: Words
    lines: Annotated[int, Meta(ge=0)]


class Engagement(Record, frozen=True, kw_only=True):
    """What was agreed on with a client, and what became of it. The id is the name of its file.

    `sponsor_hears` is None where nobody said what the sponsor may be told.
    """

    id: EngagementId
    format: Format = 1
    title: Words | None = None
    start: date
    end: date | None = None
    mode: Mode = "coaching"
    type: Type | None = None
    sessions: HowMany | None = None
    hours: Hours | None = None
    minutes: HowMany | None = None
    every: Words | None = None
    paid: bool | None = None
    sponsor: Words | None = None
    sponsor_hears: SponsorHears | None = None
    consents: dict[Id, date] = field(default_factory=dict)
    keep_until: date | None = None
    agreed: Words | None = None
    road: tuple[Milestone, ...] = ()
    ended: Ended | None = None
    left: tuple[Left, ...] = ()

    def __post_init__(self) -> None:
        # Whether a text stood in a block of its own makes no difference.
        for name in ("title", "sponsor"):
            words: str | None = getattr(self, name)
            put(self, name, words and one_line(words))
        put(self, "agreed", self.agreed and self.agreed.strip())

    @property
    def name(self) -> str:
        """What it is called: its title, or else its id."""
        return self.title or self.id

    @property
    def last_day(self) -> date | None:
        """The day on which it ended or is to end; None where neither was said."""
        return self.ended.on if self.ended else self.end

    def has_ended(self, today: date) -> bool:
        """Whether it was ended by this day."""
        return self.ended is not None and self.ended.on <= today

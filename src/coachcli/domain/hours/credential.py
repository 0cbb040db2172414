"""What a credential asks for, and which of a coach's own work is supervision; each is data with its sources."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from coachcli.domain.engagement.flaws import Flaw
from coachcli.domain.engagement.model import HowMany, Id, Words
from coachcli.domain.record import Record
from coachcli.domain.session.model import Format
from coachcli.domain.value import field

Amount: TypeAlias = Annotated[float, Meta(gt=0, le=100_000)]
Month: TypeAlias = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])$", max_length=7)]
Counted = Literal["coaching", "mentoring"]
LogCell = Literal["client", "contact", "kind", "people", "start", "end", "paid", "pro_bono", "number", "type", "empty"]


class Source(Record, frozen=True, kw_only=True):
    """Where a figure is from, and the month in which it was read there."""

    where: Words
    read: Month


class Recent(Record, frozen=True, kw_only=True):
    """What is asked for within the last months: so many hours."""

    hours: Amount
    months: HowMany


class RecentCount(Record, frozen=True, kw_only=True):
    """What is asked for within the last months: so many of them."""

    count: HowMany
    months: HowMany


class Credential(Record, frozen=True, kw_only=True):
    """What a credential asks for, as far as it can be counted.

    `counts` is the kind of work whose hours count, `largest_group` how many people a group may be for its hours to
    count; with `each_member` each of them is a client, else a group is one. With `listed` its log has only clients who
    agreed to that. `also` is asked for as well, and not counted here;
    `beware` is what nobody can tell from sessions. `confirmed: false` marks figures that no source bears out.
    """

    id: Id
    format: Format = 1
    title: Words
    hours: Amount
    paid: Amount | None = None
    clients: HowMany | None = None
    recent: Recent | None = None
    years: HowMany | None = None
    reflections: RecentCount | None = None
    supervision: Recent | None = None
    counts: tuple[Counted, ...] = ("coaching",)
    largest_group: HowMany | None = None
    each_member: bool = False
    listed: bool = False
    confirmed: bool = True
    also: tuple[Words, ...] = ()
    beware: tuple[Words, ...] = ()
    sources: tuple[Source, ...]


class LogColumn(Record, frozen=True, kw_only=True):
    """A column of a log: its heading, and what stands in its cells."""

    heading: Words
    holds: LogCell


class Rules(Record, frozen=True, kw_only=True):
    """By the ids of frameworks, what is mentoring, and which of the work alone is supervision; and the log's columns.

    All other work alone is the coach's own reflection.
    """

    id: Id
    format: Format = 1
    title: Words
    mentoring: tuple[Id, ...] = ()
    supervision: tuple[Id, ...] = ()
    log: tuple[LogColumn, ...]
    largest_group: HowMany | None = None
    total: Words = "Total"
    sources: tuple[Source, ...] = field(default=())


def credential_flaws(credential: Credential) -> Iterator[Flaw]:
    """What does not fit together in a credential."""
    wrong = f"this is more than all hours, {credential.hours:g}"
    if credential.paid is not None and credential.paid > credential.hours:
        yield Flaw(("paid",), wrong, "put the smaller number here")
    if credential.recent is not None and credential.recent.hours > credential.hours:
        yield Flaw(("recent", "hours"), wrong, "put the smaller number here")


def rules_flaws(rules: Rules) -> Iterator[Flaw]:
    """What does not fit together in the rules."""
    for number, one in enumerate(rules.supervision):
        if one in rules.mentoring:
            yield Flaw(("supervision", number), f"{one} is mentoring as well", "leave it in one of the two")
    held = {column.holds for column in rules.log}
    if not held & {"paid", "pro_bono"}:
        yield Flaw(("log",), "the log has no hours", "add  - {heading: Paid Hours, holds: paid}")

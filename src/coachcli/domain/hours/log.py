"""The log for a credential: a row a relationship, only of clients who agreed to be listed, and what was left out."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from coachcli.domain.hours.credential import LogCell, LogColumn, Rules
from coachcli.domain.hours.entry import Entry
from coachcli.domain.hours.sums import hours_of, hours_words, sum_of
from coachcli.domain.text import folded
from coachcli.domain.value import Value, changed, field

Cell = str | int | Decimal | date | None
Contacts = Mapping[str, str]
"""How clients are reached, by their keys."""


class Withheld(Value, frozen=True):
    """What is not in a log: clients who have not agreed to be listed, and hours of which nobody said if they were paid.

    Each with its seconds; `ahead` is how many of these clients agreed for a day that is still to come. `too_large` are
    the seconds with groups that are larger than the rules have it, `unmeasured` how many sessions nobody measured.
    """

    clients: int = 0
    seconds: int = 0
    ahead: int = 0
    not_said: int = 0
    too_large: int = 0
    unmeasured: int = 0


class Log(Value, frozen=True):
    """The headings, the rows, and the last row, which has the totals of the rows above it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...]
    withheld: Withheld = field(default_factory=Withheld)


def withheld_words(withheld: Withheld) -> list[str]:
    """What is not in the log, in a sentence each; nothing where all is."""
    told: list[str] = []
    if withheld.seconds:
        who = f"{withheld.clients} client{'' if withheld.clients == 1 else 's'}"
        ahead = f", {withheld.ahead} with a day that is still to come" if withheld.ahead else ""
        told.append(f"Withheld: {hours_words(withheld.seconds)}, and {who} altogether: no consent to be listed{ahead}.")
    if withheld.not_said:
        told.append(f"In no column: {hours_words(withheld.not_said)}, as nobody said whether they were paid.")
    if withheld.too_large:
        told.append(f"Left out: {hours_words(withheld.too_large)} with groups that are too large to count.")
    if withheld.unmeasured:
        many = f"{withheld.unmeasured} session{'' if withheld.unmeasured == 1 else 's'}"
        told.append(f"Left out: {many}, as no time was measured.")
    return told


def log_of(entries: Sequence[Entry], rules: Rules, contacts: Contacts, today: date) -> Log:
    """The log of all coaching that was measured."""
    held = [one for one in entries if one.work == "coaching"]
    measured = [one for one in held if one.seconds]
    coaching = [one for one in measured if rules.largest_group is None or one.party.people <= rules.largest_group]
    too_large = sum_of(measured).seconds - sum_of(coaching).seconds
    listed = [one for one in coaching if one.is_listed(today)]
    relationships = [theirs for theirs in _by_relationship(listed) if _has_hours(theirs)]
    facts = [_facts(theirs, number, contacts) for number, theirs in enumerate(relationships, 1)]
    return Log(
        headings=tuple(column.heading for column in rules.log),
        rows=tuple(tuple(row[column.holds] for column in rules.log) for row in facts),
        total=_total(facts, rules),
        withheld=changed(
            _withheld(coaching, listed, today),
            too_large=too_large,
            unmeasured=sum(not one.is_measured for one in held),
        ),
    )


def _by_relationship(listed: Sequence[Entry]) -> list[list[Entry]]:
    """The sessions of each client together, and each row from before by itself, as it has days of its own."""
    found: dict[tuple[str, str, int], list[Entry]] = {}
    for one in listed:
        found.setdefault((folded(one.party.name), one.party.key, one.row or 0), []).append(one)
    return [found[key] for key in sorted(found)]


def _has_hours(theirs: Sequence[Entry]) -> bool:
    """Whether there is something for one of the columns of hours."""
    return any(one.paid is not None for one in theirs)


def _facts(theirs: Sequence[Entry], number: int, contacts: Contacts) -> dict[LogCell, Cell]:
    first, total = theirs[0], sum_of(theirs)
    said = [one for one in theirs if one.paid is not None]
    people = first.party.people
    return {
        "number": number,
        "client": first.party.name,
        "contact": first.contact or contacts.get(first.party.key, ""),
        "kind": "Group" if people > 1 else "Individual",
        "people": people if people > 1 else None,
        "start": min((one.first for one in said if one.first), default=None),
        "end": max((one.last for one in said if one.last), default=None),
        "paid": hours_of(total.paid),
        "pro_bono": hours_of(total.pro_bono),
        "type": ", ".join(sorted({one.type for one in said if one.type})),
        "empty": None,
    }


def _total(facts: Sequence[dict[LogCell, Cell]], rules: Rules) -> tuple[Cell, ...]:
    """The last row: whoever adds up the rows above it gets just this."""
    sums: dict[LogCell, Cell] = {name: _added(facts, name) for name in ("paid", "pro_bono")}
    cells = [sums.get(column.holds) for column in rules.log]
    named = _for_its_name(rules.log)
    return tuple(rules.total if number == named else cell for number, cell in enumerate(cells))


def _added(facts: Sequence[dict[LogCell, Cell]], name: LogCell) -> Decimal:
    return sum((cell for row in facts if isinstance(cell := row[name], Decimal)), Decimal(0))


def _for_its_name(columns: Sequence[LogColumn]) -> int | None:
    """The column that says what the last row is: that of the client, or else the first without hours."""
    free = [number for number, one in enumerate(columns) if one.holds not in {"paid", "pro_bono"}]
    return next((number for number in free if columns[number].holds == "client"), next(iter(free), None))


def _withheld(coaching: Sequence[Entry], listed: Sequence[Entry], today: date) -> Withheld:
    others = [one for one in coaching if not one.is_listed(today)]
    in_it = {one.party.key for one in listed if one.paid is not None}
    left_out = {one.party.key for one in others} - in_it
    ahead = {one.party.key for one in others if one.consent is not None} & left_out
    not_said = sum_of(listed).not_said
    return Withheld(len(left_out), sum_of(others).seconds, len(ahead), not_said)

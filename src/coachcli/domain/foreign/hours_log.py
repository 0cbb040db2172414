"""A log of hours that was kept elsewhere: what is understood of it row by row, and what is not, and why."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from coachcli.domain.engagement.model import Type
from coachcli.domain.foreign.amounts import hours_in, people_in
from coachcli.domain.foreign.days import DayOrder, Days, days_of
from coachcli.domain.foreign.headings import Columns, LogField
from coachcli.domain.foreign.table import Cell, Formula, TableRow, words_of
from coachcli.domain.hours.earlier import EarlierRow, row_flaws
from coachcli.domain.plain_letters import plain_letters
from coachcli.domain.terms import Mode
from coachcli.domain.text import clean, folded, one_line
from coachcli.domain.value import Value
from coachcli.patterns import pattern

Fate = Literal["new", "there", "differs", "twice", "left out", "not understood"]
_HOURS: tuple[LogField, ...] = ("paid", "pro_bono", "hours")
_DAYS: tuple[LogField, ...] = ("start", "end", "day", "listed_for_credential")
_TOTAL = pattern(r"(?:grand |sub ?)?(?:total|totals|sum|summe|gesamt|gesamtsumme|insgesamt|somme)\b.*")
_PAID = frozenset({"yes", "y", "paid", "true", "ja", "bezahlt", "oui", "paye", "x"})
_PRO_BONO = frozenset({"no", "n", "pro bono", "pro-bono", "probono", "unpaid", "false", "nein", "unbezahlt", "non"})
_ALONE = frozenset({"individual", "one", "1", "1:1", "einzel", "einzelcoaching", "individuel"})
_GROUP = frozenset({"group", "team", "gruppe", "groupe", "equipe"})
_TYPES: frozenset[str] = frozenset(get_args(Type))
_MODES: frozenset[str] = frozenset(get_args(Mode))
_A_MINUTE = 1 / 60
_LONGEST = 40
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class LogRow(Value, frozen=True):
    """A row of the log and what becomes of it; `why` says it where it does not become a row of hours from before."""

    number: int
    fate: Fate
    client: str = ""
    row: EarlierRow | None = None
    why: tuple[str, ...] = ()


class Total(NamedTuple):
    """Hours that were paid, and hours that were not."""

    paid: float = 0.0
    pro_bono: float = 0.0


class HoursLog(Value, frozen=True):
    """A log: all its rows with something in them, and what its own row of totals says, if it has one."""

    rows: tuple[LogRow, ...]
    said: Total | None = None

    def of(self, *fates: Fate) -> tuple[LogRow, ...]:
        """The rows with one of these fates."""
        return tuple(row for row in self.rows if row.fate in fates)

    @property
    def new(self) -> tuple[EarlierRow, ...]:
        """What is to be added."""
        return tuple(one.row for one in self.of("new") if one.row is not None)

    @property
    def total(self) -> Total:
        """The hours of all rows that were understood, whether they are new or not."""
        there = [one.row for one in self.rows if one.row is not None and one.fate != "twice"]
        return Total(sum(row.paid or 0 for row in there), sum(row.pro_bono or 0 for row in there))


def read_log(
    rows: Sequence[TableRow], columns: Columns, there: Sequence[EarlierRow], order: DayOrder, today: date
) -> HoursLog:
    """The log below its headings. `there` are the hours from before that the practice has already."""
    below = [row for row in rows if row.number > columns.heading and not row.is_empty]
    reader = _RowReader(columns, days_of(order, (columns.cell(row, field) for row in below for field in _DAYS)), today)
    said = next((reader.total(row) for row in below if reader.is_total(row)), None)
    return HoursLog(tuple(_told_apart(map(reader.read, below), there)), said)


def _told_apart(rows: Iterator[LogRow], there: Sequence[EarlierRow]) -> Iterator[LogRow]:
    """The rows, with those that are there already, and those that the log has twice, said to be so."""
    kept, before = {_all_of(row) for row in there}, {_whose(row) for row in there}
    seen: dict[tuple[object, ...], int] = {}
    for one in rows:
        if one.row is None:
            yield one
        elif (key := _all_of(one.row)) in kept:
            yield _with_fate(one, "there")
        elif key in seen:
            yield _with_fate(one, "twice", f"it says the same as row {seen[key]}")
        elif one.row.start is not None and _whose(one.row) in before:
            why = "there is a row of this client from that day on, with other hours or another end: change it there"
            yield _with_fate(one, "differs", why)
        else:
            seen[key] = one.number
            yield one


def _with_fate(one: LogRow, fate: Fate, *why: str) -> LogRow:
    return LogRow(one.number, fate, one.client, one.row, why)


def _whose(row: EarlierRow) -> tuple[object, ...]:
    return folded(row.client), row.start


def _all_of(row: EarlierRow) -> tuple[object, ...]:
    return *_whose(row), row.end, row.paid or 0, row.pro_bono or 0, row.mode


class _RowReader:
    """Reads rows; what is wrong in one is gathered, so that all of it is said at once."""

    def __init__(self, columns: Columns, days: Days, today: date) -> None:
        self._columns = columns
        self._days = days
        self._today = today
        self._wrong: list[str] = []

    def read(self, row: TableRow) -> LogRow:
        """What becomes of a row."""
        self._wrong = []
        client = self._words(row, "client")
        if self.is_total(row):
            return LogRow(row.number, "left out", client, None, ("it is a total",))
        if self._key(row, "source") == "session":
            return LogRow(row.number, "left out", client, None, ("it is a session of a practice, and counts there",))
        mode = self._key(row, "mode") or "coaching"
        if mode in {"supervision", "reflection"}:
            return LogRow(row.number, "left out", client, None, (f"it is {mode}",))
        made = self._made(row, client, mode)
        # Where hours are there, and are not understood, it has some.
        is_read = not any(self._trouble(row, field) for field in _HOURS)
        wrong = (*self._wrong, *(flaw.text for flaw in row_flaws(made) if flaw.where or is_read))
        if wrong:
            return LogRow(row.number, "not understood", client, None, tuple(dict.fromkeys(wrong)))
        return LogRow(row.number, "new", client, made)

    def is_total(self, row: TableRow) -> bool:
        """Whether a row adds up those above it: it says so, and has no day and no way to reach anybody."""
        first = next((text for cell in row.cells if (text := words_of(cell))), "")
        said = self._words(row, "client") or first
        others: tuple[LogField, ...] = ("contact", "start", "end", "day", "people", "kind")
        return bool(_TOTAL.fullmatch(plain_letters(said))) and {self._words(row, field) for field in others} <= {
            "",
            said,
        }

    def total(self, row: TableRow) -> Total | None:
        """What a row of totals says, where it says numbers."""
        paid, pro_bono = (hours_in(self._columns.cell(row, field)) for field in ("paid", "pro_bono"))
        if paid.trouble or pro_bono.trouble or (paid.number is None and pro_bono.number is None):
            return None
        return Total(paid.number or 0, pro_bono.number or 0)

    def _made(self, row: TableRow, client: str, mode: str) -> EarlierRow:
        day = self._day(row, "day")
        paid, pro_bono = self._hours(row)
        return EarlierRow(
            client=client,
            contact=self._words(row, "contact") or None,
            people=self._people(row),
            start=self._day(row, "start") or day,
            end=self._day(row, "end") or day,
            paid=paid,
            pro_bono=pro_bono,
            type=self._one_of(row, "type", _TYPES, self._key(row, "type")) or None,
            mode=self._one_of(row, "mode", _MODES, mode) or "coaching",
            listed_for_credential=self._day(row, "listed_for_credential"),
        )

    def _words(self, row: TableRow, field: LogField) -> str:
        cell = self._columns.cell(row, field)
        if isinstance(cell, Formula):
            self._wrong.append(f"{_called(field)} is a formula, and the file does not say what comes of it")
        text = one_line(clean(words_of(cell)))
        # Our own logs have this sign before what a spreadsheet would run.
        return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA_SIGNS) else text

    def _key(self, row: TableRow, field: LogField) -> str:
        return plain_letters(self._words(row, field))

    def _day(self, row: TableRow, field: LogField) -> date | None:
        cell = self._columns.cell(row, field)
        found = self._days.read(cell, self._today)
        self._note(field, cell, found.trouble)
        return found.on

    def _hours(self, row: TableRow) -> tuple[float | None, float | None]:
        paid, pro_bono, hours = (self._amount(row, field) for field in ("paid", "pro_bono", "hours"))
        if hours is None:
            return paid, pro_bono
        if not {"paid", "pro_bono"} & self._columns.at.keys():
            was_paid = self._key(row, "is_paid")
            paid = hours if was_paid in _PAID else None
            pro_bono = hours if was_paid in _PRO_BONO else None
            if was_paid not in _PAID | _PRO_BONO:
                self._wrong.append("it does not say whether its hours were paid or pro bono")
                return hours, None
        if abs((paid or 0) + (pro_bono or 0) - hours) > _A_MINUTE:
            self._wrong.append(f"its {hours:g} hours are not those that were paid and those that were not, together")
        return paid, pro_bono

    def _amount(self, row: TableRow, field: LogField) -> float | None:
        cell = self._columns.cell(row, field)
        found = hours_in(cell)
        self._note(field, cell, found.trouble)
        return found.number

    def _trouble(self, row: TableRow, field: LogField) -> str:
        return hours_in(self._columns.cell(row, field)).trouble

    def _people(self, row: TableRow) -> int:
        cell = self._columns.cell(row, "people")
        found, kind = people_in(cell), self._key(row, "kind")
        self._note("people", cell, found.trouble)
        people = int(found.number or 1)
        if kind in _GROUP and people == 1 and not found.trouble:
            self._wrong.append("it is a group, and does not say of how many")
        elif kind in _ALONE and people > 1:
            self._wrong.append(f"it is of one person, and says {people} people")
        elif kind and kind not in _GROUP | _ALONE:
            self._wrong.append(f"“{_short(kind)}” is neither individual nor group")
        return people

    def _one_of(self, row: TableRow, field: LogField, known: frozenset[str], said: str) -> Any:
        if said and said not in known:
            self._wrong.append(
                f"{_called(field)} “{_short(self._words(row, field))}” is none of {', '.join(sorted(known))}"
            )
            return None
        return said

    def _note(self, field: LogField, cell: Cell, trouble: str) -> None:
        if trouble:
            said = f" “{_short(words_of(cell))}”" if words_of(cell) else ""
            self._wrong.append(f"{_called(field)}{said} {trouble}")


def _called(field: LogField) -> str:
    return field.replace("_", " ")


def _short(text: str) -> str:
    words = one_line(clean(text))
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"

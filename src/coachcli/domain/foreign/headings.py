"""Which column of a log holds what, by the heading above it; what is not known is asked and never guessed."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from coachcli.domain.foreign.table import Cell, TableRow, words_of
from coachcli.domain.plain_letters import plain_letters

LogField = Literal[
    "client", "contact", "kind", "people", "start", "end", "day", "hours", "paid", "pro_bono", "is_paid", "type",
    "mode", "listed_for_credential", "source", "nothing",
]  # fmt: skip
"""What a column can hold. `hours` are those of a row that says in `is_paid` whether they were; `day` is both days."""
FIELDS: tuple[LogField, ...] = get_args(LogField)
_HOURS: frozenset[LogField] = frozenset({"hours", "paid", "pro_bono"})
_FIRST_ROWS = 50
_NAMES: dict[LogField, str] = {
    "client": "client|client name|name of client|name|coachee|coachee name|kunde|kundin|klient|klientin|kundenname|"
    "name des klienten|nom|nom du client|client organisation|client organization",
    "contact": "contact|contact information|contact info|contact details|email|e mail|email address|client email|"
    "kontakt|kontaktdaten|coordonnees|courriel|adresse e mail",
    "kind": "individual group|individual or group|group individual|einzel gruppe|individuel groupe|format",
    "people": "people|number in group|no in group|no of individuals in group|number of individuals in group|"
    "number of people in group|group size|size of group|no of people|number of people|number of participants|"
    "participants|teilnehmer|anzahl teilnehmer|gruppengrosse|taille du groupe|nombre de personnes",
    "start": "start|start date|date started|date of start|first session|begin|beginn|startdatum|anfang|von|"
    "debut|date de debut",
    "end": "end|end date|date ended|date of end|last session|ende|enddatum|bis|fin|date de fin",
    "day": "date|day|session date|date of session|datum|tag|jour|date de la seance",
    "hours": "hours|number of hours|hrs|total hours|stunden|heures",
    "paid": "paid hours|paid hrs|hours paid|paid coaching hours|no of paid hours|number of paid hours|"
    "bezahlte stunden|bezahlt|heures payees|heures remunerees",
    "pro_bono": "pro bono|pro bono hours|pro bono hrs|probono|probono hours|no of pro bono hours|"
    "number of pro bono hours|unpaid|unpaid hours|unbezahlt|unbezahlte stunden|heures benevoles|heures pro bono",
    "is_paid": "paid or pro bono|paid pro bono|paid unpaid|payment|bezahlung|paye",
    "type": "type|type of coaching|coaching type|art|art des coachings",
    "mode": "mode|work|coaching or mentoring",
    "listed_for_credential": "listed for credential|consent|consent date|consent to be listed|date of consent",
    "source": "source",
    "nothing": "sr no|s no|no|nr|number|row|lfd nr|planned hours|held|framework|notes|note|comments|comment|remarks",
}
_KNOWN: dict[str, LogField] = {name: field for field, names in _NAMES.items() for name in names.split("|")}


class Columns(NamedTuple):
    """Where each thing stands in the rows below the heading, which is row `heading`; and headings not known."""

    heading: int
    at: dict[LogField, int]
    unknown: tuple[str, ...] = ()
    twice: tuple[tuple[str, str], ...] = ()

    def cell(self, row: TableRow, field: LogField) -> Cell:
        """What a row has there; nothing where there is no such column."""
        at = self.at.get(field)
        return row.cells[at] if at is not None and at < len(row.cells) else None

    @property
    def is_whole(self) -> bool:
        """Whether the columns say whose hours there are, and how many."""
        return self.says_whose and self.says_hours

    @property
    def says_whose(self) -> bool:
        """Whether there is a column for the client."""
        return "client" in self.at

    @property
    def says_hours(self) -> bool:
        """Whether there is a column for hours."""
        return bool(_HOURS & self.at.keys())


def columns_in(rows: Sequence[TableRow], said: Mapping[str, LogField]) -> Columns | None:
    """The columns of the first row with headings for a client and for hours; `said` is what the coach says of some.

    Where no row has both, those of the first one that has one of them.
    """
    theirs = {plain(name): field for name, field in said.items()}
    found = [_columns(row, theirs) for row in rows[:_FIRST_ROWS]]
    half = next((columns for columns in found if columns.says_whose or columns.says_hours), None)
    return next((columns for columns in found if columns.is_whole), half)


def headings_known(row: TableRow) -> int:
    """How many cells of a row are headings that are known."""
    return sum(plain(words_of(cell)) in _KNOWN for cell in row.cells)


def plain(heading: str) -> str:
    """A heading in plain letters, with a blank for all that is no letter: `Pro-bono Hours` is `pro bono hours`."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain_letters(heading)).split())


def _columns(row: TableRow, said: Mapping[str, LogField]) -> Columns:
    at: dict[LogField, int] = {}
    unknown: list[str] = []
    twice: list[tuple[str, str]] = []
    for number, cell in enumerate(row.cells):
        heading = words_of(cell)
        field = _field(heading, said)
        if field is None:
            unknown += [heading] if heading else []
        elif field in at and field != "nothing":
            twice.append((words_of(row.cells[at[field]]), heading))
        else:
            at[field] = number
    return Columns(row.number, _as_flag(row, at, said), tuple(unknown), tuple(twice))


def _field(heading: str, said: Mapping[str, LogField]) -> LogField | None:
    name = plain(heading)
    # As a heading `paid` stands above hours, or above yes and no: which one, the other columns say.
    return said.get(name) or ("paid" if name in {"paid", "bezahlt"} else _KNOWN.get(name))


def _as_flag(row: TableRow, at: dict[LogField, int], said: Mapping[str, LogField]) -> dict[LogField, int]:
    """Beside a column of hours, one that is called no more than `paid` says whether they were."""
    if "hours" not in at or "paid" not in at or "is_paid" in at or "pro_bono" in at:
        return at
    name = plain(words_of(row.cells[at["paid"]]))
    if name in said or name not in {"paid", "bezahlt"}:
        return at
    return {**{field: number for field, number in at.items() if field != "paid"}, "is_paid": at["paid"]}

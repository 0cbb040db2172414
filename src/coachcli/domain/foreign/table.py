"""A table of another program: its rows, with the number that each has in its file."""

from datetime import date
from typing import TypeAlias

from coachcli.domain.value import Value


class Formula(Value, frozen=True):
    """A cell with a formula of which the file does not say what came of it; nothing is worked out here."""


Cell: TypeAlias = str | float | date | Formula | None
"""Words, a number, a day, or nothing."""


class TableRow(Value, frozen=True):
    """A row; `number` is the one by which a person finds it."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not any(cell is not None and cell != "" for cell in self.cells)


class Table(Value, frozen=True):
    """The rows of a file or of one sheet in it. `told` is what is to be said of how it was read."""

    rows: tuple[TableRow, ...]
    sheet: str = ""
    told: tuple[str, ...] = ()


def words_of(cell: Cell) -> str:
    """A cell as a person reads it."""
    match cell:
        case None | Formula():
            return ""
        case float():
            return f"{cell:.12g}"
        case date():
            return cell.isoformat()
        case _:
            return cell.strip()

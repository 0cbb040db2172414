"""Figures as tables, in the form in which docs/performance.md has them."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.measure import Result


@dataclass(frozen=True)
class Row:
    """A line of the table. `goal`: how many times the time of `base` it may take."""

    name: str
    result: Result
    base: Result | None = None
    goal: float | None = None

    def cells(self) -> tuple[str, ...]:
        """What stands in each column; nothing where there is no such figure."""
        ratio = f"{self.result.ms / self.base.ms:.2f}" if self.base else ""
        goal = f"{self.goal:.2f}" if self.goal else ""
        memory = f"{self.result.megabytes:.0f}" if self.result.megabytes else ""
        return (self.name, f"{self.result.ms:.1f}", f"{self.result.slow_ms:.1f}", ratio, goal, memory)


def table(rows: Sequence[Row], title: str = "", base: str = "the bare one") -> str:
    """A table without the columns in which there is nothing."""
    heading = (title, "median ms", "9 of 10 below", f"times {base}", "goal", "MB")
    columns = [cells for cells in zip(heading, *(row.cells() for row in rows), strict=True) if any(cells[1:])]
    return rows_of(list(zip(*columns, strict=True)))


def rows_of(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table; the first is the heading."""
    heading, *lines = rows
    return "\n".join(map(_line, (heading, ["---"] * len(heading), *lines)))


def _line(cells: Sequence[str]) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)

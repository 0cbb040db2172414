"""Figures as rows of a table."""

from dataclasses import dataclass

from benchmarks.measure import Result

HEADER = """| | median ms | 9 of 10 below | times the bare one | goal | MB |
| --- | --- | --- | --- | --- | --- |"""


@dataclass(frozen=True)
class Row:
    """A line of the table. `goal`: how many times the time of `base` it may take."""

    name: str
    result: Result
    base: Result | None = None
    goal: float | None = None

    def __str__(self) -> str:
        ratio = f"{self.result.ms / self.base.ms:.2f}" if self.base else ""
        goal = f"{self.goal:.2f}" if self.goal else ""
        memory = f"{self.result.megabytes:.0f}" if self.result.megabytes else ""
        return f"| {self.name} | {self.result.ms:.1f} | {self.result.slow_ms:.1f} | {ratio} | {goal} | {memory} |"

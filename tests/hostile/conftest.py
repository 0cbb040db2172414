"""A practice to be spoiled, and how much of all that can be tried is tried: every so many-th thing, or each of them."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from cli.conftest import Answer, Coach, _left_as_it_was, coach
from hostile.calls import typed_into
from hostile.world import World, build

from coachcli.store.disk import files

__all__ = ["_left_as_it_was", "coach"]

ALL = bool(os.environ.get("COACH_HOSTILE"))
"""The long form: `make hostile` sets it."""
SEED = 20261120
"""Where the short form begins to count."""

Thing = TypeVar("Thing")
Tried = Callable[[str, int], None]


def sample(things: Sequence[Thing], every: int, shift: int = 0, *, long: int = 1) -> list[Thing]:
    """Every so many-th of them, from somewhere else for each `shift`; in the long form all of them, or more."""
    step = long if ALL else every
    return list(things[(SEED + shift) % step :: step])


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice as it is before anything happens to it."""
    root = tmp_path_factory.mktemp("template") / "practice"
    build(root)
    return root


@dataclass(frozen=True, slots=True)
class Trial:
    """A world that can be begun anew, and `coach` in it."""

    world: World
    template: Path
    coach: Coach

    def begin(self) -> None:
        """Have everything as it was; nothing of what was done before is remembered."""
        self.world.fresh(self.template)
        files._unconfirmed.clear()

    def call(self, words: tuple[str, ...], typed: str | None = None) -> Answer:
        """What came of a call."""
        lines = typed_into(words) if typed is None else typed
        return self.coach(*(str(self.world.exports) if word == "EXPORTS" else word for word in words), typed=lines)


@pytest.fixture
def trial(tmp_path: Path, template: Path, coach: Coach) -> Trial:
    """Where it is tried."""
    return Trial(World(tmp_path / "practice", tmp_path / "outside", tmp_path / "exports"), template, coach)


@pytest.fixture
def tried(record_property: Callable[[str, object], None]) -> Tried:
    """Counts what was tried, for the table of the long form."""

    def count(kind: str, number: int) -> None:
        record_property(f"tried: {kind}", number)

    return count


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how much was tried of each kind."""
    counts: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", "") == "call":
                counts.update({name: value for name, value in report.user_properties if name.startswith("tried: ")})
    if ALL and counts:
        terminalreporter.section("what was tried")
        for name, number in sorted(counts.items()):
            terminalreporter.write_line(f"{number:7,}  {name.removeprefix('tried: ')}")

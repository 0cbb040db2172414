"""What a whole career costs: from a hundred sessions to a hundred thousand, and the growth from size to size.

The figures are the time that processors worked for a command, user and system, which other work on the machine hardly
changes. Its whole practice is made once, and found again in a cache folder.
"""

import argparse
import compileall
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.long_career import SELDOM, career
from benchmarks.measure import Result, Sample, in_turns, processor_time
from benchmarks.peers import jrnl, ripgrep
from benchmarks.start import BARE_TYPER
from benchmarks.table import rows_of
from coachcli.store.paths import Practice

ROOT = Path(__file__).parents[1]
COACH = str(Path(sys.executable).with_name("coach"))
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "coachcli-benchmarks"
SIZES, LONG = [100, 1000, 10_000], 100_000
ONE = "example-aaa"
BARE, FIND = "a bare typer program", f"`coach find {SELDOM}`"
# From one size to one ten times as large: of what looks at every session, and of what looks at one client alone.
OF_ALL, OF_ONE = 10.5, 1.25
# jrnl reads and keeps the whole text, which is then more than 800 MB.
MOST_FOR_JRNL = 10_000


class Asked(NamedTuple):
    """The words of a command, and how many times its time may be of ten times as many sessions."""

    words: tuple[str, ...]
    growth: float


COMMANDS = {
    "`coach`": Asked((), OF_ALL),
    "`coach session list`": Asked(("session", "list"), OF_ALL),
    "`coach hours`": Asked(("hours",), OF_ALL),
    "`coach practice check`": Asked(("practice", "check"), OF_ALL),
    FIND: Asked(("find", SELDOM), OF_ALL),
    "`coach find budget`, the newest fifty": Asked(("find", "budget"), OF_ALL),
    "`coach find --client`": Asked(("find", SELDOM, "--client", ONE), OF_ONE),
    "`coach prep`": Asked(("prep", ONE), OF_ONE),
    "`coach progress`": Asked(("progress", ONE), OF_ONE),
    "`coach report`": Asked(("report", ONE), OF_ONE),
    "`coach report --for client`": Asked(("report", ONE, "--for", "client", "--engagement", "none", "--yes"), OF_ONE),
    "`coach session list`, of one client": Asked(("session", "list", ONE), OF_ONE),
}


class Desk(NamedTuple):
    """The folder in which all of it happens, and the practices by their number of sessions."""

    cache: Path
    practices: Mapping[int, Practice]

    def environment(self, size: int) -> Mapping[str, str]:
        """The same for all, and nothing of whoever runs it."""
        practice, home = self.practices[size], str(self.cache / "home")
        settled = {"HOME": home, "LANG": "C.UTF-8", "TZ": "UTC", "PATH": os.environ["PATH"]}
        return settled | {"COACH_PRACTICE": str(practice.root), "COACH_CACHE": str(self.cache / "remembered")}

    def command(self, size: int, words: Sequence[str]) -> Callable[[], Sample]:
        """A command of coach in the practice of that size."""
        return partial(processor_time, [COACH, *words], self.environment(size))

    def bare(self) -> Callable[[], Sample]:
        """The barest program that could do as much."""
        script = self.cache / "bare_typer.py"
        script.write_text(BARE_TYPER, encoding="utf-8")
        return partial(processor_time, [sys.executable, str(script)], os.environ)


def cold(desk: Desk) -> Iterator[list[str]]:
    """The first command of all, once, when nothing is remembered: every session is read."""
    yield ["with nothing remembered", *(f"{size:,}" for size in desk.practices), "growth", "MB"]
    found: list[Sample] = []
    for size, practice in desk.practices.items():
        shutil.rmtree(practice.index, ignore_errors=True)
        found.append(desk.command(size, ())())
    yield ["`coach`", *_ms(found), _growth([one.ms for one in found]), _memory(found)]


def growth(desk: Desk, rounds: int) -> Iterator[list[str]]:
    """Each command in turns with the others, in practices of every size."""
    yield ["ms of processor time", *(f"{size:,}" for size in desk.practices), "growth", "at most", "MB"]
    contenders = {
        (name, size): desk.command(size, asked.words) for size in desk.practices for name, asked in COMMANDS.items()
    }
    results = _taken({**contenders, (BARE, 0): desk.bare()}, rounds)
    yield [BARE, f"{results[BARE, 0].ms:.0f}", *("" for _ in desk.practices), "", f"{results[BARE, 0].megabytes:.0f}"]
    for name, asked in COMMANDS.items():
        found = [results[name, size] for size in desk.practices]
        yield [name, *_ms(found), _growth([one.ms for one in found], asked.growth), f"{asked.growth}", _memory(found)]


def peers(desk: Desk, rounds: int) -> Iterator[list[str]]:
    """Where a word stands that is seldom said: coach, ripgrep and jrnl in the same text, in one run."""
    contenders: dict[tuple[str, int], Callable[[], Sample]] = {}
    for size, practice in desk.practices.items():
        contenders[FIND, size] = desk.command(size, COMMANDS[FIND].words)
        if theirs := ripgrep(practice, SELDOM):
            contenders["`rg`", size] = partial(processor_time, *theirs)
        if size <= MOST_FOR_JRNL and (theirs := jrnl(practice, practice.root.parent, "-contains", SELDOM)):
            contenders["`jrnl -contains`", size] = partial(processor_time, *theirs)
    results = _taken(contenders, rounds)
    yield ["ms of processor time", "sessions", "ms", "`coach` next to it", "MB"]
    for (name, size), found in sorted(results.items(), key=lambda one: one[0][1]):
        ratio = "" if name == FIND else f"{results[FIND, size].ms / found.ms:.2f}"
        yield [name, f"{size:,}", f"{found.ms:.0f}", ratio, f"{found.megabytes:.0f}"]


def _taken(contenders: Mapping[tuple[str, int], Callable[[], Sample]], rounds: int) -> dict[tuple[str, int], Result]:
    """All in turns, and after them those of the largest practice once each: they take minutes."""
    usual = {name: one for name, one in contenders.items() if name[1] < LONG}
    return in_turns(usual, rounds) | {name: Result([one()]) for name, one in contenders.items() if name not in usual}


def _ms(found: Sequence[Sample | Result]) -> list[str]:
    return [f"{one.ms:,.0f}" for one in found]


def _growth(times: Sequence[float], most: float = OF_ALL) -> str:
    """How many times the one before each is; more than it may be stands out."""
    factors = [(after / before) for before, after in pairwise(times)]
    return ", ".join(f"{one:.1f}" if one <= most else f"**{one:.1f}**" for one in factors)


def _memory(found: Sequence[Sample | Result]) -> str:
    return ", ".join(f"{one.megabytes:.0f}" for one in found)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many sessions")
    parser.add_argument("--long", action="store_true", help=f"{LONG:,} sessions too: 900 MB, and some minutes")
    parser.add_argument("--cache", type=Path, default=CACHE, help="the folder of the practices that are made")
    chosen = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=2)
    sizes = [*chosen.sizes, *([LONG] if chosen.long else [])]
    desk = Desk(chosen.cache, {size: career(chosen.cache, size) for size in sizes})
    for made in (cold(desk), growth(desk, chosen.rounds), peers(desk, chosen.rounds)):
        print(rows_of(list(made)), end="\n\n", flush=True)


if __name__ == "__main__":
    main()

"""What a long practice costs: commands next to a bare program, by how many sessions there are, warm and cold."""

import argparse
import compileall
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from benchmarks.measure import Result, Sample, in_turns, peak_megabytes, whole_process
from benchmarks.peers import jrnl
from benchmarks.practice import make_practice
from benchmarks.start import BARE_TYPER
from benchmarks.table import Row, table
from coachcli.store.paths import Practice

ROOT = Path(__file__).parents[1]
COACH = str(Path(sys.executable).with_name("coach"))
LISTING = "`coach session list`"
ONE = "example-aaa"
BARE = "a bare typer program"
# What a command may take in a practice of ten thousand sessions, next to the bare program.
GOALS = {"`coach`": 5.0, LISTING: 4.2, "`coach action list`": 5.0}
COMMANDS = {
    "`coach`": (),
    LISTING: ("session", "list"),
    "`coach action list`": ("action", "list"),
    "`coach goal list`": ("goal", "list"),
    "`coach client list`": ("client", "list"),
    "`coach prep`": ("prep", ONE),
    "`coach client show`": ("client", "show", ONE),
    "`coach progress`": ("progress", ONE),
    "`coach engagement show`": ("engagement", "show", ONE),
}
# The others find what these remember.
FIRST_ONES = ("`coach`", LISTING, "`coach action list`")


def warm(folder: Path, sizes: list[int], rounds: int) -> Iterator[Row]:
    """Each command in turns with the others, in practices that were read before, and with jrnl listing the same."""
    script = folder / "bare_typer.py"
    script.write_text(BARE_TYPER, encoding="utf-8")
    contenders: dict[str, Callable[[], Sample]] = {
        BARE: partial(whole_process, [sys.executable, str(script)], os.environ),
    }
    goals: dict[str, float] = {}
    for size in sizes:
        practice = make_practice(folder / str(size), size)
        environment = {**os.environ, "COACH_PRACTICE": str(practice.root)}
        for name, words in COMMANDS.items():
            command, row = [COACH, *words], f"{name}, {size:,} sessions"
            whole_process(command, environment)
            held = peak_megabytes(command, environment)
            contenders[row] = partial(whole_process, command, environment, held)
            if name in GOALS:
                goals[row] = GOALS[name]
        if listing := jrnl(practice, folder, "--short"):
            contenders[f"jrnl, the same text of {size:,}"] = partial(whole_process, *listing)
    results = in_turns(contenders, rounds)
    for name, found in results.items():
        yield Row(name, found, results[BARE], goals.get(name))


def cold(folder: Path, size: int, rounds: int) -> Iterator[Row]:
    """The first command of all, when nothing is remembered yet."""
    practice = Practice(folder / str(size))
    for name in FIRST_ONES:
        command, environment = [COACH, *COMMANDS[name]], {**os.environ, "COACH_PRACTICE": str(practice.root)}

        def first(command: list[str] = command, environment: Mapping[str, str] = environment) -> Sample:
            shutil.rmtree(practice.index, ignore_errors=True)
            return whole_process(command, environment)

        shutil.rmtree(practice.index, ignore_errors=True)
        held = peak_megabytes(command, environment)
        samples = [Sample(first().ms, held) for _ in range(max(2, rounds))]
        yield Row(f"{name}, {size:,} sessions, nothing remembered", Result(samples))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10, help="how often each is run")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000], help="how many sessions")
    parser.add_argument("--cold-rounds", type=int, default=2, help="how often each is run with nothing remembered")
    chosen = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        for rows in (
            warm(Path(folder), chosen.sizes, chosen.rounds),
            cold(Path(folder), chosen.sizes[-1], chosen.cold_rounds),
        ):
            print(table(list(rows)), end="\n\n", flush=True)


if __name__ == "__main__":
    main()

"""How long a framework takes to be read and checked, next to the barest loader that knows its schema."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import yaml

from benchmarks.measure import Sample, in_turns, whole_process
from benchmarks.table import Row, table
from coachcli.domain.framework.model import Framework
from coachcli.domain.record_data import checked
from coachcli.domain.value import changed
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.framework.check import check

COACH = str(Path(sys.executable).with_name("coach"))
FILES = 200
BARE_CHECK = """import sys
from pathlib import Path

import yaml

from coachcli.domain.framework.model import Framework
from coachcli.domain.record_data import checked

for path in Path(sys.argv[1]).glob("*.yaml"):
    checked(Framework, yaml.load(path.read_bytes(), yaml.CSafeLoader))
"""
# One load is too short for the clock of a busy machine.
AT_A_TIME = 10


def loading(rounds: int) -> list[Row]:
    """One shipped file, in the form in which nothing is left to be made up, so that both do the same."""
    source = catalogue.shipped_folder() / "grow.yaml"
    framework = check(source.read_bytes(), source.stem).framework
    if framework is None:
        raise SystemExit(f"{source} is broken")
    text = snapshots.text_of(framework)
    bare = "CSafeLoader and pydantic, nothing checked"
    contenders: dict[str, Callable[[], Sample]] = {
        bare: partial(_timed, lambda: checked(Framework, yaml.load(text, yaml.CSafeLoader))),
        "read and checked, as `coach` does": partial(_timed, lambda: check(text, source.stem)),
        "the file as it is shipped": partial(_timed, lambda: check(source.read_bytes(), source.stem)),
    }
    results = in_turns(contenders, rounds)
    goals = {"read and checked, as `coach` does": 2.0}
    return [Row(name, found, results[bare], goals.get(name)) for name, found in results.items()]


def checking(folder: Path, rounds: int) -> list[Row]:
    """Two hundred files, as whole processes."""
    models, script = folder / "models", folder / "bare.py"
    models.mkdir()
    script.write_text(BARE_CHECK, encoding="utf-8")
    source = catalogue.shipped_folder() / "grow.yaml"
    framework = check(source.read_bytes(), source.stem).framework
    if framework is None:
        raise SystemExit(f"{source} is broken")
    for number in range(FILES):
        copy = changed(framework, id=f"model_{number}")
        (models / f"model_{number}.yaml").write_bytes(snapshots.text_of(copy))
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "COACH_PRACTICE": str(folder / "practice")}
    bare = f"a script that loads {FILES}, nothing checked"
    commands = {
        bare: [sys.executable, str(script), str(models)],
        f"`coach framework check`, {FILES} files": [COACH, "framework", "check", str(models)],
    }
    contenders = {name: partial(whole_process, command, environment) for name, command in commands.items()}
    results = in_turns(contenders, rounds)
    return [Row(name, found, results[bare]) for name, found in results.items()]


def _timed(load: Callable[[], object]) -> Sample:
    began = time.perf_counter()
    for _ in range(AT_A_TIME):
        load()
    return Sample((time.perf_counter() - began) * 1000 / AT_A_TIME, 0)


def main() -> None:
    """Print the tables of docs/performance.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as folder:
        for rows in (loading(rounds), checking(Path(folder), max(2, rounds // 5))):
            print(table(rows), end="\n\n")


if __name__ == "__main__":
    main()

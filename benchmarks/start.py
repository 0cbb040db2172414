"""How soon coach answers: whole processes next to the barest thing that could do the same, and to its peers."""

import argparse
import compileall
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from importlib.metadata import version
from itertools import count
from pathlib import Path

from benchmarks.measure import Sample, Screen, entered, in_turns, peak_megabytes, whole_process
from benchmarks.table import Row, table

COACH = str(Path(sys.executable).with_name("coach"))
ROOT = Path(__file__).parents[1]
QUESTION = "What is on your mind as you arrive?"

BARE_TYPER = """import typer

def main(version: bool = False) -> None:
    typer.echo("bare 1.0")

typer.run(main)
"""
BARE_QUESTIONARY = f"""import questionary

while True:
    questionary.text({QUESTION!r}).ask()
"""
# The card and its line, drawn anew.
READY = rb"arrive\?.*> "
PEERS = ("jrnl", "copier")
# With somebody known, the card of last time stands before the question.
NEW, OLD = "Bo Li", "Jane Doe"
KNOWN_READY = rb"shows the question.*> "
LONG_KNOWN, SESSIONS = "Robin Example", 200
LISTING = ("session", "list")
# What a command may take, next to the bare typer program.
COMMANDS: dict[tuple[str, ...], float] = {
    ("--version",): 1.35,
    LISTING: 1.4,
    (): 2.0,
    ("prep", "jane"): 2.0,
    ("session", "show", "jane"): 2.0,
    ("session", "export", "jane", "--for", "client"): 2.0,
    ("action", "list"): 2.0,
    ("framework", "list"): 2.0,
}


class Desk:
    """The folder in which all of it happens: scripts to compare with, and a practice with ten sessions in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.practice = folder / "practice"
        self.bare_typer = self._script("bare_typer.py", BARE_TYPER)
        self.bare_questionary = self._script("bare_questionary.py", BARE_QUESTIONARY)
        self._copies = count()
        for day in range(1, 11):
            lines = "They are tired of being the fixer\n!what they avoid is the talk with Ana\n/end\n/end\n"
            at = f"2024-03-{day:02} 14:00"
            self.type_in(self.practice, lines, "start", OLD, "-f", "grow", "--at", at)
        self._hold_many()

    def _hold_many(self) -> None:
        """A client of many sessions: each the same, on another day."""
        self.many = shutil.copytree(self.practice, self.folder / "many")
        lines = "They are tired of being the fixer\n*talk to Ana\n/end\n/end\n"
        self.type_in(self.many, lines, "start", LONG_KNOWN, "-f", "grow", "--at", "2022-01-01 14:00")
        (first,) = self.many.glob("clients/robin-example/sessions/*.yaml")
        text = first.read_text(encoding="utf-8")
        for number in range(1, SESSIONS):
            day = str(date(2022, 1, 1) + timedelta(number))
            path = first.with_name(first.name.replace("2022-01-01", day))
            path.write_text(text.replace("2022-01-01", day), encoding="utf-8")
        for words in ((), LISTING):  # after which it remembers what it read
            whole_process([COACH, *words], self.environment(self.many))

    def environment(self, practice: Path) -> dict[str, str]:
        """The same for all of them, and nothing of whoever runs it."""
        settled = {"HOME": str(self.folder), "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC"}
        return settled | {"PATH": os.environ["PATH"], "COACH_PRACTICE": str(practice)}

    def fresh_practice(self, practice: Path | None = None) -> Path:
        """A copy, so that no run finds what another left unfinished; what lists remember of it is remembered anew."""
        copy = shutil.copytree(practice or self.practice, self.folder / f"practice-{next(self._copies)}")
        for words in ((), LISTING):
            whole_process([COACH, *words], self.environment(copy))
        return copy

    def type_in(self, practice: Path, lines: str, *arguments: str) -> None:
        """A session held through a pipe."""
        subprocess.run(
            [COACH, "session", *arguments],
            env=self.environment(practice),
            input=lines,
            check=True,
            capture_output=True,
            text=True,
        )

    def _script(self, name: str, source: str) -> str:
        script = self.folder / name
        script.write_text(source, encoding="utf-8")
        return str(script)


def versions() -> list[str]:
    """What is measured here, each with its version."""
    libraries = (f"{library} {version(library)}" for library in ("typer", "questionary", "prompt_toolkit", "pydantic"))
    return [f"Python {platform.python_version()}", *libraries, *map(_version_of, PEERS)]


def _version_of(peer: str) -> str:
    found = shutil.which(peer)
    if found is None:
        return f"{peer} not on PATH, so left out"
    said = subprocess.run([found, "--version"], check=True, capture_output=True, text=True).stdout
    number = re.search(r"\d+(\.\d+)+", said)
    return f"{peer} {number[0] if number else '?'}"


def answers(desk: Desk, rounds: int) -> list[Row]:
    """Commands that answer and end."""
    environment = desk.environment(desk.practice)
    bare, listing = "a bare typer program", _shown(LISTING)
    commands = {
        bare: [sys.executable, desk.bare_typer],
        **{_shown(words): [COACH, *words] for words in COMMANDS},
        **{f"`{peer} --version`": [found, "--version"] for peer in PEERS if (found := shutil.which(peer))},
    }
    for words in COMMANDS:  # after which it remembers what it read
        whole_process([COACH, *words], environment)
    contenders: dict[str, Callable[[], Sample]] = {}
    for name, command in commands.items():
        contenders[name] = partial(whole_process, command, environment, peak_megabytes(command, environment))
        if name == listing:
            contenders["the same, one of them not listed before"] = partial(_listed_anew, desk, command)
    results = in_turns(contenders, rounds)
    goals = {_shown(words): goal for words, goal in COMMANDS.items()}
    return [Row(name, found, results[bare], goals.get(name)) for name, found in results.items()]


def _shown(words: tuple[str, ...]) -> str:
    return f"`{' '.join(('coach', *words))}`"


def _listed_anew(desk: Desk, command: list[str]) -> Sample:
    max(desk.practice.glob("clients/*/sessions/*.yaml")).touch()
    return whole_process(command, desk.environment(desk.practice))


def first_prompts(desk: Desk, rounds: int) -> list[Row]:
    """From the command to the first question, in a terminal."""

    def coach(who: str, pattern: bytes, practice: Path) -> Sample:
        command = [COACH, "session", "start", who, "-f", "grow"]
        return _until(command, desk.environment(desk.fresh_practice(practice)), pattern)

    def bare() -> Sample:
        command = [sys.executable, desk.bare_questionary]
        return _until(command, desk.environment(desk.practice), rb"arrive\?")

    name = "a bare `questionary.text`"
    goals = {"`coach session start`, a new client": 1.6, f"the same, a client of {SESSIONS} sessions": 1.8}
    new, known = goals
    contenders: dict[str, Callable[[], Sample]] = {
        name: bare,
        new: partial(coach, NEW, READY, desk.practice),
        known: partial(coach, LONG_KNOWN, KNOWN_READY, desk.many),
    }
    results = in_turns(contenders, rounds)
    return [Row(name, found, results["a bare `questionary.text`"], goals.get(name)) for name, found in results.items()]


def next_prompts(desk: Desk, rounds: int) -> list[Row]:
    """From Enter to the line that is ready again, in one long call."""
    short, long = desk.fresh_practice(), desk.fresh_practice()
    start = ("start", NEW, "-f", "grow")
    desk.type_in(short, "/pause\n", *start)
    desk.type_in(long, "".join(f"Thought {n} of a long call\n" for n in range(200)) + "/pause\n", *start)
    resume = [COACH, "session", "resume"]
    with (
        Screen([sys.executable, desk.bare_questionary], desk.environment(desk.practice)) as bare,
        Screen(resume, desk.environment(short)) as few,
        Screen(resume, desk.environment(long)) as many,
    ):
        bare.first(rb"arrive\?")
        few.first(READY)
        many.first(READY)
        bare_name = "a bare `questionary.text`, asked again"
        contenders: dict[str, Callable[[], Sample]] = {
            bare_name: partial(entered, bare, count(), rb"arrive\?.*arrive\?"),
            "`coach`, from the first note on": partial(entered, few, count()),
            "`coach`, with 200 notes there": partial(entered, many, count()),
        }
        results = in_turns(contenders, rounds)
    base = results[bare_name]
    return [Row(name, found, base) for name, found in results.items()]


def _until(command: list[str], environment: Mapping[str, str], pattern: bytes) -> Sample:
    with Screen(command, environment) as screen:
        ms = screen.first(pattern)
        screen.settle()
        return Sample(ms, screen.stop())


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="how often each is run")
    rounds = parser.parse_args().rounds
    compileall.compile_dir(ROOT / "src", quiet=2)
    print(", ".join(versions()), end="\n\n")
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for measured in (answers, first_prompts, next_prompts):
            print(table(measured(desk, rounds)), end="\n\n", flush=True)


if __name__ == "__main__":
    main()

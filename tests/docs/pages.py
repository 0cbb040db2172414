"""The pages: what in them is marked as output or example, and what stands there when it is made anew."""

import os
import re
import shutil
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from docs.practice import without_machine
from docs.screens import SCREENS
from e2e.months.script import Months, evening
from e2e.screen import Home

from docs import cards, engagements, practice

ROOT = Path(__file__).parents[2]
# Pages that are made and checked elsewhere.
_MADE_ELSEWHERE = {"performance.md", "a-grow-session.md", "an-egan-session.md"}
DRAWN = ("pictures", "web-pictures")
"""What is made beside the pages, by its name."""
COLUMNS = 80
_FIRST_LINES = re.compile(r"first (\d+) lines")
# How far a long reading has come stands in a terminal for a moment only.
_WRITTEN_OVER = re.compile(r"[^\n]*\r")

_BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>[\w-]+)(?:: (?P<what>.+?))? -->\n)?^```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


# What stands between two comments is made whole: <!-- cards: meeting --> ... <!-- /cards -->
_REGION = re.compile(
    r"(?P<open>^<!-- (?P<mark>cards|packs)(?:: (?P<what>\w+))? -->\n).*?(?P<close>^<!-- /(?P=mark) -->$)",
    re.MULTILINE | re.DOTALL,
)
_REGIONS: dict[str, Callable[[str], str]] = {"cards": cards.cards, "packs": cards.topics}


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: what the comment before it says it is, its language, what stands in it."""

    mark: str
    what: str
    language: str
    text: str


def pages() -> list[Path]:
    """The pages that are checked here."""
    above = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
    return [*above, *sorted(path for path in (ROOT / "docs").glob("*.md") if path.name not in _MADE_ELSEWHERE)]


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [_block(match) for match in _BLOCK.finditer(text)]


def renewed(text: str) -> str:
    """A page with everything that can be made anew made anew, in order: what one block does, the next one sees."""
    with TemporaryDirectory(prefix="coach-page-") as folder:
        world = _World(Path(folder))

        def renew(match: re.Match[str]) -> str:
            start, end = (at - match.start() for at in match.span("text"))
            return match[0][:start] + world.renewed(_block(match)) + match[0][end:]

        return _BLOCK.sub(renew, _REGION.sub(_made, text))


def _made(match: re.Match[str]) -> str:
    """A region with what is made for it."""
    return f"{match['open']}\n{_REGIONS[match['mark']](match['what'] or '')}{match['close']}"


def _block(match: re.Match[str]) -> Block:
    return Block(match["mark"] or "", match["what"] or "", match["language"], match["text"])


class _World:
    """What a page can touch: a home with a few weeks of work in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._days = 0
        self._makers: dict[str, Callable[[Block], str]] = {
            "run": self._run,
            "practice": lambda block: self._file(self._lived_in.practice / block.what),
            "tree": lambda _block: _tree(self._lived_in.practice, self._lived_in),
            "screen": lambda block: self._screen(block.what),
            **{name: partial(self._on_a_day, months) for name, months in engagements.PLAYED.items()},
        }

    def renewed(self, block: Block) -> str:
        """The text of a block as it should be."""
        if block.mark in {"file", "framework", "broken", "pack", "overlay"}:
            (self._lived_in.root / "desk" / block.what).write_text(block.text, encoding="utf-8")
        make = self._makers.get(block.mark)
        return make(block) if make else block.text

    @cached_property
    def _lived_in(self) -> Home:
        return practice.lived_in_home(self._folder / "home")

    def _run(self, block: Block) -> str:
        return _said(block, self._lived_in, block.what)

    def _on_a_day(self, months: Callable[[], Months], block: Block) -> str:
        """What is said on a day of an engagement that was played: `2026-10-12`, or `2026-10-12, first 9 lines`."""
        day, _, what = block.what.partition(", ")
        self._days += 1
        home = practice.new_home(self._folder / f"day-{self._days}")
        shutil.copytree(months().practice_on(day), home.practice)
        return _said(block, home, what, evening(day).isoformat())

    def _screen(self, name: str) -> str:
        home = practice.lived_in_home(self._folder / f"screen-{name}")
        return without_machine(SCREENS[name](home).rstrip("\n") + "\n", home)

    def _file(self, path: Path) -> str:
        return without_machine(path.read_text(encoding="utf-8"), self._lived_in)


def _said(block: Block, home: Home, what: str, now: str = practice.TODAY) -> str:
    """The commands of a block with what each of them says."""
    said = [f"$ {command}\n{_begun(_output(command, home, now), what)}" for command in _commands(block.text)]
    return without_machine("".join(said), home)


def _commands(text: str) -> Iterator[str]:
    return (line[2:] for line in text.split("\n") if line.startswith("$ "))


def _begun(text: str, what: str) -> str:
    """What was said, or as much of it as `first 12 lines` asks for."""
    match = _FIRST_LINES.fullmatch(what)
    lines = text.split("\n")
    count = int(match[1]) if match else len(lines)
    return text if len(lines) <= count + 1 else "\n".join([*lines[:count], "...", ""])


def _output(command: str, home: Home, now: str) -> str:
    """What a command says in a terminal of 80 columns."""
    if sys.platform == "win32":
        return ""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, COLUMNS))
    world, desk = practice.environment(home, now=now), home.root / "desk"
    process = subprocess.Popen(
        ["sh", "-c", command], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=world, cwd=desk
    )
    os.close(theirs)
    said = bytearray()
    with suppress(OSError):  # how Linux says that nobody writes any more
        while more := os.read(ours, 65536):
            said += more
    os.close(ours)
    process.wait(timeout=60)
    return _WRITTEN_OVER.sub("", said.decode().replace("\r\n", "\n"))


def _tree(folder: Path, home: Home) -> str:
    hidden = {".locks", ".counters"}  # the names in there are of processes and machines
    paths = sorted(path for path in folder.rglob("*") if hidden.isdisjoint(path.parts))
    names = [f"{'  ' * len(path.relative_to(folder).parts)}{path.name}{'/' if path.is_dir() else ''}" for path in paths]
    return without_machine("\n".join(["~/coaching/", *names]) + "\n", home)


def renew(path: Path) -> bool:
    """Make what a page shows anew; whether that changed anything."""
    before = path.read_text(encoding="utf-8")
    after = renewed(before)
    if after != before:
        path.write_text(after, encoding="utf-8")
    return after != before


def main(names: list[str]) -> None:
    """Make the pages named anew, or all of them; raises SystemExit where there is no such page."""
    there = {path.name: path for path in pages()}
    unknown = [name for name in names if name not in {*there, *DRAWN}]
    if unknown:
        known = ", ".join((*there, *DRAWN))
        sys.exit(f"There is no page {', '.join(unknown)} that is made here.\nThere are {known}.")
    for name, path in there.items():
        if (not names or name in names) and renew(path):
            sys.stdout.write(f"{path.relative_to(ROOT)} is new\n")

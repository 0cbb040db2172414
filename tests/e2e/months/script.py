"""The script of an engagement: what is typed on which day; and its months, played once, to be looked at on any day."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

from e2e.months.desk import Answer, Desk

_MISUNDERSTOOD = ("Nothing here is called that", "did you mean", "is no day", "Worth a try", "could be more than one")


@dataclass(frozen=True, slots=True)
class Typed:
    """A command typed on a day, and the lines that follow it."""

    on: str
    words: tuple[str, ...]
    lines: str = ""

    def play(self, desk: Desk) -> Answer:
        """Type it in the evening of its day."""
        answer = desk.says(evening(self.on), *self.words, typed=self.lines)
        assert answer.code == 0, f"{self.words}\n{answer.out}\n{answer.err}"
        assert not (heard := [words for words in _MISUNDERSTOOD if words in answer.err]), f"{heard}\n{answer.err}"
        return answer


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the practice that the coach changes by hand on a day."""

    on: str
    path: str
    old: str
    new: str

    def play(self, desk: Desk) -> Answer:
        """Put the new words in the place of the old ones."""
        path = desk.practice / self.path
        before = path.read_text(encoding="utf-8")
        assert before.count(self.old) == 1, self.old
        path.write_text(before.replace(self.old, self.new), encoding="utf-8")
        return Answer(0, "", "")


Entry = Typed | Written
Script = tuple[Entry, ...]


def met(at: str, client: str, framework: str, lines: str, *more: str) -> Typed:
    """A meeting, written up in the evening of its day: `at` is 2026-09-01 10:00."""
    words = ("session", "start", client, "-f", framework, "--at", at, *more)
    return Typed(at[:10], words, f"{lines.strip()}\n/end\n/end\n/end\n")


def evening(day: str) -> datetime:
    """The hour at which the coach sits at the desk."""
    return datetime.combine(datetime.fromisoformat(day), time(18), tzinfo=UTC)


@dataclass(slots=True)
class Months:
    """An engagement that has been played, with the practice as it stood after each day."""

    folder: Path
    answers: list[tuple[Entry, Answer]] = field(default_factory=list)
    _days: dict[str, Path] = field(default_factory=dict)

    def play(self, script: Script) -> None:
        """Let everything happen in order."""
        desk = Desk(self.folder / "practice", self.folder / "home")
        for number, entry in enumerate(script):
            self.answers.append((entry, entry.play(desk)))
            if number + 1 == len(script) or script[number + 1].on != entry.on:
                self._days[entry.on] = shutil.copytree(desk.practice, self.folder / "days" / entry.on)

    def practice_on(self, day: str) -> Path:
        """The practice as it stood after what happened last by a day; to be copied, not written into."""
        return self._days[max(known for known in self._days if known <= day)]

    @contextmanager
    def desk(self, day: str) -> Iterator[Callable[..., Answer]]:
        """The coach's desk in the evening of a day; what is written there is gone with it."""
        desk = Desk(self.folder / "look" / day, self.folder / "look" / "home")
        shutil.copytree(self.practice_on(day), desk.practice)
        try:
            yield partial(desk.says, evening(day))
        finally:
            shutil.rmtree(desk.practice)

    def says(self, day: str, *words: str) -> Answer:
        """What `coach` says on a day."""
        with self.desk(day) as says:
            return says(*words)

    def shows(self, day: str, *words: str) -> str:
        """The result that `coach` prints on a day."""
        answer = self.says(day, *words)
        assert answer.code == 0, f"{answer.out}\n{answer.err}"
        return answer.out


def played(folder: Path, script: Script) -> Months:
    """An engagement played in a folder."""
    months = Months(folder)
    months.play(script)
    return months

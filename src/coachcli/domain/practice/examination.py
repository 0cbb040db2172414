"""What a check of a whole practice found: what is wrong, in which file, and what to do about it."""

from datetime import date
from typing import NamedTuple

from coachcli.domain.problems import Level


class Finding(NamedTuple):
    """One thing that is wrong. `file` is its path below the practice, `group` what kind of file it is.

    `text` begins with a small letter where it goes on from the name of the file.
    """

    group: str
    file: str
    text: str
    hint: str = ""
    line: int | None = None
    level: Level = "error"


class Count(NamedTuple):
    """How many files of a kind were looked at, and what one and several of them are called."""

    number: int
    one: str
    many: str

    @property
    def words(self) -> str:
        """The number with its noun."""
        return f"{self.number:,} {self.one if self.number == 1 else self.many}"


class Examination(NamedTuple):
    """All that was found on a day, and how many files of each kind were looked at."""

    on: date
    counts: tuple[Count, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> list[Finding]:
        """What has to be mended; the rest may be as it was meant."""
        return [found for found in self.findings if found.level == "error"]

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return sum(count.number for count in self.counts)

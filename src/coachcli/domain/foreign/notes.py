"""Notes that a coach already has, one file a session: whose they are, of when, and what stands under which heading."""

from collections.abc import Iterator
from datetime import date, time
from typing import NamedTuple

from coachcli.domain.foreign.blocks import Block, blocks_of
from coachcli.domain.foreign.days import Days
from coachcli.domain.foreign.file_name import NameSaid, said_by
from coachcli.domain.foreign.front_matter import FrontMatter, Key, front_matter
from coachcli.domain.foreign.outline import UNTITLED, Passage, outline
from coachcli.domain.value import Value
from coachcli.patterns import pattern

_MOST_MINUTES = 1440
_LONGEST = 60
_FIRST_YEAR = 1900
_MINUTES = pattern(r"(\d{1,4})\s*(?:m|min|mins|minutes?|minuten)?\.?")
_DAY_AND_TIME = pattern(
    r"(?P<day>.*?)[T ,]*(?P<hour>[0-9]{1,2})[:.h](?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
    r"\s?(?P<offset>Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?"
)
_TWO_FIGURES = pattern(r"\d{1,2}([-./])\d{1,2}\1\d{2}")


class When(NamedTuple):
    """The day, the time and the offset that are said; or in a few words why there is no day."""

    on: date | None = None
    at: time | None = None
    offset: str = ""
    trouble: str = ""


class Notes(Value, frozen=True):
    """The notes of a file. `named` is what the name of the file says, `front` what the lines at its top say."""

    named: NameSaid
    front: FrontMatter
    passages: tuple[Passage, ...]

    @property
    def days(self) -> Iterator[str]:
        """Every day that is said of it, as it is written."""
        yield from (_split(self.front.said[key]).day for key in _DAYS if key in self.front.said)
        yield from self.named.days

    @property
    def client(self) -> str:
        """Whose it says at its top that it is."""
        return self.front.said.get("client", "")


class _Split(NamedTuple):
    day: str
    at: time | None = None
    offset: str = ""


_DAYS: tuple[Key, ...] = ("started", "date")


def read_notes(text: str, stem: str, signs: str = "") -> Notes:
    """The notes in a text. A line that begins with one of the `signs` is a note of its own."""
    front = front_matter(text)
    others = (Passage(UNTITLED, UNTITLED, (Block(front.others),)),) if front.others else ()
    return Notes(said_by(stem), front, (*others, *outline(blocks_of(front.below, signs))))


def when_of(notes: Notes, days: Days, today: date) -> When:
    """When the session was that these are notes of: as it says at its top, else as its name says."""
    said = [_split(notes.front.said[key]) for key in _DAYS if key in notes.front.said]
    if not said:
        return _by_name(notes.named, days, today)
    day = next((one.day for one in said if one.day), "") or (notes.named.days[0] if len(notes.named.days) == 1 else "")
    timed = next((one for one in said if one.at), _Split(""))
    return _on(day, timed.at, timed.offset, days, today)


def minutes_of(notes: Notes) -> tuple[int | None, str]:
    """How many minutes it says that the session lasted; or why that is no number of minutes."""
    said = notes.front.said.get("minutes")
    if said is None:
        return None, ""
    match = _MINUTES.fullmatch(said.casefold())
    minutes = int(match[1]) if match else 0
    if not 1 <= minutes <= _MOST_MINUTES:
        return None, f"its minutes are no number from 1 to {_MOST_MINUTES}"
    return minutes, ""


def _by_name(named: NameSaid, days: Days, today: date) -> When:
    if len(named.days) > 1:
        return When(trouble="its name has more than one day")
    if not named.days:
        return When(trouble="it says no day, neither at its top nor in its name")
    return _on(named.days[0], named.at, "", days, today)


def _on(day: str, at: time | None, offset: str, days: Days, today: date) -> When:
    if _TWO_FIGURES.fullmatch(day):
        return When(trouble="its day has a year of two figures; write it with four")
    found = days.read(day, today)
    if found.on is None:
        return When(trouble=f"its day {found.trouble}" if found.trouble else "it says no day")
    if found.on.year < _FIRST_YEAR:
        return When(trouble=f"its day lies before {_FIRST_YEAR}")
    return When(found.on, at, offset)


def _split(words: str) -> _Split:
    """A day, and the time behind it where there is one."""
    match = _DAY_AND_TIME.fullmatch(words) if len(words) <= _LONGEST else None
    if match is None or int(match["hour"]) > 23 or int(match["minute"]) > 59:
        return _Split(words)
    return _Split(match["day"].strip(), time(int(match["hour"]), int(match["minute"])), match["offset"] or "")

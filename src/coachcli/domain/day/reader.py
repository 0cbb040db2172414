"""Reads a day as people say it. Words that wholly have none of the known forms are no day."""

from datetime import date

from coachcli.domain.day.forms import DATED, day_in, weekday_of
from coachcli.domain.day.hours import time_in
from coachcli.domain.day.outlook import Outlook, months_on
from coachcli.domain.day_names import WEEKDAY
from coachcli.domain.value import Value
from coachcli.patterns import pattern

_LONGEST = 60
_COMMA = pattern(r"\s*,\s*")
_FULL_STOP = pattern(r"(?<=[a-z])\.(?=\s|$)")
_END_OF_DAY = pattern(r"\beod\b")
# These words say how a day is meant, and not which day.
_AT_THE_LATEST = pattern(r" (?:(?:at )?(?:the )?latest|or (?:earlier|sooner|before))$")
_BY_WEEKDAY = pattern(rf"(?:(?:this|next) )?(?P<weekday>{WEEKDAY}) (?P<rest>.*\d.*)")


class DayRead(Value, frozen=True):
    """The day that was understood, if one was; `misfit` says that another weekday was named with it."""

    on: date | None
    misfit: str = ""


class DateReader(Outlook, frozen=True):
    """Reads days from words: those of the next years, three if not said, or looking back any day until today."""

    years: int = 3

    def __call__(self, words: str) -> date | None:
        """The day, or None where there is none in the words."""
        return self.read(words).on

    def read(self, words: str) -> DayRead:
        """The day, or where the words contradict themselves the reason why there is none."""
        if len(words) > _LONGEST:
            return DayRead(None)
        phrase = _normal(time_in(words)[1])
        if match := _BY_WEEKDAY.fullmatch(phrase):
            day = self._kept(day_in(match["rest"], self, DATED))
            if day is not None:
                return self._checked(day, weekday_of(match["weekday"]))
        return DayRead(self._kept(day_in(phrase, self)))

    def _kept(self, day: date | None) -> date | None:
        """The day, if it lies within the time that is looked at."""
        if day is None or not self.lies_ahead(day):
            return None
        return day if self.back or day <= months_on(self.today, 12 * self.years) else None

    def _checked(self, day: date, weekday: int) -> DayRead:
        if day.weekday() == weekday:
            return DayRead(day)
        year = "" if day.year == self.today.year else f" {day.year}"
        return DayRead(None, f"{day.day} {day:%B}{year} is a {day:%A}")


def _normal(words: str) -> str:
    phrase = _FULL_STOP.sub("", " ".join(_COMMA.sub(" ", words.casefold()).split()))
    return _AT_THE_LATEST.sub("", _END_OF_DAY.sub("end of day", phrase))

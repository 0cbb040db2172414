"""What the number in a cell of an XLSX file is: a day, a length of time, or a number. Its format says it."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import isfinite
from typing import Literal, NamedTuple
from xml.etree import ElementTree as ET

from coachcli.domain.foreign.table import Cell
from coachcli.patterns import pattern

Shown = Literal["number", "day", "time"]
_EPOCH, _EPOCH_OF_OLD_MACS = date(1899, 12, 30), date(1904, 1, 1)
# The formats that have a number and are written down nowhere.
_DAYS = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_TIMES = frozenset({*range(18, 22), *range(45, 48)})
# Excel takes 1900 for a leap year: its days before 1 March are one too many.
_FIRST_DAY, _LAST_DAY = 61, 2_958_465
# Of a format, what is shown as it stands: in quotes, behind a backslash, or in brackets such as [Red].
_AS_IT_STANDS = pattern(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
_LENGTH = pattern(r"\[[hms]+\]")


class Formats(NamedTuple):
    """How the numbers of a book are shown, by the place of their style, and from which day its days are counted."""

    shown: tuple[Shown, ...] = ()
    epoch: date = _EPOCH

    @classmethod
    def of(cls, styles: ET.Element, book: ET.Element) -> "Formats":
        """The formats of a book."""
        codes = {
            int(one.get("numFmtId", 0)): one.get("formatCode", "")
            for one in styles.iter()
            if one.tag.endswith("numFmt")
        }
        listed = next((one for one in styles.iter() if one.tag.endswith("cellXfs")), ())
        shown = tuple(_shown(int(one.get("numFmtId", 0)), codes) for one in listed)
        of_old_macs = any(
            one.tag.endswith("workbookPr") and one.get("date1904") in {"1", "true"} for one in book.iter()
        )
        return cls(shown, _EPOCH_OF_OLD_MACS if of_old_macs else _EPOCH)

    def of_style(self, style: int) -> Shown:
        """How a number of a style is shown."""
        return self.shown[style] if 0 <= style < len(self.shown) else "number"


def number_in(said: str, shown: Shown, epoch: date) -> Cell:
    """The number, the day, or the hours of a time; raises ValueError where it is no number."""
    number = float(said)
    if not isfinite(number):
        raise ValueError
    if shown == "time":
        return round(number * 24, 6)
    first = _FIRST_DAY if epoch == _EPOCH else 0
    if shown == "day" and first <= number < _LAST_DAY:
        return epoch + timedelta(days=int(number))
    return number


def _shown(number: int, codes: Mapping[int, str]) -> Shown:
    if number not in codes:
        return "day" if number in _DAYS else "time" if number in _TIMES else "number"
    code = _AS_IT_STANDS.sub("", codes[number].partition(";")[0]).casefold()
    if _LENGTH.search(code):
        return "time"
    if "general" in code:
        return "number"
    if set(code) & set("yd"):
        return "day"
    return "time" if set(code) & set("hs") else "day" if "m" in code else "number"

"""A page as what the template of the PDF reads: texts that may be shown, each with the direction it is read in."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, TypeAlias

from coachcli.domain.note_kinds import Style
from coachcli.domain.page.chart import Chart, caption, chart_words
from coachcli.domain.page.colour import USUAL, WHITE, readable
from coachcli.domain.page.letterhead import Letterhead
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.domain.text import one_line, visible
from coachcli.patterns import pattern
from coachcli.render.page.chart import svg

Plain: TypeAlias = dict[str, Any]

_FONT = "Libertinus Serif"
# More of it is no longer kept on one page.
_SHORT = 900
_SHORT_CELL = 400
_ROW = 70
# The words of a chart stand beside it where they are few and short, and else below it.
_MOST_BESIDE, _LONGEST_BESIDE = 10, 70
# No row of a page or a cell holds more of one word; scripts that are written without blanks break by themselves.
_LONG_WORD = pattern(r"[^\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]{40}(?=\S)")
_LONG_IN_A_CELL = pattern(r"[^\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]{12}(?=\S{3})")
# Marks on marks: thousands of them on one letter take the compiler minutes, or break it.
_MANY_MARKS = pattern(r"[^\w\s\x00-\u02ff]{40}(?=[^\w\s\x00-\u02ff])")
_MAY_BREAK = "\\g<0>\N{ZERO WIDTH SPACE}"
_FIGURE = pattern(r"[-+–]?\d[\d.,:/ ]*%?")


def pdf_data(page: Page, letterhead: Letterhead) -> Plain:
    """All that the template shows."""
    title = _shown(page.title)
    return {
        "title": title or "–",
        "author": _shown(letterhead.name) or [],
        "on": {"year": page.on.year, "month": page.on.month, "day": page.on.day} if page.on else None,
        "name": _shown(letterhead.name),
        "mail": _shown(letterhead.mail),
        # The compiler takes no files but texts.
        "logo": list(letterhead.logo or b""),
        "font": _FONT,
        "colour": readable(letterhead.colour or USUAL, WHITE),
        "greeting": _any_words(page.greeting),
        "facts": [{"name": _words(name), "value": _words(value)} for name, value in page.facts.items()],
        "sections": list(_sections(page.sections)),
        "closing": [_words(row) for row in page.closing],
    }


def _sections(sections: Iterable[Section]) -> Iterable[Plain]:
    """Each section as deep as it may be: a reader of headings goes down by one at a time."""
    level = 0
    for section in sections:
        level = min(max(section.depth, 1), level + 1) if section.title.strip() else level
        yield {
            "level": level,
            "title": _any_words(section.title),
            "runs": [
                {"style": style, "rtl": rtl, "lines": [_line(line) for line in run]}
                for (style, rtl), run in groupby(section.lines, _set_as)
            ],
            "charts": [_chart(chart, section.title) for chart in section.charts],
            "tables": [_table(table) for table in section.tables],
        }


def _set_as(line: Line) -> tuple[Style, bool]:
    """What lines of one list have in common."""
    return line.style, _is_from_the_right(line.text)


def _chart(chart: Chart, heading: str) -> Plain:
    told, words = _shown(caption(chart, heading) or heading), chart_words(chart)
    return {
        "title": _any_words(caption(chart, heading)),
        # Letters that every computer has: those in which the page is set.
        "drawing": _MANY_MARKS.sub(r"\g<0> ", svg(chart, "chart")).replace(
            'font-family="sans-serif"', f'font-family="{_FONT}"', 1
        ),
        "alt": f"Chart: {told}. The list after it has all that it shows.",
        "words": [_words(said) for said in words],
        "fits_beside": len(words) <= _MOST_BESIDE and max(map(len, words), default=0) <= _LONGEST_BESIDE,
    }


def _line(line: Line) -> Plain:
    rows = _eased(line.text).strip().split("\n")
    return {
        "label": _any_words(line.label),
        "rows": [_said(row) for row in rows],
        "details": [_words(detail) for detail in line.details],
        "is_long": len(line.text) > _SHORT or len(rows) > _SHORT / 50,
    }


def _table(table: Table) -> Plain:
    columns = list(zip(table.columns, *table.rows, strict=True))
    widths = [max(len(_shown(cell)) for cell in cells) for cells in columns]
    return {
        # A table that fits is as wide as the page, by its widest column.
        "stretched": widths.index(max(widths)) if sum(widths) < _ROW else None,
        "columns": [_in_a_cell(name) for name in table.columns],
        "are_figures": [_are_figures(cells[1:]) for cells in columns],
        "rows": [[_in_a_cell(cell) for cell in row] for row in table.rows],
    }


def _are_figures(cells: Sequence[str]) -> bool:
    told = [one_line(cell) for cell in cells if cell.strip()]
    return bool(told) and all(map(_FIGURE.fullmatch, told))


def _in_a_cell(text: str) -> Plain:
    shown = _LONG_IN_A_CELL.sub(_MAY_BREAK, _shown(text))
    return {**_directed(shown), "is_long": len(shown) > _SHORT_CELL}


def _words(text: str) -> Plain:
    """Words on one line."""
    return _said(_shown(text))


def _any_words(text: str) -> Plain | None:
    return _words(text) if text.strip() else None


def _said(row: str) -> Plain:
    return _directed(_LONG_WORD.sub(_MAY_BREAK, row))


def _directed(text: str) -> Plain:
    return {"text": text, "rtl": _is_from_the_right(text)}


def _is_from_the_right(text: str) -> bool:
    """Whether words are read from the right: their first letter that has a direction says it."""
    sides = (unicodedata.bidirectional(sign) for sign in text)
    return next((side for side in sides if side in {"L", "R", "AL"}), "L") != "L"


def _shown(text: str) -> str:
    return _eased(one_line(text))


def _eased(text: str) -> str:
    """Words as they may be shown, in pieces that the compiler can take."""
    return _MANY_MARKS.sub(r"\g<0> ", visible(text))

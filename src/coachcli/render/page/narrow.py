"""A page for a narrow window: a table that is wider becomes a line for each row, with its columns named."""

from coachcli.cells import cells
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.domain.text import one_line, visible
from coachcli.domain.value import changed

_INDENT, _GAP = 2, 2


def narrow(page: Page, width: int | None) -> Page:
    """The page as it can be read in so many columns."""
    return page if width is None else changed(page, sections=tuple(_section(one, width) for one in page.sections))


def _section(section: Section, width: int) -> Section:
    wide = [one for one in section.tables if _width(one) >= width]
    lines = (line for one in wide for line in _lines(one))
    kept = tuple(one for one in section.tables if one not in wide)
    return changed(section, lines=(*section.lines, *lines), tables=kept) if wide else section


def _width(table: Table) -> int:
    columns = zip(table.columns, *table.rows, strict=True)
    widths = [max(cells(visible(one_line(cell))) for cell in column) for column in columns]
    return _INDENT + sum(widths) + _GAP * (len(widths) - 1)


def _lines(table: Table) -> list[Line]:
    named = [
        (row[0], [f"{name} {cell}" for name, cell in zip(table.columns[1:], row[1:], strict=True) if cell])
        for row in table.rows
    ]
    return [Line(told[0], label=f"{title}:", details=tuple(told[1:])) if told else Line(title) for title, told in named]

"""A report as plain text, for a mail or a simple terminal."""

from coachcli.domain.page.chart import Chart, caption, chart_words
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.domain.text import one_line, visible
from coachcli.render.table import table


def text(report: Page) -> str:
    """The whole page."""
    facts = [f"{name}: {one_line(value)}" for name, value in report.facts.items()]
    body = [line for section in report.sections for line in _section(section)]
    greeting = [one_line(report.greeting), ""] if report.greeting else []
    head = [*greeting, one_line(report.title), "", *facts, *([""] if facts else [])]
    rows = [*head, *body, *map(one_line, report.closing)]
    # At the very beginning this invisible sign would be taken for the mark of an encoding, and not read as a word.
    return visible("\n".join(rows).rstrip("\n")).lstrip("\ufeff") + "\n"


def _section(section: Section) -> list[str]:
    title = one_line(section.title)
    title = title.upper() if section.depth == 1 else title
    lines = [row for line in section.lines for row in _line(line)]
    charts = [row for chart in section.charts for row in _chart(chart, section.title)]
    tables = [row for one in section.tables for row in _table(one)]
    return [title, *lines, *charts, *tables, ""]


def _chart(chart: Chart, heading: str) -> list[str]:
    """All that a chart shows, in words, below its title where the heading does not say the same."""
    title = one_line(caption(chart, heading))
    return [*([f"  {title}"] if title else []), *(f"  - {one_line(said)}" for said in chart_words(chart))]


def _table(one: Table) -> list[str]:
    rows = [one.columns, *([one_line(cell) for cell in row] for row in one.rows)]
    return [f"  {row}" for row in table(rows).rstrip("\n").split("\n")]


def _line(line: Line) -> list[str]:
    label = _label(one_line(line.label))
    sign, close = {"task": ("[ ] ", ""), "quote": ("“", "”"), "text": ("- ", "")}[line.style]
    first, *rest = line.text.split("\n")
    lead = f"- {label}{sign}" if line.style == "quote" else f"{sign}{label}"
    rows = [f"  {lead}{first}", *(f"    {row}" for row in rest)]
    rows[-1] += close + "".join(f" · {one_line(detail)}" for detail in line.details)
    return rows


def _label(words: str) -> str:
    """The label before a line: a question as it is, any other in brackets."""
    return words and (f"{words} " if words.endswith(("?", ":", ".", "!", "…")) else f"({words}) ")

"""A report as plain text, for a mail or a terminal that knows no more."""

from coachcli.domain.export.report import Line, Report, Section
from coachcli.domain.text import one_line, visible


def text(report: Report) -> str:
    """The whole page."""
    facts = [f"{name}: {one_line(value)}" for name, value in report.facts.items()]
    body = [line for section in report.sections for line in _section(section)]
    return visible("\n".join([one_line(report.title), "", *facts, *([""] if facts else []), *body]).rstrip("\n")) + "\n"


def _section(section: Section) -> list[str]:
    title = one_line(section.title)
    title = title.upper() if section.depth == 1 else title
    lines = [row for line in section.lines for row in _line(line)]
    return [title, *lines, ""] if lines else [title, ""]


def _line(line: Line) -> list[str]:
    label = f"({one_line(line.label)}) " if line.label else ""
    sign, close = {"task": ("[ ] ", ""), "quote": ("“", "”"), "text": ("- ", "")}[line.style]
    first, *rest = line.text.split("\n")
    lead = f"- {label}{sign}" if line.style == "quote" else f"{sign}{label}"
    rows = [f"  {lead}{first}", *(f"    {row}" for row in rest)]
    rows[-1] += close + "".join(f" · {one_line(detail)}" for detail in line.details)
    return rows

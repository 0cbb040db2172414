"""A report as plain text, for a mail or a simple terminal."""

from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.text import one_line, visible


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
    return [title, *lines, ""] if lines else [title, ""]


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

"""A report as Markdown. What people wrote stays text: it never makes a heading, a checkbox, a link or HTML."""

import json
from collections.abc import Callable, Iterable
from itertools import zip_longest

from coachcli.domain.page.chart import Chart, caption, chart_words
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.domain.text import one_line, visible
from coachcli.patterns import pattern

# What CommonMark, GitHub or Obsidian read as [[links]], #tags, ==marks== or $maths$; and addresses, which need no sign.
_MEANT = pattern(
    r"""(?ix)
    [\\`*_\[\]<>&\#|~$%^=@]        # means something anywhere in a line
    | :(?=//) | (?<!:)/(?=/)       # http://example.com and //example.com; after the colon the slashes are harmless
    | (?<=www)\.                   # www.1st.example
    | (?<=[^\s.])\.(?=[^\W\d_]{2})  # example.com, and notes.md, which could be one
    | :(?=[a-z0-9_+-]+:)           # :smile: becomes a picture
    """
)
# What at the beginning of a line makes a list, a rule or an underlined heading; `-5` and `1.5` make none.
_BEGINS_A_LIST = pattern(r"(?:[-+]|\d{1,9}[.)])(?=[ \t]|\Z)|-[- \t]*\Z")
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_LINE_BREAK = "  "
_NOT_IN_YAML = pattern("[\ufeff\ufffe\uffff]")


def markdown(report: Page, made_from: str = "") -> str:
    """The whole page. With `made_from`, its first lines say that it is derived, and from which file."""
    head = [*_front_matter(report, made_from), f"# {_on_one_line(report.title)}", ""]
    greeting = [escaped(one_line(report.greeting)), ""] if report.greeting else []
    facts = [f"- {name}: {_on_one_line(value)}" for name, value in report.facts.items()]
    body = [line for section in report.sections for line in _section(section)]
    closing = _broken([escaped(one_line(row)) for row in report.closing])
    return "\n".join([*head, *greeting, *facts, *([""] if facts else []), *body, *closing]).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """One line of somebody's words, as Markdown that shows exactly these words.

    Where they would begin a list, a no-break space stands before them: it cannot be seen, and whoever reads the
    Markdown itself reads the words as they were written.
    """
    row = _within(text)
    return _NO_BREAK_SPACE + row if _BEGINS_A_LIST.match(row) else row


def _within(text: str) -> str:
    """Somebody's words as Markdown, where something of ours stands before them on the line."""
    return _MEANT.sub(r"\\\g<0>", visible(text).strip())


def _on_one_line(text: str) -> str:
    return _within(one_line(text))


def _front_matter(report: Page, made_from: str) -> list[str]:
    if not report.front_matter:
        return []
    keys = [f"{key}: {_scalar(value)}" for key, value in report.front_matter.items()]
    derived = [f"# Made from {made_from}; changes here are lost, change that one."] if made_from else []
    return ["---", *derived, *keys, "---", ""]


def _scalar(value: str | int) -> str:
    """A value as YAML. JSON strings and numbers are YAML too, except for signs that YAML wants spelled."""
    if isinstance(value, int):
        return str(value)
    quoted = json.dumps(visible(value), ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda match: json.dumps(match[0])[1:-1], quoted)


def _section(section: Section) -> list[str]:
    marks = "#" * (section.depth + 1)
    blocks = [
        [row for line in section.lines for row in _line(line)],
        *(_chart(chart, section.title) for chart in section.charts),
        *map(_table, section.tables),
    ]
    body = [row for block in blocks if block for row in (*block, "")]
    return [f"{marks} {_on_one_line(section.title)}", "", *body]


def _chart(chart: Chart, heading: str) -> list[str]:
    """All that a chart shows, in words, below its title where the heading does not say the same."""
    title = caption(chart, heading)
    return [
        *([f"**{_on_one_line(title)}**", ""] if title else []),
        *(f"- {escaped(one_line(said))}" for said in chart_words(chart)),
    ]


def _table(table: Table) -> list[str]:
    return [_row(table.columns), _row(["---"] * len(table.columns), str), *map(_row, table.rows)]


def _row(cells: Iterable[str], written: Callable[[str], str] = _on_one_line) -> str:
    return f"| {' | '.join(map(written, cells))} |"


def _line(line: Line) -> list[str]:
    label = f"*{_on_one_line(line.label)}* " if line.label.strip() else ""
    details = "".join(f" · {_on_one_line(detail)}" for detail in line.details)
    sign = {"task": "- [ ] ", "quote": "- > ", "text": "- "}[line.style]
    first, *rest = visible(line.text).strip().split("\n")
    begun = _within(first) if label or line.style == "task" else escaped(first)
    follow = "  > " if line.style == "quote" else "  "
    first, *rest = _broken([begun, *map(escaped, rest)])
    rows = [f"{sign}{label}{first}", *(f"{follow}{row}" if row else follow.rstrip() for row in rest)]
    rows[-1] += details
    return rows


def _broken(rows: list[str]) -> list[str]:
    """The rows, each with a hard break at its end, but for the last one and those that end a paragraph."""
    following = zip_longest(rows, rows[1:], fillvalue="")
    return [f"{row}{_LINE_BREAK}" if row and after else row for row, after in following]

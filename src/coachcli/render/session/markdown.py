"""A report as Markdown. What people wrote stays text: never a heading, a checkbox, a link or HTML."""

import json
import re

from coachcli.domain.export.report import Line, Report, Section
from coachcli.domain.text import one_line, visible

# To CommonMark, GitHub or Obsidian: [[links]], #tags, ==marks==, $maths$; and addresses, which need no sign at all.
_MEANT = re.compile(
    r"""(?ix)
    [\\`*_\[\]<>&\#|~$%^=@]        # means something anywhere in a line
    | ^[-+]                        # a list, a rule, an underlined heading
    | :(?=//) | (?<!:)/(?=/)       # http://example.com and //example.com; after the colon the slashes are harmless
    | (?<=www)\.                   # www.1st.example
    | (?<=[^\s.])\.(?=[^\W\d_]{2})  # example.com, and notes.md, which could be one
    | :(?=[a-z0-9_+-]+:)           # :smile: becomes a picture
    """
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_NOT_IN_YAML = re.compile("[\ufeff\ufffe\uffff]")


def markdown(report: Report, made_from: str = "") -> str:
    """The whole page. With `made_from`, it begins by saying that it is derived, and from which file."""
    head = [*_front_matter(report, made_from), f"# {_on_one_line(report.title)}", ""]
    facts = [f"- {name}: {_on_one_line(value)}" for name, value in report.facts.items()]
    body = [line for section in report.sections for line in _section(section)]
    return "\n".join([*head, *facts, *([""] if facts else []), *body]).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """One line of somebody's words, as Markdown that shows just these."""
    text = _MEANT.sub(r"\\\g<0>", visible(text).strip())
    return _NUMBERED.sub(r"\1\\\2", text)


def _on_one_line(text: str) -> str:
    return escaped(one_line(text))


def _front_matter(report: Report, made_from: str) -> list[str]:
    if not report.front_matter:
        return []
    keys = [f"{key}: {_scalar(value)}" for key, value in report.front_matter.items()]
    derived = [f"# Made from {made_from}; changes here are lost, change that one."] if made_from else []
    return ["---", *derived, *keys, "---", ""]


def _scalar(value: str | int) -> str:
    """JSON strings and numbers are YAML as well, but for what YAML takes only by its number."""
    if isinstance(value, int):
        return str(value)
    quoted = json.dumps(visible(value), ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda match: json.dumps(match[0])[1:-1], quoted)


def _section(section: Section) -> list[str]:
    marks = "#" * (section.depth + 1)
    lines = [row for line in section.lines for row in _line(line)]
    return [f"{marks} {_on_one_line(section.title)}", "", *lines, *([""] if lines else [])]


def _line(line: Line) -> list[str]:
    label = f"*{_on_one_line(line.label)}* " if line.label.strip() else ""
    details = "".join(f" · {_on_one_line(detail)}" for detail in line.details)
    sign = {"task": "- [ ] ", "quote": "- > ", "text": "- "}[line.style]
    first, *rest = _rows(line.text)
    follow = "  > " if line.style == "quote" else "  "
    rows = [f"{sign}{label}{first}", *(f"{follow}{row}".rstrip() for row in rest)]
    rows[-1] += details
    return rows


def _rows(text: str) -> list[str]:
    """The lines of a text; each but the last ends in a hard break, unless a paragraph ends there."""
    rows = [escaped(row) for row in visible(text).strip().split("\n")]
    following = [*rows[1:], ""]
    return [f"{row}\\" if row and after else row for row, after in zip(rows, following, strict=True)]

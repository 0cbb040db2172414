"""A report as Markdown. What people wrote stays text: never a heading, a checkbox, a link or HTML."""

import json
import re

from coachcli.domain.report import Line, Report, Section
from coachcli.domain.text import visible

# Signs that mean something anywhere in a line, to CommonMark, GitHub or Obsidian: [[links]], #tags, ==marks==, $maths$.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&#|~$%^=@]")
# What begins a list, a rule or an underlined heading.
_AT_START = re.compile(r"^(\s*)([-+]|\d{1,9}(?=[.)]))")
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])")
# Addresses become links with no sign at all; :smile: becomes a picture.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|file)(:)|\b(www)(\.)|(:)(?=[a-z0-9_+-]+:)")


def markdown(report: Report, made_from: str = "") -> str:
    """The whole page. With `made_from`, it begins by saying that it is derived, and from which file."""
    head = [*_front_matter(report, made_from), f"# {escaped(report.title)}", ""]
    facts = [f"- {name}: {escaped(value)}" for name, value in report.facts.items()]
    body = [line for section in report.sections for line in _section(section)]
    return "\n".join([*head, *facts, *([""] if facts else []), *body]).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """One line of somebody's words, as Markdown that shows just these."""
    text = _ANYWHERE.sub(r"\\\g<0>", visible(text).strip())
    text = _NUMBERED.sub(r"\1\\\2", text)
    text = re.sub(r"^(\s*)([-+])", r"\1\\\2", text)
    return _ADDRESS.sub(_unlinked, text)


def _unlinked(match: re.Match[str]) -> str:
    word, sign = (match[1] or match[3] or ""), (match[2] or match[4] or match[5])
    return f"{word}\\{sign}"


def _front_matter(report: Report, made_from: str) -> list[str]:
    if not report.front_matter:
        return []
    # JSON strings and numbers are YAML as well.
    keys = [
        f"{key}: {json.dumps(visible(str(v)), ensure_ascii=False) if isinstance(v, str) else v}"
        for key, v in report.front_matter.items()
    ]
    derived = [f"# Made from {made_from}; changes here are lost, change that one."] if made_from else []
    return ["---", *derived, *keys, "---", ""]


def _section(section: Section) -> list[str]:
    marks = "#" * (section.depth + 1)
    lines = [row for line in section.lines for row in _line(line)]
    return [f"{marks} {escaped(' '.join(section.title.split()))}", "", *lines, *([""] if lines else [])]


def _line(line: Line) -> list[str]:
    label = f"*{escaped(line.label)}* " if line.label else ""
    details = "".join(f" · {escaped(' '.join(detail.split()))}" for detail in line.details)
    sign = {"task": "- [ ] ", "quote": "- > ", "text": "- "}[line.style]
    first, *rest = _rows(line.text)
    follow = "  > " if line.style == "quote" else "  "
    rows = [f"{sign}{label}{first}", *(f"{follow}{row}".rstrip() for row in rest)]
    rows[-1] += details
    return rows


def _rows(text: str) -> list[str]:
    """The lines of a text; each but the last ends in a hard break, unless a paragraph ends there."""
    rows = [escaped(row) for row in text.split("\n")]
    following = [*rows[1:], ""]
    return [f"{row}\\" if row and after else row for row, after in zip(rows, following, strict=True)]

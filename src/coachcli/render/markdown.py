"""A report as Markdown. What people wrote stays text: never a heading, a checkbox, a link or HTML."""

import json
import re

from coachcli.domain.report import Line, Report, Section
from coachcli.domain.text import visible

# To CommonMark, GitHub or Obsidian: [[links]], #tags, ==marks==, $maths$; and addresses, which need no sign at all.
_MEANT = re.compile(
    r"""(?ix)
    [\\`*_\[\]<>&\#|~$%^=@]      # means something anywhere in a line
    | ^[-+]                        # a list, a rule, an underlined heading
    | :(?=//) | (?<!:)/(?=/)       # http://example.com and //example.com; after the colon the slashes are harmless
    | (?<=mailto): | (?<=xmpp):
    | (?<=www)\. | (?<=[^\s.])\.(?=[^\W\d_]{2})    # example.com, which notes.md may be as well
    | :(?=[a-z0-9_+-]+:)           # :smile: becomes a picture
    """
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
# YAML takes these only by their number.
_NOT_IN_YAML = re.compile("[\ufeff\ufffe\uffff]")


def markdown(report: Report, made_from: str = "") -> str:
    """The whole page. With `made_from`, it begins by saying that it is derived, and from which file."""
    head = [*_front_matter(report, made_from), f"# {escaped(report.title)}", ""]
    facts = [f"- {name}: {escaped(value)}" for name, value in report.facts.items()]
    body = [line for section in report.sections for line in _section(section)]
    return "\n".join([*head, *facts, *([""] if facts else []), *body]).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """One line of somebody's words, as Markdown that shows just these."""
    text = _MEANT.sub(r"\\\g<0>", visible(text).strip())
    return _NUMBERED.sub(r"\1\\\2", text)


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

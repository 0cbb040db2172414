"""Files of other kinds than frameworks. Their first bytes tell, before anything tries to read them."""

import re

from coachcli.command_line import command
from coachcli.domain.framework.fields import file_names
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Problem
from coachcli.patterns import pattern

_LOOKED_AT = 8192
_AS_TEXT = "save it as plain text from the program it was written with"
# Files that only other programs can open, by their first bytes, and by the names within where several share these.
_NO_TEXT = (
    (pattern(rb"PK\x03\x04.*word/", re.DOTALL), "a Word file"),
    (pattern(rb"PK\x03\x04.*(?:xl/|opendocument\.spreadsheet)", re.DOTALL), "a spreadsheet"),
    (pattern(rb"PK\x03\x04.*opendocument\.text", re.DOTALL), "a LibreOffice file"),
    (pattern(rb"PK\x03\x04"), "an archive or an office file"),
    (pattern(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "a Word file of the older kind"),
    (pattern(rb"\s*\{\\rtf"), "an RTF file"),
    (pattern(rb"%PDF-"), "a PDF file"),
    (pattern(rb"\s*<(?:!doctype html|html)\b", re.IGNORECASE), "a web page"),
)
_NAME = pattern(r"[\"']?([A-Za-z_]+)[\"']?[ \t]*[:=]")
_MARKDOWN = pattern(r"^(?:#{1,6} \S|\*\*\S|```)", re.MULTILINE)
_PROSE = pattern(r"[^\W\d_]+(?:[ ,]+[^\W\d_]+){2}")


def kind_of(data: bytes) -> str | None:
    """The kind of a file that is no text, in words; None where it may be one."""
    # An archive has the list of its contents at its end.
    ends = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf") + data[_LOOKED_AT:][-_LOOKED_AT:]
    return next((kind for beginning, kind in _NO_TEXT if beginning.match(ends)), None)


def foreign(data: bytes) -> Problem | None:
    """The problem of a file that was never meant as a framework: what it is, and how to bring it in."""
    if kind := kind_of(data):
        return _problem(f"this is {kind}, not plain text", f"{_AS_TEXT}, then {_copied()}")
    kind = _kind_of_text(data[:_LOOKED_AT].decode("utf-8-sig", errors="replace"))
    return _problem(f"this is {kind}, and no framework", _copied()) if kind else None


def _copied() -> str:
    return f"copy its questions under  stages:  and  ask:  of a new file: {command('framework', 'new', 'my-framework')}"


def _kind_of_text(head: str) -> str | None:
    lines = [line for line in head.split("\n") if line.strip() and not line.startswith(("#!", "# ", "#\t"))]
    names = {match[1].casefold() for match in map(_NAME.match, lines) if match}
    if {"questions", "name"} <= names and not {"stages", "extends"} & names:
        return "a questionnaire of another program"
    if any(nearest(name, file_names()) for name in names) or "\0" in head or not lines:
        return None
    if lines[0].lstrip()[0] in "{[":
        is_json = re.search(r"[\"']\s*:", head) and not re.search(r"[\"']?(?:stages|extends)[\"']?\s*:", head)
        return "JSON of another program" if is_json else None
    return _kind_of_prose(head, lines)


def _kind_of_prose(head: str, lines: list[str]) -> str | None:
    """The kind of a text: a table, Markdown, or sentences. A list or a setting may be the beginning of a framework."""
    if lines[0].startswith(("-", "%", "'", '"')) or _NAME.match(lines[0]):
        return None
    for sign in ",;\t":
        counts = {line.count(sign) - line.count(f"{sign} ") for line in lines[:-1][:5]}
        if len(lines) > 2 and len(counts) == 1 and counts != {0}:
            return "a table (CSV)"
    if _MARKDOWN.search(head) and len(lines) > 1:
        return "Markdown"
    return "plain text" if _PROSE.search(head) else None


def _problem(text: str, hint: str) -> Problem:
    return Problem("E304", 1, 1, text, hint=hint)

"""The lines at the top of a note that say whose it is and when it was: those we know, and those that we only keep."""

from typing import Literal, get_args

from coachcli.domain.value import Value
from coachcli.patterns import pattern

Key = Literal["client", "date", "started", "minutes"]
_KEYS: dict[str, Key] = {key: key for key in get_args(Key)}
_MARK, _ENDS = "---", frozenset({"---", "..."})
_MOST_LINES = 200
_ENTRY = pattern(r"(?P<key>[^\W\d][\w -]{0,40}?)\s*:(?:\s+(?P<value>.*))?")
_TITLE = pattern(r" {0,3}#{1,6}[ \t]")
_DAY_ALONE = pattern(r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\1\d{4})(?:[T ,]+\d{1,2}[:.]\d{2})?")
_QUOTED = pattern(r"""(["'])(?P<words>[^"'\\]*)\1""")
_LINK = pattern(r"\[\[(?P<page>[^\[\]|#]+)(?:[|#][^\[\]]*)?\]\]")


class FrontMatter(Value, frozen=True):
    """What is said, the lines that say something else, and the text below. `twice` are keys that are there twice."""

    said: dict[Key, str]
    others: str
    below: str
    twice: tuple[Key, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """The lines between two rules at the top of a text, and the rest of it. A text without them is all rest.

    Without rules, lines of ours alone are such lines where they are the first paragraph, below a title or none.
    """
    lines = text.split("\n", _MOST_LINES)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in _ENDS), None)
    if lines[0].rstrip() != _MARK or end is None or not _begins_with_an_entry(lines[1:end]):
        return _without_rules(text, lines)
    said: dict[Key, str] = {}
    twice: list[Key] = []
    others: list[str] = []
    for line in lines[1:end]:
        entry = _entry(line.rstrip())
        if entry is None:
            others.append(line)
        elif entry[0] in said:
            twice.append(entry[0])
        else:
            said[entry[0]] = entry[1]
    return FrontMatter(said, "\n".join(others).strip("\n"), "\n".join(lines[end + 1 :]), tuple(twice))


def _without_rules(text: str, lines: list[str]) -> FrontMatter:
    first = _first_words(lines, 0)
    begin = _first_words(lines, first + 1) if _TITLE.match("\n".join(lines[first : first + 1])) else first
    end = next((number for number in range(begin, len(lines)) if not lines[number].strip()), len(lines))
    found = [_entry(line.strip()) for line in lines[begin:end]]
    said = dict(filter(None, found))
    # A line that begins with `Client:` alone may be what they said.
    if len(said) < len(found) or not said or [*said] == ["client"]:
        return FrontMatter({}, "", text)
    return FrontMatter(said, "", "\n".join([*lines[:begin], *lines[end:]]))


def _first_words(lines: list[str], begin: int) -> int:
    return next((number for number in range(begin, len(lines)) if lines[number].strip()), len(lines))


def _entry(line: str) -> tuple[Key, str] | None:
    """What a line says of the session: a key of ours with its value, or a day and nothing else."""
    if _DAY_ALONE.fullmatch(line):
        return "date", line
    match = _ENTRY.fullmatch(line)
    key = _KEYS.get(match["key"].casefold()) if match else None
    value = _value(match["value"] or "") if match else ""
    return (key, value) if key and value else None


def _begins_with_an_entry(lines: list[str]) -> bool:
    """Whether lines are no text between two rules: the first one that says anything has a key."""
    first = next((line for line in lines if line.strip() and not line.startswith("#")), None)
    return first is None or _ENTRY.fullmatch(first.rstrip()) is not None


def _value(words: str) -> str:
    """A value without its quotation marks, and without the brackets of a link to a page."""
    value = words.strip()
    if quoted := _QUOTED.fullmatch(value):
        value = quoted["words"].strip()
    link = _LINK.fullmatch(value)
    return link["page"].rpartition("/")[2].strip() if link else value

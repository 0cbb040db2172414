"""The lines at the top of a note that say whose it is and when it was: those we know, and those that we only keep."""

from typing import Literal, get_args

from coachcli.domain.value import Value
from coachcli.patterns import pattern

Key = Literal["client", "date", "started", "minutes"]
_KEYS: dict[str, Key] = {key: key for key in get_args(Key)}
_MARK, _ENDS = "---", frozenset({"---", "..."})
_MOST_LINES = 200
_ENTRY = pattern(r"(?P<key>[^\W\d][\w -]{0,40}?)\s*:(?:\s+(?P<value>.*))?")
_QUOTED = pattern(r"""(["'])(?P<words>[^"'\\]*)\1""")
_LINK = pattern(r"\[\[(?P<page>[^\[\]|#]+)(?:[|#][^\[\]]*)?\]\]")


class FrontMatter(Value, frozen=True):
    """What is said, the lines that say something else, and the text below. `twice` are keys that are there twice."""

    said: dict[Key, str]
    others: str
    below: str
    twice: tuple[Key, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """The lines between two rules at the top of a text, and the rest of it. A text without them is all rest."""
    lines = text.split("\n", _MOST_LINES)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in _ENDS), None)
    if lines[0].rstrip() != _MARK or end is None or not _begins_with_an_entry(lines[1:end]):
        return FrontMatter({}, "", text)
    said: dict[Key, str] = {}
    twice: list[Key] = []
    others: list[str] = []
    for line in lines[1:end]:
        match = _ENTRY.fullmatch(line.rstrip())
        key = _KEYS.get(match["key"].casefold()) if match else None
        value = _value(match["value"] or "") if match else ""
        if key is None or not value:
            others.append(line)
        elif key in said:
            twice.append(key)
        else:
            said[key] = value
    return FrontMatter(said, "\n".join(others).strip("\n"), "\n".join(lines[end + 1 :]), tuple(twice))


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

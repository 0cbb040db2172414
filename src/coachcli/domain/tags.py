"""Tags: a word with # before it, in any note, by which a coach finds things again."""

from collections.abc import Iterator

from coachcli.domain.text import folded
from coachcli.patterns import pattern

# A tag is a word, and no part of an address or a number: #delegation, not #3 nor https://example.org/#top.
_A_TAG = r"(?<![\w/&#?=.-])#(?=[\w-]*[^\W\d])\w[\w-]*+"
_TAG = pattern(_A_TAG)
BEGUN_TAG = pattern(r"(?<!\S)#[\w-]+\Z")

# Tags beside each other leave one gap, as do the commas between them and the brackets around them; #one#two is two.
_SOME = rf"{_A_TAG}(?:/?#\w[\w-]*+|\s*+(?:[,;/]\s*+)?{_A_TAG})*+"
_ENCLOSED = rf"(?:\({_SOME}\)|\[{_SOME}\]|“{_SOME}”|{_SOME})"
_GAP = pattern(rf"{_ENCLOSED}(?:\s*+(?:[,;/]\s*+)?{_ENCLOSED})*+")
# Signs that join a tag to the words before or behind it, and join nothing once it is gone.
_LEADING = pattern(r"\A(?:[,;:.!?·|–—-]+(?:\s+|\Z))+")
_TRAILING = pattern(r"(?:[,;:]|(?<!\S)[·|•*–—-]+)\Z")


EXPERIMENT = "#experiment"
ACTION_TAGS = {
    "#skill": "to learn or practise",
    "#behaviour": "to do another way",
    "#exercise": "to work through alone",
    EXPERIMENT: "to try out, and learn from",
}
"""The tags that say of what kind an action is: they are always offered, and lists, reviews and progress know them."""


def has_tag(text: str, tag: str) -> bool:
    """Whether a text has a tag, whatever the case of its letters; the tag may come without its sign."""
    wanted = folded(tag if tag.startswith("#") else f"#{tag}")
    return any(folded(one) == wanted for one in tags_in(text))


def tags_in(text: str) -> list[str]:
    """The tags in a text as they were written, each once."""
    return list(dict.fromkeys(match[0].rstrip("-") for match in _TAG.finditer(text)))


def without_tags(text: str) -> str:
    """The text without its tags, for others than the coach; a text that has none stays as it is, to the letter."""
    return "\n".join(_rows_without(text)).strip() if _TAG.search(text) else text


def _rows_without(text: str) -> Iterator[str]:
    """The rows without tags. A row of tags alone is left out, and one of two empty rows around it."""
    above, was_tags = "", False
    for row in text.split("\n"):
        left = _row_without(row)
        if row.strip() and not left:
            was_tags = True
        elif left.strip() or above.strip() or not was_tags:
            yield left
            above, was_tags = left, False


def _row_without(row: str) -> str:
    before, *behind = _GAP.split(row)
    parts = [before]
    for piece in behind:
        parts += filter(None, _closed_up(parts.pop() if parts else "", piece))
    return "".join(parts)


def _closed_up(left: str, right: str) -> tuple[str, str]:
    """The words on either side of tags: a blank between them, but none where one side was joined to the tags."""
    before, after = left.rstrip(), right.lstrip()
    if not before:
        return "", _LEADING.sub("", after)
    if not after or after[0] in ".!?":
        before = _TRAILING.sub("", before).rstrip()
    joined = (before == left) != (after == right)
    return before, after if joined or not after else f" {after}"

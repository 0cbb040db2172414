"""Tags: a word with # before it, in any note, by which a coach finds things again."""

from collections.abc import Iterator

from coachcli.patterns import pattern

# No part of an address or a number, and a word only: #delegation, not #3 nor https://example.org/#top.
_A_TAG = r"(?<![\w/&#?=.-])#(?=[\w-]*[^\W\d])\w[\w-]*+"
_TAG = pattern(_A_TAG)
BEGUN_TAG = pattern(r"(?<!\S)#[\w-]+\Z")

# Several beside each other leave one gap, with the commas between them and the brackets around them; #one#two is two.
_SOME = rf"{_A_TAG}(?:/?#\w[\w-]*+|\s*+(?:[,;/]\s*+)?{_A_TAG})*+"
_ENCLOSED = rf"(?:\({_SOME}\)|\[{_SOME}\]|“{_SOME}”|{_SOME})"
_GAP = pattern(rf"{_ENCLOSED}(?:\s*+(?:[,;/]\s*+)?{_ENCLOSED})*+")
# Signs that join a tag to what follows or precedes it, and join nothing when it is gone.
_LEADING = pattern(r"\A(?:[,;:.!?·|–—-]+(?:\s+|\Z))+")
_TRAILING = pattern(r"(?:[,;:]|(?<!\S)[·|•*–—-]+)\Z")


def tags_in(text: str) -> list[str]:
    """The tags in a text as they were written, each once."""
    return list(dict.fromkeys(match[0].rstrip("-") for match in _TAG.finditer(text)))


def without_tags(text: str) -> str:
    """The text for others than the coach; one that has no tag stays as it is, to the letter."""
    return "\n".join(_rows_without(text)).strip() if _TAG.search(text) else text


def _rows_without(text: str) -> Iterator[str]:
    """Rows of nothing but tags go, and where one stood between empty rows, one of these."""
    above, gone = "", False
    for row in text.split("\n"):
        left = _row_without(row)
        if row.strip() and not left:
            gone = True
        elif left.strip() or above.strip() or not gone:
            yield left
            above, gone = left, False


def _row_without(row: str) -> str:
    before, *behind = _GAP.split(row)
    said = [before]
    for piece in behind:
        said += filter(None, _closed_up(said.pop() if said else "", piece))
    return "".join(said)


def _closed_up(left: str, right: str) -> tuple[str, str]:
    """What stood on either side of tags: one blank between, none where one side was joined to them."""
    before, after = left.rstrip(), right.lstrip()
    if not before:
        return "", _LEADING.sub("", after)
    if not after or after[0] in ".!?":
        before = _TRAILING.sub("", before).rstrip()
    joined = (before == left) != (after == right)
    return before, after if joined or not after else f" {after}"

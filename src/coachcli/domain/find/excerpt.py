"""The part of a note around the words that were looked for, and which letters of it they are."""

from collections.abc import Iterable, Sequence

from coachcli.domain.plain_letters import spots
from coachcli.domain.text import one_line

Piece = tuple[str, bool]
"""A part of a text, and whether it was looked for."""
# So many letters of a long note are shown before the first word, and so many in all.
_BEFORE, _MOST = 80, 300


def excerpt(text: str, words: Iterable[str]) -> list[Piece]:
    """A text on one line, in pieces; of a long one the part around the first word that is in it."""
    line = one_line(text)
    found = _joined(sorted(spot for word in words for spot in spots(line, word)))
    start, end = _window(line, found[0][0] if found else 0)
    pieces: list[Piece] = [("… ", False)] if start else []
    at = start
    for first, last in found:
        if at <= first and last <= end:
            pieces += [(line[at:first], False), (line[first:last], True)]
            at = last
    pieces += [(line[at:end], False), (" …", False)] if end < len(line) else [(line[at:], False)]
    return [piece for piece in pieces if piece[0]]


def _window(line: str, first: int) -> tuple[int, int]:
    """The part that is shown, cut between words."""
    if len(line) <= _MOST:
        return 0, len(line)
    start = max(0, min(first - _BEFORE, len(line) - _MOST))
    start = start and max(line.rfind(" ", 0, start) + 1, start - _BEFORE)
    end = min(len(line), start + _MOST)
    blank = line.rfind(" ", start + _MOST // 2, end + 1) if end < len(line) else -1
    return start, end if blank < 0 else blank


def _joined(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts that touch or overlap are one."""
    parts: list[tuple[int, int]] = []
    for first, last in found:
        if parts and first <= parts[-1][1]:
            parts[-1] = parts[-1][0], max(last, parts[-1][1])
        else:
            parts.append((first, last))
    return parts

"""What a client commits to, said in one line: `Talk to Ana about the handover by friday 8/10`."""

import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from coachcli.domain.session.model import When
from coachcli.domain.tags import tags_in

# Reads a day from words, looking ahead; None where it cannot.
DateReader = Callable[[str], date | None]

_SURE = re.compile(r"(?<![\d/.])(10|\d)\s*/\s*10\.?\s*$")
_BARE = re.compile(r"\s(10|\d)\.?\s*$")
_BY = re.compile(r"\b(?:by|until|before|on|for)\s+", re.IGNORECASE)
_JOINTS = string.whitespace + "\N{NO-BREAK SPACE},;·-"
_MOST_TAGS = 20
_BY_AT_END = re.compile(r"\b(?:by|until|before)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Commitment:
    """What, by when, and how sure from 0 to 10; what was not said, or not understood, is None and stays in `what`."""

    what: str
    due: When | None = None
    confidence: int | None = None


def read_commitment(text: str, dates: DateReader, *, wordless: bool = False) -> Commitment:
    """The parts of a one-line commitment, the date and the score in either order at its end; tags may stand behind.

    Without words beside them they are the words themselves, unless it may be `wordless`.
    """
    said, tags = _tags_at_end(text)
    if tags:
        untagged = read_commitment(said, dates, wordless=wordless)
        return replace(untagged, what=" ".join(filter(None, (untagged.what, *tags))))
    confidence, rest = _score_at_end(text)
    what, due = _day_at_end(rest, dates)
    if due is None and confidence is None and (bare := _BARE.search(rest)):
        # "by friday 9": no day ends so, but how sure they are may.
        what, due = _day_at_end(_before(rest, bare), dates)
        confidence = int(bare[1]) if due is not None else None
        what = what if due is not None else rest
    elif due is not None and confidence is None:
        confidence, what = _score_at_end(what)
    if not what and not wordless:
        return Commitment(text.strip())
    return Commitment(what, due, confidence)


def read_day(text: str, dates: DateReader) -> When:
    """A day as said, understood if possible."""
    words = text.strip()
    return When(words=words, on=dates(_BY.sub("", words, count=1) if _BY.match(words) else words))


def _tags_at_end(text: str) -> tuple[str, list[str]]:
    rest, tags = text.strip(), list[str]()
    while len(tags) < _MOST_TAGS:
        before, _, last = rest.rpartition(" ")
        if not before or tags_in(last) != [last]:
            break
        rest, tags = before.rstrip(), [last, *tags]
    return rest, tags


def _score_at_end(text: str) -> tuple[int | None, str]:
    """`8/10` at the end is how sure they are; straight after `by` it is a day."""
    match = _SURE.search(text)
    rest = _before(text, match) if match else ""
    if match is None or _BY_AT_END.search(rest):
        return None, text.strip()
    return int(match[1]), rest


def _day_at_end(text: str, dates: DateReader) -> tuple[str, When | None]:
    for match in _last_first(text):
        words = text[match.end() :].strip(" .,;")
        day = dates(words) if words else None
        if day is not None:
            return _before(text, match), When(words=words, on=day)
    return text, None


def _before(text: str, match: re.Match[str]) -> str:
    return text[: match.start()].rstrip(_JOINTS).strip()


def _last_first(text: str) -> Iterator[re.Match[str]]:
    return reversed(list(_BY.finditer(text)))

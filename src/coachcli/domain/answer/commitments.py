"""What a client commits to, in one line: `Talk to Ana about the handover by friday 8/10`."""

import re

from coachcli.domain.answer.scores import hedged_score_at_end, is_part_of_words, score_at_end
from coachcli.domain.day.ends import HIDDEN, before, day_at_end
from coachcli.domain.day.reader import DateReader
from coachcli.domain.day_names import MONTH
from coachcli.domain.session.model import When
from coachcli.domain.tags import tags_in
from coachcli.domain.value import Value, changed
from coachcli.errors import Saying
from coachcli.patterns import pattern

_BY = pattern(r"(?:by|until|before|on|due(?: by| on)?)\s+", re.IGNORECASE)
_OUT_OF_TEN = pattern(r"(?:/\s*10|out\s+of\s+(?:10|ten)|%)\W*$", re.IGNORECASE)
_SCORE_FOR_DAY = pattern(r"(?<![\w-])(?:by|until|before|due)\s+(?=(\d{1,2}\s*/\s*10)\W*$)", re.IGNORECASE)
_BARE = pattern(r"\s(10|\d)\.?\s*$")
_ENDS_IN_MONTH = pattern(rf"{MONTH}\.?$", re.IGNORECASE)
_QUOTED = pattern(r'(?<!\w)"[^"]*(?:"|$)|“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|‘[^’]*’')
_MOST_TAGS = 20


class Commitment(Value, frozen=True):
    """What, by when, and how sure from 0 to 10. A part that was not said or not understood is None.

    Words that were not understood stay in `what`. `told` is a remark for the coach on words that only look like a day.
    """

    what: str
    due: When | None = None
    confidence: float | None = None
    told: str = ""


def read_commitment(text: str, dates: DateReader, *, wordless: bool = False) -> Commitment:
    """The parts of a commitment in one line: its day and its score stand at the end, in either order, before any tags.

    Where nothing else is in the line, they count as its words, unless it may be `wordless`. Nothing is read in quotes.
    """
    words, tags = _tags_at_end(text)
    parts = _parts(words, dates)
    if not parts.what and not wordless:
        return Commitment(text.strip())
    return changed(parts, what=" ".join(filter(None, (parts.what, *tags))))


def read_day(text: str, dates: DateReader) -> When:
    """The words of a day, with the date where they are understood."""
    words = text.strip()
    return When(words=words, on=dates(_BY.sub("", words, count=1) if _BY.match(words) else words))


def _parts(text: str, dates: DateReader) -> Commitment:
    """The parts of a text without tags; its quotes are hidden, so that no day or score is read in them."""
    line = text.strip()
    unquoted = _QUOTED.sub(lambda quoted: HIDDEN * len(quoted[0]), line)
    hedge = hedged_score_at_end(unquoted)
    parts = _read(unquoted if hedge is None else before(unquoted, hedge), dates)
    # The words without day and score are always the beginning of the line.
    what = line[: len(parts.what)]
    return changed(parts, what=what if hedge is None else f"{what} {line[hedge:]}".strip())


def _read(line: str, dates: DateReader) -> Commitment:
    if commitment := _score_for_day(line, dates):
        return commitment
    score, rest = _score_cut(line)
    day = day_at_end(rest, dates)
    if score is None and day.due is None and (with_bare := _with_bare_score(line, dates)):
        return with_bare
    if score is not None or day.due is None:
        return Commitment(day.rest, day.due, score, day.told)
    score, rest = _score_cut(day.rest)
    # A percentage before a day is more likely a part of the words: cut costs 20% by friday.
    return Commitment(day.rest, day.due) if "%" in day.rest[len(rest) :] else Commitment(rest, day.due, score)


def _score_cut(line: str) -> tuple[float | None, str]:
    score, start = score_at_end(line)
    return score, line if score is None else before(line, start)


def _score_for_day(line: str, dates: DateReader) -> Commitment | None:
    """The commitment of a line that ends in `by 8/10`, which means a score unless it has another one."""
    match = _SCORE_FOR_DAY.search(line)
    what = before(line, match.start()) if match else ""
    if match is None or is_part_of_words(what) or _OUT_OF_TEN.search(what):
        return None
    score, _ = score_at_end(match[1])
    remark = Saying(f"{match[1]} was taken for how sure.", discreet="It was taken for how sure.")
    day = day_at_end(what, dates)
    return None if score is None else Commitment(day.rest, day.due, score, remark)


def _with_bare_score(line: str, dates: DateReader) -> Commitment | None:
    """The commitment of a line such as `by friday 9`, whose bare number is a score; behind a month it may be a year."""
    bare = _BARE.search(line)
    if bare is None or _ENDS_IN_MONTH.search(line[: bare.start()]):
        return None
    rest = before(line, bare.start())
    day = day_at_end(rest, dates)
    return Commitment(day.rest, day.due, int(bare[1])) if day.due and day.rest != rest else None


def _tags_at_end(text: str) -> tuple[str, list[str]]:
    rest, tags = text.strip(), list[str]()
    while len(tags) < _MOST_TAGS:
        before, _, last = rest.rpartition(" ")
        if not before or tags_in(last) != [last]:
            break
        rest, tags = before.rstrip(), [last, *tags]
    return rest, tags

"""What a client commits to, said in one line: `Talk to Ana about the handover by friday 8/10`."""

import re

from coachcli.domain.day.ends import HIDDEN, before, day_at_end
from coachcli.domain.day.reader import DateReader
from coachcli.domain.day_names import MONTH
from coachcli.domain.line.scores import hedged_score_at_end, is_part_of_words, score_at_end
from coachcli.domain.session.model import When
from coachcli.domain.tags import tags_in
from coachcli.domain.value import Value, changed
from coachcli.errors import Saying
from coachcli.patterns import pattern

_BY = pattern(r"(?:by|until|before|on|due(?: by| on)?)\s+", re.IGNORECASE)
_OUT_OF_TEN = pattern(r"(?:/\s*10|out\s+of\s+(?:10|ten)|%)\W*$", re.IGNORECASE)
_SCORE_FOR_DAY = pattern(r"(?<![\w-])(?:by|until|before|due)\s+(?=\d{1,2}\s*/\s*10\.?\s*$)", re.IGNORECASE)
_BARE = pattern(r"\s(10|\d)\.?\s*$")
_ENDS_IN_MONTH = pattern(rf"{MONTH}\.?$", re.IGNORECASE)
_QUOTED = pattern(r'(?<!\w)"[^"]*(?:"|$)|“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|‘[^’]*’')
_MOST_TAGS = 20


class Commitment(Value, frozen=True):
    """What, by when, and how sure from 0 to 10; what was not said, or not understood, is None and stays in `what`.

    `told` is what the coach must know of what looked like a day and was not taken for one.
    """

    what: str
    due: When | None = None
    confidence: float | None = None
    told: str = ""


def read_commitment(text: str, dates: DateReader, *, wordless: bool = False) -> Commitment:
    """The parts of a one-line commitment, the date and the score in either order at its end; tags may stand behind.

    Without words beside them they are the words themselves, unless it may be `wordless`. Quotes are never read.
    """
    said, tags = _tags_at_end(text)
    parts = _parts(said, dates)
    if not parts.what and not wordless:
        return Commitment(text.strip())
    return changed(parts, what=" ".join(filter(None, (parts.what, *tags))))


def read_day(text: str, dates: DateReader) -> When:
    """The words of a day, with the day where they are understood."""
    words = text.strip()
    return When(words=words, on=dates(_BY.sub("", words, count=1) if _BY.match(words) else words))


def _parts(text: str, dates: DateReader) -> Commitment:
    """What a text without tags says; what it quotes is hidden, so that nobody finds a day or a score in there."""
    line = text.strip()
    hidden = _QUOTED.sub(lambda quoted: HIDDEN * len(quoted[0]), line)
    hedge = hedged_score_at_end(hidden)
    found = _read(hidden if hedge is None else before(hidden, hedge), dates)
    # What is left is always how the line begins.
    what = line[: len(found.what)]
    return changed(found, what=what if hedge is None else f"{what} {line[hedge:]}".strip())


def _read(line: str, dates: DateReader) -> Commitment:
    if taken := _score_for_day(line):
        return taken
    score, rest = _score_cut(line)
    day = day_at_end(rest, dates)
    if score is None and day.due is None and (with_bare := _with_bare_score(line, dates)):
        return with_bare
    if score is not None or day.due is None:
        return Commitment(day.rest, day.due, score, day.told)
    score, rest = _score_cut(day.rest)
    # Before a day a part of something is more likely that: cut costs 20% by friday.
    return Commitment(day.rest, day.due) if "%" in day.rest[len(rest) :] else Commitment(rest, day.due, score)


def _score_cut(line: str) -> tuple[float | None, str]:
    score, start = score_at_end(line)
    return score, line if score is None else before(line, start)


def _score_for_day(line: str) -> Commitment | None:
    """`by 8/10`, where no other score is said."""
    match = _SCORE_FOR_DAY.search(line)
    what = before(line, match.start()) if match else ""
    if match is None or is_part_of_words(what) or _OUT_OF_TEN.search(what):
        return None
    score, _ = score_at_end(line[match.end() :])
    told = Saying(f"{line[match.end() :].strip(' .')} was taken for how sure.", discreet="It was taken for how sure.")
    return None if score is None else Commitment(what, None, score, told)


def _with_bare_score(line: str, dates: DateReader) -> Commitment | None:
    """`by friday 9`: no day ends so, but how sure they are may; behind a month it may as well be a year."""
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

"""The transcript of a call, as programs for calls write it: who said what, and when in the call. It is only read."""

from collections.abc import Iterable, Iterator, Sequence

from coachcli.domain.plain_letters import plain_letters
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import Value, changed
from coachcli.patterns import pattern

_CLOCK = r"(?:(?:\d{1,2}:)?[0-5]?\d:[0-5]\d)(?:[.,]\d{1,3})?"
_SPEAKER = r"[^\W\d_][^:<>\[\]\n]{0,59}"
_CUE = pattern(rf"\s*(?P<start>{_CLOCK})\s+-->\s+{_CLOCK}(?:\s.*)?")
_TAG = pattern(r"<(?P<name>/?[a-z]*)(?:\.[\w.-]*)?(?:\s(?P<said>[^<>]*))?>|<\d[\d:.]*>")
# [00:12:03] Jane: words; 12:03 Jane: words; Jane (12:03): words; Jane: words
_TIMED = pattern(rf"\s*[\[(]?(?P<at>{_CLOCK})[\])]?(?:\s*[-–])?(?:\s+(?P<rest>\S.*))?")
_NAMED = pattern(rf"\s*(?P<who>{_SPEAKER}?)\s*(?:[\[(](?P<at>{_CLOCK})[\])])?\s*:(?:\s+(?P<words>.*))?")
# A line above what somebody says: Jane Example  12:03
_HEADED = pattern(rf"\s*(?P<who>{_SPEAKER}?)\s+[\[(]?(?P<at>{_CLOCK})[\])]?\s*")
_NUMBER = pattern(r"\s*\d{1,9}\s*")
_ENTITIES = {
    "&lt;": "<",
    "&gt;": ">",
    "&nbsp;": " ",
    "&quot;": '"',
    "&#39;": "'",
    "&lrm;": "",
    "&rlm;": "",
    "&amp;": "&",
}
_NO_WORDS = ("NOTE", "STYLE", "REGION", "WEBVTT")
# So many letters somebody says in one piece, and so many seconds lie at most between the beginnings of its lines,
# before the time is told again.
_ENOUGH, _PAUSE = 400, 15
_MOST_NAMES = 4


class Saying(Value, frozen=True):
    """What somebody said in one piece. `at` are seconds from the beginning; None and no name where nothing says it."""

    words: str
    who: str = ""
    at: int | None = None


def lines_in(text: str) -> tuple[Saying, ...]:
    """What was said, line by line, in its order."""
    lines = [line.rstrip() for line in clean(text).split("\n")]
    is_cued = lines[0].startswith("WEBVTT") or any(_CUE.fullmatch(line) for line in lines if "-->" in line)
    return tuple(one for one in (_cued(lines) if is_cued else _plain(lines)) if one.words)


def pieces(lines: Iterable[Saying]) -> tuple[Saying, ...]:
    """What one and the same person says on end as one piece, up to some length and to a pause."""
    return tuple(map(_joined, _on_end(lines)))


def from_second(sayings: Iterable[Saying], second: int) -> tuple[Saying, ...]:
    """What was said from a time on; what has no time of its own follows what is before it."""
    found: list[Saying] = []
    for one in sayings:
        if (one.at is not None and one.at >= second) or (found and one.at is None):
            found.append(one)
    return tuple(found)


def holding(lines: Iterable[Saying], words: Sequence[str]) -> tuple[Saying, ...]:
    """What has all of these words in it, which are in plain letters: as few lines of a piece as have them."""
    there = (piece for piece in _on_end(lines) if _have_all(piece, words))
    return tuple(_joined(run) for piece in there for run in _shortest(piece, words))


def _shortest(piece: Sequence[Saying], words: Sequence[str]) -> Iterator[list[Saying]]:
    """The lines of a piece that have all of the words, as few as can be, wherever they are said anew."""
    run: list[Saying] = []
    for one in _timed(piece):
        run.append(one)
        if _have_all(run, words):
            while _have_all(run[1:], words):
                del run[0]
            yield run
            run = []


def seconds_in(clock: str) -> int | None:
    """The seconds of a time in a call: 12:03, or 1:12:03."""
    if not pattern(_CLOCK).fullmatch(clock.strip()):
        return None
    total = 0
    for part in clock.strip().replace(",", ".").split(".")[0].split(":"):
        total = 60 * total + int(part)
    return total


def _have_all(run: Sequence[Saying], words: Sequence[str]) -> bool:
    text = plain_letters(" ".join(one.words for one in run))
    return bool(run) and all(word in text for word in words)


def _cued(lines: Sequence[str]) -> Iterator[Saying]:
    """The cues of WebVTT and SRT: a line with two times, and the words below it up to an empty line."""
    at: int | None = None
    is_words = False
    who = ""
    for number, line in enumerate(lines):
        if "-->" in line and (cue := _CUE.fullmatch(line)):
            at, who, is_words = seconds_in(cue["start"]), "", True
        elif not line:
            is_words = False
        elif is_words and not (_NUMBER.fullmatch(line) and _is_cue(lines, number + 1)):
            said = _of_cue(line, at, who)
            who = said.who
            yield said
        elif not is_words and not line.startswith(_NO_WORDS) and not _is_cue(lines, number + 1):
            # No line is lost, also where a file is not quite what it should be.
            yield Saying(_bare(line), at=at)


def _is_cue(lines: Sequence[str], number: int) -> bool:
    return number < len(lines) and "-->" in lines[number]


def _of_cue(line: str, at: int | None, who: str) -> Saying:
    """A line of a cue: its speaker stands in a tag, or before a colon."""
    voice = next((tag["said"] for tag in _TAG.finditer(line) if tag["name"] == "v" and tag["said"]), "")
    words = _bare(line)
    if voice:
        return Saying(words, _bare(voice), at)
    named = _NAMED.fullmatch(words)
    if named and named["words"]:
        return Saying(named["words"].strip(), named["who"].strip(), at)
    return Saying(words, who, at)


def _bare(line: str) -> str:
    text = _TAG.sub("", line)
    if "&" in text:
        for entity, sign in _ENTITIES.items():
            text = text.replace(entity, sign)
    return one_line(text)


def _plain(lines: Sequence[str]) -> Iterator[Saying]:
    """The lines of a plain text, each with a name and a time before it, or below a line with them."""
    who, at = "", None
    for number, line in enumerate(map(str.strip, lines)):
        if not line:
            continue
        if heading := _heading(lines, number):
            who, at = heading
            continue
        timed = _TIMED.fullmatch(line)
        rest = (timed["rest"] or "") if timed else line
        named = _NAMED.fullmatch(rest)
        clock = (named["at"] if named else None) or (timed["at"] if timed else None)
        who = named["who"].strip() if named else who
        at = seconds_in(clock) if clock else at
        rest = (named["words"] or "") if named else rest
        if rest:
            yield Saying(one_line(rest), who, at)
            at = None


def _heading(lines: Sequence[str], number: int) -> tuple[str, int | None] | None:
    """The name and the time of a line that has nothing else, and stands right above what was said."""
    if number + 1 == len(lines) or not lines[number + 1].strip() or _TIMED.fullmatch(lines[number + 1]):
        return None
    line = lines[number].strip()
    if (headed := _HEADED.fullmatch(line)) and _is_name(headed["who"]):
        return headed["who"].strip(), seconds_in(headed["at"])
    timed = _TIMED.fullmatch(line)
    if timed and timed["rest"] and _is_name(timed["rest"].rstrip(":")):
        return timed["rest"].rstrip(": "), seconds_in(timed["at"])
    return None


def _is_name(words: str) -> bool:
    """Whether words may be somebody's name, and are no sentence."""
    return ":" not in words and words[:1].isupper() and len(words.split()) <= _MOST_NAMES and words[-1:].isalnum()


def _on_end(lines: Iterable[Saying]) -> Iterator[list[Saying]]:
    """The lines of each piece."""
    piece, length, last = list[Saying](), 0, None
    for one in lines:
        is_late = one.at is not None and last is not None and one.at - last > _PAUSE
        if piece and (one.who != piece[0].who or is_late or length + len(one.words) > _ENOUGH):
            yield piece
            piece, length = [], 0
        piece.append(one)
        length += len(one.words) + 1
        last = last if one.at is None else one.at
    if piece:
        yield piece


def _timed(piece: Iterable[Saying]) -> Iterator[Saying]:
    """The lines of a piece, of which those without a time have that of the line before them."""
    at: int | None = None
    for one in piece:
        at = at if one.at is None else one.at
        yield changed(one, at=at)


def _joined(lines: Sequence[Saying]) -> Saying:
    return changed(lines[0], words=" ".join(one.words for one in lines))

"""A preparation form that came back: whatever a mail program did to it, what the client wrote is found again."""

import re
from collections.abc import Collection, Iterator

from coachcli.domain.client.mail_signatures import unsigned, unsigned_for_certain
from coachcli.domain.client.prep_form import ALSO, CHOSEN, QUESTIONS, REQUEST, TITLE, TOOK_AWAY, QuestionId
from coachcli.domain.text import clean, folded, one_line
from coachcli.domain.value import Value
from coachcli.patterns import pattern

_QUOTED = pattern(r"^[ \t]*(?:>[ \t]?)+")
_ATTRIBUTION = pattern(r"(?:On .{5,200} wrote|Am .{5,200} schrieb .{1,200}|Le .{5,200} a écrit) ?:\s*")
# The same broken in two, and how Outlook says it; with an address and a year in it, or three headers, nobody wrote it.
_ATTRIBUTION_IN_ROWS = pattern(
    r"^(?:On|Am|Le) (?=[^\n]*\b20\d\d\b[^\n]*\n?[^\n]*@)[^\n]{5,200}\n[^\n]{0,100}"
    r"(?:wrote|schrieb[^\n]{0,100}|a écrit) ?:[ \t]*$|"
    r"^(?:[_-]{5,}+[^\n]*+\n)?\*?(?:From|Von|De) ?:[^\n]*+\n"
    r"(?:\*?(?:Sent|Date|To|Cc|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet) ?:[^\n]*+(?:\n|\Z)){2,6}",
    re.MULTILINE,
)
_BULLET = pattern(r"[ \t]*[-*+•·–][ \t]+")
_FILLER = pattern(r"[\s>#*_.…=:•·–—-]*")
_NOT_A_LETTER = pattern(r"[\W_]+")

# Between the words of a question blanks, a line's end, signs of quoting; before them signs of a heading, and a number.
_WORD = r"\w+"
_GAP = r"[\W_]{1,60}"
_BEFORE = r"^(?:[^\w\n]|_)*+(?:\d{1,2}(?:[^\w\n]|_)*+)?"
_AFTER = r"[ \t*_]*(?:[?:.–—-][ \t*_?]*|$)"


class Answer(Value, frozen=True):
    """What was written in answer to a question."""

    question: QuestionId
    asked: str
    words: str


def read_form(text: str, greeting: str, ours: Collection[str]) -> tuple[Answer, ...] | None:
    """The answers in a form, none of them where it is not filled in; None where the text is no form at all.

    `ours` are lines that were in it when it was sent; anything else above the first question was also written.
    """
    rows = [_QUOTED.sub("", row) for row in clean(text.removeprefix("\ufeff")).split("\n")]
    text = _ATTRIBUTION_IN_ROWS.sub("", "\n".join(row for row in rows if not _ATTRIBUTION.fullmatch(row)))
    found = list(_QUESTION.finditer(text))
    if not found:
        return None
    always = tuple(filter(None, map(_letters, (TITLE, greeting, REQUEST, CHOSEN, TOOK_AWAY))))
    ends = [*(match.start() for match in found[1:]), len(text)]
    mail, above = _mail_and_form(text[: found[0].start()], always)
    behind = [text[match.end() : end] for match, end in zip(found, ends, strict=True)]
    mail, *answers = _unsigned([mail, *behind], re.findall(_WORD, greeting)[-1:])
    said: dict[QuestionId, list[str]] = {question: [] for question in (*QUESTIONS, "also")}
    for match, words in zip(found, answers, strict=True):
        said[_asked(match)].append(_tidy(words))
    said["also"] = list(_also(f"{mail}\n{above}", always, ours))
    whole = {question: "\n\n".join(part for part in parts if part) for question, parts in said.items()}
    return tuple(Answer(question, QUESTIONS.get(question, ALSO), words) for question, words in whole.items() if words)


def _pattern() -> re.Pattern[str]:
    """All questions in one, each in a group that is named after it."""
    each = (f"(?P<{name}>{_GAP.join(re.findall(_WORD, asked))})" for name, asked in QUESTIONS.items())
    return pattern(f"{_BEFORE}(?:{'|'.join(each)}){_AFTER}", re.IGNORECASE | re.MULTILINE)


_QUESTION = _pattern()


def _asked(match: re.Match[str]) -> QuestionId:
    return next(question for question in QUESTIONS if match[question] is not None)


def _tidy(text: str) -> str:
    """An answer without the room around it; nothing but lines and dots to write on is none."""
    if _FILLER.fullmatch(text):
        return ""
    rows = [row.rstrip() for row in text.split("\n")]
    words = "\n".join(rows).strip()
    return words if "\n" in words else _BULLET.sub("", words, count=1) if _BULLET.match(words) else words


def _mail_and_form(text: str, always: tuple[str, ...]) -> tuple[str, str]:
    """What stands above the questions: up to where the form begins, and from there on."""
    rows = text.split("\n")
    begins = next((at for at, row in enumerate(rows) if _letters(row).startswith(always)), len(rows))
    return "\n".join(rows[:begins]), "\n".join(rows[begins:])


def _unsigned(parts: list[str], name: list[str]) -> list[str]:
    """The parts of a reply without signatures; while there are words in later parts, only what surely is one goes."""
    found: list[str] = []
    words_behind = False
    for part in reversed(parts):
        found.append((unsigned_for_certain if words_behind else unsigned)(part, name))
        words_behind = words_behind or bool(_tidy(found[-1]))
    return found[::-1]


def _also(text: str, always: tuple[str, ...], ours: Collection[str]) -> Iterator[str]:
    """What stands above the questions and was not in the form when it was sent."""
    known = {_letters(own) for own in ours}
    parts = _parts(text, always)
    return (part for part in parts if not _FILLER.fullmatch(part) and not _is_ours(part, always, known))


def _is_ours(part: str, always: tuple[str, ...], known: Collection[str]) -> bool:
    """Whether nothing is left of a part without what always stands there; a smile of signs alone is theirs."""
    left = _letters(part)
    if not left:
        return False
    while left.startswith(always):
        left = left.removeprefix(next(own for own in always if left.startswith(own)))
    return not left or left in known


def _parts(text: str, always: tuple[str, ...]) -> Iterator[str]:
    """Paragraphs, the points of lists, and what begins as it always does, each on one line."""
    part: list[str] = []
    for row in [*text.split("\n"), ""]:
        begins = not row.strip() or _BULLET.match(row) or _letters(row).startswith(always)
        if part and begins:
            yield one_line(" ".join(part))
            part = []
        if row.strip():
            part.append(row if part else _BULLET.sub("", row, count=1))


def _letters(text: str) -> str:
    return _NOT_A_LETTER.sub("", folded(text))

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
# The same broken into two rows, and the headers of Outlook. A program wrote it where an address and a year are in it,
# or three headers.
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

# A mail program may put blanks, line ends and signs of quoting between the words of a question, and the signs of a
# heading and a number before them.
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
    """The answers in a form, of which there are none where nothing was filled in; None where the text is no form.

    `ours` are the lines that were in it when it was sent. The client wrote anything else above the first question.
    """
    rows = [_QUOTED.sub("", row) for row in clean(text.removeprefix("\ufeff")).split("\n")]
    text = _ATTRIBUTION_IN_ROWS.sub("", "\n".join(row for row in rows if not _ATTRIBUTION.fullmatch(row)))
    matches = list(_QUESTION.finditer(text))
    if not matches:
        return None
    always = tuple(filter(None, map(_letters, (TITLE, greeting, REQUEST, CHOSEN, TOOK_AWAY))))
    ends = [*(match.start() for match in matches[1:]), len(text)]
    mail, above = _mail_and_form(text[: matches[0].start()], always)
    behind = [text[match.end() : end] for match, end in zip(matches, ends, strict=True)]
    mail, *answers = _unsigned([mail, *behind], re.findall(_WORD, greeting)[-1:])
    parts_of: dict[QuestionId, list[str]] = {question: [] for question in (*QUESTIONS, "also")}
    for match, words in zip(matches, answers, strict=True):
        parts_of[_asked(match)].append(_tidy(words))
    parts_of["also"] = list(_also(f"{mail}\n{above}", always, ours))
    whole = {question: "\n\n".join(part for part in parts if part) for question, parts in parts_of.items()}
    return tuple(Answer(question, QUESTIONS.get(question, ALSO), words) for question, words in whole.items() if words)


def _pattern() -> re.Pattern[str]:
    """One pattern for all questions, with a group for each that is named after it."""
    each = (f"(?P<{name}>{_GAP.join(re.findall(_WORD, asked))})" for name, asked in QUESTIONS.items())
    return pattern(f"{_BEFORE}(?:{'|'.join(each)}){_AFTER}", re.IGNORECASE | re.MULTILINE)


_QUESTION = _pattern()


def _asked(match: re.Match[str]) -> QuestionId:
    return next(question for question in QUESTIONS if match[question] is not None)


def _tidy(text: str) -> str:
    """An answer without the blank space around it; empty where it is only lines and dots to write on."""
    if _FILLER.fullmatch(text):
        return ""
    rows = [row.rstrip() for row in text.split("\n")]
    words = "\n".join(rows).strip()
    return words if "\n" in words else _BULLET.sub("", words, count=1) if _BULLET.match(words) else words


def _mail_and_form(text: str, always: tuple[str, ...]) -> tuple[str, str]:
    """The text above the questions in two parts: the mail before the form, and the beginning of the form."""
    rows = text.split("\n")
    begins = next((at for at, row in enumerate(rows) if _letters(row).startswith(always)), len(rows))
    return "\n".join(rows[:begins]), "\n".join(rows[begins:])


def _unsigned(parts: list[str], name: list[str]) -> list[str]:
    """The parts of a reply without signatures. Before a part with words, only a certain signature is taken out."""
    bare: list[str] = []
    words_behind = False
    for part in reversed(parts):
        bare.append((unsigned_for_certain if words_behind else unsigned)(part, name))
        words_behind = words_behind or bool(_tidy(bare[-1]))
    return bare[::-1]


def _also(text: str, always: tuple[str, ...], ours: Collection[str]) -> Iterator[str]:
    """What the client wrote above the questions: the parts that were not in the form when it was sent."""
    our_letters = {_letters(own) for own in ours}
    parts = _parts(text, always)
    return (part for part in parts if not _FILLER.fullmatch(part) and not _is_ours(part, always, our_letters))


def _is_ours(part: str, always: tuple[str, ...], our_letters: Collection[str]) -> bool:
    """Whether a part has only words that were in the form; a smile made of signs has none, and is the client's."""
    letters = _letters(part)
    if not letters:
        return False
    while letters.startswith(always):
        letters = letters.removeprefix(next(own for own in always if letters.startswith(own)))
    return not letters or letters in our_letters


def _parts(text: str, always: tuple[str, ...]) -> Iterator[str]:
    """The paragraphs and the points of lists, each on one line; a line that begins as the form does begins a part."""
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

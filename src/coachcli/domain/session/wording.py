"""A note, a date and a length in words, wherever they are shown."""

import re
from datetime import date, datetime

from coachcli.domain.day_names import beside, opening, stands_in
from coachcli.domain.note_kinds import NOTE_KINDS, signed
from coachcli.domain.room import has_person
from coachcli.domain.session.answers import number_words
from coachcli.domain.session.model import Appointment, Note, Session, Turn, When
from coachcli.domain.terms import Field, Kind, Room
from coachcli.domain.text import one_line
from coachcli.patterns import pattern

KIND_NAMES: dict[Kind, str] = {kind: row.name for kind, row in NOTE_KINDS.items()}
KIND_SIGNS: dict[Kind, str] = {kind: sign.typed for kind, sign in signed().items()}
FIELD_PROMPTS: dict[Field, str] = {
    "what": "What?",
    "who": "Who does it?",
    "by_when": "By when?",
    "confidence": "How sure, from 0 to 10?",
    "obstacles": "What might get in the way?",
    "support": "Who or what could help?",
    "measure": "How will you know?",
    "specific": "What exactly?",
    "achievable": "What makes it possible for you?",
    "relevant": "What makes it matter now?",
    "serves": "Which aim of the organisation does it serve?",
    "tests": "What does it put to the test?",
}
# The words before the line while a part is asked; the goal or action follows them: in the way of "Ask Sam" >
FIELD_SIGNS: dict[Field, str] = {
    "what": "words for",
    "who": "who does",
    "by_when": "day of",
    "confidence": "how sure of",
    "obstacles": "in the way of",
    "support": "support for",
    "measure": "success of",
    "specific": "details of",
    "achievable": "makes possible",
    "relevant": "reason for",
    "serves": "served by",
    "tests": "tested by",
}
FIELD_NAMES: dict[Field, str] = {
    "what": "what",
    "who": "who",
    "by_when": "by",
    "confidence": "how sure",
    "obstacles": "in the way",
    "support": "support",
    "measure": "you will know by",
    "specific": "exactly",
    "achievable": "possible because",
    "relevant": "matters because",
    "serves": "serves",
    "tests": "tests",
}


def partner(session: Session, client: str) -> str:
    """Whom the coach talks to: the client, or somebody about the client."""
    if session.person is None and not has_person(session.framework.room):
        return client
    who = session.person.code if session.person else _WITHOUT_CODE[session.framework.room]
    return f"{who}, about {client}"


_WITHOUT_CODE: dict[Room, str] = {"sponsor": "the sponsor", "stakeholder": "somebody"}


def full_date(day: date) -> str:
    """A day in full: `Friday 27 November 2026`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def full_time(moment: datetime) -> str:
    """A day and time in full: `Friday 27 November 2026, 14:00`."""
    return f"{full_date(moment.date())}, {moment:%H:%M}"


def day_words(day: When) -> str:
    """The date with the words beside it: `until Friday 27 November 2026, 14:00`; its words where none is known."""
    return with_said(day, full_date(day.on)) if day.on else day.words


def with_said(day: When, date_words: str = "") -> str:
    """The words of a date with the other words beside it, such as a time, which would be lost otherwise."""
    phrase = ", ".join(filter(None, (date_words, beside(day.words))))
    return " ".join(filter(None, (opening(day.words), phrase)))


def appointment_words(next_one: Appointment) -> str:
    """`Friday 4 December 2026, 14:00`; the words in which it was said where no date was understood."""
    if next_one.on is None:
        return one_line(next_one.words)
    return ", ".join([full_date(next_one.on), *([next_one.at] if next_one.at else [])])


def due_words(day: When) -> str:
    """The day by which something is due, with `by` before it unless it begins with a word such as `until`."""
    return _by(day_words(day))


def sure_words(confidence: float) -> str:
    """How sure somebody is: `8/10`."""
    return f"{number_words(confidence)}/10"


def clock(seconds: int) -> str:
    """A time span as a clock shows it: `23:10`, or `1:02:05`."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def length(minutes: int) -> str:
    """A time span in words: `1 minute`, `50 minutes`."""
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def asked_about(turn: Turn) -> str:
    """The question of a turn, with the thing it is about where neither the question nor the answers say that."""
    is_clear = turn.item is None or turn.item in turn.asked or is_looked_back_on(turn)
    return turn.asked if is_clear else f"{turn.asked} ({turn.item})"


def is_looked_back_on(turn: Turn) -> bool:
    """Whether the notes of a turn name the thing it is about, because they say what came of it."""
    return any(note.reviewed is not None and note.reviewed.what == turn.item for note in turn.notes)


def headline(note: Note) -> str:
    """The words of a note, or the value of a typed answer with the comment behind it."""
    value = _value(note)
    return " · ".join(part for part in (value, note.text) if part)


def extras(note: Note) -> list[str]:
    """The further parts of a goal or an action, a short phrase for each."""
    parts = [due_words(note.due)] if note.due else []
    if note.confidence is not None:
        parts.append(sure_words(note.confidence))
    return parts + [f"{FIELD_NAMES[field]}: {words}" for field, words in note.details.items()]


def in_words(note: Note) -> str:
    """A whole note on one line."""
    return " · ".join([headline(note), *extras(note)])


def as_typed(note: Note) -> str:
    """The words of a note as somebody would type them again, without a sign and without details of its fields."""
    text = ": ".join(part for part in (_typed_value(note), note.text) if part)
    due = _by(note.due.words) if note.due and not stands_in(note.text, note.due.words) else ""
    # "due by" would be read as one: a text that ends in "due" would lose it.
    due = re.sub("^by ", "due ", due) if _ENDS_IN_DUE.search(text) else due
    words = " ".join(part for part in (text, due) if part)
    if note.confidence is None:
        return words
    # Without a comma "by 8/10" would be a day of October.
    apart = "," if _ENDS_BEFORE_A_DAY.search(words) else ""
    return f"{words}{apart} {sure_words(note.confidence)}".strip()


_ENDS_IN_DUE = pattern(r"\bdue$", re.IGNORECASE)
_BEFORE_A_DAY = (["by"], ["until"], ["before"])
_ENDS_BEFORE_A_DAY = pattern(r"\b(?:by|until|before|due)$", re.IGNORECASE)


def _by(day: str) -> str:
    """A day with `by` before it, unless it begins with a word such as `until`."""
    return day if day.casefold().split()[:1] in _BEFORE_A_DAY else f"by {day}"


def _value(note: Note) -> str:
    if note.scale is not None:
        return f"{number_words(note.scale.score)} of {note.scale.high}"
    if note.number is not None:
        return number_words(note.number)
    if note.said_yes is not None:
        return "yes" if note.said_yes else "no"
    if note.day is not None:
        return day_words(note.day)
    if note.reviewed is not None:
        return f"{note.reviewed.what}: {note.reviewed.outcome}"
    return ", ".join(note.chosen)


def _typed_value(note: Note) -> str:
    if note.scale is not None:
        return number_words(note.scale.score)
    if note.reviewed is not None:
        return note.reviewed.outcome
    return note.day.words if note.day is not None else _value(note)

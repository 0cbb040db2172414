"""What a session already knows: the answers to each question, and the texts that quote them."""

import re
from decimal import Decimal

from coachcli.domain.framework import ChoiceQuestion, ChoicesQuestion, Question
from coachcli.domain.session import Note, Session
from coachcli.domain.text import one_line

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
UNKNOWN = "…"


def number_words(value: float) -> str:
    """A number as it is said: 7 and not 7.0, 1234567 and not 1.23457e+06."""
    return f"{Decimal(repr(value)).normalize():f}"


def answer_words(note: Note) -> str:
    """The answer in a note, bare: what a later question can quote."""
    if note.scale is not None:
        return number_words(note.scale.score)
    if note.number is not None:
        return number_words(note.number)
    if note.yes is not None:
        return "yes" if note.yes else "no"
    if note.day is not None:
        return note.day.words
    return ", ".join(note.chosen) or one_line(note.text)


def answers_to(session: Session, question_id: str) -> list[str]:
    """Everything answered to one question, over all visits; captures made there are not answers."""
    return [
        answer_words(note)
        for turn, note in session.notes
        if turn.question == question_id and note.kind not in {"quote", "promise", "parked", "observation"}
    ]


def filled(text: str, session: Session, client: str) -> str:
    """`text` with {client} and {id} replaced, in one pass: what is put in is never looked at again."""

    def word(match: re.Match[str]) -> str:
        if match[1] == "client":
            return client
        return ", ".join(answers_to(session, match[1])) or UNKNOWN

    return PLACEHOLDER.sub(word, text)


def quoted_in(text: str) -> tuple[str, ...]:
    """The ids of the earlier questions that `text` quotes."""
    return tuple(dict.fromkeys(name for name in PLACEHOLDER.findall(text) if name != "client"))


def choices_for(question: Question, session: Session) -> tuple[str, ...]:
    """The options of a choice as they stand now."""
    if not isinstance(question, ChoiceQuestion | ChoicesQuestion):
        return ()
    if question.choices is not None:
        return question.choices
    return tuple(dict.fromkeys(answers_to(session, question.choices_from or "")))

"""What a session already knows: the answers to each question, and the texts that quote them."""

import re
from decimal import Decimal

from coachcli.domain.framework import ChoiceQuestion, ChoicesQuestion, Framework, Question, answer_kind, takes_many
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
    if note.said_yes is not None:
        return "yes" if note.said_yes else "no"
    if note.day is not None:
        return note.day.words
    return ", ".join(note.chosen) or one_line(note.text)


def answers_to(session: Session, question: Question) -> list[str]:
    """What was answered to a question over all visits: every line where there may be many, else the latest.

    Notes of another kind that were taken beside it are no answers.
    """
    kind = answer_kind(question)
    given = [note for turn, note in session.notes if turn.question == question.id and note.kind == kind]
    return [answer_words(note) for note in (given if takes_many(question) else given[-1:])]


def filled(text: str, session: Session, framework: Framework, client: str) -> str:
    """`text` with {client} and {id} replaced, in one pass: what is put in is never looked at again."""

    def word(match: re.Match[str]) -> str:
        if match[1] == "client":
            return client
        place = framework.by_id.get(match[1])
        return ", ".join(answers_to(session, place.question) if place else ()) or UNKNOWN

    return PLACEHOLDER.sub(word, text)


def quoted_in(text: str) -> tuple[str, ...]:
    """The ids of the earlier questions that `text` quotes."""
    return tuple(dict.fromkeys(name for name in PLACEHOLDER.findall(text) if name != "client"))


def choices_for(question: Question, session: Session, framework: Framework) -> tuple[str, ...]:
    """The options of a choice as they stand now."""
    if not isinstance(question, ChoiceQuestion | ChoicesQuestion):
        return ()
    if question.choices is not None:
        return question.choices
    source = framework.by_id.get(question.choices_from or "")
    return tuple(dict.fromkeys(answers_to(session, source.question))) if source else ()

"""What a session already knows: the answers to each question, and the texts that quote them."""

import re
from decimal import Decimal

from coachcli.domain.framework import Framework, Place
from coachcli.domain.questions import ChoiceQuestion, ChoicesQuestion, Question, answer_kind, takes_many
from coachcli.domain.session.model import Note, Session
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


def notes_on(session: Session, question: Question, item: str | None = None) -> list[Note]:
    """The answers to a question over all visits; with `item`, only those about it.

    Notes of another kind that were taken beside it are no answers.
    """
    kind = answer_kind(question)
    return [
        note
        for turn, note in session.notes
        if turn.question == question.id and note.kind == kind and item in {None, turn.item}
    ]


def answers_to(session: Session, question: Question, item: str | None = None) -> list[str]:
    """What was answered to a question: every line where there may be many, else the latest."""
    given = notes_on(session, question, item)
    return [answer_words(note) for note in (given if takes_many(question) else given[-1:])]


def items_of(session: Session, question: Question) -> list[str]:
    """What was listed in answer to a question, each thing once: its lines, or what was chosen."""
    given = notes_on(session, question)
    listed = (
        [answer_words(note) for note in given] if takes_many(question) else [c for n in given[-1:] for c in n.chosen]
    )
    return list(dict.fromkeys(listed))


def filled(text: str, session: Session, framework: Framework, client: str | None, item: str | None = None) -> str:
    """`text` with {client}, {item} and {id} replaced, in one pass: what is put in is never looked at again.

    With no client nobody may be named or quoted.
    """

    def word(match: re.Match[str]) -> str:
        if client is None:
            return UNKNOWN
        if match[1] == "client":
            return client
        if match[1] == "item":
            return item or UNKNOWN
        place = framework.by_id.get(match[1])
        return ", ".join(answers_to(session, place.question, _beside(place, item)) if place else ()) or UNKNOWN

    return PLACEHOLDER.sub(word, text)


def _beside(place: Place, item: str | None) -> str | None:
    """What is asked about one thing after another is quoted as it was answered about this one."""
    return item if place.step is not None and place.step.for_each else None


def quoted_in(text: str) -> tuple[str, ...]:
    """What `text` quotes: the ids of earlier questions, and `item`."""
    return tuple(dict.fromkeys(name for name in PLACEHOLDER.findall(text) if name != "client"))


def choices_for(question: Question, session: Session, framework: Framework) -> tuple[str, ...]:
    """The options of a choice as they stand now."""
    if not isinstance(question, ChoiceQuestion | ChoicesQuestion):
        return ()
    if question.choices is not None:
        return question.choices
    source = framework.by_id.get(question.choices_from or "")
    return tuple(items_of(session, source.question)) if source else ()

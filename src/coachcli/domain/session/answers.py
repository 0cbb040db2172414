"""The answers of a session, question by question, and the texts that quote them."""

import re
from decimal import Decimal

from coachcli.domain.framework.model import Framework, Place
from coachcli.domain.framework.question_types import answer_kind, has_value
from coachcli.domain.framework.questions import ChoiceQuestion, ChoicesQuestion, Question, takes_many
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.text import PLACEHOLDER, one_line

UNKNOWN = "…"


def number_words(value: float) -> str:
    """A number as people write it: 7 and not 7.0, 1234567 and not 1.23457e+06."""
    return f"{Decimal(repr(value)).normalize():f}"


def answer_words(note: Note) -> str:
    """The bare answer in a note, as a later question quotes it."""
    if note.scale is not None:
        return number_words(note.scale.score)
    if note.number is not None:
        return number_words(note.number)
    if note.said_yes is not None:
        return "yes" if note.said_yes else "no"
    if note.day is not None:
        return note.day.words
    return ", ".join(note.chosen) or one_line(note.text)


def is_answer(note: Note) -> bool:
    """Whether a note is an answer that is more than words: a point on a scale, a choice, a day."""
    values = (note.scale, note.said_yes, note.number, note.day, note.reviewed)
    return bool(note.chosen) or any(value is not None for value in values)


def answer_at(turn: Turn, question: Question, besides: int | None = None) -> Note | None:
    """The answer given at a visit to a question that takes one; the note of the number `besides` is left out.

    Its kind tells the answer from thoughts beside it. Of several notes of that kind the first is the answer.
    """
    if takes_many(question):
        return None
    others = [note for number, note in enumerate(turn.notes) if number != besides]
    answers = [note for note in others if note.kind == answer_kind(question) and _is_about(note, turn)]
    return next((note for note in answers if is_answer(note) or not has_value(question)), None)


def answer_here(session: Session, question: Question) -> Note | None:
    """The answer to the question at hand, if it has one."""
    visit = session.turns[-1] if session.turns else None
    return answer_at(visit, question) if visit is not None and visit.question == question.id else None


def notes_on(session: Session, question: Question, item: str | None = None) -> list[Note]:
    """The answers to a question over all visits; with `item`, only those about it.

    Notes of another kind that were taken beside it are no answers.
    """
    visits = [turn for turn in session.turns if turn.question == question.id and item in {None, turn.item}]
    return [note for turn in visits for note in _answers_at(turn, question)]


def _answers_at(turn: Turn, question: Question) -> list[Note]:
    """The answers at one visit. Where a question takes one answer in words, later words are thoughts beside it."""
    kind = answer_kind(question)
    answers = [note for note in turn.notes if note.kind == kind and _is_about(note, turn)]
    return answers[:1] if kind == "note" and not takes_many(question) else answers


def _is_about(note: Note, turn: Turn) -> bool:
    """Whether a note is about the thing that was asked about; another thing may be ticked off beside it."""
    return note.reviewed is None or note.reviewed.what == turn.item


def answers_to(session: Session, question: Question, item: str | None = None) -> list[str]:
    """The answers to a question in words: all lines where it takes many, else the latest answer."""
    notes = notes_on(session, question, item)
    return [answer_words(note) for note in (notes if takes_many(question) else notes[-1:])]


def items_of(session: Session, question: Question) -> list[str]:
    """The lines or the choices that answered a question, each once."""
    notes = notes_on(session, question)
    items = (
        [answer_words(note) for note in notes] if takes_many(question) else [c for n in notes[-1:] for c in n.chosen]
    )
    return list(dict.fromkeys(items))


def filled(text: str, session: Session, framework: Framework, client: str | None, item: str | None = None) -> str:
    """`text` with {client}, {who}, {item} and {id} replaced, in one pass: the words put in are never replaced again.

    Without a `client` nobody is named or quoted.
    """

    def word(match: re.Match[str]) -> str:
        if client is None:
            return UNKNOWN
        if match[1] == "client":
            return client
        if match[1] == "item":
            return item or UNKNOWN
        if match[1] == "who":
            return session.person.code if session.person else UNKNOWN
        place = framework.by_id.get(match[1])
        return ", ".join(answers_to(session, place.question, _beside(place, item)) if place else ()) or UNKNOWN

    return PLACEHOLDER.sub(word, text)


def _beside(place: Place, item: str | None) -> str | None:
    """The thing about which an answer is quoted, where its question is asked about one thing after another."""
    return item if place.step is not None and place.step.for_each else None


def quoted_in(text: str) -> tuple[str, ...]:
    """What `text` quotes: the ids of earlier questions, and `item`."""
    return tuple(dict.fromkeys(name for name in PLACEHOLDER.findall(text) if name not in {"client", "who"}))


def choices_for(question: Question, session: Session, framework: Framework) -> tuple[str, ...]:
    """The options of a choice as they stand now."""
    if not isinstance(question, ChoiceQuestion | ChoicesQuestion):
        return ()
    if question.choices is not None:
        return question.choices
    source = framework.by_id.get(question.choices_from or "")
    return tuple(items_of(session, source.question)) if source else ()


def topic_of(session: Session) -> str:
    """The topic as it was last said, on one line; empty where nobody said one."""
    topics = [answer_words(note) for _, note in session.notes if note.kind == "topic"]
    return one_line(topics[-1]) if topics else ""

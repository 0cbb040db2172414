"""From a typed line, and the question it answers, to a move or a command; the same for every source of lines."""

from typing import Any

from coachcli.domain.answer.base import AnswerType, CommitmentType, ValueType, WordsType
from coachcli.domain.answer.choice_words import OutOfRangeError
from coachcli.domain.answer.commitments import read_commitment
from coachcli.domain.answer.types import answer_type
from coachcli.domain.day.ends import not_understood
from coachcli.domain.day.reader import DateReader
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.framework.questions import Question
from coachcli.domain.line.commands import COMMANDS, nearest_command
from coachcli.domain.line.details import told_behind
from coachcli.domain.line.field_answers import (
    TooHighError,
    ValueField,
    begins_like_a_day,
    doubt,
    in_words,
    value_of,
)
from coachcli.domain.line.review import OUTCOMES, read_review
from coachcli.domain.line.sharing import PRIVATE_SIGN, is_private, share_of_answer, share_of_capture
from coachcli.domain.line.signs import CLOSING_QUOTES, SIGNS, HeldBack, held_back, is_signed, unescaped, words_behind
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.answers import is_answer
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Answered, Detailed, Dropped, Move, Noted
from coachcli.domain.session.voice import who_said
from coachcli.domain.terms import Field, Kind, ShareWith
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import Value, changed
from coachcli.patterns import pattern

# A minus sign or a dash, and a number: `-2` drops the second line of a list.
_OFF_THE_LIST = pattern(r"[-−–]\s?(\d{1,3})\.?")


class Expecting(Value, frozen=True):
    """What a line would answer; nothing at the map. `marked`: who may see answers here, if the framework says so.

    `answered` is the answer that stands here already, where the question takes only one; `listed` how many lines its
    list has, where it brings one again.
    """

    question: Question | None
    dates: DateReader
    choices: tuple[str, ...] = ()
    marked: ShareWith | None = None
    field: Field | None = None
    note: Note | None = None
    item: Carried | None = None
    answered: Note | None = None
    listed: int = 0

    @property
    def answers(self) -> AnswerType[Any] | None:
        """How the question is answered; None where nothing is asked."""
        return answer_type(self.question, self.choices) if self.question is not None else None


class Understood(Value, frozen=True):
    """A move, and a remark for the coach where they may have meant the line otherwise.

    `standing` is the answer that stands already, where the line is nothing but another answer.
    """

    move: Move
    remark: str = ""
    standing: Note | None = None


class Doubted(Value, frozen=True):
    """The line comes back once, with a message; entered again it is `taken`. Where nobody can be asked it is `kept`."""

    message: str
    taken: Understood
    kept: Understood


class Blank(Value, frozen=True):
    """Enter on an empty line."""


class Command(Value, frozen=True):
    """A command, and the words that follow it."""

    name: str
    argument: str = ""


class Refused(Value, frozen=True):
    """The line cannot be taken; it comes back, with a message."""

    message: str


Reading = Understood | Doubted | Blank | Command | Refused


def read_line(line: str, expecting: Expecting) -> Reading:
    """What a line means here. A block of several lines is always one note."""
    text = clean(line).strip("\n")
    if not text.strip():
        return Blank()
    if private := held_back(text):
        return _alone(private, expecting)
    if "\n" in text:
        return _block(unescaped(text), expecting)
    text = text.strip()
    if text.startswith("/") and not text.startswith("//"):
        return _command(text[1:])
    if text[0] in SIGNS:
        return _capture(text[0], text[1:], expecting)
    return _plain(unescaped(text), expecting)


def read_action(text: str, expecting: Expecting) -> Reading:
    """What a line means where an action is asked for: an action, unless it begins with the sign of another kind."""
    text = clean(text).strip()
    match read_line(text, expecting) if is_signed(text) else None:
        case None | Understood(move=Noted(note=Note(kind="quote"))):
            return _captured("action", one_line(unescaped(text)), expecting)
        case reading:
            return reading


def _command(typed_word: str) -> Reading:
    name, _, argument = typed_word.partition(" ")
    if name.casefold() in COMMANDS:
        return Command(name.casefold(), argument.strip())
    near = nearest_command(name.casefold())
    advice = f"did you mean /{near}?" if near else "/help shows what there is."
    return Refused(f"There is no /{name[:20]}; {advice} (A text that begins with / takes two: //)")


def _capture(sign: str, text: str, expecting: Expecting) -> Reading:
    if is_private(text.lstrip()):
        # Even behind another sign, or where an action is asked for, `~` means that it is for the coach alone.
        return _captured("observation", text.strip().removeprefix(PRIVATE_SIGN).strip(), expecting)
    words = words_behind(sign, text)
    if SIGNS[sign] == "quote":
        words = words.rstrip(CLOSING_QUOTES).rstrip() or words
    return _captured(SIGNS[sign], words, expecting)


def _captured(kind: Kind, words: str, expecting: Expecting) -> Reading:
    if not words:
        return Refused("There is nothing after the sign; /help shows what can be typed.")
    share = share_of_capture(kind, expecting.marked)
    if NOTE_KINDS[kind].has_terms:
        note, remark = _commitment(kind, words, share, expecting.dates)
        return Understood(Noted(note), remark)
    return Understood(Noted(Note(kind=kind, text=words, share_with=share)))


def _alone(private: HeldBack, expecting: Expecting) -> Reading:
    """A text that is held back: a note for the coach alone, with a remark how it could be an answer."""
    note = Note(kind=private.kind, text=private.text)
    if private.kind == "observation":
        return Understood(Noted(note), "Kept for you alone: what has ~ before a line is never shared.")
    is_block = "\n" in private.text
    answers = _takes_blocks(expecting) if is_block else _takes_words(expecting)
    way = "; with \\ before it, it answers" if answers else ""
    return Understood(Noted(note), f"Kept as {'one' if is_block else 'a'} note, for you alone. /share shares it{way}.")


def _takes_words(expecting: Expecting) -> bool:
    return expecting.field is not None or isinstance(expecting.answers, WordsType | CommitmentType)


def _takes_blocks(expecting: Expecting) -> bool:
    return expecting.field is None and isinstance(expecting.answers, WordsType)


def _plain(text: str, expecting: Expecting) -> Reading:
    if expecting.field is not None and expecting.note is not None:
        return _detail(text, expecting.field, expecting.note, expecting.dates)
    if expecting.listed and (number := _OFF_THE_LIST.fullmatch(text)):
        return _off_the_list(int(number[1]), expecting.listed)
    if expecting.answered is not None:
        return _behind(expecting.answered, text, expecting)
    return _answer(text, expecting)


def _off_the_list(number: int, listed: int) -> Reading:
    if not 1 <= number <= listed:
        return Refused(f"The list ends at {listed}." if number else "The list begins at 1.")
    if listed == 1:
        return Refused("It is the only one. Type what takes its place, then -1; /skip leaves the list.")
    return Understood(Dropped(number))


def _behind(answer: Note, text: str, expecting: Expecting) -> Understood:
    """A line after the answer: a thought for the coach alone, or another answer."""
    move = Noted(Note(kind="note", text=text))
    again = _answer(text, expecting)
    if not is_answer(answer) or not isinstance(again, Understood) or not isinstance(again.move, Answered):
        return Understood(move)
    if not _is_bare(again.move.note, expecting.choices):
        return Understood(move, "Kept as a note for you alone; the answer stays.")
    return Understood(move, standing=answer)


def _is_bare(answer: Note, choices: tuple[str, ...]) -> bool:
    """Whether an answer is a value that was understood, with no words beside it."""
    is_understood = answer.day is None or answer.day.on is not None
    return is_understood and not answer.text and set(answer.chosen) <= set(choices)


def _answer(text: str, expecting: Expecting) -> Reading:
    if expecting.item is not None:
        return _review(text, expecting.item, expecting)
    match expecting.answers:
        case WordsType(question=question):
            kind = answer_kind(question)
            note = Note(kind=kind, text=text, share_with=share_of_answer(kind, expecting.marked))
            return Understood(Answered(note))
        case CommitmentType(question=question):
            kind = answer_kind(question)
            share = share_of_answer(kind, expecting.marked)
            note, remark = _commitment(kind, text, share, expecting.dates)
            return Understood(Answered(note), remark)
        case ValueType() as answers:
            return _typed(answers, text, expecting)
        case _:
            return Understood(Noted(Note(kind="note", text=text)))


def _review(text: str, item: Carried, expecting: Expecting) -> Reading:
    review = read_review(text, item, expecting.dates, share_of_answer("review", expecting.marked))
    if review is None:
        remark = f"Kept as a note; {', '.join(OUTCOMES)} would answer."
        return Understood(Noted(Note(kind="note", text=text)), remark)
    note, day_remark = review
    return Understood(Answered(note), day_remark)


def _typed(answers: ValueType[Any], text: str, expecting: Expecting) -> Reading:
    try:
        note = answers.read(text, expecting.dates)
    except OutOfRangeError as error:
        return Refused(f"{error}.")
    if note is None:
        remark = f"Kept as a note; {answers.expected} would answer."
        return Understood(Noted(Note(kind="note", text=text)), remark)
    kind = answer_kind(answers.question)
    answer = changed(note, kind=kind, share_with=share_of_answer(kind, expecting.marked))
    if answer.day is None or answer.day.on is not None:
        return Understood(Answered(answer))
    kept = Understood(Noted(Note(kind="note", text=text)), "Kept as a note, for you alone; a day would answer.")
    taken = Understood(Answered(answer), not_understood(text, expecting.dates))
    return Doubted(doubt("by_when", answer), taken, kept) if begins_like_a_day(text) else kept


def _block(text: str, expecting: Expecting) -> Reading:
    """Several lines at once, as a paste brings them."""
    if _takes_blocks(expecting) and expecting.question is not None and expecting.answered is None:
        kind = answer_kind(expecting.question)
        return Understood(Answered(Note(kind=kind, text=text, share_with=share_of_answer(kind, expecting.marked))))
    return Understood(Noted(Note(kind="note", text=text)), "Kept as one note.")


def _commitment(kind: Kind, text: str, share: ShareWith, dates: DateReader) -> tuple[Note, str]:
    """The note of a commitment, and a remark for the coach on how it was read."""
    words, details = told_behind(text)
    commitment = read_commitment(words, dates)
    what, due, confidence = commitment.what, commitment.due, commitment.confidence
    note = Note(kind=kind, text=what, due=due, confidence=confidence, share_with=share, details=details)
    return note, commitment.told


def _detail(text: str, field: Field, note: Note, dates: DateReader) -> Reading:
    if field in {"by_when", "confidence"}:
        return _value(text, field, note, dates)
    words = who_said(text) if field == "who" else text
    return Understood(Detailed(changed(note, details={**note.details, field: words})))


def _value(text: str, field: ValueField, note: Note, dates: DateReader) -> Reading:
    """A line where a day or a score is asked: that, or such words once they are entered twice, else a note."""
    try:
        with_value = value_of(field, text, note, dates)
    except TooHighError:
        return Refused("How sure goes from 0 to 10.")
    if with_value is not None:
        return Understood(Detailed(with_value))
    name = "day" if field == "by_when" else "score"
    kept = Understood(Noted(Note(kind="note", text=text)), f"No {name}: kept as a note, for you alone.")
    with_words = in_words(field, text, note, dates)
    return kept if with_words is None else Doubted(doubt(field, note), Understood(Detailed(with_words)), kept)

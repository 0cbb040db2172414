"""How a question of each type is shown and answered: what stands beside it, what would answer, what words mean.

A type whose class is long has a module of its own, as `scale` has.
"""

from typing import Any

from coachcli.domain.answer.base import AnswerType, CommitmentType, ValueType, WordsType
from coachcli.domain.answer.choice_words import ASIDE
from coachcli.domain.answer.choices import ChoicesType, ChoiceType
from coachcli.domain.answer.commitments import read_day
from coachcli.domain.answer.consent import read_consent
from coachcli.domain.answer.figures import figure_in
from coachcli.domain.answer.scale import ScaleType
from coachcli.domain.day.reader import DateReader
from coachcli.domain.framework.questions import (
    ActionQuestion,
    DateQuestion,
    GoalQuestion,
    LineQuestion,
    NoteQuestion,
    NumberQuestion,
    Question,
    ReviewQuestion,
    SayQuestion,
    YesNoQuestion,
)
from coachcli.domain.session.model import Note

_LONGEST_DAY = 40


class _Note(WordsType[NoteQuestion]):
    """Running notes."""

    takes = "notes"
    guidance = "Write as many lines as you like; Enter on an empty line goes on."


class _Line(WordsType[LineQuestion]):
    """One line, or one after another."""

    takes = "a line"

    @property
    def hint(self) -> str:
        return "one line" if self.question.many is None else ""

    @property
    def guidance(self) -> str:
        many = self.question.many
        if many is None:
            return "One line answers it; Enter on an empty line goes on."
        return f"One line each, {many} or more if they come; Enter on an empty line goes on."


class _Goal(CommitmentType[GoalQuestion]):
    """A goal."""

    takes = "a goal"
    hint = "one line"
    guidance = "The goal in one line; by when, if you like: ... by 1 March"


class _Action(CommitmentType[ActionQuestion]):
    """What the client will do."""

    takes = "actions"
    guidance = "What, by when, how sure: Talk to Ana by friday 8/10"


class _Review(AnswerType[ReviewQuestion]):
    """What came of something that was open."""

    hint = "number"

    @property
    def guidance(self) -> str:
        behind = "how near: partly, 6/10" if self.question.of == "goals" else "a new day: partly, by friday"
        return f"What came of it: done, partly, not yet, dropped; a word on it; {behind}"

    @property
    def takes(self) -> str:
        return f"what came of the {self.question.of}"


class _Say(AnswerType[SayQuestion]):
    """Something for the coach to say."""

    takes = "to say"
    guidance = "Nothing to answer: say it, then Enter."


class _Number(ValueType[NumberQuestion]):
    """Any number."""

    takes = expected = "a number"
    hint = "number"

    def read(self, text: str, _dates: DateReader) -> Note | None:
        number = figure_in(text)
        return None if number is None else Note(kind="number", text=number.comment, number=number.value)


class _YesNo(ValueType[YesNoQuestion]):
    """Yes or no."""

    takes = hint = expected = "yes or no"

    def read(self, text: str, _dates: DateReader) -> Note | None:
        answer = read_consent(text)
        return None if answer is None else Note(kind="yesno", text=answer.comment, said_yes=answer.is_yes)


class _Date(ValueType[DateQuestion]):
    """A day."""

    takes = expected = "a day"
    hint = "day"

    def read(self, text: str, dates: DateReader) -> Note:
        """A day, and what is said of it behind a comma or a colon; words that are no day stay together as they are."""
        day = read_day(text, dates)
        for aside in reversed(list(ASIDE.finditer(text, 1, _LONGEST_DAY))) if day.on is None else ():
            first = read_day(text[: aside.start()], dates)
            if first.on is not None:
                return Note(kind="date", text=text[aside.end() :].strip(), day=first)
        return Note(kind="date", day=day)


ANSWER_TYPES: dict[str, type[AnswerType[Any]]] = {
    "note": _Note,
    "line": _Line,
    "scale": ScaleType,
    "yesno": _YesNo,
    "choice": ChoiceType,
    "choices": ChoicesType,
    "date": _Date,
    "number": _Number,
    "goal": _Goal,
    "action": _Action,
    "review": _Review,
    "say": _Say,
}


def answer_type(question: Question, choices: tuple[str, ...] = ()) -> AnswerType[Any]:
    """How a question is shown and answered, with the choices there are now."""
    return ANSWER_TYPES[question.type](question, choices)

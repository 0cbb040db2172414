"""How a question of each type is shown and answered: what stands beside it, what would answer, what words mean."""

from typing import Any, Generic, TypeVar

from coachcli.domain.day.reader import DateReader
from coachcli.domain.framework.questions import (
    ActionQuestion,
    ChoiceQuestion,
    ChoicesQuestion,
    DateQuestion,
    GoalQuestion,
    LineQuestion,
    NoteQuestion,
    NumberQuestion,
    Question,
    ReviewQuestion,
    SayQuestion,
    ScaleQuestion,
    YesNoQuestion,
)
from coachcli.domain.line.choice_words import ASIDE, OutOfRangeError, one_chosen, several_chosen
from coachcli.domain.line.commitments import read_day
from coachcli.domain.line.consent import read_consent
from coachcli.domain.line.figures import figure_in, point_in
from coachcli.domain.session.answers import number_words
from coachcli.domain.session.model import Note, Score
from coachcli.domain.text import one_line

Asked = TypeVar("Asked", bound=Question)
ChoosingQuestion = TypeVar("ChoosingQuestion", ChoiceQuestion, ChoicesQuestion)

_LONGEST_DAY = 40


class AnswerType(Generic[Asked]):
    """A question with the choices there are now: how it is shown, and what answers it."""

    def __init__(self, question: Asked, choices: tuple[str, ...] = ()) -> None:
        self.question = question
        self.choices = choices

    @property
    def takes(self) -> str:
        """What answers it, in a list of a framework's questions."""
        raise NotImplementedError

    @property
    def guidance(self) -> str:
        """How to answer it, in a sentence."""
        raise NotImplementedError

    @property
    def hint(self) -> str:
        """What stands before the line: what would answer, in a word or two."""
        return ""

    @property
    def options(self) -> tuple[str, ...]:
        """What there is to choose from, on a card to print."""
        return ()

    @property
    def ends(self) -> str:
        """What the ends of a scale stand for, if it says."""
        return ""


class WordsType(AnswerType[Asked]):
    """Words answer, several lines of them too."""


class CommitmentType(AnswerType[Asked]):
    """Words answer that may end in a day, and in how sure somebody is."""


class ValueType(AnswerType[Asked]):
    """A value answers; the words behind it are its comment."""

    @property
    def guidance(self) -> str:
        """How to answer it, in a sentence."""
        return f"Here {self.expected} answers; words after it stay with it."

    @property
    def expected(self) -> str:
        """What would answer, in words."""
        raise NotImplementedError

    def read(self, text: str, dates: DateReader) -> Note | None:
        """The answer in a text, its kind as the type, its sharing not yet decided; None where the text is no answer.

        Raises OutOfRangeError for a bare number that does not fit.
        """
        raise NotImplementedError


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
    guidance = "What came of it: done, partly, not yet, dropped; a word on it; a new day: partly, by friday"

    @property
    def takes(self) -> str:
        return f"what came of the {self.question.of}"


class _Say(AnswerType[SayQuestion]):
    """Something for the coach to say."""

    takes = "to say"
    guidance = "Nothing to answer: say it, then Enter."


class _Scale(ValueType[ScaleQuestion]):
    """A point on a scale."""

    @property
    def takes(self) -> str:
        scale = self.question
        return f"a number, {_end(scale.start, scale.low)} to {_end(scale.to, scale.high)}"

    @property
    def hint(self) -> str:
        return f"{self.question.start}-{self.question.to}"

    @property
    def options(self) -> tuple[str, ...]:
        return (f"{self.question.start} to {self.question.to}",)

    @property
    def ends(self) -> str:
        scale = self.question
        return "   ".join(
            f"{end} {words}" for end, words in ((scale.start, scale.low), (scale.to, scale.high)) if words
        )

    @property
    def expected(self) -> str:
        ends = f"a number from {self.question.start} to {self.question.to}"
        return f"{ends}, halves too" if self.question.half_points else ends

    def read(self, text: str, _dates: DateReader) -> Note | None:
        scale, point = self.question, point_in(text, self.question.to)
        if point is None:
            return None
        score, comment = point
        step = 0.5 if scale.half_points else 1
        if not scale.start <= score <= scale.to or score % step:
            if comment:
                return None
            raise OutOfRangeError(f"{number_words(score)} is not {self.expected}")
        return Note(kind="scale", text=comment, scale=Score(score=score, low=scale.start, high=scale.to))


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


class _Choosing(ValueType[ChoosingQuestion]):
    """Choices, by their numbers or their words."""

    many, numbers = "one", "a number"

    @property
    def takes(self) -> str:
        return f"{self.many} of {self.question.choices_from or 'several'}"

    @property
    def hint(self) -> str:
        return self.numbers.removeprefix("a ") if self.choices else ""

    @property
    def options(self) -> tuple[str, ...]:
        return self.question.choices or ()

    @property
    def expected(self) -> str:
        return f"{self.numbers} from 1 to {len(self.choices)}, or the words" if self.choices else "the words"


class _Choice(_Choosing[ChoiceQuestion]):
    """One of several choices."""

    def read(self, text: str, _dates: DateReader) -> Note | None:
        return one_chosen(self.question, text, self.choices)


class _Choices(_Choosing[ChoicesQuestion]):
    """Any number of several choices."""

    many, numbers = "some", "numbers"

    def read(self, text: str, _dates: DateReader) -> Note | None:
        return several_chosen(self.question, text, self.choices)


ANSWER_TYPES: dict[str, type[AnswerType[Any]]] = {
    "note": _Note,
    "line": _Line,
    "scale": _Scale,
    "yesno": _YesNo,
    "choice": _Choice,
    "choices": _Choices,
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


def _end(number: int, means: str | None) -> str:
    return f"{number} ({one_line(means)})" if means else str(number)

"""What every question has: how it is shown and what answers it. Words answer some, a commitment or a value others."""

from typing import Generic, TypeVar

from coachcli.domain.day.reader import DateReader
from coachcli.domain.framework.questions import Question
from coachcli.domain.session.model import Note

Asked = TypeVar("Asked", bound=Question)


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

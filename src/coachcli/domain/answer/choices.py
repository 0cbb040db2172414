"""How a question with choices is shown and answered."""

from typing import TypeVar

from coachcli.domain.answer.base import ValueType
from coachcli.domain.answer.choice_words import one_chosen, several_chosen
from coachcli.domain.day.reader import DateReader
from coachcli.domain.framework.questions import ChoiceQuestion, ChoicesQuestion
from coachcli.domain.session.model import Note

ChoosingQuestion = TypeVar("ChoosingQuestion", ChoiceQuestion, ChoicesQuestion)


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


class ChoiceType(_Choosing[ChoiceQuestion]):
    """One of several choices."""

    def read(self, text: str, _dates: DateReader) -> Note | None:
        """The choice that a text names."""
        return one_chosen(self.question, text, self.choices)


class ChoicesType(_Choosing[ChoicesQuestion]):
    """Any number of several choices."""

    many, numbers = "some", "numbers"

    def read(self, text: str, _dates: DateReader) -> Note | None:
        """All the choices that a text names."""
        return several_chosen(self.question, text, self.choices)

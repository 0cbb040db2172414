"""How a question with a scale is shown and answered."""

from coachcli.domain.answer.base import ValueType
from coachcli.domain.answer.choice_words import OutOfRangeError
from coachcli.domain.answer.figures import point_in
from coachcli.domain.day.reader import DateReader
from coachcli.domain.framework.questions import ScaleQuestion
from coachcli.domain.session.answers import number_words
from coachcli.domain.session.model import Note, Score
from coachcli.domain.text import one_line


class ScaleType(ValueType[ScaleQuestion]):
    """A point on a scale."""

    @property
    def takes(self) -> str:
        """The numbers that answer it, with what the ends stand for."""
        scale = self.question
        return f"a number, {_end(scale.start, scale.low)} to {_end(scale.to, scale.high)}"

    @property
    def hint(self) -> str:
        """Its two ends."""
        return f"{self.question.start}-{self.question.to}"

    @property
    def options(self) -> tuple[str, ...]:
        """Its two ends, for a card to print."""
        return (f"{self.question.start} to {self.question.to}",)

    @property
    def ends(self) -> str:
        """What its ends stand for, where it says so."""
        scale = self.question
        return "   ".join(
            f"{end} {words}" for end, words in ((scale.start, scale.low), (scale.to, scale.high)) if words
        )

    @property
    def expected(self) -> str:
        """The numbers that answer it, in words."""
        ends = f"a number from {self.question.start} to {self.question.to}"
        return f"{ends}, halves too" if self.question.half_points else ends

    def read(self, text: str, _dates: DateReader) -> Note | None:
        """The point at the beginning of a text, with its comment."""
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


def _end(number: int, means: str | None) -> str:
    return f"{number} ({one_line(means)})" if means else str(number)

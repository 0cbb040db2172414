"""The types of question as a framework knows them, one row for each; domain/answer/types.py says how they answer."""

from coachcli.domain.framework.questions import GoalQuestion, LineQuestion, NoteQuestion, Question, takes_many
from coachcli.domain.terms import Kind
from coachcli.domain.value import Value

# What a condition can test of an answer: that it is something, that something is in it, how large it is.
EQUAL, HOLDS, MEASURED = "is", "has", "measured"


class QuestionType(Value, frozen=True, kw_only=True):
    """All that a framework must know of one type of question.

    `noun` is what a question of it is called. `kept_as` is the kind of its answers, where the question says nothing.
    With `has_value` an answer is more than words. Answers with `has_history` are compared from session to session.
    `tests` is what can be tested of an answer, `tests_of_many` where one follows another; `values` are all that an
    answer can be, where that is known.
    """

    noun: str
    kept_as: Kind
    has_value: bool = False
    has_history: bool = False
    tests: tuple[str, ...] = ()
    tests_of_many: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


QUESTION_TYPES: dict[str, QuestionType] = {
    "note": QuestionType(noun="a note", kept_as="note"),
    "line": QuestionType(noun="a line", kept_as="note", tests_of_many=(HOLDS,)),
    "scale": QuestionType(noun="a scale", kept_as="scale", has_value=True, has_history=True, tests=(EQUAL, MEASURED)),
    "yesno": QuestionType(
        noun="a yes/no question", kept_as="yesno", has_value=True, tests=(EQUAL,), values=("yes", "no")
    ),
    "choice": QuestionType(noun="a choice", kept_as="choice", has_value=True, tests=(EQUAL,)),
    "choices": QuestionType(noun="a list of choices", kept_as="choices", has_value=True, tests=(HOLDS,)),
    "date": QuestionType(noun="a date", kept_as="date", has_value=True),
    "number": QuestionType(noun="a number", kept_as="number", has_value=True, tests=(EQUAL, MEASURED)),
    "goal": QuestionType(noun="a goal", kept_as="goal", has_history=True),
    "action": QuestionType(noun="an action", kept_as="action", has_history=True),
    "review": QuestionType(noun="a review", kept_as="review", has_value=True),
    "say": QuestionType(noun="something to say", kept_as="note"),
}
"""Every type, in the order in which they are named to a coach."""


def type_of(question: Question) -> QuestionType:
    """The row of a question's type."""
    return QUESTION_TYPES[question.type]


def fitting_tests(question: Question) -> tuple[str, ...]:
    """What can be tested of the answers to a question."""
    row = type_of(question)
    return row.tests_of_many if takes_many(question) else row.tests


def answer_kind(question: Question) -> Kind:
    """The kind of note that an answer is kept as.

    What is wanted from this hour alone is an aim, and what a sponsor lets the client hear a message.
    """
    if isinstance(question, NoteQuestion | LineQuestion) and question.passes_on:
        return "message"
    if question.keep_as is None and isinstance(question, GoalQuestion) and not question.lasts:
        return "aim"
    return question.keep_as or type_of(question).kept_as


def has_value(question: Question) -> bool:
    """Whether an answer is more than words: a point on a scale, a choice, a day, what came of something."""
    return type_of(question).has_value

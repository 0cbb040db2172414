"""The types of question: each has its two rows, and nothing else lists them."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from builders import (
    DRAWN_TO,
    FRAMEWORK,
    GOAL,
    IMPORTANCE,
    SINCE,
    STORY,
    THANKS,
    TOPIC,
    framework_of,
)
from domain.strategies import QUESTIONS as MADE_UP

from coachcli.domain.answer.base import CommitmentType, ValueType
from coachcli.domain.answer.types import ANSWER_TYPES, answer_type
from coachcli.domain.framework.question_types import (
    EQUAL,
    HOLDS,
    MEASURED,
    QUESTION_TYPES,
    answer_kind,
    fitting_tests,
    type_of,
)
from coachcli.domain.framework.questions import (
    TYPES,
    Question,
)
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.terms import Kind
from coachcli.domain.value import changed
from coachcli.render.framework.card import framework_card
from coachcli.render.framework.outline import outline

SRC = Path(__file__).parents[3] / "src" / "coachcli"
# Who may name three types side by side, and why that forgets none.
OTHER_LISTS = {
    "domain.terms": "kinds of note, which have a table of their own",
    "domain.note_kinds": "kinds of note",
    "domain.framework.questions": "the types themselves, for the type checker",
    "domain.framework.question_types": "the table of what a framework knows of them",
    "domain.answer.types": "the table of how they are answered",
}
QUESTIONS: dict[str, Question] = {
    place.question.type: place.question for place in (*FRAMEWORK.places, *framework_of(SINCE).places)
}


def test_every_type_has_its_row_and_the_class_that_answers_it() -> None:
    assert tuple(QUESTION_TYPES) == TYPES
    assert set(ANSWER_TYPES) == set(TYPES)


def test_there_is_an_example_of_every_type() -> None:
    made_up = {make("any", "Any?", "call").type for make in MADE_UP}

    assert set(QUESTIONS) == set(TYPES), "give FRAMEWORK in tests/builders.py one of it, not as the last of its step"
    assert made_up == set(TYPES), "give QUESTIONS in tests/domain/strategies.py one of it"


@pytest.mark.parametrize("type_name", TYPES)
class TestEveryType:
    def test_says_what_answers_it_and_how(self, type_name: str) -> None:
        answers = answer_type(QUESTIONS[type_name])

        assert answers.takes
        assert answers.guidance

    def test_is_in_the_outline_and_on_the_card_of_a_framework(self, type_name: str) -> None:
        framework = framework_of(QUESTIONS[type_name])
        rows = [row for _, row in outline(framework, probes=False)]

        assert any(f"[{answer_type(QUESTIONS[type_name]).takes}" in row for row in rows)
        assert QUESTIONS[type_name].ask.partition("{")[0] in framework_card(framework)

    def test_is_kept_as_a_kind_there_is(self, type_name: str) -> None:
        row = QUESTION_TYPES[type_name]

        assert row.kept_as in NOTE_KINDS
        assert NOTE_KINDS[row.kept_as].has_terms == issubclass(ANSWER_TYPES[type_name], CommitmentType)

    def test_has_a_value_where_words_are_read_for_one(self, type_name: str) -> None:
        reads_a_value = issubclass(ANSWER_TYPES[type_name], ValueType)

        assert QUESTION_TYPES[type_name].has_value == (reads_a_value or type_name == "review")

    def test_is_tested_by_what_an_answer_can_be(self, type_name: str) -> None:
        assert set(fitting_tests(QUESTIONS[type_name])) <= {EQUAL, HOLDS, MEASURED}
        assert type_of(QUESTIONS[type_name]).noun


def test_a_list_of_types_stands_in_the_tables_and_nowhere_else() -> None:
    """What tells types apart forgets the next one."""
    listed = {
        f"{module}, line {line}: {', '.join(types)}"
        for path in sorted(SRC.rglob("*.py"))
        if (module := ".".join(path.relative_to(SRC).with_suffix("").parts)) not in OTHER_LISTS
        for line, types in lists_of_types(path.read_text(encoding="utf-8"))
    }

    assert listed == set()


def test_each_reason_for_another_list_still_holds() -> None:
    paths = {module: SRC.joinpath(*module.split(".")).with_suffix(".py") for module in OTHER_LISTS}

    assert [module for module, path in paths.items() if not list(lists_of_types(path.read_text("utf-8")))] == []


@pytest.mark.parametrize(
    "source",
    [
        'NAMES = {"scale": "a number", "yesno": "yes or no", "date": "a day"}',
        'fits = question.type in {"scale", "number", "date"}',
        "fits = isinstance(question, ScaleQuestion | NumberQuestion | DateQuestion)",
        "def f(q):\n match q:\n  case ScaleQuestion(): pass\n  case YesNoQuestion(): pass\n  case DateQuestion(): pass",
    ],
)
def test_a_list_of_types_is_seen(source: str) -> None:
    assert len(list(lists_of_types(source))) == 1


def lists_of_types(source: str) -> Iterator[tuple[int, list[str]]]:
    for node in ast.walk(ast.parse(source)):
        types = _types_in(node)
        if len(types) > 2:
            yield getattr(node, "lineno", 0), types


def _types_in(node: ast.AST) -> list[str]:
    match node:
        case ast.Dict(keys=parts):
            return [str(part.value) for part in parts if isinstance(part, ast.Constant) and part.value in TYPES]
        case ast.Set(elts=elements) | ast.Tuple(elts=elements) | ast.List(elts=elements):
            return [str(part.value) for part in elements if isinstance(part, ast.Constant) and part.value in TYPES]
        case ast.Match(cases=cases):
            return _classes_in(one.pattern for one in cases)
        case ast.Call(func=ast.Name(id="isinstance"), args=args):
            return _classes_in(args)
        case _:
            return []


def _classes_in(parts: Iterable[ast.AST]) -> list[str]:
    named = (node.id for part in parts for node in ast.walk(part) if isinstance(node, ast.Name))
    return sorted({name for name in named if name.endswith("Question")})


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (STORY, "note"),
        (TOPIC, "topic"),
        (THANKS, "note"),
        (GOAL, "aim"),
        (changed(GOAL, lasts=True), "goal"),
        (IMPORTANCE, "scale"),
        (DRAWN_TO, "takeaway"),
    ],
)
def test_an_answer_is_kept_in_its_role_or_as_its_type(question: Question, kind: Kind) -> None:
    assert answer_kind(question) == kind

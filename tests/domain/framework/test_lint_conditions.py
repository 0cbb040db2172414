"""Whether a condition tests something that was asked by then, in a way that fits it."""

import pytest

from coachcli.domain.framework.lint import flaws
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.scope import Flaw
from coachcli.domain.record_data import checked

QUESTIONS: list[dict[str, object]] = [
    {"id": "sure", "type": "scale"},
    {"id": "half", "type": "scale", "from": 0, "to": 5},
    {"id": "age", "type": "number"},
    {"id": "still", "type": "yesno"},
    {"id": "mood", "type": "choice", "choices": ["Calm", "Tired, and well"]},
    {"id": "open_mood", "type": "choice", "choices": ["Calm"], "other": True},
    {"id": "values", "type": "choices", "choices": ["Play", "Rest", "Übermut"]},
    {"id": "ideas", "type": "line", "many": 3},
    {"id": "topic", "type": "line"},
    {"id": "now", "type": "note"},
    {"id": "goal", "type": "goal"},
    {"id": "breath", "type": "say"},
    {"id": "day", "type": "date"},
    {"id": "drawn", "type": "choice", "choices_from": "ideas"},
]


def told(when: str, **asked: object) -> list[Flaw]:
    """What is said of a condition on a question after all of these."""
    last: dict[str, object] = {"id": "last", "type": "note", "when": when, **asked}
    later: dict[str, object] = {"id": "later", "type": "scale"}
    ask = [{"ask": "What?", **question} for question in [*QUESTIONS, last, later]]
    return flaws(checked(Framework, {"id": "x", "title": "X", "stages": [{"id": "a", "title": "A", "ask": ask}]}))


@pytest.mark.parametrize(
    "when",
    [
        "sure below 8", "sure is 5", "half above 0", "half at most 4.5", "age at least 18", "age is not 3",
        "still is yes", "still is No", "mood is Calm", 'mood is not "tired,  and WELL"', "open_mood is Wild",
        "drawn is anything", 'values has "Play"', "values has not übermut", 'ideas has "x"', "now answered",
        "goal empty", "day answered", "topic empty", "sure below 8 and still is yes and goal answered",
    ],
)  # fmt: skip
def test_what_fits_is_passed_over(when: str) -> None:
    assert told(when) == []


ALONE = "use 'answered' or 'empty'"
NEEDS_NUMBER = "needs a scale or a number"
NEEDS_ONE = "needs yes or no, a choice, a scale or a number"
NEEDS_LIST = "needs choices or a line with many"


@pytest.mark.parametrize(
    ("when", "said", "hint", "mark"),
    [
        ("shure below 8", "no earlier question has the id 'shure'", "did you mean 'sure'?", "shure"),
        ("xyz answered", "no earlier question has the id 'xyz'", "", "xyz"),
        ("later below 8", "'later' is asked later than this question", "", "later"),
        ("last answered", "'last' is asked later than this question", "", "last"),
        ("goal below 5", f"'below' {NEEDS_NUMBER}, but 'goal' is a goal", ALONE, "goal"),
        ("still at least 5", f"'at least' {NEEDS_NUMBER}, but 'still' is a yes/no question", ALONE, "still"),
        ("topic is x", f"'is' {NEEDS_ONE}, but 'topic' is a line", ALONE, "topic"),
        ("values is Play", f"'is' {NEEDS_ONE}, but 'values' is a list of choices", "use 'has'", "values"),
        ("ideas is not x", f"'is not' {NEEDS_ONE}, but 'ideas' is a line", "use 'has not'", "ideas"),
        ("mood has Calm", f"'has' {NEEDS_LIST}, but 'mood' is a choice", "use 'is'", "mood"),
        ("topic has not x", f"'has not' {NEEDS_LIST}, but 'topic' is a line", ALONE, "topic"),
        (
            "breath answered", "'answered' needs a question, but 'breath' is something to say",
            "a 'say' is never answered", "breath",
        ),
        ("sure below eight", "'below' needs a number here, not 'eight'", "for example  sure below 5", "eight"),
        ("still is perhaps", "'still' is answered yes or no, not 'perhaps'", "write  still is yes", "perhaps"),
        ("mood is Clam", "'Clam' is not one of the choices of 'mood'", "did you mean 'Calm'?", "Clam"),
        (
            'values has "Money"', "'Money' is not one of the choices of 'values'",
            "choices there: Play, Rest, Übermut", "Money",
        ),
        ("goal is answered", "'answered' stands without 'is'", "write  goal answered", "answered"),
        ("mood is empty", "'empty' stands without 'is'", "write  mood empty", "empty"),
        ("mood is not empty", "'empty' stands without 'is not'", "write  mood answered", "empty"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_what_would(when: str, said: str, hint: str, mark: str) -> None:
    (flaw,) = told(when)

    assert (flaw.text, flaw.hint, flaw.mark) == (said, hint, mark)
    assert flaw.where[-1] == "when"
    assert flaw.code == ("E311" if "asked later" in said or "no earlier" in said else "E312")


@pytest.mark.parametrize(
    ("when", "always"),
    [
        ("sure below 11", "always"), ("sure below 1", "never"), ("sure above 10", "never"), ("sure above 0", "always"),
        ("sure at least 1", "always"), ("sure at least 10.5", "never"), ("sure at most 10", "always"),
        ("sure at most 0", "never"), ("sure is 11", "never"), ("sure is not 0", "always"), ("half above 5", "never"),
    ],
)  # fmt: skip
def test_a_test_that_says_nothing_is_worth_a_warning(when: str, always: str) -> None:
    (flaw,) = told(when)

    assert (flaw.code, flaw.level) == ("W403", "warning")
    assert flaw.text.endswith(f"so this is {always} the case")


def test_each_test_of_a_condition_is_looked_at() -> None:
    assert [flaw.mark for flaw in told('shure below 8 or mood is Clam or values has "Paly"')] == [
        "shure",
        "Clam",
        "Paly",
    ]


class TestPhases:
    @pytest.mark.parametrize(
        ("phase", "said"),
        [
            ("closing", "'end' is asked at the end of the call, later than this question"),
            ("after_call", "'end' is asked after the call, later than this question"),
        ],
    )
    def test_the_call_cannot_test_what_comes_after_it(self, phase: str, said: str) -> None:
        end = {"id": "end", "type": "note", "ask": "?", "phase": phase}
        last = {"id": "last", "type": "note", "ask": "?", "when": "end answered"}

        assert [flaw.text for flaw in flaws(of(end, last))] == [said]

    def test_what_comes_after_it_can_test_all_of_the_call(self) -> None:
        end = {"id": "end", "type": "note", "ask": "{last}?", "phase": "after_call", "when": "last answered"}

        assert flaws(of(end, {"id": "last", "type": "note", "ask": "?"})) == []


def of(*questions: dict[str, str]) -> Framework:
    return checked(Framework, {"id": "x", "title": "X", "stages": [{"id": "a", "title": "A", "ask": questions}]})


class TestStagesAndSteps:
    def test_a_condition_of_theirs_looks_back_from_their_first_question(self) -> None:
        first = {"id": "one", "title": "One", "ask": [{"id": "sure", "type": "scale", "ask": "?"}]}
        own = {
            "id": "s",
            "title": "S",
            "when": "in_step answered",
            "ask": [{"id": "in_step", "type": "note", "ask": "?"}],
        }
        second = {"id": "two", "title": "Two", "when": "sure below 5 or in_step answered", "steps": [own]}
        framework = checked(Framework, {"id": "x", "title": "X", "stages": [first, second]})

        found = [(flaw.where, flaw.text) for flaw in flaws(framework)]

        assert found == [
            (("stages", 1, "when"), "'in_step' is asked later than this stage"),
            (("stages", 1, "steps", 0, "when"), "'in_step' is asked later than this step"),
        ]

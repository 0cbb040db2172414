"""A framework as somebody wrote it."""

from builders import ENERGY, OPTIONS, framework_of

from coachcli.domain.framework.checks import WasAnswered
from coachcli.domain.framework.items import mentioned, written
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import ChoiceQuestion, NoteQuestion, Question
from coachcli.domain.value import changed

WHY = NoteQuestion(id="why", type="note", ask="Why {energy}?", cue="After {story}, {client}.")
LOOP = Step(id="each", title="Each", for_each=OPTIONS.id, most=2, ask=(WHY,))


def test_what_is_asked_besides_was_not_written() -> None:
    stages = (Stage(id="one", title="One", ask=(OPTIONS,)), Stage(id="two", title="Two", steps=(LOOP,)))
    framework = Framework(id="a", title="A", stages=stages)

    assert [place.question.id for place in written(framework)] == [OPTIONS.id, "why"]
    assert len(framework.places) == 3


def test_a_question_is_spoken_of_by_conditions_lists_loops_checks_and_quotes() -> None:
    ids = ("a", "b", "c", "d", "e")
    asked: list[Question] = [NoteQuestion(id=name, type="note", ask="What?") for name in ids]
    last: list[Question] = [
        NoteQuestion(id="f", type="note", ask="And {a}?", when="b answered", probes=("You said {c}.",)),
        ChoiceQuestion(id="g", type="choice", ask="Which?", choices_from="d"),
    ]
    framework = changed(framework_of(*asked, *last), checks=(WasAnswered(answered="e", say="E?"),))

    assert mentioned(framework) == set(ids)


def test_a_loop_speaks_of_what_it_goes_through() -> None:
    stages = (Stage(id="one", title="One", ask=(OPTIONS, ENERGY)), Stage(id="two", title="Two", steps=(LOOP,)))

    assert mentioned(Framework(id="a", title="A", stages=stages)) == {OPTIONS.id, ENERGY.id}

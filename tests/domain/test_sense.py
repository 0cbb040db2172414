"""What must hold in a framework beyond its shape, and where it does not."""

import pytest
from builders import FRAMEWORK, FREE, REFLECTION, framework_of
from domain.strategies import frameworks
from hypothesis import given, settings

from coachcli.domain.framework import (
    ChoiceQuestion,
    ChoicesQuestion,
    Framework,
    LineQuestion,
    NoteQuestion,
    Question,
    Stage,
    Step,
)
from coachcli.domain.sense import Flaw, flaws

MUST_DIFFER = "Ids must differ across the whole framework."


def asking(name: str, ask: str = "What?", **more: object) -> NoteQuestion:
    return NoteQuestion.model_validate({"id": name, "type": "note", "ask": ask, **more})


class TestWhatMakesSense:
    @pytest.mark.parametrize("framework", [FRAMEWORK, FREE])
    def test_an_ordinary_framework_does(self, framework: Framework) -> None:
        assert flaws(framework) == []

    @settings(max_examples=100, deadline=None)
    @given(frameworks())
    def test_so_does_any_whose_ids_differ_and_whose_quotes_look_back(self, framework: Framework) -> None:
        assert flaws(framework) == []

    def test_a_stage_a_step_and_a_question_may_share_an_id(self) -> None:
        step = Step(id="goal", title="Goal", ask=(asking("goal"),))

        assert flaws(Framework(id="x", title="X", stages=(Stage(id="goal", title="Goal", steps=(step,)),))) == []

    def test_everyone_may_quote_the_client(self) -> None:
        assert (
            flaws(framework_of(asking("a", "What, {client}?", cue="Wait for {client}.", probes=("{client}?",)))) == []
        )

    def test_a_cue_or_a_probe_may_quote_its_own_question(self) -> None:
        assert flaws(framework_of(asking("a", cue="You noted {a}.", probes=("What of {a}?",)))) == []

    @pytest.mark.parametrize("text", ["{", "}", "{}", "{ a }", "{A}", "{1}", "{a-b}", "{{}}", "{a"])
    def test_what_is_no_quote_is_text(self, text: str) -> None:
        assert flaws(framework_of(asking("q", f"What {text}?"))) == []


class TestTwins:
    def test_two_questions_wherever_they_stand(self) -> None:
        step = Step(id="s", title="S", ask=(asking("b"), asking("a")))
        framework = Framework(
            id="x",
            title="X",
            stages=(Stage(id="one", title="One", ask=(asking("a"),)), Stage(id="two", title="Two", steps=(step,))),
        )

        assert flaws(framework) == [
            Flaw("E301", ("stages", 1, "steps", 0, "ask", 1, "id"), "two questions have the id 'a'", MUST_DIFFER)
        ]

    def test_two_stages_and_two_steps(self) -> None:
        steps = (Step(id="s", title="S", ask=(asking("a"),)), Step(id="s", title="S", ask=(asking("b"),)))
        framework = Framework(
            id="x",
            title="X",
            stages=(Stage(id="one", title="One", steps=steps), Stage(id="one", title="One", ask=(asking("c"),))),
        )

        assert [(flaw.where, flaw.text) for flaw in flaws(framework)] == [
            (("stages", 1, "id"), "two stages have the id 'one'"),
            (("stages", 0, "steps", 1, "id"), "two steps have the id 's'"),
        ]

    def test_each_one_too_many_is_told_of(self) -> None:
        found = flaws(framework_of(asking("a"), asking("a"), asking("a")))

        assert [flaw.where[-2] for flaw in found] == [1, 2]


class TestQuotes:
    @pytest.mark.parametrize(
        ("question", "where", "name"),
        [
            (asking("q", "How is {topik}?"), ("ask",), "topik"),
            (asking("q", cue="{topik} again"), ("cue",), "topik"),
            (asking("q", probes=("And?", "And {topik}?")), ("probes", 1), "topik"),
            (asking("q", "{Topic} {topik}"), ("ask",), "topik"),
            (ChoiceQuestion(id="q", type="choice", ask="?", choices_from="topik"), ("choices_from",), "topik"),
            (ChoicesQuestion(id="q", type="choices", ask="?", choices_from="topik"), ("choices_from",), "topik"),
        ],
    )
    def test_of_a_question_there_is_not(self, question: Question, where: tuple[str | int, ...], name: str) -> None:
        (flaw,) = flaws(framework_of(asking("topic"), question))

        assert flaw == Flaw(
            "E311",
            ("stages", 0, "ask", 1, *where),
            f"no earlier question has the id '{name}'",
            "did you mean 'topic'?",
        )

    @pytest.mark.parametrize(
        ("question", "where"),
        [
            (asking("q", "How is {later}?"), ("ask",)),
            (asking("q", probes=("{later}?",)), ("probes", 0)),
            (ChoiceQuestion(id="q", type="choice", ask="?", choices_from="later"), ("choices_from",)),
        ],
    )
    def test_of_one_that_is_asked_later(self, question: Question, where: tuple[str | int, ...]) -> None:
        later = LineQuestion(id="later", type="line", ask="What?", many=3)

        assert flaws(framework_of(question, later)) == [
            Flaw("E311", ("stages", 0, "ask", 0, *where), "'later' is asked later than this question")
        ]

    @pytest.mark.parametrize(
        "question",
        [asking("q", "Is it {q}?"), ChoiceQuestion(id="q", type="choice", ask="?", choices_from="q")],
    )
    def test_no_question_quotes_itself_while_it_is_asked(self, question: Question) -> None:
        (flaw,) = flaws(framework_of(question))

        assert flaw.text == "'q' is asked later than this question"

    def test_without_a_likeness_nothing_is_suggested(self) -> None:
        (flaw,) = flaws(framework_of(asking("topic"), asking("q", "{xyz}?")))

        assert flaw.hint == ""

    def test_a_slip_for_the_client_is_seen(self) -> None:
        (flaw,) = flaws(framework_of(asking("q", "Well, {clinet}?")))

        assert flaw.hint == "did you mean 'client'?"


class TestTheCall:
    def test_something_must_be_asked_during_it(self) -> None:
        closing = asking("last", phase="closing")

        assert flaws(framework_of(closing, REFLECTION)) == [
            Flaw("E302", ("stages",), "no question is asked during the call", "leave phase: out of at least one")
        ]
        assert flaws(framework_of(closing, asking("first"))) == []

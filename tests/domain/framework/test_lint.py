"""What must hold in a framework beyond its shape, and where it does not."""

from collections.abc import Mapping

import pytest
from builders import FRAMEWORK, FREE, REFLECTION, framework_of
from domain.strategies import frameworks
from hypothesis import given, settings

from coachcli.domain.framework.lint import Flaw, flaws, missing_commitments, nameless_histories, untrue_renamings
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import ChoiceQuestion, ChoicesQuestion, LineQuestion, NoteQuestion, Question
from coachcli.domain.framework.scope import Spots
from coachcli.domain.record_data import checked
from coachcli.domain.value import changed

MUST_DIFFER = "ids must differ across the whole framework"


def asking(name: str, ask: str = "What?", **more: object) -> NoteQuestion:
    return checked(NoteQuestion, {"id": name, "type": "note", "ask": ask, **more})


class TestWhatMakesSense:
    @pytest.mark.parametrize("framework", [FRAMEWORK, FREE])
    def test_an_ordinary_framework_does(self, framework: Framework) -> None:
        assert flaws(framework) == []

    @settings(max_examples=50, deadline=None)
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

        assert (flaw.code, flaw.where) == ("E311", ("stages", 0, "ask", 1, *where))
        assert flaw.text == f"no earlier question has the id '{name}'"
        assert (flaw.hint, flaw.mark.strip("{}")) == ("did you mean 'topic'?", name)

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

        (flaw,) = flaws(framework_of(question, later))

        assert (flaw.code, flaw.where) == ("E311", ("stages", 0, "ask", 0, *where))
        assert flaw.text == "'later' is asked later than this question"

    @pytest.mark.parametrize(
        "question",
        [asking("q", "Is it {q}?"), ChoiceQuestion(id="q", type="choice", ask="?", choices_from="q")],
    )
    def test_no_question_quotes_itself_while_it_is_asked(self, question: Question) -> None:
        (flaw,) = flaws(framework_of(question))

        assert flaw.text == "'q' is asked later than this question"

    def test_without_a_likeness_it_says_what_can_stand_there(self) -> None:
        (flaw,) = flaws(framework_of(asking("topic"), asking("q", "{xyz}?")))

        assert flaw.hint == "{client} is their first name; all else is the id of an earlier question"

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


def built(*stages: dict[str, object], **more: object) -> Framework:
    return checked(Framework, {"id": "x", "title": "X", "stages": list(stages), **more})


def stage(*questions: Mapping[str, object], name: str = "a", **more: object) -> dict[str, object]:
    ask = [{"type": "note", "ask": "What?", **question} for question in questions]
    return {"id": name, "title": "A", **({} if "steps" in more else {"ask": ask}), **more}


def step(*questions: Mapping[str, object], name: str = "s", **more: object) -> dict[str, object]:
    return {"id": name, "title": "S", "ask": [{"type": "note", "ask": "What?", **q} for q in questions], **more}


IDEAS: dict[str, object] = {"id": "ideas", "type": "line", "many": 3}


LOOP = "for_each needs a line with many: or choices"


class TestLoops:
    @pytest.mark.parametrize(
        ("source", "said"),
        [
            ({"id": "ideas", "type": "line", "many": 9}, None),
            ({"id": "ideas", "type": "choices", "choices": ["A"]}, None),
            ({"id": "ideas", "type": "line"}, f"{LOOP}, but 'ideas' is a line"),
            ({"id": "ideas"}, f"{LOOP}, but 'ideas' is a note"),
            ({"id": "ideas", "type": "yesno"}, f"{LOOP}, but 'ideas' is a yes/no question"),
            ({"id": "idea", "type": "line", "many": 3}, "no earlier question has the id 'ideas'"),
        ],
    )  # fmt: skip
    def test_go_through_a_list(self, source: dict[str, object], said: str | None) -> None:
        loop = step({"id": "fit", "ask": "How is {item}?"}, for_each="ideas", most=20)

        found = flaws(built(stage(source), stage(name="b", steps=[loop])))

        assert [flaw.text for flaw in found] == ([said] if said else [])
        assert all(flaw.where == ("stages", 1, "steps", 0, "for_each") for flaw in found)

    def test_of_what_was_asked_before(self) -> None:
        loop = step(IDEAS, for_each="ideas")

        assert [flaw.text for flaw in flaws(built(stage(steps=[loop])))] == ["'ideas' is asked later than this step"]

    def test_hold_no_other(self) -> None:
        outer = step({"id": "sides", "type": "line", "many": 2}, for_each="ideas")
        inner = step({"id": "why"}, name="t", for_each="sides")

        (flaw,) = flaws(built(stage(IDEAS), stage(name="b", steps=[outer, inner])))

        assert flaw.text == "'sides' is itself asked once for each of 'ideas'; one for_each cannot hold another"

    def test_what_is_asked_in_one_has_no_one_answer_outside(self) -> None:
        loop = step(
            {"id": "fit", "type": "scale"}, {"id": "low", "ask": "So {fit}?", "when": "fit below 5"}, for_each="ideas"
        )
        after = {"id": "q", "ask": "{fit}?", "when": "fit below 5", "type": "choice", "choices_from": "fit"}

        found = flaws(built(stage(IDEAS), stage(name="b", steps=[loop]), stage(after, name="c")))

        assert [(flaw.code, flaw.where[-1], flaw.mark) for flaw in found] == [
            ("E312", "ask", "{fit}"),
            ("E312", "choices_from", "fit"),
            ("E312", "when", "fit"),
        ]

    @pytest.mark.parametrize("place", ["ask", "cue"])
    def test_the_item_is_known_inside_alone(self, place: str) -> None:
        loop = step({"id": "fit", place: "{item}?", "probes": ["{item}?"]}, for_each="ideas", cue="Stay with {item}.")
        after = {"id": "q", place: "{item}?"}

        (flaw,) = flaws(built(stage(IDEAS), stage(name="b", steps=[loop]), stage(after, name="c")))

        assert (flaw.where, flaw.mark) == (("stages", 2, "ask", 0, place), "{item}")
        assert flaw.text == "{item} has a meaning only in a step with for_each:"


class TestChoicesFromAQuestion:
    @pytest.mark.parametrize(
        ("source", "one"),
        [
            ({"type": "line", "many": 3}, False),
            ({"type": "note"}, False),
            ({"type": "choices", "choices": ["A"]}, False),
            ({"type": "line"}, True),
            ({"type": "yesno"}, True),
        ],
    )
    def test_need_more_than_one_answer(self, source: dict[str, object], one: bool) -> None:
        choice = {"id": "which", "type": "choice", "choices_from": "ideas"}

        found = flaws(built(stage({"id": "ideas", **source}, choice)))

        assert [flaw.text for flaw in found] == ["'ideas' has one answer, so there is nothing to choose"] * one


class TestTextsAroundTheQuestions:
    def test_those_of_a_stage_quote_what_was_asked(self) -> None:
        first = stage({"id": "topic"}, aim="{topic}", cue="{topic}", exit="{topic} {nothing}")
        second = stage({"id": "q", "type": "scale", "low": "{topic}", "high": "{q}"}, name="b", aim="{topic}")

        assert [(flaw.where[1:], flaw.mark) for flaw in flaws(built(first, second))] == [
            ((0, "aim"), "{topic}"),
            ((0, "exit"), "{nothing}"),
        ]

    def test_those_of_a_hint_too(self) -> None:
        checks = [{"answered": "topic", "say": "{topic} {client}"}, {"answered": "topic", "say": "{topc}"}]
        framework = built(stage({"id": "topic"}, checks=checks), stage({"id": "q"}, name="b"), checks=checks)

        assert [(flaw.where, flaw.hint) for flaw in flaws(framework)] == [
            (("stages", 0, "checks", 1, "say"), "did you mean 'topic'?"),
            (("checks", 1, "say"), "did you mean 'topic'?"),
        ]

    @pytest.mark.parametrize("name", ["client", "item"])
    def test_a_word_that_means_something_else_is_no_id(self, name: str) -> None:
        (flaw,) = flaws(built(stage({"id": name})))

        assert (flaw.code, flaw.where[-1]) == ("E301", "id")
        assert flaw.text.startswith(f"'{name}' cannot be the id of a question: {{{name}}} is ")


class TestChecks:
    @pytest.mark.parametrize(
        ("check", "said", "hint"),
        [
            ({"answered": "gaol"}, "no question has the id 'gaol'", "did you mean 'goal'?"),
            ({"answered": "xyz"}, "no question has the id 'xyz'", "questions here: goal, later"),
            ({"visited": "realty"}, "no stage has the id 'realty'", "did you mean 'reality'?"),
            ({"visited": "goal"}, "no stage has the id 'goal'", "stages here: a, reality"),
        ],
    )
    def test_name_what_there_is(self, check: dict[str, object], said: str, hint: str) -> None:
        stages = stage({"id": "goal"}), stage({"id": "later"}, name="reality")
        (flaw,) = flaws(built(*stages, checks=[{**check, "say": "Well?"}]))

        assert (flaw.code, flaw.text, flaw.hint) == ("E311", said, hint)
        assert flaw.where == ("checks", 0, next(iter(check)))

    def test_when_it_is_asked_makes_no_difference(self) -> None:
        checks = [{"answered": "later", "say": "?"}, {"visited": "b", "at": "entering", "say": "?"}]

        assert flaws(built(stage({"id": "goal"}, checks=checks), stage({"id": "later"}, name="b"))) == []


def test_no_more_is_said_than_anyone_would_read() -> None:
    assert len(flaws(framework_of(*(asking(f"q{n}", "{x} {y}") for n in range(500))))) == 300


HERE, THERE = list(FRAMEWORK.by_id)[:2]


@pytest.mark.parametrize(
    ("renamed", "said"),
    [
        ({}, []),
        ({"before": HERE, "long_before": HERE}, []),
        ({HERE: THERE}, [(f"'{HERE}' was not renamed: there still is a question with that id", "leave this line out")]),
        ({"before": f"{HERE}s"}, [(f"no question has the id '{HERE}s'", f"did you mean '{HERE}'?")]),
        ({"before": "xyzzy"}, [("no question has the id 'xyzzy'", "write  old_id: new_id")]),
        ({"a": "b", "b": HERE}, [("no question has the id 'b'", f"did you mean '{HERE}'?")]),
    ],
)
def test_what_is_not_true_is_told(renamed: dict[str, str], said: list[tuple[str, str]]) -> None:
    found = list(untrue_renamings(Spots(changed(FRAMEWORK, renamed=renamed))))

    assert [(flaw.text, flaw.hint) for flaw in found] == said
    assert {flaw.code for flaw in found} <= {"E341"}
    assert all(flaw.where[1] in renamed for flaw in found)


Plain = dict[str, object]


def framework(*questions: Plain, kind: str = "conversation") -> Framework:
    ask = [{"id": f"q{number}", "type": "note", "ask": "How sure are you?", **q} for number, q in enumerate(questions)]
    stages = [{"id": "a", "title": "A", "ask": ask}]
    return checked(Framework, {"id": "x", "title": "X", "kind": kind, "stages": stages})


class TestCommitments:
    @pytest.mark.parametrize(
        ("questions", "codes"),
        [
            ([{}], ["W401", "W402"]),
            ([{"type": "goal"}], ["W402"]),
            ([{"type": "action"}], ["W401"]),
            ([{"type": "goal"}, {"type": "action"}], []),
            ([{"type": "line", "keep_as": "goal"}, {"keep_as": "action"}], []),
            ([{"type": "goal", "keep_as": "topic"}], ["W401", "W402"]),
        ],
    )
    def test_a_coaching_conversation_has_a_goal_and_an_action(self, questions: list[Plain], codes: list[str]) -> None:
        found = list(missing_commitments(framework(*questions)))

        assert [flaw.code for flaw in found] == codes
        assert {flaw.level for flaw in found} <= {"warning"}
        assert all(flaw.hint.startswith("give one of them  type: ") for flaw in found)

    @pytest.mark.parametrize("kind", ["meeting", "reflection"])
    def test_nothing_else_needs_them(self, kind: str) -> None:
        assert list(missing_commitments(framework({}, kind=kind))) == []


class TestHistories:
    @pytest.mark.parametrize(
        "question", [{"type": "scale"}, {"type": "goal"}, {"type": "action"}, {"keep_as": "insight"}]
    )
    def test_what_is_compared_over_sessions_should_have_an_id(self, question: Plain) -> None:
        here = ("stages", 0, "ask", 0)
        (flaw,) = nameless_histories(framework(question), {here})

        assert (flaw.code, flaw.level, flaw.where) == ("W404", "warning", (*here, "ask"))
        assert flaw.hint == "add  id: how_sure_are_you"
        assert list(nameless_histories(framework(question), set())) == []

    @pytest.mark.parametrize("question", [{}, {"type": "line"}, {"type": "yesno"}, {"type": "say"}])
    def test_nothing_else_does(self, question: Plain) -> None:
        assert list(nameless_histories(framework(question), {("stages", 0, "ask", 0)})) == []

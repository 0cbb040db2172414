"""The end of a call: what was to be asked in any case is told once, and nothing keeps anybody from ending."""

import pytest
from app.desk import Sitting, Step, play
from builders import STORY, framework_of, walked

from coachcli.domain.carried import Carried
from coachcli.domain.framework import Framework, Stage
from coachcli.domain.framework import Step as Part
from coachcli.domain.moves import Jumped
from coachcli.domain.questions import LineQuestion, Question, ReviewQuestion, SayQuestion, ScaleQuestion
from coachcli.live.source import EndOfInput, Hooks, Line, Outcome, View

BROUGHT = (Carried("action", "call Tom", "jane-doe/1"), Carried("action", "rest", "jane-doe/1"))
SURE = ScaleQuestion(id="sure", type="scale", ask="How sure are you, {client}?", required=True)
TAKEAWAY = LineQuestion(id="takeaway", type="line", ask="What stays with you?", keep_as="takeaway", required=True)
AGREED = SayQuestion(id="agreed", type="say", ask="Say who will learn of this.", required=True)


def held(framework: Framework, *steps: Step, carried: tuple[Carried, ...] = ()) -> Sitting:
    return play(framework, walked(framework=framework, carried=carried), steps, carried=carried)


def stay(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
    """Ctrl-D at a terminal: for now nothing more comes."""
    return EndOfInput()


ALL = framework_of(STORY, SURE, TAKEAWAY, AGREED)


class TestWhatIsStillToBeAsked:
    def test_it_is_listed_with_how_to_get_there(self) -> None:
        (remark,) = held(ALL, "/end", stay).remarks

        assert remark == (
            "Still to ask:\n"
            "  How sure are you, Jane?  (/go sure)\n"
            "  What stays with you?  (/go takeaway)\n"
            "  Say who will learn of this.  (/go agreed)\n"
            "/end again ends it."
        )

    def test_the_conversation_stays_where_it_is(self) -> None:
        sitting = held(ALL, "/end", "one more thing", stay)

        assert sitting.questions == ["What is going on?"] * 3
        assert sitting.words == ["one more thing"]
        assert sitting.session.status == "paused"

    def test_end_again_ends_it(self) -> None:
        assert held(ALL, "/end", "/end").left.how == "ended"

    def test_it_is_told_once_in_a_sitting(self) -> None:
        sitting = held(ALL, "/end", "/go sure", "7", "/end")

        assert len([remark for remark in sitting.remarks if remark.startswith("Still to ask")]) == 1
        assert sitting.left.how == "ended"

    def test_what_was_answered_is_not_listed(self) -> None:
        assert "sure" not in held(ALL, "", "7", "/end", stay).remarks[-1]

    def test_with_all_of_it_answered_the_end_is_the_end(self) -> None:
        sitting = held(ALL, "", "7", "", "trust", "", "/end")

        assert sitting.remarks == []
        assert sitting.left.how == "ended"

    def test_what_was_only_noted_beside_or_skipped_is_listed(self) -> None:
        assert "(/go sure)" in held(ALL, "", "she laughs", "/skip", "/end", stay).remarks[-1]

    def test_what_is_hidden_is_not_to_be_asked(self) -> None:
        framework = framework_of(STORY, SURE.model_copy(update={"when": "story answered"}))

        assert held(framework, "/end").left.how == "ended"
        assert "(/go sure)" in held(framework, "tired", "/end", stay).remarks[-1]

    @pytest.mark.parametrize("phase", ["closing", "after_call"])
    def test_what_comes_after_the_call_is_not_listed(self, phase: str) -> None:
        framework = framework_of(STORY, TAKEAWAY.model_copy(update={"phase": phase}))

        assert held(framework, "/end", stay).questions[-1] == "What stays with you?"

    def test_what_is_asked_about_several_things_is_listed_once_for_each_that_lacks_an_answer(self) -> None:
        ways = LineQuestion(id="ways", type="line", ask="Ways?", many=3)
        fit = ScaleQuestion(id="fit", type="scale", ask="How well does {item} fit?", required=True)
        steps = (Part(id="a", title="A", ask=(ways,)), Part(id="b", title="B", for_each="ways", ask=(fit,)))
        framework = Framework(id="x", title="X", stages=(Stage(id="only", title="Only", steps=steps),))

        (remark,) = held(framework, "stay", "leave", "wait", "", "7", "/end", stay).remarks

        assert remark.split("\n")[1:-2] == [
            "  How well does leave fit?  (/go fit)",
            "  How well does wait fit?  (/go fit)",
        ]

    def test_what_is_looked_back_on_is_listed_once(self) -> None:
        since = ReviewQuestion(id="since", type="review", ask="What came of it?", required=True)
        framework = framework_of(STORY, since)

        assert held(framework, "/end", stay, carried=BROUGHT).remarks == [
            "Still to ask:\n  What came of it?  (/go since)\n/end again ends it."
        ]
        assert held(framework, "/end").left.how == "ended"


class TestAtTheEndOfThePipe:
    def test_a_pipe_that_ends_after_end_ends_the_session(self) -> None:
        assert held(ALL, "/end").left.how == "ended"
        assert held(ALL, "/end", "one more thing").left.how == "ended"

    def test_one_that_ends_without_it_leaves_the_session_unfinished(self) -> None:
        assert held(ALL, "tired").left.how == "paused"

    def test_what_closes_the_call_is_passed_over_to_the_end(self) -> None:
        reflection = LineQuestion(id="reflection", type="line", ask="And I?", phase="after_call")

        assert held(framework_of(STORY, SURE, reflection), "/end").left.how == "ended"

    def test_at_a_terminal_ctrl_d_leaves_it_unfinished(self) -> None:
        assert held(ALL, "/end", stay).left.how == "paused"


class TestInAFreeOrder:
    @staticmethod
    def framework() -> Framework:
        def stage(name: str, question: Question) -> Stage:
            first = LineQuestion(id=f"first_{name}", type="line", ask=f"First {name}?")
            return Stage(id=name, title=name.title(), ask=(first, question))

        return Framework(id="free", title="Free", order="free", stages=(stage("a", SURE), stage("b", TAKEAWAY)))

    def test_only_the_stages_that_were_visited_count(self) -> None:
        assert held(self.framework(), "1", "/end", stay).remarks == [
            "Still to ask:\n  How sure are you, Jane?  (/go sure)\n/end again ends it."
        ]

    def test_with_none_visited_there_is_nothing_to_ask(self) -> None:
        assert held(self.framework(), "/end").left.how == "ended"

    def test_from_the_map_it_is_told_as_well(self) -> None:
        sitting = held(self.framework(), "1", "/map", "/end", stay)

        assert "(/go sure)" in sitting.remarks[-1]
        assert sitting.questions[-1] == "Where to?"


def test_from_what_comes_after_the_call_it_is_not_told() -> None:
    reflection = LineQuestion(id="reflection", type="line", ask="And I?", phase="after_call")
    framework = framework_of(STORY, SURE, reflection)
    sitting = play(framework, walked(Jumped("reflection"), framework=framework), ["/end"])

    assert sitting.remarks == []
    assert sitting.left.how == "ended"

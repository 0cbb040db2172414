"""The end of a call: what was to be asked in any case is told once, and nothing keeps anybody from ending."""

import pytest
from app.desk import Sitting, Step, play
from builders import STORY, framework_of, walked

from coachcli.domain.framework.checks import Check, EnoughNoted, EveryHas, WasAnswered
from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.model import Step as Part
from coachcli.domain.framework.questions import (
    ActionQuestion,
    GoalQuestion,
    LineQuestion,
    Question,
    ReviewQuestion,
    SayQuestion,
    ScaleQuestion,
)
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.moves import Jumped
from coachcli.live.source import EndOfInput, Hooks, Line, Outcome, View

BROUGHT = (Carried("action", "call Tom", "jane-doe/1"), Carried("action", "rest", "jane-doe/1"))
SURE = ScaleQuestion(id="sure", type="scale", ask="How sure are you, {client}?", required=True)
TAKEAWAY = LineQuestion(id="takeaway", type="line", ask="What stays with you?", keep_as="takeaway", required=True)
STILL = "Still to ask (/go and some of the words goes there):"
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
            f"{STILL}\n"
            "  How sure are you, Jane?\n"
            "  What stays with you?\n"
            "  Say who will learn of this.\n"
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
        sitting = held(ALL, "/end", "/go how sure", "7", "/end")

        assert len([remark for remark in sitting.remarks if remark.startswith("Still to ask")]) == 1
        assert sitting.left.how == "ended"

    def test_what_was_answered_is_not_listed(self) -> None:
        assert "sure" not in held(ALL, "", "7", "/end", stay).remarks[-1]

    def test_with_all_of_it_answered_the_end_is_the_end(self) -> None:
        sitting = held(ALL, "", "7", "", "trust", "", "/end")

        assert sitting.remarks == []
        assert sitting.left.how == "ended"

    def test_what_was_only_noted_beside_or_skipped_is_listed(self) -> None:
        assert "How sure are you" in held(ALL, "", "she laughs", "/skip", "/end", stay).remarks[-1]

    def test_what_is_hidden_is_not_to_be_asked(self) -> None:
        framework = framework_of(STORY, SURE.model_copy(update={"when": "story answered"}))

        assert held(framework, "/end").left.how == "ended"
        assert "How sure are you" in held(framework, "tired", "/end", stay).remarks[-1]

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
            "  How well does leave fit?",
            "  How well does wait fit?",
        ]

    def test_what_is_looked_back_on_is_listed_once(self) -> None:
        since = ReviewQuestion(id="since", type="review", ask="What came of it?", required=True)
        framework = framework_of(STORY, since)

        assert held(framework, "/end", stay, carried=BROUGHT).remarks == [
            f"{STILL}\n  What came of it?\n/end again ends it."
        ]
        assert held(framework, "/end").left.how == "ended"


class TestWhatIsMissing:
    """Said where the coach stands, before the call is closed."""

    GOAL = GoalQuestion(id="goal", type="goal", ask="What do you want?")
    DO = ActionQuestion(id="do", type="action", ask="What will you do?", many=5, fields=("what",))
    DATED = EveryHas(every="action", has=("by_when", "confidence"), say="An action has no date or no score yet.")
    OPTIONS = EnoughNoted(at_least=3, of="option", say="Fewer than three options so far, {client}.")

    def framework(self, *checks: Check, **more: object) -> Framework:
        stages = (
            Stage(id="only", title="Only", ask=(STORY, self.GOAL, self.DO), checks=checks),
            Stage(id="other", title="Other", ask=(LineQuestion(id="else", type="line", ask="And else?"),)),
        )
        return Framework(id="small", title="Small", stages=stages).model_copy(update={"kind": "meeting", **more})

    def told(self, *steps: Step, checks: tuple[Check, ...] = (), discreet: bool = False) -> list[str]:
        framework = self.framework(*checks)
        return play(framework, walked(framework=framework), [*steps, stay], discreet=discreet).remarks

    def test_a_goal_that_nobody_noted_is(self) -> None:
        assert self.told("tired", "/end") == ["No goal noted.\n/end again ends it."]

    def test_one_that_was_noted_anywhere_is_not(self) -> None:
        assert self.told("/go what do you want", "rest more", "/end") == []

    def test_where_nothing_at_all_was_noted_nothing_is_missing(self) -> None:
        framework = self.framework()
        assert play(framework, walked(framework=framework), ["/end"]).left.how == "ended"

    def test_where_no_goal_is_asked_for_none_is_missing(self) -> None:
        assert held(framework_of(STORY), "tired", "/recap rest", "/end").remarks == []

    def test_an_action_that_lacks_what_the_model_asks_of_it_is_named(self) -> None:
        steps = ("*Ask Sam", "*Call Tom by friday", "*Rest by friday 8/10", "/end")

        assert self.told("/go do you want", "rest", "/back", *steps, checks=(self.DATED,)) == [
            '"Ask Sam" has no day and no score. "Call Tom" has no score.\n/end again ends it.'
        ]

    def test_on_a_shared_screen_no_word_of_it_is_shown(self) -> None:
        steps = ("*Ask Sam", "*Call Tom", "/end")

        assert self.told(*steps, checks=(self.DATED,), discreet=True) == [
            "No goal noted. An action has no day and no score.\n/end again ends it."
        ]

    def test_of_many_the_first_few_are_named(self) -> None:
        (remark,) = self.told(*(f"*thing {number}" for number in range(6)), "/end", checks=(self.DATED,))

        assert remark.count(" has no day") == 3
        assert remark.endswith("And 3 more like these.\n/end again ends it.")

    def test_a_long_action_is_named_by_its_beginning(self) -> None:
        (remark,) = self.told("*Ask Sam what a week in the role of the lead looks like", "/end", checks=(self.DATED,))

        assert '"Ask Sam what a week in the role of the …" has no day' in remark

    def test_what_a_check_asks_for_is_said_where_the_coach_stands_and_not_under_what_closes_the_call(self) -> None:
        closing = LineQuestion(id="bye", type="line", ask="What stays?", phase="closing", keep_as="takeaway")
        stage = Stage(id="only", title="Only", ask=(STORY, closing), checks=(self.OPTIONS,))
        framework = Framework(id="small", title="Small", stages=(stage,))
        sitting = play(framework, walked(framework=framework), ["tired", "/end", "/end", "rest", stay])

        said = zip(sitting.script.views, sitting.script.meters, strict=True)
        where = [view.question for view, meter in said if "Fewer than three" in view.remark + meter.hint]
        assert where == ["What is going on?"]
        assert "Fewer than three options so far, Jane." in sitting.remarks[0]

    def test_with_nothing_noted_it_does_not_stand_there_either(self) -> None:
        closing = LineQuestion(id="bye", type="line", ask="What stays?", phase="closing", keep_as="takeaway")
        stage = Stage(id="only", title="Only", ask=(STORY, closing), checks=(self.OPTIONS,))
        framework = Framework(id="small", title="Small", stages=(stage,))
        sitting = play(framework, walked(framework=framework), ["/end", stay])

        assert sitting.questions[-1] == "What stays?"
        assert sitting.hints == []

    def test_a_stage_that_nobody_came_by_has_nothing_to_say(self) -> None:
        framework = self.framework()
        other = framework.stages[1].model_copy(update={"checks": (self.OPTIONS,)})
        framework = Framework(id="small", title="Small", kind="meeting", stages=(framework.stages[0], other))
        sitting = play(framework, walked(framework=framework), ["tired", "/end", stay])

        assert sitting.remarks == ["No goal noted.\n/end again ends it."]

    def test_an_action_is_looked_at_wherever_it_was_noted(self) -> None:
        framework = self.framework()
        other = framework.stages[1].model_copy(update={"checks": (self.DATED,)})
        framework = Framework(id="small", title="Small", kind="meeting", stages=(framework.stages[0], other))
        sitting = play(framework, walked(framework=framework), ["*Ask Sam", "/end", stay])

        assert '"Ask Sam" has no day and no score.' in sitting.remarks[0]

    def test_what_the_end_will_ask_for_itself_is_not_missing_yet(self) -> None:
        closing = LineQuestion(id="bye", type="line", ask="What stays?", phase="closing", keep_as="takeaway")
        checks = (
            WasAnswered(answered="bye", say="Nothing stays yet."),
            EnoughNoted(at_least=1, of="takeaway", say="No takeaway."),
        )
        stage = Stage(id="only", title="Only", ask=(STORY, closing), checks=checks)
        framework = Framework(id="small", title="Small", stages=(stage,))

        assert play(framework, walked(framework=framework), ["tired", "/end", stay]).questions[-1] == "What stays?"

    def test_a_model_that_has_its_own_words_for_the_goal_says_it_in_those(self) -> None:
        own = EnoughNoted(at_least=1, of="goal", say="Half a sentence of a goal is enough.")

        assert self.told("tired", "/end", checks=(own,)) == [
            "Half a sentence of a goal is enough.\n/end again ends it."
        ]

    def test_in_a_pipe_it_is_told_and_what_follows_answers_nothing_before_the_end(self) -> None:
        alone = LineQuestion(id="me", type="line", ask="And I?", phase="after_call", share_with="nobody")
        stage = Stage(id="only", title="Only", ask=(self.DO, self.GOAL, alone))
        framework = Framework(id="small", title="Small", kind="meeting", stages=(stage,))
        sitting = play(
            framework, walked(framework=framework), ["~tired", "/end", "I talked too much"], interactive=False
        )

        assert " No goal noted." in sitting.script.said
        assert [(turn.question, note.text, note.share_with) for turn, note in sitting.session.notes] == [
            ("do", "tired", "nobody"),
            ("me", "I talked too much", "nobody"),
        ]
        assert sitting.left.how == "ended"

    def test_while_notes_are_added_after_the_session_nothing_is_held_up(self) -> None:
        framework = self.framework()
        session = walked(framework=framework).model_copy(update={"amending": walked().started})

        assert play(framework, session, ["tired", "/end"]).left.how == "ended"


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
            f"{STILL}\n  How sure are you, Jane?\n/end again ends it."
        ]

    def test_with_none_visited_there_is_nothing_to_ask(self) -> None:
        assert held(self.framework(), "/end").left.how == "ended"

    def test_from_the_map_it_is_told_as_well(self) -> None:
        sitting = held(self.framework(), "1", "/map", "/end", stay)

        assert "How sure are you" in sitting.remarks[-1]
        assert sitting.questions[-1] == "Where to?"


def test_from_what_comes_after_the_call_it_is_not_told() -> None:
    reflection = LineQuestion(id="reflection", type="line", ask="And I?", phase="after_call")
    framework = framework_of(STORY, SURE, reflection)
    sitting = play(framework, walked(Jumped("reflection"), framework=framework), ["/end"])

    assert sitting.remarks == []
    assert sitting.left.how == "ended"

"""The end of a call: what is still to ask is told once, nothing keeps anybody from ending, and what belongs to it."""

from datetime import date
from typing import Any

import pytest
from app.conftest import MakeSession
from app.play import over_a_pipe
from app.scripted_call import Sitting, Step, play
from builders import FRAMEWORK, STORY, THANKS, framework_of, walked

from coachcli.app.context import Context
from coachcli.app.session import resumption
from coachcli.app.session.export import export_text, open_session
from coachcli.domain.client.model import Client
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
from coachcli.domain.session.model import Appointment
from coachcli.domain.session.moves import Jumped
from coachcli.domain.value import changed
from coachcli.live.source import EndOfInput, Hooks, Line, Outcome, Pressed, View

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
        framework = framework_of(STORY, changed(SURE, when="story answered"))

        assert held(framework, "/end").left.how == "ended"
        assert "How sure are you" in held(framework, "tired", "/end", stay).remarks[-1]

    @pytest.mark.parametrize("phase", ["closing", "after_call"])
    def test_what_comes_after_the_call_is_not_listed(self, phase: str) -> None:
        framework = framework_of(STORY, changed(TAKEAWAY, phase=phase))

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
        return changed(Framework(id="small", title="Small", stages=stages), kind="meeting", room="three", **more)

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

    def test_how_to_say_who_does_it_is_told_once(self) -> None:
        steps = ("*Ask Sam", "*Call Tom, who: coach", "*Rest", "/end")
        owned = EveryHas(every="action", has=("who",), say="An action has no name to it.")

        assert self.told("/go do you want", "rest", "/back", *steps, checks=(owned,)) == [
            (
                '"Ask Sam" has no name to it. '
                "Type  who: client  or  who: coach  at the end of its line (Up, at its question). "
                '"Rest" has no name to it.\n/end again ends it.'
            )
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
        other = changed(framework.stages[1], checks=(self.OPTIONS,))
        framework = Framework(
            id="small", title="Small", kind="meeting", room="three", stages=(framework.stages[0], other)
        )
        sitting = play(framework, walked(framework=framework), ["tired", "/end", stay])

        assert sitting.remarks == ["No goal noted.\n/end again ends it."]

    def test_an_action_is_looked_at_wherever_it_was_noted(self) -> None:
        framework = self.framework()
        other = changed(framework.stages[1], checks=(self.DATED,))
        framework = Framework(
            id="small", title="Small", kind="meeting", room="three", stages=(framework.stages[0], other)
        )
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
        framework = Framework(id="small", title="Small", kind="meeting", room="three", stages=(stage,))
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
        session = changed(walked(framework=framework), amending=walked().started)

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


# The client's own summary


PLAIN = framework_of(STORY, THANKS)
ASKED = "What do you take away from today, in your own words?"
OFFER = "/recap asks for their own summary.\n/end again ends it."
ASKING = LineQuestion(id="away", type="line", ask="What stays?", keep_as="takeaway", phase="closing")


def summed(*steps: Step, framework: Framework = PLAIN, **changes: Any) -> Sitting:
    return play(framework, changed(walked(framework=framework), **changes), [*steps, EndOfInput()])


class TestAskingForIt:
    def test_the_next_line_is_theirs_and_shared_with_them(self) -> None:
        sitting = summed("busy", "/recap", "I can ask for help", "and well")

        assert [(note.kind, note.text, note.share_with) for _, note in sitting.session.notes] == [
            ("note", "busy", "nobody"),
            ("takeaway", "I can ask for help", "client"),
            ("note", "and well", "nobody"),
        ]
        assert sitting.questions == [STORY.ask, STORY.ask, ASKED, STORY.ask, STORY.ask]

    def test_enter_alone_leaves_it(self) -> None:
        sitting = summed("/recap", "", "busy")

        assert [note.kind for _, note in sitting.session.notes] == ["note"]
        assert sitting.questions[-1] == STORY.ask

    @pytest.mark.parametrize("typed", ["\\?who knows", '"?who knows"', "“?who knows”"])
    def test_their_words_may_begin_with_a_sign_and_stand_between_quotation_marks(self, typed: str) -> None:
        (note,) = [note for _, note in summed("/recap", typed).session.notes]

        assert (note.kind, note.text, note.share_with) == ("takeaway", "?who knows", "client")

    @pytest.mark.parametrize("steps", [("/recap", "~she said little"), ("/recap ~she said little",)])
    def test_a_sign_means_what_it_means_elsewhere_and_one_line_is_all(self, steps: tuple[str, ...]) -> None:
        sitting = summed(*steps, "I am worried")

        assert [(note.kind, note.text, note.share_with) for _, note in sitting.session.notes] == [
            ("observation", "she said little", "nobody"),
            ("note", "I am worried", "nobody"),
        ]
        assert sitting.questions[-1] == STORY.ask

    @pytest.mark.parametrize("typed", ["**She** said little", "I see\n~not yet", '"~not yet', '"I see\nmore'])
    def test_what_is_held_back_is_not_theirs(self, typed: str) -> None:
        sitting = summed("/recap", typed)

        assert [(note.kind == "takeaway", note.share_with) for _, note in sitting.session.notes] == [(False, "nobody")]

    def test_a_sign_with_nothing_behind_it_is_given_back(self) -> None:
        sitting = summed("/recap", "~", "I see")

        assert sitting.script.lines[2] == Line.ending("~")
        assert sitting.words == ["I see"]

    def test_a_command_is_given_back(self) -> None:
        sitting = summed("/recap", "/end", "I see")

        assert sitting.script.lines[2] == Line.ending("/end")
        assert sitting.words == ["I see"]

    def test_with_words_it_is_taken_at_once(self) -> None:
        assert [note.kind for _, note in summed("/recap I see").session.notes] == ["takeaway"]

    def test_an_action_can_be_noted_meanwhile(self) -> None:
        sitting = summed("/recap", Pressed("action", Line.ending("I s")), "call Tom", "I see")

        assert [(note.kind, note.text) for _, note in sitting.session.notes] == [
            ("action", "call Tom"),
            ("takeaway", "I see"),
        ]

    def test_back_leaves_it(self) -> None:
        assert [note.kind for _, note in summed("/recap", Pressed("back", Line()), "busy").session.notes] == ["note"]

    def test_alone_there_is_nobody_to_ask(self) -> None:
        alone = changed(PLAIN, kind="reflection", room="alone")

        assert summed("/recap", framework=alone).remarks == ["The client is not there to ask: this is your own work."]


class TestBeforeTheEnd:
    def test_it_is_offered_once(self) -> None:
        sitting = summed("busy", "/end", "/end")

        assert sitting.remarks == [OFFER]
        assert sitting.left.how == "ended"

    def test_what_is_still_to_be_asked_comes_with_it(self) -> None:
        must = framework_of(STORY, LineQuestion(id="sure", type="line", ask="Sure?", required=True))

        assert summed("busy", "/end", framework=must).remarks == [f"{STILL}\n  Sure?\n{OFFER}"]

    def test_taken_it_is_not_offered(self) -> None:
        assert summed("busy", "/recap I see", "/end").remarks == []

    def test_where_the_model_asks_for_it_before_the_end_it_is_not_offered(self) -> None:
        assert summed("busy", "/end", framework=framework_of(STORY, ASKING)).remarks == []

    def test_where_nothing_was_said_there_is_nothing_to_sum_up(self) -> None:
        assert summed("/end").left.how == "ended"

    def test_it_is_for_a_conversation_with_a_client_that_takes_place_now(self) -> None:
        meeting, alone = (changed(PLAIN, room=room) for room in ("three", "alone"))
        now = walked().started

        assert summed("busy", "/end", framework=meeting).left.how == "ended"
        assert summed("busy", "/end", framework=alone).left.how == "ended"
        assert summed("busy", "/end", written_up=now).left.how == "ended"
        assert summed("busy", "/end", amending=now).left.how == "ended"

    def test_a_pipe_that_ends_behind_end_has_ended_the_session(self) -> None:
        assert play(PLAIN, walked(framework=PLAIN), ["busy", "/end"]).left.how == "ended"


def test_half_of_it_is_remembered_as_what_it_is() -> None:
    """After a kill the line comes back where a question is asked, whose answer it would be."""
    sitting = summed("/recap", "I can shut a door")

    assert "/recap I can shut a door" in sitting.keeper.drafts


# The next session


FRIDAY = "We meet again: Friday 27 November 2026, 10:00.  → client"


def meeting(*steps: Step, discreet: bool = False) -> Sitting:
    return play(FRAMEWORK, walked(), steps, discreet=discreet)


def test_it_is_kept_with_the_session_and_told_as_it_was_understood() -> None:
    sitting = meeting("/meet friday 10:00", "tired")

    assert sitting.remarks == [FRIDAY]
    assert sitting.session.next == Appointment(words="friday 10:00", on=date(2026, 11, 27), at="10:00")
    assert sitting.keeper.saves[1].next == sitting.session.next
    assert sitting.questions == ["What is going on?"] * 3


def test_alone_it_says_what_is_agreed_or_how_to_say_it() -> None:
    assert meeting("/meet").remarks == ["Nothing is agreed yet: /meet friday 10:00"]
    assert meeting("/meet friday 10:00", "/meet").remarks == [FRIDAY, FRIDAY]


def test_said_again_it_is_changed_and_undo_brings_back_what_was_before() -> None:
    sitting = meeting("/meet friday 10:00", "/meet monday", "/undo", "/undo")

    assert sitting.remarks == [
        FRIDAY,
        "We meet again: Monday 23 November 2026.  → client",
        f"Taken back. {FRIDAY}",
        "Taken back. Nothing is agreed yet: /meet friday 10:00",
    ]
    assert sitting.session.next is None


def test_where_no_day_is_understood_nothing_is_kept_and_the_line_is_given_back() -> None:
    sitting = meeting("/meet by the way he drinks")

    assert sitting.session.next is None
    assert sitting.remarks == ["No day was understood, so nothing was kept. Nothing is agreed yet: /meet friday 10:00"]
    assert sitting.script.lines[-1].text == "/meet by the way he drinks"


def test_what_is_for_the_coach_alone_is_not_kept_as_it_would_go_to_the_client() -> None:
    sitting = meeting("/meet ~friday if I can bear it")

    assert sitting.session.next is None
    assert sitting.script.lines[-1] == Line.ending("/meet ~friday if I can bear it").refused()


def test_with_nobody_to_meet_it_says_so() -> None:
    alone = changed(FRAMEWORK, kind="reflection", room="alone")
    sitting = play(alone, walked(framework=alone), ["/meet friday 10:00"])

    assert sitting.session.next is None
    assert sitting.remarks == ["There is nobody to meet: this is your own work."]


@pytest.mark.parametrize("words", ["monday 10:00", "monday"])
def test_on_a_shared_screen_no_word_of_it_is_shown(words: str) -> None:
    sitting = meeting(f"/meet {words}", "/meet", "/undo", discreet=True)

    assert len(sitting.remarks) == 3
    assert not any(word in remark.casefold() for remark in sitting.remarks for word in ("monday", "as always", "novem"))
    assert sitting.remarks[0].startswith("The next session is kept")


def test_the_summary_for_the_client_tells_it(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-20-1300", status="paused")
    resumption.resume(context, jane.name, over_a_pipe("/meet 4 december 14:00", "/pause").conversation)

    opened = open_session(context, None)
    assert "We meet again: Friday 4 December 2026, 14:00" in export_text(context, opened, "client", "text")
    assert "We meet again" not in export_text(context, opened, "sponsor", "text")


def test_words_without_a_day_never_take_the_place_of_a_day() -> None:
    sitting = meeting("/meet friday 10:00", "/meet sometime")

    assert sitting.session.next is not None
    assert sitting.session.next.words == "friday 10:00"
    assert sitting.remarks[-1].startswith("No day was understood, so nothing was kept. We meet again: Friday")
    assert sitting.script.lines[-1].text == "/meet sometime"

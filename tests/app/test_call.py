"""The state of one sitting: what it keeps, what it tells, what it shows."""

from dataclasses import dataclass

import pytest
from app.desk import FakeClock, Kept, Script, Sitting, Step, no_packs, play
from builders import CLIENT, DAYS, FRAMEWORK, REFLECTION, SINCE, TOPIC, framework_of, note, walked

from coachcli.app import runner
from coachcli.app.call import Call, Desk
from coachcli.domain.carried import Carried
from coachcli.domain.checks import WasVisited
from coachcli.domain.framework import Framework, Stage
from coachcli.domain.moves import Noted, Undone
from coachcli.domain.questions import LineQuestion, NoteQuestion
from coachcli.domain.session import Session
from coachcli.domain.walk import Walk
from coachcli.live.signals import Ears
from coachcli.live.source import EndOfInput, Hooks, Line, Meter, Outcome, Pressed, Stopped, View

TROUBLE = "NOT SAVED: the disk is full."


@dataclass
class Keeper(Kept):
    """One that may have another file for the session, and something to tell once."""

    moved_to: str = ""
    told: str = ""

    def news(self) -> str:
        told, self.told = self.told, ""
        return "\n".join(part for part in (self.trouble, told) if part)

    def save(self, session: Session) -> Session:
        super().save(session)
        return session.model_copy(update={"id": self.moved_to}) if self.moved_to else session


@pytest.fixture
def keeper() -> Keeper:
    return Keeper([])


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def call(keeper: Keeper, clock: FakeClock) -> Call:
    desk = Desk(Walk(FRAMEWORK, "Jane"), CLIENT, Script([]), keeper, clock, DAYS.get, Ears(), no_packs, str)
    return Call(desk, walked())


def test_a_session_that_went_into_another_file_goes_on_under_its_new_name(call: Call, keeper: Keeper) -> None:
    keeper.moved_to = "jane-doe/2026-11-20-1400-2"
    call.move(Noted(note("one")))
    call.move(Noted(note("two")))
    call.move(Undone())

    assert call.session.id == "jane-doe/2026-11-20-1400-2"
    assert [noted.text for _, noted in call.session.notes] == ["one"]


def test_trouble_is_told_for_as_long_as_it_lasts(call: Call, keeper: Keeper) -> None:
    keeper.trouble = TROUBLE
    call.remark = "Taken back."

    assert call.view().remark == f"{TROUBLE}\nTaken back."
    assert call.view().remark == f"{TROUBLE}\nTaken back."
    assert call.meter() == Meter(saved="NOT SAVED", alarm=True)


@pytest.mark.parametrize(
    "step", [Pressed("action", Line.ending("half")), Stopped(Line.ending("half"))], ids=["action", "paused"]
)
def test_trouble_is_told_at_every_prompt(keeper: Keeper, step: Outcome) -> None:
    def fail(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        keeper.trouble = TROUBLE
        return step

    script = Script([fail])
    runner.run(
        Call(
            Desk(Walk(FRAMEWORK, "Jane"), CLIENT, script, keeper, FakeClock(), DAYS.get, Ears(), no_packs, str),
            walked(),
        )
    )

    assert script.views[-1].visit in {("action",), ("paused",)}
    assert script.views[-1].remark == TROUBLE


def test_the_clock_counts_what_is_not_saved_yet(call: Call, clock: FakeClock) -> None:
    clock.pass_(125)

    assert call.meter().clock == "2 of 50 min"


def test_a_line_of_blanks_is_not_worth_the_disk(call: Call, keeper: Keeper) -> None:
    call.keep(Line.ending("  "))

    assert keeper.drafts == []


def test_what_was_noted_stays_on_the_screen_once_the_conversation_moves_on() -> None:
    sitting = play(FRAMEWORK, walked(), ["one", "!two", "/next", "trust", EndOfInput()])

    assert sitting.script.recorded == [
        " What is going on?", "   · one", "   ! two",
        " What shall we work on?", "   · trust  → client",
    ]  # fmt: skip


def test_a_follow_up_goes_with_its_question() -> None:
    sitting = play(FRAMEWORK, walked(), ["/probe", "one", "/next"])

    assert [view.probe for view in sitting.script.views] == ["", "And what else?", "And what else?", ""]


def test_what_was_said_of_each_thing_looked_back_on_stays_on_the_screen() -> None:
    framework = framework_of(SINCE, TOPIC)
    brought = (
        Carried("action", "call Tom", "jane-doe/1", share_with="client"),
        Carried("action", "rest", "jane-doe/1"),
    )
    begun = walked(framework=framework, carried=brought)
    sitting = play(framework, begun, ["done", "partly, twice"], carried=brought)

    assert sitting.script.recorded == [
        " What came of what you chose?", "   · call Tom: done  → client",
        " What came of what you chose?", "   · rest: partly · twice",
    ]  # fmt: skip


# What the framework's checks have to say

NOTHING_IN_REALITY = "Nothing is noted in Reality yet, {client}."


def checked(*, at: str | None = None, closing: bool = False) -> Framework:
    """Three stages, a check on the second, and perhaps one question after the call."""
    check = WasVisited.model_validate({"visited": "reality", "say": NOTHING_IN_REALITY, "at": at})
    last = LineQuestion(id="last", type="line", ask="Last?")
    return Framework(
        id="checked",
        title="Checked",
        stages=(
            Stage(id="reality", title="Reality", ask=(NoteQuestion(id="now", type="note", ask="What is?"),)),
            Stage(
                id="options",
                title="Options",
                checks=(check,),
                ask=(
                    LineQuestion(id="ways", type="line", ask="Ways?"),
                    LineQuestion(id="best", type="line", ask="Best?"),
                ),
            ),
            Stage(id="will", title="Will", ask=(last, REFLECTION) if closing else (last,)),
        ),
    )


def held(framework: Framework, *steps: Step) -> Sitting:
    return play(framework, walked(framework=framework), steps)


SAID = "Nothing is noted in Reality yet, Jane."


def told(sitting: Sitting) -> list[str]:
    """At which questions a hint was seen."""
    return [view.question for view in sitting.script.views if SAID in view.remark]


def test_on_entering_a_stage_its_hint_is_at_the_first_prompt_there() -> None:
    assert told(held(checked(at="entering"), "", "")) == ["Ways?"]


def test_on_leaving_a_stage_its_hint_is_at_the_next_prompt() -> None:
    assert told(held(checked(), "", "", "", "")) == ["Last?"]
    assert told(held(checked(), "/go ways", "/map", "")) == ["Where to?"]


def test_a_hint_is_told_once_in_a_sitting() -> None:
    assert told(held(checked(), "/go ways", "/go last", "/go ways", "/go last", "/back", "/back")) == ["Last?"]


def test_a_hint_that_has_nothing_to_say_any_more_is_not_told() -> None:
    assert told(held(checked(), "it is late", "/go ways", "/go last")) == []


def test_a_hint_does_not_push_aside_what_else_there_is_to_say() -> None:
    assert held(checked(), "it is late", "/go best", "/undo").remarks == [f"Taken back: · it is late\n{SAID}"]


def test_what_there_was_no_prompt_left_to_say_at_is_said_with_the_closing_card() -> None:
    sitting = held(checked(), "/go ways", "/end")

    assert sitting.left.how == "ended"
    assert sitting.left.hints == (SAID,)
    assert told(sitting) == []


def test_what_was_told_at_a_prompt_is_not_said_again_with_the_closing_card() -> None:
    assert held(checked(), "/go ways", "/go last", "/end").left.hints == ()
    after_the_call = held(checked(closing=True), "/go ways", "/end", "/end")

    assert told(after_the_call) == ["What do I take to supervision?"]
    assert after_the_call.left.hints == ()


def test_in_another_sitting_it_may_be_told_again() -> None:
    framework = checked()
    first = held(framework, "/go ways", "/go last")

    assert told(play(framework, first.session, ["/go ways", "/go last"])) == ["Last?"]

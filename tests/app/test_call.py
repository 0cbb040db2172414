"""The state of one sitting: what it keeps, what it tells, what it shows."""

from dataclasses import dataclass

import pytest
from app.desk import FakeClock, Kept, Script, play
from builders import CLIENT, DAYS, FRAMEWORK, note, walked

from coachcli.app import runner
from coachcli.app.call import Call, Desk
from coachcli.domain.moves import Noted, Undone
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
    desk = Desk(Walk(FRAMEWORK, "Jane"), CLIENT, Script([]), keeper, clock, DAYS.get, Ears(), str)
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
        Call(Desk(Walk(FRAMEWORK, "Jane"), CLIENT, script, keeper, FakeClock(), DAYS.get, Ears(), str), walked())
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

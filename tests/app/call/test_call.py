"""The state of one sitting: what it keeps and what it tells."""

import pytest
from app.scripted_call import FakeClock, Kept, Script, Sitting, Step, play, services_of
from builders import FRAMEWORK, OPTIONS, REFLECTION, SINCE, TOPIC, framework_of, note, walked

from coachcli.app.call import loop
from coachcli.app.call.call import Call
from coachcli.app.call.presence import HIDDEN
from coachcli.domain.framework.checks import WasVisited
from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.questions import ChoiceQuestion, LineQuestion, NoteQuestion
from coachcli.domain.record_data import checked
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.moves import Jumped, Noted
from coachcli.domain.session.walk import Walk
from coachcli.errors import NotFoundError, Saying
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, Pressed, Recalled, Stopped, View

TROUBLE = "NOT SAVED: the disk is full."


def test_a_session_that_went_into_another_file_is_left_under_its_new_name(call: Call, keeper: Kept) -> None:
    keeper.named_as = "jane-doe/2026-11-20-1400-2"
    call.move(Noted(note("one")))
    left = call.leave("paused")

    assert left is not None
    assert left.session.id == "jane-doe/2026-11-20-1400-2"
    assert [noted.text for _, noted in left.session.notes] == ["one"]


def test_leaving_waits_for_the_disk_before_it_asks_whether_all_is_well(call: Call, keeper: Kept) -> None:
    def settle() -> None:
        keeper.at_risk = keeper.saves[-1].status == "paused"

    keeper.settle = settle  # type: ignore[method-assign]

    assert call.leave("paused") is None
    assert "leave again" in call.remark


@pytest.mark.parametrize(
    "step", [Pressed("action", Line.ending("half")), Stopped(Line.ending("half"))], ids=["action", "paused"]
)
def test_trouble_is_told_at_every_prompt(keeper: Kept, step: Outcome) -> None:
    def fail(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        keeper.trouble = TROUBLE
        return step

    script = Script([fail])
    loop.run(Call(services_of(Walk(FRAMEWORK, "Jane"), script, keeper, FakeClock()), walked()))

    assert script.views[-1].visit in {("action",), ("paused",)}
    assert script.views[-1].meter().hint == TROUBLE


@pytest.mark.parametrize(
    ("line", "stale"), [("/go realty check", True), ("12", True), ("what she said of them", False)]
)
def test_what_was_not_taken_may_be_written_over_unless_it_is_a_sentence(call: Call, line: str, *, stale: bool) -> None:
    call.refuse("Not so.", Line.ending(line))

    assert (call.line.text, call.line.stale) == (line, stale)


def test_what_happened_to_the_session_is_told_with_the_next_card_whatever_is_typed_there(keeper: Kept) -> None:
    def happens(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        keeper.told = "Both are kept."
        return Entered(Line.ending("one"))

    def types(view: View, _line: Line, hooks: Hooks) -> Outcome:
        hooks.typed(Line.ending("t"))
        assert view.remark == "Both are kept."
        return Entered(Line.ending("two"))

    script = Script([happens, types, "three"])
    loop.run(Call(services_of(Walk(FRAMEWORK, "Jane"), script, keeper, FakeClock()), walked()))

    assert [view.remark for view in script.views[:3]] == ["", "Both are kept.", ""]


def test_what_happened_as_the_call_was_left_is_told_after_it(call: Call, keeper: Kept) -> None:
    keeper.told = "Both are kept."
    left = call.leave("paused")

    assert left is not None
    assert call.news == "Both are kept."


def test_a_line_of_blanks_is_not_worth_the_disk(call: Call, keeper: Kept) -> None:
    call.keep(Line.ending("  "))

    assert keeper.drafts == []


def test_what_was_noted_stays_on_the_screen_once_the_conversation_moves_on() -> None:
    sitting = play(FRAMEWORK, walked(), ["one", "!two", "/next", "trust", "", EndOfInput()])

    assert sitting.script.recorded == [
        " What is going on?", "   · one", "   ! insight: two",
        " What shall we work on?", "   · topic: trust  → client",
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
    sitting = play(framework, begun, ["done", "", "partly, twice", ""], carried=brought)

    assert sitting.script.recorded == [
        " What came of what you chose?", "   · call Tom: done  → client",
        " What came of what you chose?", "   · rest: partly · twice",
    ]  # fmt: skip


# What the clock has to say

TEN, FIVE = "10 minutes left.", "5 minutes left."


def after(clock: FakeClock, minutes: float, *lines: str, tick: bool = False) -> Step:
    """Time passes while a line is typed, and what is seen meanwhile."""

    def step(view: View, _line: Line, hooks: Hooks) -> Outcome:
        for line in lines:
            hooks.typed(Line.ending(line))
        clock.pass_(minutes * 60)
        if tick:
            hooks.tick()
        SEEN.append(view.meter().hint)
        return Entered(Line.ending(lines[-1] if lines else "a note"))

    return step


SEEN: list[str] = []


@pytest.fixture(autouse=True)
def _nothing_seen_yet() -> None:
    SEEN.clear()


def timed(clock: FakeClock, *steps: Step) -> Sitting:
    """A call of 50 minutes in the stage that holds the actions."""
    return play(FRAMEWORK, walked(Jumped("actions")), steps, clock)


def test_ten_and_five_minutes_before_the_end_it_says_so_once(clock: FakeClock) -> None:
    sitting = timed(clock, after(clock, 39), after(clock, 1), after(clock, 1), after(clock, 4), after(clock, 1))

    assert [hint for hint in sitting.hints if "left" in hint] == [TEN, FIVE]


def test_it_says_so_while_nothing_is_typed(clock: FakeClock) -> None:
    timed(clock, after(clock, 40, tick=True))

    assert TEN in SEEN[0]


def test_it_does_not_speak_into_a_sentence_but_at_the_next_line(clock: FakeClock) -> None:
    sitting = timed(clock, after(clock, 40, "she", "she says", tick=True), "and")

    assert SEEN == [""]
    assert TEN in sitting.hints[0]


def test_at_the_next_key_it_is_gone(clock: FakeClock) -> None:
    def look(view: View, _line: Line, hooks: Hooks) -> Outcome:
        SEEN.append(view.meter().hint)
        hooks.typed(Line.ending("x"))
        SEEN.append(view.meter().hint)
        return Entered(Line.ending("x"))

    timed(clock, after(clock, 40), look)

    assert TEN in SEEN[-2]
    assert SEEN[-1] == ""


def test_when_the_end_is_moved_it_says_so_again_before_the_new_one(clock: FakeClock) -> None:
    sitting = timed(clock, after(clock, 40), "/time +10", after(clock, 10), "one")

    assert sum(TEN in hint for hint in sitting.hints) == 2


def test_in_a_call_that_is_paused_it_says_nothing_of_the_time_that_passes_meanwhile(clock: FakeClock) -> None:
    sitting = timed(clock, Stopped(Line()), after(clock, 45, ""), "one")

    assert sitting.hints == []


# On a screen that others see


def discreetly(*steps: Step) -> Sitting:
    framework = framework_of(NoteQuestion(id="one", type="note", ask="How are you, {client}?"), TOPIC)
    return play(framework, walked(framework=framework), steps, discreet=True)


def shown_in(sitting: Sitting) -> str:
    """Every word that any prompt showed, and all that was said."""
    parts = set(View.__struct_fields__) - {"visit", "complete", "meter", "notes"}
    words = [str([*view.notes, *(getattr(view, part) for part in parts)]) for view in sitting.script.views]
    return "\n".join([*words, *sitting.script.said])


def test_no_name_and_no_note_is_shown() -> None:
    sitting = discreetly("her secret", "!and another", "/next", "/back", "/undo", "/share", Stopped(Line()), "", "/map")
    shown = shown_in(sitting)

    assert sitting.words == ["her secret"]
    assert [word for word in ("Jane", "Doe", "secret", "another") if word in shown] == []
    assert sitting.script.views[0].question == "How are you, …?"
    assert sitting.script.views[2].notes == ("· 2 notes here",)


def test_what_is_looked_back_on_or_was_listed_before_is_not_shown_either() -> None:
    chosen = ChoiceQuestion(id="pick", type="choice", ask="Which, of {options}?", choices_from="options")
    framework = framework_of(SINCE, OPTIONS, chosen)
    brought = (Carried("action", "call Tom", "jane-doe/1"),)
    begun = walked(framework=framework, carried=brought)
    steps = ["done", "", "leave at once", "stay a while", "", ""]
    sitting = play(framework, begun, steps, carried=brought, discreet=True)
    shown = shown_in(sitting)

    assert [word for word in ("Tom", "leave", "stay") if word in shown] == []
    assert sitting.script.views[-2].question == "Which, of …?"
    assert sitting.script.views[-2].choices == ("…", "…")


@pytest.mark.parametrize("step", [Recalled(), Pressed("edit", Line()), "/edit"], ids=["up", "edit by key", "edit"])
def test_no_note_is_put_back_on_the_line(step: Step) -> None:
    sitting = discreetly("her secret", "!and another", step, "")

    assert [line.text for line in sitting.script.lines] == [""] * 5
    assert HIDDEN in sitting.remarks


def test_the_session_keeps_the_question_with_the_name_all_the_same() -> None:
    assert discreetly("her secret").session.turns[0].asked == "How are you, Jane Doe?"


def test_what_goes_wrong_there_is_said_without_a_name(call: Call) -> None:
    error = NotFoundError(Saying("jane-doe/sessions is gone.", discreet="A file is gone."), "Look for Jane Doe.")

    call.refuse_after(error, Line.ending("/editor"))
    assert call.remark == "jane-doe/sessions is gone. Look for Jane Doe."
    call.conceal(on=True)
    call.refuse_after(error, Line.ending("/editor"))
    assert call.remark == "A file is gone."
    call.refuse_after(NotFoundError("jane-doe/sessions is gone."), Line.ending("/editor"))
    assert call.remark == "What was named cannot be found."


def test_discreet_is_a_switch() -> None:
    sitting = play(FRAMEWORK, walked(), ["her secret", "/discreet", "x", "/discreet"])

    assert sitting.script.concealed == [True, False]
    assert [view.notes[:1] for view in sitting.script.views[1:]] == [
        ("· her secret",), ("· 1 note here",), ("· 2 notes here",), ("· her secret",),
    ]  # fmt: skip
    assert not sitting.left.discreet


def test_whoever_shows_what_comes_after_knows_of_it() -> None:
    assert discreetly("/pause").left.discreet


# A question before the one at hand


def test_what_is_asked_in_between_stands_alone_with_its_cue() -> None:
    sitting = play(FRAMEWORK, walked(), ["a note", "/recap", "to let go", "b"])
    asked = sitting.script.views[2]

    assert asked.question == "What do you take away from today, in your own words?"
    assert asked.notes == ()
    assert ("takeaway", "to let go") in [(note.kind, note.text) for _, note in sitting.session.notes]


# What the framework's checks have to say

NOTHING_IN_REALITY = "Nothing is noted in Reality yet, {client}."


def with_check(*, at: str | None = None, closing: bool = False) -> Framework:
    """Three stages, a check on the second, and perhaps one question after the call."""
    check = checked(WasVisited, {"visited": "reality", "say": NOTHING_IN_REALITY, "at": at})
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
    shown = zip(sitting.script.views, sitting.script.meters, strict=True)
    return [view.question for view, meter in shown if SAID in meter.hint]


def test_on_entering_a_stage_its_hint_is_at_the_first_prompt_there() -> None:
    assert told(held(with_check(at="entering"), "", "")) == ["Ways?"]


def test_on_leaving_a_stage_its_hint_is_at_the_next_prompt() -> None:
    assert told(held(with_check(), "", "", "", "")) == ["Last?"]
    assert told(held(with_check(), "/go ways", "/map", "will")) == ["Last?"]


def test_a_look_at_the_map_leaves_nothing() -> None:
    assert told(held(with_check(), "/go ways", "/map", "")) == []


def test_a_hint_is_told_once_in_a_sitting() -> None:
    assert told(held(with_check(), "/go ways", "/go last", "/go ways", "/go last", "/back", "/back")) == ["Last?"]


def test_a_hint_that_has_nothing_to_say_any_more_is_not_told() -> None:
    assert told(held(with_check(), "it is late", "/go ways", "/go last")) == []


def test_a_hint_does_not_push_aside_what_else_there_is_to_say() -> None:
    sitting = held(with_check(), "it is late", "/go best", "/undo")

    assert sitting.remarks == ["Taken back: · it is late"]
    assert sitting.hints == [SAID]


def test_what_there_was_no_prompt_left_to_say_at_is_said_with_the_closing_card() -> None:
    sitting = held(with_check(), "/go ways", "/end")

    assert sitting.left.how == "ended"
    assert sitting.left.hints == (SAID,)
    assert told(sitting) == []


def test_what_was_told_at_a_prompt_is_not_said_again_nor_under_what_comes_after_the_call() -> None:
    assert held(with_check(), "/go ways", "/go last", "/end").left.hints == ()
    after_the_call = held(with_check(closing=True), "/go ways", "/end", "/end")

    assert told(after_the_call) == []
    assert after_the_call.left.hints == ()


def test_in_another_sitting_it_may_be_told_again() -> None:
    framework = with_check()
    first = held(framework, "/go ways", "/go last")

    assert told(play(framework, first.session, ["/go ways", "/go last"])) == ["Last?"]

"""A session, its framework and the clock, as a view."""

from typing import get_args

import pytest
from app.scripted_call import play
from builders import (
    ACTIONS,
    CLIENT,
    FRAMEWORK,
    FREE,
    OPTIONS,
    SINCE,
    framework_of,
    note,
    session_of,
    turn_with,
    typed_in,
    walked,
)

from coachcli.app.call.screen import meter_of, noted, record_of, stage_lines, view_of
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Booked, Position, Session, When
from coachcli.domain.session.moves import Answered, Backed, Jumped, Mapped, Move, Nexted
from coachcli.domain.session.walk import Walk, spend
from coachcli.domain.terms import Field
from coachcli.domain.value import changed
from coachcli.live.source import Meter, View


def view(session: Session, framework: Framework = FRAMEWORK) -> View:
    return view_of(Walk(framework, "Jane"), session, CLIENT, Meter)


def after(*moves: Move, framework: Framework = FRAMEWORK) -> View:
    return view(walked(*moves, framework=framework), framework)


# Where the conversation is


@pytest.mark.parametrize(
    ("question", "crumbs"),
    [
        ("story", ("Opening 1 of 3", "Jane Doe", "Short")),
        ("importance", ("Middle 2 of 3", "Jane Doe", "Short")),
        ("before_next", ("Before you close", "Jane Doe", "Short")),
        ("reflection", ("After the call", "Jane Doe", "Short")),
    ],
)
def test_behind_the_stage_comes_the_client_and_then_what_may_go(question: str, crumbs: tuple[str, ...]) -> None:
    assert after(Jumped(question)).crumbs == crumbs


def test_a_step_is_told_where_there_is_one() -> None:
    assert after(Jumped("importance")).step == "Rating"
    assert after(Jumped("story")).step == ""


def test_each_visit_is_one_of_its_own() -> None:
    first, second = after(), after(Jumped("topic"), Jumped("story"))

    assert first.question == second.question
    assert first.visit != second.visit


def test_a_question_quotes_what_was_answered_before() -> None:
    session = typed_in(walked(Jumped("topic")), ["trust"])
    asked = Walk(FRAMEWORK, "Jane").apply(session, Jumped("importance"), session.started)

    assert view(asked).question == "How much does trust matter?"


def test_the_notes_of_earlier_visits_are_there_again() -> None:
    session = typed_in(walked(), ["one", "!two"])
    again = Walk(FRAMEWORK, "Jane").apply(session, Jumped("topic"), session.started)
    back = Walk(FRAMEWORK, "Jane").apply(again, Jumped("story"), session.started)

    assert view(again).notes == ()
    assert view(back).notes == ("· one", "! insight: two")


def test_what_today_is_about_is_in_sight_everywhere() -> None:
    session = typed_in(walked(Jumped("topic")), ["trust\nin the team"])
    elsewhere = Walk(FRAMEWORK, "Jane").apply(session, Jumped("mood"), session.started)

    assert after().topic == ""
    assert view(elsewhere).topic == "trust in the team"
    assert view(Walk(FRAMEWORK, "Jane").apply(session, Mapped(), session.started)).topic == "trust in the team"


@pytest.mark.parametrize(
    ("question", "prompt"),
    [("story", ""), ("importance", "1-10 "), ("energy", "0-5 "), ("mood", "number "), ("values", "numbers ")],
)
def test_before_the_line_stands_what_would_answer(question: str, prompt: str) -> None:
    assert after(Jumped(question)).prompt == prompt


def test_a_choice_without_anything_to_choose_from_asks_for_no_number() -> None:
    assert after(Jumped("drawn_to")).prompt == ""
    assert view(typed_in(walked(Jumped("options")), ["stay", "leave"])).choices == ()


def test_choices_are_shown_to_be_chosen_from() -> None:
    assert after(Jumped("mood")).choices == ("Calm", "Tense", "Tired but well")


def test_a_field_is_asked_in_its_own_words_and_can_be_skipped() -> None:
    asked = view(typed_in(walked(Jumped("actions")), ["call Tom"]))

    assert asked.question == "By when?"
    told = "Enter skips this. Shared with the client."
    assert asked.cue == f"What will you do?\n{told}"
    assert asked.notes == ("* action: call Tom  → client",)
    assert (asked.prompt, asked.about, asked.choices) == ("day of", '"call Tom"', ())


def test_where_others_can_see_it_a_field_names_nothing() -> None:
    session = typed_in(walked(Jumped("actions")), ["call Tom"])
    asked = view_of(Walk(FRAMEWORK, None), session, CLIENT, Meter)

    assert (asked.prompt, asked.about) == ("day of", "it")


@pytest.mark.parametrize("field", get_args(Field))
def test_every_field_names_what_it_belongs_to_before_the_line(field: Field) -> None:
    session = walked(Jumped("goal"), Answered(note("lead the team", "goal")))
    asked = view(changed(session, position=Position(question="goal", note=0, field=field)))

    assert asked.prompt
    assert asked.about == '"lead the team"'


@pytest.mark.parametrize(
    ("question", "line"),
    [("topic", "trust"), ("importance", "7"), ("mood", "calm"), ("values", "1, 2"), ("hours", "3"), ("when", "friday")],
)
def test_behind_an_answer_the_line_is_that_of_a_note(question: str, line: str) -> None:
    answered = view(typed_in(walked(Jumped(question)), [line]))

    assert after(Jumped(question)).prompt != ""
    assert answered.prompt == ""
    assert len(answered.notes) == 1


# Cues


def cues() -> Framework:
    first = Stage(
        id="first",
        title="First",
        aim="To arrive.",
        cue="Slow down, {client} is tired.",
        exit="They have arrived.",
        ask=(
            NoteQuestion(id="one", type="note", ask="One?", cue="Wait."),
            NoteQuestion(id="two", type="note", ask="Two?"),
            NoteQuestion(id="three", type="note", ask="Three?"),
            NoteQuestion(id="later", type="note", ask="Later?", phase="after_call"),
        ),
    )
    step = Step(id="step", title="Step", cue="Of the step.", ask=(LineQuestion(id="four", type="line", ask="Four?"),))
    return Framework(id="cues", title="Cues", stages=(first, Stage(id="second", title="Second", steps=(step,))))


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("one", "First: To arrive.\nWait."),
        ("two", ""),
        ("three", "Before you leave First: They have arrived."),
        ("four", "Of the step."),
    ],
)
def test_on_entering_and_on_leaving_a_stage_its_cues_are_shown(question: str, cue: str) -> None:
    assert after(Jumped(question), framework=cues()).cue == cue


# The map


def test_the_map_shows_each_stage_with_what_it_holds() -> None:
    session = spend(typed_in(walked(), ["one", "two"]), 130)
    shown = view(Walk(FRAMEWORK, "Jane").apply(session, Mapped(), session.started))

    assert shown.question == "Where to?"
    assert shown.choices == ("Opening  2 of 10 min  2 notes", "Middle  20 min\nRating · Choosing", "Will  20 min")
    assert shown.cue == (
        "Enter goes on with Opening. /back is where you were. A number or a name goes there; /end closes the session."
    )
    assert shown.crumbs == ("Short", "Jane Doe")


def test_a_free_call_opens_with_the_map() -> None:
    assert after(framework=FREE).question == "Where does it begin today?"


def test_at_the_end_the_map_offers_nothing_more_to_go_on_with() -> None:
    only = framework_of(NoteQuestion(id="one", type="note", ask="One?"))

    assert after(Nexted(), framework=only).cue == (
        "/back is where you were. A number or a name goes there; /end closes the session."
    )


def test_a_stage_without_minutes_or_notes_is_only_a_title() -> None:
    only = framework_of(NoteQuestion(id="one", type="note", ask="One?"))

    assert stage_lines(Walk(only, "Jane"), walked(framework=only)) == ["Only"]


# Notes


@pytest.mark.parametrize(
    ("shown", "line"),
    [
        (note("she is late"), "· she is late"),
        (note("I am tired", "quote"), '" their words: I am tired'),
        (note("so that is it", "insight", "client"), "! insight: so that is it  → client"),
        (note("hm", "observation"), "~ for me alone: hm"),
        (note("send it", "promise", "sponsor"), "> I promised: send it  → client and sponsor"),
        (note("trust", "topic"), "· topic: trust"),
    ],
)
def test_a_note_stands_with_its_sign_what_it_is_and_whom_it_is_shared_with(shown: object, line: str) -> None:
    assert noted(shown) == line  # type: ignore[arg-type]


def test_an_action_stands_with_all_that_was_said_of_it() -> None:
    action = changed(note("call Tom", "action"), due=When(words="soon"), confidence=8)

    assert noted(action) == "* action: call Tom · by soon · 8/10"


def test_a_record_is_the_question_and_what_was_noted_there() -> None:
    session = session_of(turn_with(note("one\ntwo"), note("three")), turn_with(question="topic"))

    assert record_of(session, 0) == [" What is going on?", "   · one", "   two", "   · three"]
    assert record_of(session, 1) == []


# The clock


def at_story(**changes: object) -> Session:
    return session_of(turn_with(), position=Position(question="story"), **changes)


@pytest.mark.parametrize(
    ("seconds", "planned", "clock", "short"),
    [
        (0, 50, "0 min, 50 left", "50 left"),
        (119, 50, "1 min, 49 left", "49 left"),
        (7200, 50, "120 min, 70 over", "70 over"),
        (61, None, "1 min", "1 min"),
    ],
)
def test_the_clock_counts_whole_minutes_spent_and_left(
    seconds: int, planned: int | None, clock: str, short: str
) -> None:
    session = at_story(minutes=Booked(planned=planned))

    meter = meter_of(session, seconds, hint="5 minutes left.")

    assert (meter.clock, meter.short, meter.saved, meter.hint) == (clock, short, "saved", "5 minutes left.")


def test_a_stage_has_its_own_time_with_what_runs_right_now() -> None:
    assert meter_of(spend(walked(), 6 * 60), 7 * 60).stage == "7 min, 3 left"
    assert meter_of(spend(walked(), 16 * 60), 16 * 60).stage == "16 min, 6 over"
    assert meter_of(spend(walked(Mapped()), 16 * 60), 16 * 60).stage == ""


@pytest.mark.parametrize(("since", "clock"), [("written_up", "written up"), ("amending", "adding")])
def test_what_nobody_times_has_no_clock(since: str, clock: str) -> None:
    session = at_story()
    later = changed(session, **{since: session.started})

    assert meter_of(later, 600) == Meter(clock=clock, short=clock, saved="saved")


# Looking back, and one thing after another

BROUGHT = (
    Carried("action", "call Tom", "jane-doe/1", details=("by Friday", "8/10")),
    Carried("action", "rest on Sundays", "jane-doe/1"),
)
BACK = framework_of(SINCE, OPTIONS)


def looking_back(*moves: Move, carried: tuple[Carried, ...] = BROUGHT) -> View:
    session = walked(*moves, framework=BACK, carried=carried)
    return view_of(Walk(BACK, "Jane", carried), session, CLIENT, Meter)


def test_what_is_looked_back_on_stands_below_the_question_with_what_would_answer() -> None:
    assert looking_back().question == "What came of what you chose?\n→ call Tom · by Friday · 8/10"
    assert looking_back().choices == ("done", "partly", "not yet", "dropped")
    assert looking_back().prompt == "number "
    assert looking_back(Nexted()).question == "What came of what you chose?\n→ rest on Sundays"


def test_each_thing_is_a_visit_of_its_own_with_its_own_notes() -> None:
    session = typed_in(walked(framework=BACK, carried=BROUGHT), ["done", ""], BACK, BROUGHT)
    walk = Walk(BACK, "Jane", BROUGHT)
    back = walk.apply(session, Backed(), session.started)

    assert view_of(walk, session, CLIENT, Meter).notes == ()
    assert view_of(walk, back, CLIENT, Meter).notes == ("· done",)
    assert looking_back().visit != looking_back(Nexted()).visit


def test_with_nothing_to_look_back_on_a_jump_there_shows_the_question_alone() -> None:
    shown = looking_back(Jumped("since"), carried=())

    assert shown.question == "What came of what you chose?"
    assert shown.choices == ()


def hidden(*lines: str, moves: tuple[Move, ...] = ()) -> str:
    """What is asked on a look back where others can see the screen."""
    session = typed_in(walked(*moves, framework=BACK, carried=BROUGHT), lines, BACK, BROUGHT)
    return view_of(Walk(BACK, None, BROUGHT), session, CLIENT, Meter).question


def test_where_others_can_see_it_what_is_looked_back_on_is_counted_and_not_named() -> None:
    assert hidden() == "What came of what you chose?\n→ 1 of 2"
    assert hidden("partly, met him once", "") == "What came of what you chose?\n→ 2 of 2"
    assert hidden(moves=(Nexted(),)) == "What came of what you chose?\n→ 2 of 2"
    assert hidden("partly", "", "done", "") == "What could you do?"


def test_cues_may_name_the_thing_at_hand() -> None:
    fit = LineQuestion(id="fit", type="line", ask="Does {item} fit?", cue="Stay with {item}, {client}.")
    steps = (
        Step(id="listing", title="Listing", ask=(OPTIONS,)),
        Step(id="each", title="Each", cue="One at a time.", for_each="options", ask=(fit,)),
    )
    framework = Framework(id="looped", title="Looped", stages=(Stage(id="only", title="Only", steps=steps),))
    session = typed_in(walked(framework=framework), ["stay", "leave"], framework)
    session = Walk(framework, "Jane").apply(session, Jumped("fit"), session.started)

    unnamed = view_of(Walk(framework, None), session, CLIENT, Meter)

    assert unnamed.question == "Does … fit?\n→ 1 of 2"
    assert view(session, framework).question == "Does stay fit?"
    assert "Stay with stay, Jane." in view(session, framework).cue


def test_the_last_question_that_is_asked_says_how_a_stage_is_left() -> None:
    hidden = LineQuestion(id="hidden", type="line", ask="Hidden?", when="one answered")
    first = Stage(
        id="first",
        title="First",
        aim="To arrive.",
        exit="They arrived.",
        ask=(NoteQuestion(id="one", type="note", ask="One?"), hidden),
    )
    framework = Framework(id="hiding", title="Hiding", stages=(first,))
    answered = typed_in(walked(framework=framework), ["yes"], framework)

    assert after(framework=framework).cue == "First: To arrive.\nBefore you leave First: They arrived."
    assert view(answered, framework).cue == "First: To arrive."


def test_of_a_scale_it_is_told_what_its_ends_stand_for() -> None:
    assert after(Jumped("importance")).cue.startswith("1 little   10 all")


@pytest.mark.parametrize(
    ("steps", "readers"),
    [
        ((), ""),
        (("/go work on",), "→ client"),
        (("/go work on", "How to lead"), ""),
        (("/go work on", "~She is tired"), "→ client"),
        (("/go matter",), ""),
        (("/go what will you", "Ask Sam by friday"), "→ client"),
    ],
)
def test_before_the_line_it_stands_who_else_reads_what_is_typed(steps: tuple[str, ...], readers: str) -> None:
    assert play(FRAMEWORK, walked(), steps).script.views[-1].readers == readers


def test_looking_back_on_an_experiment_the_coach_is_reminded_of_what_it_was_for() -> None:
    tried = Carried("action", "Ask twice #experiment", "jane-doe/1", details=("tests: whether they answer",))
    view = view_of(Walk(BACK, CLIENT, (tried,)), walked(framework=BACK, carried=(tried,)), CLIENT, Meter)

    assert view.cue == "This was an experiment: what did you learn from it?"
    assert "tests: whether they answer" in view.question


def test_who_does_it_is_told_by_four_words() -> None:
    who = framework_of(changed(ACTIONS, fields=("what", "who")))
    session = typed_in(walked(framework=who), ["Ask twice"], who)

    assert "client, coach, sponsor, other; or a name." in view_of(Walk(who, CLIENT), session, CLIENT, Meter).cue

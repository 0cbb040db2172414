"""The way through a framework: what is asked, about what, in which order, as things stand."""

from typing import get_args

import pytest
from builders import NOW, STORY, TOPIC, framework_of, note, typed_in, unbegun, walked
from domain.strategies import SOMETIMES, Way, ways
from hypothesis import given

from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import (
    ChoicesQuestion,
    LineQuestion,
    NoteQuestion,
    Question,
    ReviewQuestion,
    SayQuestion,
    ScaleQuestion,
)
from coachcli.domain.record_data import checked
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Position, Session
from coachcli.domain.session.moves import (
    Amended,
    Answered,
    Backed,
    Closed,
    Jumped,
    Mapped,
    Move,
    Nexted,
    NoteRef,
    Passed,
    Skipped,
)
from coachcli.domain.session.position import key_of, last_note
from coachcli.domain.session.route import Route, Stop
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import Phase
from coachcli.domain.value import changed

Where = tuple[str, str | None]

CALL_TOM = Carried("action", "call Tom", "jane-doe/2026-11-01-1000")
REST = Carried("action", "rest on Sundays", "jane-doe/2026-11-08-1000")
LEAD = Carried("goal", "lead the team", "jane-doe/2026-11-01-1000")
BROUGHT = (CALL_TOM, LEAD, REST)

ACTIONS = ReviewQuestion(id="actions", type="review", ask="What came of it?")
GOALS = ReviewQuestion(id="goals", type="review", ask="And of this?", of="goals")

WAYS = LineQuestion(id="ways", type="line", ask="Which ways are there?", many=9, keep_as="option")
VALUES = ChoicesQuestion(id="values", type="choices", ask="What counts?", choices=("Play", "Rest", "Order"))
FIT = ScaleQuestion(id="fit", type="scale", ask='How well does "{item}" fit?')
COST = LineQuestion(id="cost", type="line", ask="What would it cost?")
LAST = NoteQuestion(id="last", type="note", ask="What stays with you?")


def line(name: str, **settings: object) -> Question:
    return checked(LineQuestion, {"id": name, "type": "line", "ask": f"{name}?", **settings})


def looped(*, most: int | None = None, source: Question = WAYS, asked: tuple[Question, ...] = (FIT, COST)) -> Framework:
    """First many things are listed, then each is looked at, then there is one thing more."""
    steps = (
        Step(id="finding", title="Finding", ask=(source,)),
        Step(id="weighing", title="Weighing", for_each=source.id, most=most, ask=asked),
    )
    stages = (Stage(id="middle", title="Middle", steps=steps), Stage(id="end", title="End", ask=(LAST,)))
    return Framework(id="looped", title="Looped", stages=stages)


def listing(framework: Framework, *lines: str) -> Session:
    """A session in which these were listed."""
    return typed_in(walked(framework=framework), lines, framework)


def on(framework: Framework, session: Session, *moves: Move) -> Session:
    for move in moves:
        session = Walk(framework, "Jane", BROUGHT).apply(session, move, NOW)
    return session


def here(session: Session) -> Where | None:
    """Where a session stands: at which question, about what."""
    at_map = session.position is None or session.position.question is None
    return None if at_map else (session.turns[-1].question, session.turns[-1].item)


def way(framework: Framework, session: Session, carried: tuple[Carried, ...] = BROUGHT) -> list[Where]:
    """Where empty lines lead from here until the map, here itself first."""
    found = []
    while (at := here(session)) is not None:
        found.append(at)
        session = Walk(framework, "Jane", carried).apply(session, Passed(), NOW)
    return found


class TestLookingBack:
    FRAMEWORK = framework_of(STORY, ACTIONS, GOALS, TOPIC)

    def test_each_thing_that_is_open_is_asked_about_in_turn(self) -> None:
        assert way(self.FRAMEWORK, walked(framework=self.FRAMEWORK)) == [
            ("story", None),
            ("actions", "call Tom"),
            ("actions", "rest on Sundays"),
            ("goals", "lead the team"),
            ("topic", None),
        ]

    def test_what_the_coach_took_on_is_no_action_that_the_client_is_asked_about(self) -> None:
        mine = Carried("action", "send the minutes", "jane-doe/2026-11-01-1000", whose="coach")
        found = way(self.FRAMEWORK, walked(framework=self.FRAMEWORK), (mine, REST))

        assert found == [("story", None), ("actions", "rest on Sundays"), ("topic", None)]

    def test_with_nothing_open_nothing_is_asked(self) -> None:
        assert way(self.FRAMEWORK, walked(framework=self.FRAMEWORK), ()) == [("story", None), ("topic", None)]
        assert [stop.key for stop in Route(self.FRAMEWORK).never_asked(unbegun(self.FRAMEWORK))] == [
            ("story", None),
            ("topic", None),
        ]

    def test_a_framework_may_begin_with_it(self) -> None:
        framework = framework_of(ACTIONS, TOPIC)

        assert here(walked(framework=framework, carried=BROUGHT)) == ("actions", "call Tom")
        assert here(walked(framework=framework)) == ("topic", None)

    def test_each_is_answered_and_an_empty_line_leads_to_the_next(self) -> None:
        session = walked(Jumped("actions"), framework=self.FRAMEWORK, carried=BROUGHT)
        session = typed_in(session, ["done", "", "not yet", "", "partly", ""], self.FRAMEWORK, BROUGHT)

        assert here(session) == ("topic", None)
        assert [
            (turn.item, [n.reviewed.outcome for n in turn.notes if n.reviewed]) for turn in session.turns[1:-1]
        ] == [
            ("call Tom", ["done"]),
            ("rest on Sundays", ["not yet"]),
            ("lead the team", ["partly"]),
        ]

    def test_at_each_it_is_known_what_is_looked_back_on(self) -> None:
        route = Route(self.FRAMEWORK, BROUGHT)
        stops = route.stops(unbegun(self.FRAMEWORK))

        assert [route.about(stop) for stop in stops] == [None, CALL_TOM, REST, LEAD, None]
        assert route.about(Stop(self.FRAMEWORK.by_id["actions"], "something else")) is None

    def test_closing_a_call_looks_back_only_on_what_is_open(self) -> None:
        framework = framework_of(STORY, changed(ACTIONS, phase="closing"))

        assert here(walked(Closed(), framework=framework, carried=BROUGHT)) == ("actions", "call Tom")
        assert here(walked(Closed(), Passed(), framework=framework, carried=BROUGHT)) == ("actions", "rest on Sundays")
        assert walked(Closed(), Passed(), Passed(), framework=framework, carried=BROUGHT).status == "ended"
        assert walked(Closed(), framework=framework).status == "ended"


class TestOneThingAfterAnother:
    def test_all_that_a_step_asks_is_asked_about_each_in_the_order_they_were_listed(self) -> None:
        framework = looped()
        session = on(framework, listing(framework, "stay", "leave"), Passed())

        assert way(framework, session) == [
            ("fit", "stay"),
            ("cost", "stay"),
            ("fit", "leave"),
            ("cost", "leave"),
            ("last", None),
        ]

    def test_the_thing_stands_in_what_is_asked_and_in_the_turn(self) -> None:
        framework = looped()
        session = on(framework, listing(framework, "stay", "leave"), Jumped("fit"))

        assert (session.turns[-1].asked, session.turns[-1].item) == ('How well does "stay" fit?', "stay")

    def test_with_nothing_listed_none_of_it_is_asked(self) -> None:
        assert way(looped(), listing(looped())) == [("ways", None), ("last", None)]

    def test_what_is_listed_twice_is_asked_about_once(self) -> None:
        framework = looped()
        session = listing(framework, "stay", "leave", "stay")

        assert [stop.item for stop in Route(framework).stops(session)] == [None, "stay", "stay", "leave", "leave", None]

    def test_what_was_chosen_can_be_gone_through_too(self) -> None:
        framework = looped(source=VALUES)

        assert way(framework, listing(framework, "3, 1", "")) == [
            ("fit", "Order"),
            ("cost", "Order"),
            ("fit", "Play"),
            ("cost", "Play"),
            ("last", None),
        ]

    def test_what_is_listed_later_is_asked_about_as_well(self) -> None:
        framework = looped()
        session = on(framework, listing(framework, "stay"), Jumped("fit"), Jumped("ways"))
        session = typed_in(session, ["leave"], framework)

        assert [stop.item for stop in Route(framework).stops(session)][1:-1] == ["stay", "stay", "leave", "leave"]

    def test_what_is_taken_off_the_list_is_not_asked_about_any_more_and_keeps_its_notes(self) -> None:
        framework = looped()
        session = typed_in(on(framework, listing(framework, "stay", "leave"), Jumped("fit")), ["7", ""], framework)
        shorter = on(framework, session, Amended(NoteRef(0, 0), None))

        assert way(framework, shorter) == [("cost", "stay"), ("fit", "leave"), ("cost", "leave"), ("last", None)]
        assert [turn.item for turn, taken in shorter.notes if taken.scale] == ["stay"]

    def test_it_goes_on_where_the_thing_at_hand_is_not_on_the_list_any_more(self) -> None:
        framework = looped()
        session = on(framework, listing(framework, "stay"), Jumped("cost"), Amended(NoteRef(0, 0), None))

        assert here(on(framework, session, Passed())) == ("last", None)


class TestAtMost:
    def test_where_there_are_more_it_is_asked_which(self) -> None:
        framework = looped(most=2)
        session = on(framework, listing(framework, "stay", "leave", "wait"), Passed())

        assert here(session) == ("weighing__items", None)
        assert session.turns[-1].asked == "Which of these would you like to look at? 2 at most."
        assert way(framework, typed_in(session, ["3, 1", ""], framework)) == [
            ("fit", "wait"),
            ("cost", "wait"),
            ("fit", "stay"),
            ("cost", "stay"),
            ("last", None),
        ]

    @pytest.mark.parametrize("listed", [["stay"], ["stay", "leave"]])
    def test_where_there_are_not_it_is_not_asked(self, listed: list[str]) -> None:
        framework = looped(most=2)
        session = on(framework, listing(framework, *listed), Passed())

        assert [at[1] for at in way(framework, session)[:-1:2]] == listed

    @pytest.mark.parametrize(
        ("picked", "taken"), [("1, 2, 3", ["stay", "leave"]), ("3, 2, 1", ["wait", "leave"]), ("2", ["leave"])]
    )
    def test_no_more_than_that_are_taken_of_what_was_picked(self, picked: str, taken: list[str]) -> None:
        framework = looped(most=2)
        session = typed_in(
            on(framework, listing(framework, "stay", "leave", "wait"), Passed()), [picked, ""], framework
        )

        assert [at[1] for at in way(framework, session)[:-1:2]] == taken

    @pytest.mark.parametrize("move", [Passed(), Skipped()])
    def test_with_none_picked_the_first_are_taken(self, move: Move) -> None:
        framework = looped(most=2)
        session = on(framework, listing(framework, "stay", "leave", "wait"), Passed(), move)

        assert [at[1] for at in way(framework, session)[:-1:2]] == ["stay", "leave"]

    def test_picking_again_changes_what_is_looked_at(self) -> None:
        framework = looped(most=1)
        session = typed_in(on(framework, listing(framework, "stay", "leave"), Passed()), ["1", ""], framework)
        again = typed_in(on(framework, session, Jumped("weighing__items")), ["2", ""], framework)

        assert here(again) == ("fit", "leave")

    def test_the_question_which_is_no_more_than_any_other_where_nothing_else_is_asked(self) -> None:
        framework = looped(most=1, asked=(line("hidden", when="ways empty"),))
        session = on(framework, listing(framework, "stay", "leave"), Passed())

        assert way(framework, session) == [("weighing__items", None), ("last", None)]


class TestConditions:
    def test_what_is_hidden_is_passed_by(self) -> None:
        framework = framework_of(line("one"), line("two", when="one empty"), line("three", when="one answered"))

        assert way(framework, walked(framework=framework)) == [("one", None), ("two", None)]
        assert here(typed_in(walked(framework=framework), ["yes", ""], framework)) == ("three", None)

    def test_so_is_a_whole_step_or_a_whole_stage(self) -> None:
        framework = Framework(
            id="parts",
            title="Parts",
            stages=(
                Stage(id="first", title="First", ask=(line("one"),)),
                Stage(
                    id="second",
                    title="Second",
                    steps=(
                        Step(id="a", title="A", when="one answered", ask=(line("in_a"),)),
                        Step(id="b", title="B", ask=(line("in_b"),)),
                    ),
                ),
                Stage(id="third", title="Third", when="one answered", ask=(line("in_third"),)),
                Stage(id="fourth", title="Fourth", ask=(line("in_fourth"),)),
            ),
        )
        answered = typed_in(walked(framework=framework), ["yes", ""], framework)

        assert way(framework, walked(framework=framework)) == [("one", None), ("in_b", None), ("in_fourth", None)]
        assert [at[0] for at in way(framework, answered)] == ["in_a", "in_b", "in_third", "in_fourth"]

    def test_a_framework_begins_with_the_first_question_that_is_asked(self) -> None:
        framework = framework_of(line("one", when="two answered"), line("two"))

        assert here(walked(framework=framework)) == ("two", None)

    def test_a_condition_is_looked_at_anew_whenever_the_conversation_goes_on(self) -> None:
        framework = framework_of(line("one"), line("two", when="one empty"), line("three"))
        session = walked(Passed(), framework=framework)
        session = on(framework, session, Jumped("one"), Answered(note("yes")), Jumped("one"))

        assert here(on(framework, session, Passed())) == ("three", None)

    def test_what_is_hidden_was_not_left_out_but_what_is_seen_was(self) -> None:
        framework = framework_of(line("one"), line("two", when="one empty"), line("three", when="one answered"))
        session = typed_in(walked(framework=framework), ["yes", ""], framework)

        assert [stop.key for stop in Route(framework).never_asked(on(framework, session, Mapped()))] == []
        assert [stop.key for stop in Route(framework).never_asked(walked(framework=framework))] == [("two", None)]

    def test_of_one_thing_after_another_each_has_its_own(self) -> None:
        framework = looped(asked=(FIT, line("why", when="fit below 5")))
        session = on(framework, listing(framework, "stay", "leave", "wait"), Jumped("fit"))
        session = typed_in(session, ["3", "", "no courage", "", "8", ""], framework)

        assert way(framework, session) == [("fit", "wait"), ("last", None)]

    def test_with_all_hidden_there_is_only_the_map(self) -> None:
        framework = framework_of(line("one"), line("two", when="one answered"))

        assert on(framework, walked(framework=framework), Passed()).position == Position()
        assert Route(framework).unvisited(walked(framework=framework)) is None

    @pytest.mark.parametrize(("said", "asked"), [(["yes"], "after"), ([], "ended")])
    def test_what_closes_a_call_is_asked_only_where_its_condition_holds(self, said: list[str], asked: str) -> None:
        framework = framework_of(
            line("one"),
            line("before", phase="closing", when="one is gone", keep_as="takeaway"),
            line("after", phase="after_call", when="one answered"),
        )
        session = on(framework, typed_in(walked(framework=framework), said, framework), Closed())

        assert session.status == "ended" if asked == "ended" else here(session) == ("after", None)


class TestJumping:
    def test_a_jump_arrives_at_the_first_thing_that_was_not_asked_about_yet(self) -> None:
        framework = looped()
        session = listing(framework, "stay", "leave", "wait")
        seen = []
        for _ in range(4):
            session = on(framework, session, Jumped("fit"))
            seen.append(here(session))
            session = on(framework, session, Jumped("last"))

        assert seen == [("fit", "stay"), ("fit", "leave"), ("fit", "wait"), ("fit", "stay")]

    def test_so_does_one_to_what_is_looked_back_on(self) -> None:
        framework = framework_of(TOPIC, ACTIONS)
        session = walked(Jumped("actions"), Jumped("topic"), Jumped("actions"), framework=framework, carried=BROUGHT)

        assert here(session) == ("actions", "rest on Sundays")

    def test_with_nothing_listed_it_is_asked_about_nothing_and_goes_on_behind_it(self) -> None:
        framework = looped()
        session = walked(Jumped("fit"), framework=framework)

        assert here(session) == ("fit", None)
        assert session.turns[-1].asked == 'How well does "…" fit?'
        assert here(on(framework, session, Passed())) == ("last", None)

    def test_one_to_what_is_hidden_goes_there_all_the_same(self) -> None:
        framework = framework_of(line("one"), line("two", when="one answered"), line("three"))
        session = walked(Jumped("two"), framework=framework)

        assert here(session) == ("two", None)
        assert here(on(framework, session, Passed())) == ("three", None)

    def test_without_anything_open_a_jump_to_looking_back_stays_harmless(self) -> None:
        framework = framework_of(TOPIC, ACTIONS, STORY)
        session = walked(Jumped("actions"), Answered(note("nothing to tell")), Passed(), framework=framework)

        assert here(session) == ("story", None)


class TestGoingBack:
    def test_it_returns_thing_by_thing(self) -> None:
        framework = looped()
        session = on(framework, listing(framework, "stay", "leave"), *[Passed()] * 4)
        seen = [here(session)]
        for _ in range(4):
            session = on(framework, session, Backed())
            seen.append(here(session))

        assert seen == [("cost", "leave"), ("fit", "leave"), ("cost", "stay"), ("fit", "stay"), ("ways", None)]

    def test_through_what_was_looked_back_on_too(self) -> None:
        framework = framework_of(ACTIONS, TOPIC)
        session = walked(Passed(), Passed(), Backed(), framework=framework, carried=BROUGHT)

        assert here(session) == ("actions", "rest on Sundays")
        assert here(on(framework, session, Backed())) == ("actions", "call Tom")

    def test_from_the_map_it_returns_to_the_thing_at_hand(self) -> None:
        framework = looped()
        session = on(framework, listing(framework, "stay", "leave"), *[Passed()] * 3, Mapped(), Backed())

        assert here(session) == ("fit", "leave")
        assert [turn.item for turn in session.turns] == [None, "stay", "stay", "leave"]

    def test_the_last_note_is_the_one_about_the_thing_at_hand(self) -> None:
        framework = looped()
        session = on(framework, listing(framework, "stay", "leave"), Jumped("cost"))
        session = typed_in(session, ["a year", "", "3"], framework)

        assert last_note(session, ("cost", "stay")) == NoteRef(1, 0)
        assert last_note(session, ("cost", "leave")) is None


class TestFreeOrder:
    FRAMEWORK = changed(looped(), order="free")

    def test_the_map_comes_behind_the_last_thing_of_a_stage(self) -> None:
        session = on(self.FRAMEWORK, walked(Jumped("ways"), framework=self.FRAMEWORK), Answered(note("stay", "option")))

        assert way(self.FRAMEWORK, session) == [("ways", None), ("fit", "stay"), ("cost", "stay")]

    def test_with_the_rest_of_a_stage_hidden_the_map_comes_at_once(self) -> None:
        framework = framework_of(line("one"), line("two", when="one answered"), order="free")

        assert walked(Jumped("one"), Passed(), framework=framework).position == Position()

    def test_an_empty_line_at_the_map_goes_on_with_what_nobody_came_by(self) -> None:
        session = on(self.FRAMEWORK, walked(Jumped("ways"), framework=self.FRAMEWORK), Answered(note("stay", "option")))

        assert here(on(self.FRAMEWORK, session, Mapped(), Passed())) == ("fit", "stay")
        assert here(on(self.FRAMEWORK, session, Jumped("last"), Mapped(), Passed())) == ("fit", "stay")


def test_two_things_are_two_stops_and_the_same_thing_is_one() -> None:
    place = looped().by_id["fit"]

    assert Stop(place, "stay").key != Stop(place, "leave").key
    assert Stop(place).key == ("fit", None)


def test_what_is_only_said_stands_on_the_way_like_a_question() -> None:
    framework = framework_of(SayQuestion(id="hello", type="say", ask="Say hello."), TOPIC)

    assert way(framework, walked(framework=framework)) == [("hello", None), ("topic", None)]


class TestWhateverHappens:
    @SOMETIMES
    @given(ways())
    def test_no_two_stops_are_one_and_all_are_of_the_call(self, way: Way) -> None:
        for session in way.sessions():
            stops = way.walk.route.stops(session)

            assert len({stop.key for stop in stops}) == len(stops)
            assert {stop.place.question.phase for stop in stops} <= {"call"}

    @SOMETIMES
    @given(ways())
    def test_only_what_is_asked_comes_next_and_at_the_map_only_what_nobody_came_by(self, way: Way) -> None:
        for session in way.sessions():
            route, seen = way.walk.route, {key_of(turn) for turn in session.turns}
            stops = [stop.key for stop in route.stops(session)]
            following, unvisited = route.following(session), route.unvisited(session)

            assert following is None or following.key in stops
            assert unvisited is None or (unvisited.key in stops and unvisited.key not in seen)

    @SOMETIMES
    @given(ways())
    def test_what_is_hidden_is_reached_by_nothing_but_a_jump_or_by_going_back(self, way: Way) -> None:
        for before, move, after in way.steps():
            opened = [key_of(turn) for turn in after.turns[len(before.turns) :]]
            if isinstance(move, Passed | Nexted | Skipped | Closed):
                phases: tuple[Phase, ...] = get_args(Phase)
                asked = {stop.key for phase in phases for stop in way.walk.route.stops(before, phase)}
                assert set(opened) <= asked

    @SOMETIMES
    @given(ways())
    def test_a_step_takes_no_more_than_it_may(self, way: Way) -> None:
        for session in way.sessions():
            for stage in way.framework.stages:
                for step in stage.steps or ():
                    looked_at = {s.item for s in way.walk.route.stops(session) if s.place.step is step and s.item}
                    assert step.most is None or len(looked_at) <= step.most

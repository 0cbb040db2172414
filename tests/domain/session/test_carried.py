"""What a client carries from one session into the next."""

from datetime import date, timedelta, timezone

import pytest
from builders import FRAMEWORK, FRIDAY, NOW, framework_of, note, session_of, turn_with, typed_in, walked
from domain.strategies import SOMETIMES, Way, notes, ways
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.questions import ActionQuestion, GoalQuestion, LineQuestion, ReviewQuestion
from coachcli.domain.history.between import Entry
from coachcli.domain.history.open_items import carried
from coachcli.domain.record_data import checked
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.edits import as_taken_in
from coachcli.domain.session.model import FrameworkRef, Note, Reviewed, Session, When
from coachcli.domain.session.moves import Amended, Jumped, NoteRef
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import FrameworkKind, Kind, Outcome, Room
from coachcli.domain.text import folded, one_line
from coachcli.domain.value import changed

KINDS: tuple[FrameworkKind, ...] = ("conversation", "meeting", "reflection")
OTHER_WORDS = framework_of(
    ReviewQuestion(id="looking_back", type="review", ask="Since last time?"),
    ReviewQuestion(id="still_heading", type="review", ask="And this?", of="goals"),
    GoalQuestion(id="aim", type="goal", ask="Where to?"),
    ActionQuestion(id="step", type="action", ask="Which step?", many=5),
)


def held(number: int, *said: Note, kind: FrameworkKind = "conversation") -> Session:
    """The session held on the day of that number, in which this was noted."""
    framework = FrameworkRef(
        room="alone" if kind == "reflection" else "client", id="any", title="Any", kind=kind, version=1, sha256="0" * 64
    )
    begun = {"id": f"jane-doe/{number}", "started": NOW + timedelta(days=number), "framework": framework}
    return session_of(
        changed(turn_with(*(as_taken_in(framework.room, one) for one in said)), room=framework.room), **begun
    )


def rooms_of(kind: FrameworkKind) -> set[Room]:
    return {"alone"} if kind == "reflection" else {"client"}


def action(words: str, due: date | None = None, **more: object) -> Note:
    when = When(words=f"{due:%A}".lower(), on=due) if due else None
    return checked(Note, {"kind": "action", "text": words, "due": when, **more})


def came_of(words: str, outcome: Outcome, due: date | None = None, kind: str = "action") -> Note:
    seen = checked(Reviewed, {"kind": kind, "what": words, "session": "jane-doe/1", "outcome": outcome})
    return Note(kind="review", reviewed=seen, due=When(words="then", on=due) if due else None)


def still_open(*sessions: Session, into: FrameworkKind = "conversation") -> list[str]:
    return [thing.what for thing in carried(sessions, rooms_of(into))]


class TestOpening:
    def test_what_was_chosen_promised_and_parked_is_carried_on_and_nothing_else(self) -> None:
        said = [note("call Tom", "action"), note("lead", "goal"), note("leave", "option"), note("rest", "promise")]
        found = carried([held(1, *said, note("why me?", "quote"), note("send it", "parked"))], {"client"})

        assert [(thing.kind, thing.what) for thing in found] == [
            ("action", "call Tom"),
            ("goal", "lead"),
            ("promise", "rest"),
            ("parked", "send it"),
        ]

    def test_with_all_that_was_said_of_them(self) -> None:
        said = action("call Tom", FRIDAY, confidence=8, details={"support": "Ana"}, share_with="client")
        (found,) = carried([held(1, said)], {"client"})

        assert found == Carried(
            "action",
            "call Tom",
            "jane-doe/1",
            said.due,
            ("by Friday 27 November 2026", "8/10", "support: Ana"),
            "client",
            8,
        )
        assert found.in_words == "call Tom · by Friday 27 November 2026 · 8/10 · support: Ana"

    def test_in_the_order_in_which_they_were_chosen(self) -> None:
        assert still_open(held(1, action("b"), action("a")), held(2, action("c"))) == ["b", "a", "c"]

    def test_of_several_lines_they_are_carried_as_one(self) -> None:
        assert still_open(held(1, action("call Tom\n  and Ana"))) == ["call Tom and Ana"]

    def test_one_without_words_is_none(self) -> None:
        assert still_open(held(1, action("", FRIDAY))) == []

    def test_a_goal_and_an_action_in_the_same_words_are_two(self) -> None:
        said = held(1, note("call Tom", "action"), note("call Tom", "goal"))

        assert still_open(said) == ["call Tom", "call Tom"]
        assert still_open(said, held(2, came_of("call Tom", "done"))) == ["call Tom"]
        assert [thing.kind for thing in carried([said, held(2, came_of("call Tom", "done"))], {"client"})] == ["goal"]


class TestClosing:
    @pytest.mark.parametrize(
        ("outcome", "left"), [("done", []), ("dropped", []), ("partly", ["call Tom"]), ("not yet", ["call Tom"])]
    )
    def test_what_is_done_or_dropped_is_closed_and_else_it_stays_open(self, outcome: Outcome, left: list[str]) -> None:
        assert still_open(held(1, action("call Tom")), held(2, came_of("call Tom", outcome))) == left

    def test_the_latest_word_on_it_counts(self) -> None:
        opened, put_off, closed = held(1, action("x")), held(2, came_of("x", "not yet")), held(3, came_of("x", "done"))

        assert still_open(opened, put_off) == ["x"]
        assert still_open(opened, put_off, closed) == []

    def test_letters_case_and_spacing_make_no_difference(self) -> None:
        assert still_open(held(1, action("Call  Tom")), held(2, came_of("call tom", "done"))) == []

    def test_what_nobody_chose_cannot_be_closed_or_put_off(self) -> None:
        assert still_open(held(1, came_of("call Tom", "done"), came_of("rest", "not yet", FRIDAY))) == []

    def test_chosen_again_it_is_open_again_and_as_it_was_chosen_last(self) -> None:
        sessions = [held(1, action("x", NOW.date())), held(2, came_of("x", "done")), held(3, action("X", FRIDAY))]
        (found,) = carried(sessions, {"client"})

        assert (found.what, found.session, found.due) == ("X", "jane-doe/3", When(words="friday", on=FRIDAY))

    def test_chosen_again_while_it_is_open_it_is_one_and_comes_last(self) -> None:
        assert still_open(held(1, action("x"), action("y")), held(2, action("x"))) == ["y", "x"]

    def test_closed_and_chosen_again_in_one_session_it_is_open(self) -> None:
        assert still_open(held(1, action("x")), held(2, came_of("x", "done"), action("x"))) == ["x"]
        assert still_open(held(1, action("x")), held(2, action("x"), came_of("x", "done"))) == []


class TestPuttingOff:
    LATER = date(2026, 12, 4)

    def test_a_new_day_takes_the_place_of_the_old_one(self) -> None:
        chosen = action("x", FRIDAY, confidence=8, details={"support": "Ana"})
        (found,) = carried([held(1, chosen), held(2, came_of("x", "partly", self.LATER))], {"client"})

        assert found.due == When(words="then", on=self.LATER)
        assert found.details == ("by Friday 4 December 2026", "8/10", "support: Ana")
        assert found.session == "jane-doe/1"

    def test_where_there_was_none_it_is_put_first(self) -> None:
        chosen = action("x", confidence=8)
        (found,) = carried([held(1, chosen), held(2, came_of("x", "not yet", self.LATER))], {"client"})

        assert found.details == ("by Friday 4 December 2026", "8/10")

    def test_put_off_twice_it_has_the_last_day_alone(self) -> None:
        put_off = [held(2, came_of("x", "not yet", FRIDAY)), held(3, came_of("x", "not yet", self.LATER))]
        (found,) = carried([held(1, action("x", NOW.date())), *put_off], {"client"})

        assert found.details == ("by Friday 4 December 2026",)

    def test_without_a_new_day_the_old_one_stays(self) -> None:
        (found,) = carried([held(1, action("x", FRIDAY)), held(2, came_of("x", "not yet"))], {"client"})

        assert found.due == When(words="friday", on=FRIDAY)

    def test_it_stays_shared_as_it_was_and_in_its_place(self) -> None:
        sessions = [held(1, action("x", share_with="client"), action("y")), held(2, came_of("x", "partly", FRIDAY))]
        found = carried(sessions, {"client"})

        assert [(thing.what, thing.share_with) for thing in found] == [("x", "client"), ("y", "nobody")]


class TestReflectingAlone:
    @pytest.mark.parametrize("into", KINDS)
    @pytest.mark.parametrize("kind", KINDS)
    def test_what_the_coach_chose_never_comes_up_before_a_client_nor_the_other_way_round(
        self, kind: FrameworkKind, into: FrameworkKind
    ) -> None:
        alone = (kind == "reflection", into == "reflection")

        assert still_open(held(1, action("x"), kind=kind), into=into) == (["x"] if alone[0] == alone[1] else [])

    def test_nor_is_it_closed_there(self) -> None:
        reviewed = held(2, came_of("x", "done"), kind="reflection")

        assert still_open(held(1, action("x")), reviewed) == ["x"]


def said(day: int, *notes: Note, hours: int = 1) -> Entry:
    """What was written down between sessions, so long after noon of a day."""
    return Entry(at=NOW + timedelta(days=day, hours=hours), notes=notes)


class TestBetweenSessions:
    def open_after(self, sessions: list[Session], *entries: Entry, into: FrameworkKind = "conversation") -> list[str]:
        return [thing.what for thing in carried(sessions, rooms_of(into), entries)]

    @pytest.mark.parametrize("kind", KINDS[:2])
    @pytest.mark.parametrize("outcome", ["done", "dropped"])
    def test_what_was_chosen_in_a_session_is_closed_between_whatever_the_framework(
        self, kind: FrameworkKind, outcome: Outcome
    ) -> None:
        assert self.open_after([held(1, action("x"), action("y"), kind=kind)], said(2, came_of("x", outcome))) == ["y"]

    def test_what_was_chosen_between_is_carried_into_the_next_and_closed_there(self) -> None:
        chosen = said(1, action("x", FRIDAY, confidence=8))
        (found,) = carried([], {"client"}, [chosen])
        reviewed = held(2, came_of("x", "done"))

        assert (found.what, found.session, found.due) == ("x", "", When(words="friday", on=FRIDAY))
        assert self.open_after([reviewed], chosen) == []

    def test_sessions_and_what_was_between_count_in_the_order_in_which_they_happened(self) -> None:
        chosen, closed, again = held(1, action("x")), said(2, came_of("x", "done")), held(3, action("x"))

        assert self.open_after([chosen], closed) == []
        assert self.open_after([again, chosen], closed) == ["x"]
        assert self.open_after([held(3, came_of("x", "done"))], said(1, action("x")), said(4, action("x"))) == ["x"]

    def test_what_was_written_at_the_same_moment_counts_in_the_order_of_the_file(self) -> None:
        chosen, closed = said(1, action("x")), said(1, came_of("x", "done"))

        assert self.open_after([], chosen, closed) == []
        assert self.open_after([], closed, chosen) == ["x"]

    def test_one_moment_in_two_time_zones_is_one(self) -> None:
        there = timezone(timedelta(hours=5))
        closed = Entry(at=(NOW + timedelta(days=1, hours=1)).astimezone(there), notes=(came_of("x", "done"),))

        assert self.open_after([held(1, action("x"))], closed) == []
        assert self.open_after([held(2, action("x"))], closed) == ["x"]

    def test_put_off_between_it_has_its_new_day(self) -> None:
        (found,) = carried([held(1, action("x", NOW.date()))], {"client"}, [said(2, came_of("x", "not yet", FRIDAY))])

        assert (found.due, found.session) == (When(words="then", on=FRIDAY), "jane-doe/1")

    @pytest.mark.parametrize("kind", ["promise", "parked", "goal"])
    def test_promises_parked_things_and_goals_are_closed_too(self, kind: Kind) -> None:
        opened, other = held(1, note("x", kind), action("x")), "action"

        assert [one.kind for one in carried([opened], {"client"}, [said(2, came_of("x", "done", kind=kind))])] == [
            other
        ]

    def test_what_a_reflection_brought_up_stays_apart_and_can_be_closed(self) -> None:
        alone, entries = held(1, action("listen"), kind="reflection"), [said(2, action("call Tom"))]

        assert self.open_after([alone], *entries) == ["call Tom"]
        assert self.open_after([alone], *entries, into="reflection") == ["listen"]
        assert self.open_after([alone], said(2, came_of("listen", "done")), into="reflection") == []


class TestOverSeveralFrameworks:
    def test_what_was_chosen_along_one_is_looked_back_on_along_another(self) -> None:
        first = typed_in(walked(Jumped("actions")), ["call Tom by friday 8/10"])
        second_carried = carried([first], {"client"})
        second = walked(framework=OTHER_WORDS, carried=second_carried)
        second = typed_in(second, ["partly, once, by monday"], OTHER_WORDS, second_carried)
        third = carried([first, second], {"client"})

        assert [thing.in_words for thing in third] == ["call Tom · by Monday 23 November 2026 · 8/10"]
        done = typed_in(walked(framework=OTHER_WORDS, carried=third), ["done"], OTHER_WORDS, third)
        assert carried([first, second, done], {"client"}) == ()

    def test_a_line_kept_as_a_goal_or_an_action_is_one(self) -> None:
        framework = framework_of(LineQuestion(id="step", type="line", ask="One step?", keep_as="action"))

        assert still_open(typed_in(walked(framework=framework), ["call Tom"], framework)) == ["call Tom"]

    def test_a_review_that_was_amended_counts_as_it_is_now(self) -> None:
        first = typed_in(walked(Jumped("actions")), ["call Tom"])
        brought = carried([first], {"client"})
        second = typed_in(walked(framework=OTHER_WORDS, carried=brought), ["done"], OTHER_WORDS, brought)
        mended = Walk(OTHER_WORDS, "Jane", brought).apply(
            second, Amended(NoteRef(0, 0), came_of("call Tom", "not yet")), NOW
        )
        taken_away = Walk(OTHER_WORDS, "Jane", brought).apply(second, Amended(NoteRef(0, 0), None), NOW)

        assert still_open(first, second) == []
        assert still_open(first, mended) == ["call Tom"]
        assert still_open(first, taken_away) == ["call Tom"]


class TestWhateverHappened:
    @SOMETIMES
    @given(st.lists(ways(), min_size=1, max_size=3))
    def test_nothing_is_carried_twice_and_all_of_it_was_said(self, way: list[Way]) -> None:
        sessions = [one.sessions()[-1] for one in way]
        found = carried(sessions, {"client"})
        said = {one_line(taken.text) for session in sessions for _, taken in session.notes}

        assert len({(thing.kind, folded(thing.what)) for thing in found}) == len(found)
        assert {thing.what for thing in found} <= said

    @SOMETIMES
    @given(st.lists(notes(("action", "goal")), max_size=4))
    def test_all_called_done_nothing_is_left(self, chosen: list[Note]) -> None:
        chosen = [changed(one, details={}) for one in chosen]
        found = carried([held(1, *chosen)], {"client"})
        done = [came_of(thing.what, "done", kind=thing.kind) for thing in found]

        assert carried([held(1, *chosen), held(2, *done)], {"client"}) == ()
        assert len(found) == len({(each.kind, folded(each.text)) for each in chosen})


def test_the_framework_of_the_tests_is_a_conversation() -> None:
    assert FRAMEWORK.kind == "conversation"

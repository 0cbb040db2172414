"""Everything that was ever chosen, with a number that never means another thing."""

from datetime import date, timedelta

import pytest
from builders import FRIDAY, NOW, note, session_of, turn_with
from domain.strategies import SOMETIMES, Way, ways
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.open_items import Followed, carried, followed, named, near
from coachcli.domain.room import ROOMS
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.edits import as_taken_in
from coachcli.domain.session.model import FrameworkRef, Note, Reviewed, When
from coachcli.domain.session.voice import comes_up
from coachcli.domain.terms import Commitments, FrameworkKind, Outcome
from coachcli.domain.value import changed


def held(day: int, *said: Note, kind: FrameworkKind = "conversation") -> SessionExtract:
    framework = FrameworkRef(
        room="alone" if kind == "reflection" else "client", id="any", title="Any", kind=kind, version=1, sha256="0" * 64
    )
    begun = {"id": f"jane-doe/{day}", "started": NOW + timedelta(days=day), "framework": framework}
    there = (as_taken_in(framework.room, one) for one in said)
    return extract_of(session_of(changed(turn_with(*there), room=framework.room), **begun))


def said(day: int, *notes: Note) -> Entry:
    return Entry(at=NOW + timedelta(days=day), notes=notes)


def came_of(what: str, outcome: Outcome, kind: Commitments = "action", **more: object) -> Note:
    seen = Reviewed(kind=kind, what=what, session="", outcome=outcome)
    return changed(Note(kind="review", reviewed=seen), **more)


def action(what: str, due: date | None = None) -> Note:
    return Note(kind="action", text=what, due=When(words="then", on=due) if due else None, share_with="client")


def in_order(thing: Carried) -> tuple[str, str]:
    return thing.kind, thing.what


def shown(things: tuple[Followed, ...]) -> list[tuple[int, str, str]]:
    return [(one.number, one.thing.what, one.outcome or "open") for one in things]


class TestNumbers:
    def test_they_are_given_in_the_order_in_which_things_came_up(self) -> None:
        first, second = held(1, action("b"), note("c", "promise")), held(3, action("d"))

        assert shown(followed([first, second], [said(2, action("a"))])) == [
            (1, "b", "open"),
            (2, "c", "open"),
            (3, "a", "open"),
            (4, "d", "open"),
        ]

    def test_what_is_closed_keeps_its_number_and_so_does_everything_else(self) -> None:
        extracts = [held(1, action("a"), action("b"), action("c"))]

        assert shown(followed(extracts, [said(2, came_of("a", "done")), said(3, came_of("c", "dropped"))])) == [
            (1, "a", "done"),
            (2, "b", "open"),
            (3, "c", "dropped"),
        ]

    def test_chosen_again_it_has_the_same_number_and_is_open(self) -> None:
        entries = [said(2, came_of("a", "done")), said(3, action("A", FRIDAY))]

        assert shown(followed([held(1, action("a"), action("b"))], entries)) == [(1, "A", "open"), (2, "b", "open")]

    def test_what_the_coach_chose_alone_is_numbered_with_the_rest_and_told_apart(self) -> None:
        found = followed([held(1, action("rest")), held(2, action("listen"), kind="reflection")], [])

        assert [(one.number, one.thing.room) for one in found] == [(1, "client"), (2, "alone")]


class TestWhatCameOfIt:
    def test_when_and_with_what_word_is_known(self) -> None:
        (one,) = followed([held(1, action("a"))], [said(2, came_of("a", "done", text="took an hour"))])

        assert (one.is_open, one.outcome, one.comment) == (False, "done", "took an hour")
        assert one.closed == NOW + timedelta(days=2)

    def test_said_twice_the_first_time_counts(self) -> None:
        entries = [said(2, came_of("a", "done")), said(3, came_of("a", "dropped"))]
        (one,) = followed([held(1, action("a"))], entries)

        assert (one.outcome, one.closed) == ("done", NOW + timedelta(days=2))

    def test_what_the_coach_chose_alone_can_be_done_between_sessions(self) -> None:
        (one,) = followed([held(1, action("listen"), kind="reflection")], [said(2, came_of("listen", "done"))])

        assert not one.is_open

    def test_what_is_open_is_as_it_is_now(self) -> None:
        later = When(words="later", on=FRIDAY)
        (one,) = followed([held(1, action("a", NOW.date()))], [said(2, came_of("a", "not yet", due=later))])

        assert one.thing.due == later
        assert (one.is_overdue(FRIDAY), one.is_overdue(FRIDAY + timedelta(days=1))) == (False, True)

    def test_what_is_done_is_never_overdue(self) -> None:
        (one,) = followed([held(1, action("a", FRIDAY))], [said(2, came_of("a", "done"))])

        assert not one.is_overdue(FRIDAY + timedelta(days=9))

    @SOMETIMES
    @given(st.lists(ways(), min_size=1, max_size=3), st.lists(st.integers(0, 9), max_size=4))
    def test_whatever_happened_what_is_open_is_what_a_session_is_told(self, way: list[Way], closing: list[int]) -> None:
        extracts = [extract_of(one.sessions()[-1]) for one in way]
        things = followed(extracts, [])
        closed = [things[number].thing for number in closing if number < len(things)]
        entries = [said(9, came_of(one.what, "done", one.kind)) for one in closed]
        found = followed(extracts, entries)

        for room in ROOMS:
            told = carried(extracts, {room}, entries)
            still = [one.thing for one in found if one.is_open and comes_up(one.thing, room)]
            assert sorted(still, key=in_order) == sorted(told, key=in_order)
        assert [one.number for one in found] == list(range(1, len(found) + 1))


class TestNaming:
    THINGS = followed(
        [held(1, *map(action, ("Talk to Ana", "Ask Ana", "Write the page", "Banana bread", "7 walks")))], []
    )

    def meant(self, words: str) -> list[int]:
        return [one.number for one in named(words, self.THINGS)]

    @pytest.mark.parametrize("words", ["3", "#3", "3.", "page", "write", "WRITE  the", "ite th", "write the page"])
    def test_a_number_or_any_part_of_the_words_that_only_one_has(self, words: str) -> None:
        assert self.meant(words) == [3]

    def test_a_part_that_several_have_means_each_of_them(self) -> None:
        assert self.meant("ana") == [1, 2]

    def test_the_beginning_of_a_word_comes_before_the_middle_of_one(self) -> None:
        assert self.meant("ana") == [1, 2]
        assert self.meant("nana") == [4]

    def test_the_whole_comes_before_a_part(self) -> None:
        things = followed([held(1, action("Rest"), action("Rest more"))], [])

        assert [one.number for one in named("rest", things)] == [1]

    def test_a_number_is_never_a_part_of_the_words(self) -> None:
        assert self.meant("7") == []
        assert self.meant("7 walks") == [5]

    @pytest.mark.parametrize("words", ["", "  ", "nobody", "99", "0"])
    def test_nothing_else_is_meant(self, words: str) -> None:
        assert self.meant(words) == []

    @pytest.mark.parametrize("words", ["wrte", "wirte teh page", "pages"])
    def test_a_slip_is_near_what_it_was_meant_for(self, words: str) -> None:
        assert [one.number for one in near(words, self.THINGS)] == [3]

    @pytest.mark.parametrize("words", ["", "xylophone", "write xylophone"])
    def test_other_words_are_near_nothing(self, words: str) -> None:
        assert near(words, self.THINGS) == []

"""The order in which things happened, where the clocks of two machines do not agree."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from builders import NOW, session_of, turn_with
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.history.between import Entry
from coachcli.domain.history.chronology import chronology
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.open_items import carried, followed
from coachcli.domain.session.model import FrameworkRef, Note, Reviewed
from coachcli.domain.terms import FrameworkKind, Outcome
from coachcli.domain.value import changed


def held(name: str, hour: int, *said: Note, kind: FrameworkKind = "conversation") -> SessionExtract:
    """A session that began at this hour, as the clock of its machine says."""
    framework = FrameworkRef(
        room="alone" if kind == "reflection" else "client", id="any", title="Any", kind=kind, version=1, sha256="0" * 64
    )
    begun = {"id": name, "started": NOW + timedelta(hours=hour), "framework": framework}
    return extract_of(session_of(changed(turn_with(*said), room=framework.room), **begun))


def said(hour: int, *notes: Note) -> Entry:
    return Entry(at=NOW + timedelta(hours=hour), notes=notes)


def action(what: str) -> Note:
    return Note(kind="action", text=what)


def came_of(what: str, session: str = "", outcome: Outcome = "done") -> Note:
    return Note(kind="review", reviewed=Reviewed(kind="action", what=what, session=session, outcome=outcome))


def still_open(extracts: Sequence[SessionExtract], entries: Sequence[Entry] = ()) -> list[str]:
    """What is open, on which the list of actions and the next session have to agree."""
    told = [one.what for one in carried(extracts, {"client"}, entries)]
    assert sorted(told) == sorted(
        one.thing.what for one in followed(extracts, entries) if one.is_open and one.thing.room != "alone"
    )
    return told


class TestWhatWasMarkedDone:
    def test_counts_for_a_session_that_another_clock_puts_later(self) -> None:
        extracts = [held("ahead", 3, action("call Tom"))]

        assert still_open(extracts, [said(1, came_of("call Tom", "ahead"))]) == []

    def test_counts_when_it_was_said_in_a_session(self) -> None:
        assert still_open([held("ahead", 3, action("call Tom")), held("next", 1, came_of("call Tom", "ahead"))]) == []

    def test_counts_for_what_was_chosen_between_sessions_by_another_clock(self) -> None:
        extracts = [held("next", 1, came_of("Call  Tom"))]

        assert still_open(extracts, [said(3, action("call Tom"))]) == []

    def test_counts_for_every_session_that_was_known_then(self) -> None:
        extracts = [held("first", 1, action("call Tom")), held("ahead", 3, action("call Tom"))]

        assert still_open(extracts, [said(0, came_of("call Tom", "ahead"))]) == []

    def test_in_the_order_of_the_file_whatever_the_clocks_say(self) -> None:
        assert still_open([], [said(3, action("call Tom")), said(1, came_of("call Tom"))]) == []
        assert still_open([], [said(3, came_of("call Tom")), said(1, action("call Tom"))]) == ["call Tom"]

    def test_does_not_count_for_what_was_chosen_again_later(self) -> None:
        extracts = [held("first", 0, action("call Tom")), held("next", 2, action("call Tom"))]

        assert still_open(extracts, [said(1, came_of("call Tom", "first"))]) == ["call Tom"]

    def test_an_entry_from_a_clock_far_ahead_holds_none_of_the_later_ones_back(self) -> None:
        extracts = [held("first", 0, action("rest")), held("next", 3, action("rest"))]
        entries = [said(90_000, action("write")), said(1, came_of("rest", "first"))]

        assert still_open(extracts, entries) == ["write", "rest"]

    def test_sessions_that_look_back_on_each_other_are_taken_as_the_clocks_say(self) -> None:
        one, two = held("one", 1, came_of("b", "two"), action("a")), held("two", 2, came_of("a", "one"), action("b"))

        assert [event.session for event in chronology([two, one])] == ["one", "two"]
        assert still_open([two, one]) == ["b"]


# Few names and few hours, so that much is said of the same things at the same time.
_names = st.sampled_from("abcdef")
_hours = st.integers(0, 5)
_notes = st.lists(
    st.builds(action, _names) | st.builds(came_of, _names, _names | st.just(""), st.sampled_from(("done", "partly"))),
    max_size=3,
)
_extracts = st.lists(
    st.builds(lambda name, hour, notes: held(name, hour, *notes), _names, _hours, _notes),
    max_size=6,
    unique_by=lambda extract: extract.id,
)
_entries = st.lists(st.builds(lambda hour, notes: said(hour, *notes), _hours, _notes), max_size=5)


def named_earlier(extracts: Sequence[SessionExtract]) -> dict[str, set[str]]:
    """By each session, those there are that it looks back on."""
    there = {extract.id for extract in extracts}
    return {
        extract.id: {note.reviewed.session for _, note in extract.notes if note.reviewed} & there - {extract.id}
        for extract in extracts
    }


@OFTEN
@given(_extracts, _entries, st.randoms())
def test_it_makes_no_difference_in_which_order_sessions_were_found(
    extracts: list[SessionExtract], entries: list[Entry], chance: Random
) -> None:
    shuffled = list(extracts)
    chance.shuffle(shuffled)

    assert chronology(shuffled, entries) == chronology(extracts, entries)


@OFTEN
@given(_extracts, _entries)
def test_everything_happened_once(extracts: list[SessionExtract], entries: list[Entry]) -> None:
    found = chronology(extracts, entries)

    assert sorted(event.session for event in found) == sorted(
        [extract.id for extract in extracts] + [""] * len(entries)
    )


@OFTEN
@given(_extracts, _entries)
def test_entries_stay_as_they_stand_in_their_file(extracts: list[SessionExtract], entries: list[Entry]) -> None:
    """Unless somebody wrote by hand what they look back on each other for: here, no session looks back."""
    silent = [changed(extract, turns=()) for extract in extracts]
    found = chronology(silent, entries)

    assert [event.notes for event in found if not event.session] == [entry.notes for entry in entries]


@OFTEN
@given(_extracts)
def test_nothing_comes_before_what_it_looks_back_on(extracts: list[SessionExtract]) -> None:
    """Of names in a row, the later look back on the earlier alone, so that there are no circles."""
    rows = [changed(extract, turns=_without_circles(extract)) for extract in extracts]
    order = [event.session for event in chronology(rows)]

    for later, earlier in named_earlier(rows).items():
        assert all(order.index(one) < order.index(later) for one in earlier)


def _without_circles(extract: SessionExtract) -> tuple[object, ...]:
    return tuple(
        changed(turn, notes=tuple(n for n in turn.notes if n.reviewed is None or n.reviewed.session < extract.id))
        for turn in extract.turns
    )


@OFTEN
@given(st.lists(_notes, max_size=8), st.data())
def test_with_clocks_that_agree_it_is_the_order_of_the_clocks(every: list[list[Note]], data: st.DataObject) -> None:
    """Whoever looks back names what there is: here, each time something else happened, and an hour later."""
    extracts, entries, in_order = list[SessionExtract](), list[Entry](), list[str]()
    for hour, notes in enumerate(every):
        known = [extract.id for extract in extracts]
        honest = [n for n in notes if n.reviewed is None or n.reviewed.session in known]
        if data.draw(st.booleans()):
            extracts.append(held(f"{hour}", hour, *honest))
            in_order.append(f"{hour}")
        else:
            entries.append(said(hour, *honest))
            in_order.append("")
    found = chronology(extracts, entries)

    assert [event.session for event in found] == in_order
    assert [event.at for event in found] == sorted(event.at for event in found)


def test_ten_thousand_notes_are_put_in_order_at_once() -> None:
    """Each looks back on the one before, and the clock runs backwards: nothing is gone through twice for it."""
    extracts = [held(f"{number}", -number, came_of("x", f"{number - 1}")) for number in range(2_000)]
    entries = [said(-number, came_of("x")) for number in range(8_000)]
    order = chronology(extracts, entries)

    assert [event.session for event in order if event.session] == [f"{number}" for number in range(2_000)]
    assert [event.at for event in order if not event.session] == [entry.at for entry in entries]

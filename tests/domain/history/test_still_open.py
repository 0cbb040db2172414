"""What is still open from before, as far as its reader knows of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest
from builders import FRIDAY, NOW, note, session_of, turn_with
from domain.strategies import OFTEN, lines, notes
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from coachcli.domain.export.audience import may_see
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.open_items import carried
from coachcli.domain.history.still_open import still_open
from coachcli.domain.line.review import OUTCOMES
from coachcli.domain.session.carried import CLOSED
from coachcli.domain.session.edits import as_taken_in
from coachcli.domain.session.model import FrameworkRef, Note, Reviewed, Session, When
from coachcli.domain.terms import FrameworkKind, Outcome, ShareWith
from coachcli.domain.value import changed


def held(number: int, *said: Note, kind: FrameworkKind = "conversation") -> Session:
    """The session held on the day of that number, in which this was noted."""
    framework = FrameworkRef(
        room="alone" if kind == "reflection" else "client", id="any", title="Any", kind=kind, version=1, sha256="0" * 64
    )
    begun = {"id": f"jane-doe/{number}", "started": NOW + timedelta(days=number), "framework": framework}
    there = (as_taken_in(framework.room, one) for one in said)
    return session_of(changed(turn_with(*there), room=framework.room), **begun)


def action(words: str, share: ShareWith = "client", **more: object) -> Note:
    return changed(note(words, "action", share), **more)


def came_of(words: str, outcome: Outcome, share: ShareWith = "client", due: When | None = None) -> Note:
    seen = Reviewed(kind="action", what=words, session="jane-doe/1", outcome=outcome)
    return Note(kind="review", reviewed=seen, due=due, share_with=share)


def between(day: float, *said: Note) -> Entry:
    return Entry(at=NOW + timedelta(days=day), notes=said)


def told(*sessions: Session, entries: tuple[Entry, ...] = ()) -> list[str]:
    """What a client reads after the last of these sessions."""
    *earlier, last = sessions
    return [one.text for one in still_open(last, map(extract_of, earlier), entries, "client")]


def test_what_was_chosen_earlier_and_what_was_chosen_in_between_is_there() -> None:
    entry = between(1.5, action("ask Sam"))

    assert told(held(1, action("call Tom")), held(2, action("rest")), entries=(entry,)) == ["call Tom", "ask Sam"]


def test_it_has_its_day_and_nothing_else_of_then() -> None:
    due = When(words="friday", on=FRIDAY)
    chosen = action("call Tom #family", due=due, confidence=3, details={"obstacles": "his moods"})
    (one,) = still_open(held(2), [extract_of(held(1, chosen))], (), "client")

    assert one == Note(kind="action", text="call Tom", due=due)


@pytest.mark.parametrize("outcome", ["done", "dropped"])
@pytest.mark.parametrize("share", ["client", "nobody"])
def test_what_is_closed_is_not_called_open_whoever_may_read_of_it(outcome: Outcome, share: ShareWith) -> None:
    closing = came_of("call Tom", outcome, share)

    assert told(held(1, action("call Tom")), held(2, closing)) == []
    assert told(held(1, action("call Tom")), held(2), entries=(between(1.5, closing),)) == []


def test_what_was_begun_or_put_off_is_still_open_on_its_new_day() -> None:
    later = When(words="friday", on=FRIDAY)
    first = extract_of(held(1, action("call Tom")))
    (one,) = still_open(held(2, came_of("call Tom", "not yet", due=later)), [first], (), "client")
    (same,) = still_open(held(2, came_of("call Tom", "not yet", "nobody", later)), [first], (), "client")

    assert (one.due, same.due) == (later, None)


def test_what_was_chosen_again_today_stands_with_what_was_chosen_today() -> None:
    assert told(held(1, action("call Tom")), held(2, action("call Tom"))) == []


@pytest.mark.parametrize(
    "hidden", [action("call Tom", "nobody"), note("call Tom", "promise", "client"), note("call Tom", "goal", "client")]
)
def test_what_is_hidden_or_no_action_is_not_there(hidden: Note) -> None:
    assert told(held(1, hidden), held(2)) == []


def test_what_the_coach_notes_for_themselves_hides_nothing_from_the_list() -> None:
    assert told(held(1, action("call Tom")), held(2, action("call Tom", "nobody"))) == ["call Tom"]
    assert told(held(1, action("call Tom")), held(2, came_of("call Tom", "done"), action("call Tom", "nobody"))) == []


def test_what_the_coach_chose_in_a_reflection_is_theirs() -> None:
    assert told(held(1, action("call Tom"), kind="reflection"), held(2)) == []


class History(NamedTuple):
    """Sessions, oldest first, and what was written between them."""

    sessions: tuple[Session, ...]
    entries: tuple[Entry, ...]


class Twins(NamedTuple):
    one: History
    other: History


_THINGS = st.sampled_from(["call Tom", "rest", "ask Sam"])
_SHARES: tuple[ShareWith, ...] = ("nobody", "client", "sponsor")
_days = st.none() | st.builds(When, words=lines, on=st.none() | st.just(FRIDAY))
_chosen = st.builds(lambda what, share, due: action(what, share, due=due), _THINGS, st.sampled_from(_SHARES), _days)
_reviews = st.builds(came_of, _THINGS, st.sampled_from(OUTCOMES), st.sampled_from(_SHARES), _days)
_any = _chosen | _reviews | notes(shares=("nobody",))
_hidden = _any.map(lambda one: changed(one, share_with="nobody"))
_silent = _hidden.filter(lambda one: not _closes(one))


def _closes(one: Note) -> bool:
    return one.reviewed is not None and one.reviewed.outcome in CLOSED


@st.composite
def twins(draw: st.DrawFn) -> Twins:
    """A history, and what becomes of it when all that its reader does not know of is said otherwise."""
    said = st.lists(_chosen | _reviews | _hidden, max_size=3)
    sessions, entries = draw(st.lists(said, min_size=1, max_size=3)), draw(st.lists(said, max_size=2))
    return Twins(
        _history(sessions, entries),
        _history([_otherwise(draw, each) for each in sessions], [_otherwise(draw, each) for each in entries]),
    )


def _history(sessions: list[list[Note]], entries: list[list[Note]]) -> History:
    held_on = (held(number, *said) for number, said in enumerate(sessions, 1))
    return History(tuple(held_on), tuple(between(0.5 + number, *said) for number, said in enumerate(entries)))


def _otherwise(draw: st.DrawFn, said: list[Note]) -> list[Note]:
    new: list[Note] = []
    for one in said:
        new += draw(st.lists(_silent, max_size=1))
        if may_see(one, "client", "client"):
            new.append(one)
        elif _closes(one):
            new.append(changed(one, text=draw(lines), due=draw(_days)))
        else:
            new += draw(st.lists(_silent, max_size=1))
    return new


Telling = Callable[[History], object]


def as_told(history: History) -> object:
    *earlier, last = history.sessions
    return still_open(last, map(extract_of, earlier), history.entries, "client")


def all_that_is_open(history: History) -> object:
    return carried(history.sessions, {"client"}, history.entries)


def all_that_is_open_and_marked(history: History) -> object:
    return [one for one in carried(history.sessions, {"client"}, history.entries) if one.share_with != "nobody"]


def by_the_marked_days(history: History) -> object:
    return [one.due for one in carried(history.sessions, {"client"}, history.entries) if one.share_with != "nobody"]


@settings(OFTEN, max_examples=80)
@given(twins())
def test_what_its_reader_does_not_know_of_makes_no_difference(pair: Twins) -> None:
    assert as_told(pair.one) == as_told(pair.other)


@pytest.mark.parametrize("leak", [all_that_is_open, all_that_is_open_and_marked, by_the_marked_days])
def test_a_leak_would_be_seen(leak: Telling) -> None:
    quick = settings(max_examples=500, deadline=None, database=None, phases=[Phase.generate])

    find(twins(), lambda pair: leak(pair.one) != leak(pair.other), settings=quick)


def test_an_extract_knows_all_of_it() -> None:
    session = held(1, action("call Tom"), came_of("rest", "done"))

    assert isinstance(extract_of(session), SessionExtract)
    assert [one.kind for _, one in extract_of(session).notes] == ["action", "review"]

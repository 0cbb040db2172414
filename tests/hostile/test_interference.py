"""Whatever leaves the house stays the same, to the byte, when something changes that its reader may not know of.

A count of words, a hash or an order gives something away that no search for words would find.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from cli.conftest import Coach
from hostile.conftest import Tried, sample
from hostile.full_practice import FIRST, NOW, Held, full
from hostile.handouts import OPTIONS, READERS, WAYS, Handout, Told, handed_out, handouts, options_of
from hostile.hidden_changes import Change, changes, made, together
from hostile.smuggling import SMUGGLERS, Secret, Smuggler
from hostile.test_rooms import FOR_OTHERS

from coachcli.app.context import SystemClock
from coachcli.domain.session.model import Note
from coachcli.domain.value import changed


@pytest.fixture(autouse=True)
def _at_that_moment_and_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    def now(_clock: SystemClock) -> datetime:
        return NOW

    monkeypatch.setattr(SystemClock, "now", now)
    monkeypatch.setattr(os, "fsync", lambda _file: None)


def _with_words(text: str, to: str) -> Callable[[Held], Held]:
    """The practice with other words in a note of the first session."""

    def other(note: Note) -> Note:
        return changed(note, text=note.text.replace(text, to))

    def made(held: Held) -> Held:
        first = held.sessions[FIRST]
        turns = tuple(changed(turn, notes=tuple(map(other, turn.notes))) for turn in first.turns)
        return held.with_session(FIRST, changed(first, turns=turns))

    return made


_HIDDEN = Change((FIRST,), "a word more", frozenset(READERS), _with_words("She sleeps badly", "She sleeps very badly"))
_KNOWN = Change(
    (FIRST,), "other words", frozenset(), lambda held: _with_words("Lead", "Guide")(_with_words("Tell", "Ask")(held))
)
_TELLING = {("session", "export", full().sessions[FIRST].id), ("report", "jane", "--engagement", "lead")}
_HEAPS, _CALLS, _ONE_BY_ONE = 12, 6, 20
"""Every so many-th heap of changes, so many calls for each, and every so many-th change alone, in the long form."""


class Desk:
    """Where calls are made, each on the practice as it was laid out."""

    def __init__(self, coach: Coach, folder: Path) -> None:
        self._coach, self.root, self._target = coach, folder / "practice", folder / "out"
        self._before: dict[Handout, Told] = {}

    def told(self, held: Held, calls: Iterable[Handout]) -> dict[Handout, Told]:
        """What comes of each call."""
        held.written(self.root)
        return {call: self._called(held, call) for call in calls}

    def _called(self, held: Held, call: Handout) -> Told:
        held.restored(self.root)
        return handed_out(self._coach, call, self.root, self._target)

    def differing(self, changes: Iterable[Change], calls: Sequence[Handout]) -> list[Handout]:
        """The calls of which something else comes after these changes."""
        new = [call for call in calls if call not in self._before]
        self._before |= self.told(full(), new) if new else {}
        after = self.told(made(changes, full()), calls)
        return [call for call in calls if self._before[call] != after[call]]


@pytest.fixture
def desk(coach: Coach, tmp_path: Path) -> Desk:
    return Desk(coach, tmp_path)


def test_every_option_of_what_leaves_the_house_was_thought_of() -> None:
    assert {*WAYS} == FOR_OTHERS | {("hours",)}
    assert {command: {*options_of(command)} for command in WAYS} == OPTIONS, "may it give something away? try it"


@pytest.mark.parametrize("reader", ["client", "sponsor"])
def test_what_a_reader_may_know_shows_in_every_form(desk: Desk, reader: str) -> None:
    theirs = (call for call in handouts() if call.reader == reader)
    calls = [call for call in theirs if not _TELLING.isdisjoint({call.words[:3], call.words[:4]})]

    told = sample(calls, 3)

    assert desk.differing([_KNOWN], told) == told


@pytest.mark.parametrize("reader", READERS)
def test_not_a_byte_for_a_reader_changes_by_what_is_hidden_from_them(desk: Desk, tried: Tried, reader: str) -> None:
    theirs = [change for change in changes() if reader in change.hidden_from]
    calls = [call for call in handouts() if call.reader == reader]
    heaps = sample(together(theirs), _HEAPS) + [[one] for one in sample(theirs, len(theirs), long=_ONE_BY_ONE)]
    for number, heap in enumerate(heaps):
        some = sample(calls, max(1, len(calls) // _CALLS), number, long=max(1, len(calls) // _CALLS))
        other = desk.differing(heap, some)
        assert other == [], f"one of these shows: {[str(one) for one in heap if desk.differing([one], other[:1])]}"
    tried("changes hidden from a reader", sum(map(len, heaps)))


@pytest.mark.parametrize("smuggler", SMUGGLERS, ids=lambda one: one.name)
def test_a_fault_that_gives_something_away_is_found(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, smuggler: Smuggler
) -> None:
    call = next(one for one in handouts() if smuggler.shows_in(one))

    smuggler.plant(monkeypatch, Secret(desk.root))

    assert desk.differing([_HIDDEN], [call]) == [call]

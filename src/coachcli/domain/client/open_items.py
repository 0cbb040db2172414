"""Everything that was ever chosen with a client, promised or parked: its number, and what came of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import get_args

from coachcli.domain.client.between import Entry
from coachcli.domain.client.carried import CLOSED, Carried, carried
from coachcli.domain.client.chronology import Event, chronology
from coachcli.domain.client.extract import SessionExtract
from coachcli.domain.session.model import Note
from coachcli.domain.terms import Commitments, Outcome
from coachcli.domain.text import folded, one_line

_Key = tuple[bool, str, str]
_KINDS: dict[str, Commitments] = {kind: kind for kind in get_args(Commitments)}
_NUMBER = re.compile(r"#?(\d{1,6})\.?")


@dataclass(frozen=True, slots=True)
class Followed:
    """One of them. `alone`: the coach chose it when reflecting; `closed` is when it was done or dropped.

    Its number is its place among all there ever were: what is closed keeps it, so it never means another one.
    """

    number: int
    thing: Carried
    alone: bool = False
    outcome: Outcome | None = None
    closed: datetime | None = None
    comment: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has called it done or dropped."""
        return self.closed is None

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its day is over."""
        due = self.thing.due
        return self.is_open and due is not None and due.on is not None and due.on < today


def followed(gists: Sequence[SessionExtract], entries: Sequence[Entry]) -> tuple[Followed, ...]:
    """All of them by number. What is open, and as what, is what a session would be told is."""
    found: dict[_Key, Followed] = {}
    for event in chronology(gists, entries):
        for note in event.notes:
            _take(found, event, note)
    still = {_key(alone, one.kind, one.what): one for alone in (False, True) for one in _open(gists, entries, alone)}
    return tuple(_as_it_is(one, still.get(key)) for key, one in found.items())


def named(words: str, among: Iterable[Followed]) -> list[Followed]:
    """Those that may be meant by a number, by the whole of the words, or by a part of them."""
    everything, wanted = list(among), folded(words)
    if number := _NUMBER.fullmatch(wanted):
        return [one for one in everything if one.number == int(number[1])]
    for fits in (_is_all_of, _begins_a_word_of, _is_part_of):
        if found := [one for one in everything if wanted and fits(wanted, folded(one.thing.what))]:
            return found
    return []


def near(words: str, among: Iterable[Followed]) -> list[Followed]:
    """Those that a slip may have meant: each word is like one of theirs."""
    wanted = folded(words).split()[:20]
    return [one for one in among if wanted and all(_is_like(word, folded(one.thing.what).split()) for word in wanted)]


def _is_all_of(wanted: str, what: str) -> bool:
    return wanted == what


def _begins_a_word_of(wanted: str, what: str) -> bool:
    return f" {wanted}" in f" {what}"


def _is_part_of(wanted: str, what: str) -> bool:
    return wanted in what


def _is_like(word: str, others: Sequence[str]) -> bool:
    return bool(get_close_matches(word, others, n=1, cutoff=0.65))


def _open(gists: Sequence[SessionExtract], entries: Sequence[Entry], alone: bool) -> tuple[Carried, ...]:
    return carried(gists, "reflection" if alone else "conversation", entries)


def _as_it_is(one: Followed, still: Carried | None) -> Followed:
    return replace(one, thing=still, outcome=None, closed=None, comment="") if still else one


def _take(found: dict[_Key, Followed], event: Event, note: Note) -> None:
    seen, kind = note.reviewed, _KINDS.get(note.kind)
    if seen is not None and seen.outcome in CLOSED:
        # Between sessions it is not said whose it is.
        for whose in {event.alone} if event.session else {False, True}:
            one = found.get(key := _key(whose, seen.kind, seen.what))
            if one is not None and one.is_open:
                found[key] = replace(one, outcome=seen.outcome, closed=event.at, comment=note.text)
    elif kind is not None and note.text:
        key = _key(event.alone, kind, note.text)
        number = found[key].number if key in found else len(found) + 1
        thing = Carried(kind, one_line(note.text), event.session, note.due, share_with=note.share_with)
        found[key] = Followed(number, thing, event.alone)


def _key(alone: bool, kind: str, what: str) -> _Key:
    return alone, kind, folded(what)

"""Everything that was ever chosen, promised or parked with a client: its number, and what came of it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import get_args

from coachcli.domain.history.between import Entry
from coachcli.domain.history.chronology import Event, chronology
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.room import has_person
from coachcli.domain.session.carried import CLOSED, Carried
from coachcli.domain.session.model import Note, Reviewed, Session
from coachcli.domain.session.voice import comes_up, side_of, was_heard, whose
from coachcli.domain.session.wording import extras
from coachcli.domain.terms import Commitments, Outcome, Room, Whose
from coachcli.domain.text import folded, one_line
from coachcli.domain.value import Value, changed
from coachcli.patterns import pattern

_Words = tuple[str, str]
_Key = tuple[Room, str, Whose, _Words]
_KINDS: dict[str, Commitments] = {kind: kind for kind in get_args(Commitments)}
_NUMBER = pattern(r"#?(\d{1,6})\.?")


class Followed(Value, frozen=True, omit_defaults=True):
    """A thing that was chosen, promised or parked.

    Its number is its place among all there ever were. A closed thing keeps it, so a number never means another thing.
    `chosen` is when it was chosen last, `engagement` what that session said of the one it belongs to; `closed` is when
    it was done or dropped. `was_aim`: a goal that turned out to be what one hour was for.
    """

    number: int
    thing: Carried
    outcome: Outcome | None = None
    closed: datetime | None = None
    comment: str = ""
    chosen: datetime | None = None
    engagement: str | None = None
    was_aim: bool = False

    silent: bool = False
    """Nobody is reminded of it any more, as the work in which it was chosen has ended."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has called it done or dropped."""
        return self.closed is None

    @property
    def is_awaited(self) -> bool:
        """Whether it is open, and belongs to no work that has ended."""
        return self.is_open and not self.silent

    @property
    def is_clients(self) -> bool:
        """Whether it is the client's own, said where they were."""
        return self.thing.whose == "client" and side_of(self.thing.room) == "client"

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its day is over, and somebody still waits for it."""
        due = self.thing.due
        return self.is_awaited and due is not None and due.on is not None and due.on < today


def followed(sessions: Iterable[Session | SessionExtract], entries: Sequence[Entry]) -> tuple[Followed, ...]:
    """Everything, open or closed, in the order of the numbers."""
    ledger = _Ledger(sessions, entries)
    return tuple(ledger.open.get(key, one) for key, one in ledger.ever.items() if not one.was_aim)


def open_now(sessions: Iterable[Session | SessionExtract], entries: Sequence[Entry]) -> tuple[Followed, ...]:
    """What is open, in the order in which it was last chosen."""
    return tuple(_Ledger(sessions, entries).open.values())


def carried(
    sessions: Iterable[Session | SessionExtract],
    into: Collection[Room],
    entries: Sequence[Entry] = (),
    person: str = "",
) -> tuple[Carried, ...]:
    """What is open when a session begins, after these sessions and the entries between them.

    Of it only what comes up in one of the rooms that the session goes `into`, before the person who is asked there.
    """
    return tuple(one.thing for one in open_now(sessions, entries) if _comes_up(one, into, person))


def _comes_up(one: Followed, into: Collection[Room], person: str) -> bool:
    return any(comes_up(one.thing, room, person) for room in into)


class _Ledger:
    """What became of everything, folded from all events in their order.

    A thing is known by its kind and its words, by whose it is and before whom it was said, and by nothing of the
    framework: chosen again it is the same thing, and open again. `ever` holds everything as it was chosen, `open` what
    is open as it is now, in the order in which it was last chosen.
    """

    def __init__(self, sessions: Iterable[Session | SessionExtract], entries: Sequence[Entry]) -> None:
        self.ever: dict[_Key, Followed] = {}
        self.open: dict[_Key, Followed] = {}
        self._alike: dict[_Words, list[_Key]] = {}
        held = tuple(sessions)
        self._sides = {one.id: side_of(one.framework.room) for one in held}
        for event in chronology(held, entries):
            for note, room in zip(event.notes, event.rooms, strict=True):
                self._take(event, note, room)

    def _take(self, event: Event, note: Note, room: Room) -> None:
        kind = _KINDS.get(note.kind)
        if note.reviewed is not None:
            for key in self._meant(event, note.reviewed, room):
                self._look_back(key, note, note.reviewed, event.at)
        elif kind is not None and note.text:
            self._choose(event, note, kind, room)

    def _meant(self, event: Event, review: Reviewed, room: Room) -> list[_Key]:
        """The things that a look back is about: those in its words, in a session only what can come up in that room.

        An entry between sessions is written by the coach, who knows of everything. It is about what was said in the
        session that it names, else about what was said before the same people, or before anybody where that is gone.
        """
        alike = self._alike.get((review.kind, folded(review.what)), [])
        if event.session:
            return [key for key in alike if was_heard(self.ever[key].thing, room, event.person)]
        named = [key for key in alike if key in self.open and self.open[key].thing.session == review.session]
        side = self._sides.get(review.session)
        return named or [key for key in alike if side in {None, key[0]}]

    def _choose(self, event: Event, note: Note, kind: Commitments, room: Room) -> None:
        person, owner = event.person if has_person(room) else "", whose(note, room)
        item = Carried(
            kind,
            one_line(note.text),
            event.session,
            note.due,
            share_with=note.share_with,
            room=room,
            person=person,
            whose=owner,
        )
        key = side_of(room), person, owner, (kind, folded(note.text))
        if key not in self.ever:
            self._alike.setdefault(key[-1], []).append(key)
        number = self.ever[key].number if key in self.ever else len(self.ever) + 1
        one = Followed(number, item, chosen=event.at, engagement=event.engagement)
        self.ever[key] = one
        self.open.pop(key, None)
        whole = changed(item, details=tuple(extras(note)), confidence=note.confidence)
        self.open[key] = changed(one, thing=whole)

    def _look_back(self, key: _Key, note: Note, review: Reviewed, at: datetime) -> None:
        before = self.open.get(key)
        if before is not None and review.outcome in CLOSED:
            del self.open[key]
            self.ever[key] = changed(
                self.ever[key],
                outcome=review.outcome,
                closed=at,
                comment=note.text,
                was_aim=note.kind == "aim",
            )
        elif before is not None and note.due is not None:
            self.open[key] = changed(before, thing=_put_off(before.thing, note))


def _put_off(before: Carried, note: Note) -> Carried:
    """The open thing with the new day that a note gives it."""
    later = changed(note, details={}, confidence=None)
    rest = before.details[1:] if before.due is not None else before.details
    return changed(before, due=note.due, details=(*extras(later), *rest))


def named(words: str, among: Iterable[Followed]) -> list[Followed]:
    """The things that a number means, or else the whole of their words, or else a part of these."""
    things, text = list(among), folded(words)
    if number := _NUMBER.fullmatch(text):
        return [one for one in things if one.number == int(number[1])]
    for fits in (_is_all_of, _begins_a_word_of, _is_part_of):
        if matches := [one for one in things if text and fits(text, folded(one.thing.what))]:
            return matches
    return []


def near(words: str, among: Iterable[Followed]) -> list[Followed]:
    """The things that misspelt words may mean: each of the words is like one of theirs."""
    terms = folded(words).split()[:20]
    return [one for one in among if terms and all(_is_like(word, folded(one.thing.what).split()) for word in terms)]


def _is_all_of(text: str, what: str) -> bool:
    return text == what


def _begins_a_word_of(text: str, what: str) -> bool:
    return f" {text}" in f" {what}"


def _is_part_of(text: str, what: str) -> bool:
    return text in what


def _is_like(word: str, others: Sequence[str]) -> bool:
    return bool(get_close_matches(word, others, n=1, cutoff=0.65))

"""Two versions of one session: what only one of them has, and what differs between them."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import NamedTuple

from coachcli.domain.session.circle import CIRCLES, narrower
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.session.position import note_at, notes_at
from coachcli.domain.session.wording import appointment_words, full_time
from coachcli.domain.terms import ShareWith
from coachcli.domain.value import Value

_FACTS: dict[str, Callable[[Session], str]] = {
    "Status": lambda one: one.status,
    "Ended": lambda one: full_time(one.ended) if one.ended else "",
    "We meet again": lambda one: appointment_words(one.next) if one.next else "",
    "Minutes planned": lambda one: _number(one.minutes.planned),
    "Minutes spent": lambda one: _number(one.minutes.spent),
    "Framework": lambda one: one.framework.title,
}


class Found(NamedTuple):
    """A note, and the turn at which it was taken."""

    turn: Turn
    note: Note


class Differing(NamedTuple):
    """A note that both have, with who may see it in this version and in the other."""

    turn: Turn
    note: Note
    this: ShareWith
    other: ShareWith

    @property
    def in_both(self) -> ShareWith:
        """Who may see it in both."""
        return narrower(self.this, self.other)


class Otherwise(NamedTuple):
    """A fact that differs, and what each version says of it; empty where a version says nothing."""

    what: str
    this: str
    other: str


class Comparison(Value, frozen=True, dict=True):
    """This version of a session, and the other one."""

    this: Session
    other: Session

    @cached_property
    def pairs(self) -> dict[NoteRef, NoteRef]:
        """Each note that both have, with its place in the other: the same words at the same question."""
        # Equal notes are paired in the order of how many may see them: so nobody comes to see one more.
        theirs: defaultdict[Hashable, deque[NoteRef]] = defaultdict(deque)
        for ref in _widest_first(self.other):
            theirs[_content(self.other, ref)].append(ref)
        pairs = ((ref, theirs[_content(self.this, ref)]) for ref in _widest_first(self.this))
        return {ref: same.popleft() for ref, same in pairs if same}

    @cached_property
    def only_this(self) -> tuple[NoteRef, ...]:
        """The notes that only this version has."""
        return tuple(ref for ref in notes_at(self.this, None) if ref not in self.pairs)

    @cached_property
    def only_other(self) -> tuple[NoteRef, ...]:
        """The notes that only the other version has."""
        theirs = {*self.pairs.values()}
        return tuple(ref for ref in notes_at(self.other, None) if ref not in theirs)

    @property
    def differing(self) -> tuple[Differing, ...]:
        """The notes that more people may see in one version than in the other."""
        refs = (ref for ref in notes_at(self.this, None) if ref in self.pairs)
        pairs = ((found_at(self.this, ref), note_at(self.other, self.pairs[ref])) for ref in refs)
        both = (Differing(*mine, mine.note.share_with, same.share_with) for mine, same in pairs)
        return tuple(one for one in both if one.this != one.other)

    @property
    def otherwise(self) -> tuple[Otherwise, ...]:
        """Everything else that differs between the two."""
        facts = (Otherwise(name, words(self.this), words(self.other)) for name, words in _FACTS.items())
        return tuple(fact for fact in facts if fact.this != fact.other)


def found_at(session: Session, ref: NoteRef) -> Found:
    """The note that a reference names, with its turn."""
    return Found(session.turns[ref.turn], note_at(session, ref))


def asked_in(turn: Turn) -> Hashable:
    """The key of a question that was asked, the same at every visit."""
    return turn.stage, turn.step, turn.question, turn.item, turn.phase, turn.asked, turn.quoting


def _widest_first(session: Session) -> list[NoteRef]:
    return sorted(
        notes_at(session, None), key=lambda ref: CIRCLES.index(note_at(session, ref).share_with), reverse=True
    )


def _content(session: Session, ref: NoteRef) -> Hashable:
    """All that a note says, with its question: without who may see it and when it was added."""
    note = note_at(session, ref)
    parts = (getattr(note, name) for name in note.__struct_fields__ if name not in {"share_with", "added"})
    whole = tuple(frozenset(part.items()) if isinstance(part, dict) else part for part in parts)
    return asked_in(session.turns[ref.turn]), whole


def _number(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes)

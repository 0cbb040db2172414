"""Two versions of a session made into one; a note that both have is seen only by those who may see it in both."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Literal

from coachcli.domain.session.circle import narrower
from coachcli.domain.session.model import Booked, Note, Session, Turn
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.session.position import note_at
from coachcli.domain.terms import ShareWith
from coachcli.domain.value import changed
from coachcli.domain.version.comparison import Comparison, Found, asked_in, found_at

Taking = Literal["this", "other", "both"]


def taken(comparison: Comparison, which: Taking) -> Session:
    """The session made of two versions.

    A note that only one of them has stays as it is where this version is kept; else it is for the coach alone.
    """
    this, other = comparison.this, comparison.other
    in_both = {
        (ref, same): narrower(note_at(this, ref).share_with, note_at(other, same).share_with)
        for ref, same in comparison.pairs.items()
    }
    if which == "other":
        return _shared(other, {same: share for (_, same), share in in_both.items()})
    shares = {ref: share for (ref, _), share in in_both.items()}
    if which == "this":
        return _shared(this, {ref: note_at(this, ref).share_with for ref in comparison.only_this} | shares)
    return _joined(comparison, _shared(this, shares).turns)


def closed_off(comparison: Comparison, which: Taking) -> tuple[Found, ...]:
    """The notes that will be for the coach alone, because only one version has them."""
    mine = tuple(found_at(comparison.this, ref) for ref in comparison.only_this)
    theirs = tuple(found_at(comparison.other, ref) for ref in comparison.only_other)
    shared = tuple(one for one in mine if one.note.share_with != "nobody")
    return {"this": (), "other": theirs, "both": (*shared, *theirs)}[which]


def _shared(session: Session, shares: Mapping[NoteRef, ShareWith]) -> Session:
    """The session with each note shared as `shares` says, and with nobody where it does not say."""
    turns = (
        changed(
            turn,
            notes=tuple(
                changed(note, share_with=shares.get(NoteRef(place, number), "nobody"))
                for number, note in enumerate(turn.notes)
            ),
        )
        for place, turn in enumerate(session.turns)
    )
    return changed(session, turns=tuple(turns))


def _joined(comparison: Comparison, turns: Sequence[Turn]) -> Session:
    """This version with these turns, and with what only the other version has."""
    this, other = comparison.this, comparison.other
    ours = {line.id for line in this.stages}
    changes = {
        "turns": tuple(_all_turns(comparison, turns)),
        "stages": (*this.stages, *(line for line in other.stages if line.id not in ours)),
        "minutes": _longer(this.minutes, other.minutes),
        "next": this.next or other.next,
        "discreet": this.discreet or other.discreet,
    }
    return changed(this, **changes)


def _all_turns(comparison: Comparison, turns: Sequence[Turn]) -> Iterator[Turn]:
    this, other = comparison.this, comparison.other
    same, added = _same_turns(this, other), _added(comparison)
    there = {*same.values()}
    # A return to a question happened in the other version, so it is none here.
    new = [
        changed(turn, notes=tuple(added[place]), back=False)
        for place, turn in enumerate(other.turns)
        if place not in there
    ]
    turns_here = [
        changed(turn, notes=(*turn.notes, *added[same[place]])) if place in same else turn
        for place, turn in enumerate(turns)
    ]
    stands = this.position is not None and this.position.question is not None
    return _put_in(turns_here, new, len(turns_here) - 1 if stands else len(turns_here))


def _added(comparison: Comparison) -> defaultdict[int, list[Note]]:
    """The notes that only the other version has, for the coach alone, by its turns."""
    added = defaultdict[int, list[Note]](list)
    for ref in comparison.only_other:
        added[ref.turn].append(changed(note_at(comparison.other, ref), share_with="nobody"))
    return added


def _same_turns(this: Session, other: Session) -> dict[int, int]:
    """The turns here with the same ones in the other version: by their moment, else the next at the same question."""
    same: dict[int, int] = {}
    for at_its_moment in (True, False):
        there = {*same.values()}
        free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for place, turn in enumerate(other.turns):
            if place not in there:
                free[asked_in(turn), turn.at if at_its_moment else None].append(place)
        for place, turn in enumerate(this.turns):
            found = free[asked_in(turn), turn.at if at_its_moment else None]
            if place not in same and found:
                same[place] = found.popleft()
    return same


def _put_in(turns: Sequence[Turn], new: Sequence[Turn], last: int) -> Iterator[Turn]:
    """The turns with the new ones among them: each before the first later turn, and before `last` at the latest."""
    before = defaultdict[int, list[Turn]](list)
    for one in new:
        before[next((place for place, turn in enumerate(turns[:last]) if turn.at > one.at), last)].append(one)
    for place, turn in enumerate(turns):
        yield from (*before[place], turn)
    yield from before[len(turns)]


def _longer(this: Booked, other: Booked) -> Booked:
    spent = [minutes for minutes in (this.spent, other.spent) if minutes is not None]
    return changed(this, spent=max(spent, default=None))

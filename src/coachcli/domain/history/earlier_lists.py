"""The lists that a client gave in earlier sessions, and what of them comes up when they are brought again."""

from collections.abc import Iterable, Iterator
from typing import get_args

from coachcli.domain.framework.model import Framework, Place
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.framework.questions import LineQuestion
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.room import ROOMS
from coachcli.domain.session.answers import answer_words, is_answer
from coachcli.domain.session.circle import CIRCLES, narrower
from coachcli.domain.session.lists import brings_again
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.terms import Role, Room, ShareWith

_LEAST_CIRCLE: dict[Room, ShareWith] = {
    "client": "nobody",
    "three": "sponsor",
    "sponsor": "sponsor",
    "stakeholder": "client",
    "alone": "nobody",
}
"""Who must be allowed to see a line, at least, for it to come up in a room."""
_IN_LISTS = {"note", *(kind for kind in get_args(Role) if not NOTE_KINDS[kind].has_terms)}


def answered_in_words(turns: Iterable[Turn]) -> tuple[str, ...]:
    """The questions to which somebody may have given a list that is brought again, by their ids."""
    lists = (turn for turn in turns if _may_be_brought(turn) and any(map(_may_be_in_a_list, turn.notes)))
    return tuple(dict.fromkeys(name for turn in lists for name in _names(turn)))


def places_of_lists(framework: Framework) -> Iterator[Place]:
    """Where a framework brings a list again."""
    return (place for place in framework.places if brings_again(place.question))


def names_of_list(framework: Framework, place: Place) -> set[str]:
    """The questions whose list is brought at a place: the one that is named, and what it was called before."""
    again = place.question.again if isinstance(place.question, LineQuestion) else None
    return {again or "", *(old for old, new in framework.renamed.items() if new == again)}


def list_given(sessions: Iterable[Session], framework: Framework, place: Place) -> tuple[Note, ...]:
    """The list that is brought at a place, as it is kept there: the last one in these sessions, newest first.

    What was listed with the sponsor there stands behind what the client listed alone before, and takes nothing off it:
    not all of that was known to the three.
    """
    turns: list[Turn] = []
    for session in sessions:
        turns = [*_answers_in(session, framework, place), *turns]
        if any(turn.room != "three" for turn in turns):
            break
    return tuple(_brought(turns, framework, place))


def _answers_in(session: Session, framework: Framework, place: Place) -> list[Turn]:
    """The visits at which the list was given; where several questions have it, those to the last of them."""
    names, into = names_of_list(framework, place), framework.room_of(place.stage)
    turns = [
        turn for turn in session.turns if names & _names(turn) and _is_heard(turn, into) and any(_lines(turn, place))
    ]
    return [turn for turn in turns if turn.question == turns[-1].question]


def _brought(turns: Iterable[Turn], framework: Framework, place: Place) -> Iterator[Note]:
    """Each line once, without whatever else was said of it, for the narrower circle of the two times."""
    least = CIRCLES.index(_LEAST_CIRCLE[framework.room_of(place.stage)])
    share, kind = framework.share_with_at(place) or "nobody", answer_kind(place.question)
    for note in {answer_words(note): note for turn in turns for note in _lines(turn, place)}.values():
        if CIRCLES.index(note.share_with) >= least:
            yield Note(kind=kind, text=note.text, share_with=narrower(note.share_with, share))


def _lines(turn: Turn, place: Place) -> Iterator[Note]:
    kind = answer_kind(place.question)
    return (note for note in turn.notes if note.kind == kind and _may_be_in_a_list(note))


def _may_be_brought(turn: Turn) -> bool:
    """Whether the client answered, or the coach alone; what others said is brought to nobody."""
    return turn.item is None and (ROOMS[turn.room].clients_own or turn.room == "alone")


def _is_heard(turn: Turn, into: Room) -> bool:
    """Whether the answers at a visit may come up in a room at all: the coach's own come up with nobody else there."""
    return _may_be_brought(turn) and (ROOMS[turn.room].clients_own or into == turn.room)


def _may_be_in_a_list(note: Note) -> bool:
    return note.kind in _IN_LISTS and bool(note.text.strip()) and not is_answer(note)


def _names(turn: Turn) -> set[str]:
    """The question that was asked, without a framework's id before its own, and the one whose list it brought."""
    asked = turn.question.rpartition(".")[2]
    return {asked, turn.again or asked}

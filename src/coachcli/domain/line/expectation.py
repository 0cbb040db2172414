"""What a line would answer: the question at hand, or that of a note that is being rewritten."""

from coachcli.domain.day.reader import DateReader
from coachcli.domain.line.grammar import Expecting
from coachcli.domain.session.answers import answer_at, choices_for
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.lists import at_hand
from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.session.position import note_at, note_in_hand, open_field
from coachcli.domain.session.route import Stop
from coachcli.domain.session.walk import Walk


def expecting(walk: Walk, session: Session, dates: DateReader, rewritten: NoteRef | None = None) -> Expecting:
    """What a line answers: the question at hand, or that of the note `rewritten`."""
    stop = stop_of(walk, session, rewritten) if rewritten else walk.route.current(session)
    field = None if rewritten else open_field(session)
    turn, besides = (rewritten.turn, rewritten.note) if rewritten else (-1, None)
    return Expecting(
        question=stop.place.question if stop else None,
        dates=dates,
        choices=choices_for(stop.place.question, session, walk.framework) if stop else (),
        marked=walk.framework.share_with_at(stop.place) if stop else None,
        field=field,
        note=note_in_hand(session) if field else None,
        item=_looked_back_on(walk, session, stop, rewritten),
        answered=answer_at(session.turns[turn], stop.place.question, besides) if stop else None,
        listed=0 if rewritten else len(at_hand(walk.lists, walk.framework, session)),
    )


def stop_of(walk: Walk, session: Session, ref: NoteRef) -> Stop | None:
    """The stop at which a note was taken; None where the framework has lost its question."""
    turn = session.turns[ref.turn]
    place = walk.framework.by_id.get(turn.question)
    return Stop(place, turn.item) if place else None


def _looked_back_on(walk: Walk, session: Session, stop: Stop | None, rewritten: NoteRef | None) -> Carried | None:
    """The open thing that the line is about, where it looks back on an action or a goal."""
    about = walk.route.about(stop) if stop else None
    review = note_at(session, rewritten).reviewed if rewritten else None
    elsewhere = review is not None and (about is None or about.what != review.what)
    return Carried(review.kind, review.what, review.session) if review and elsewhere else about

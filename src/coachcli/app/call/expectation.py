"""What a line would be an answer to, where the call stands or where a note is rewritten."""

from coachcli.app.call.call import Call
from coachcli.domain.line.grammar import Expecting
from coachcli.domain.session.answers import answer_at, choices_for
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.session.position import note_at, note_in_hand, open_field
from coachcli.domain.session.route import Stop


def expecting(call: Call, amending: NoteRef | None) -> Expecting:
    """What a line is an answer to: the question at hand, or the one whose note is rewritten."""
    session, walk = call.session, call.desk.walk
    stop = stop_of(call, amending) if amending else call.stop
    field = None if amending else open_field(session)
    turn, besides = (amending.turn, amending.note) if amending else (-1, None)
    return Expecting(
        question=stop.place.question if stop else None,
        dates=call.desk.dates,
        choices=choices_for(stop.place.question, session, walk.framework) if stop else (),
        marked=walk.framework.share_with_at(stop.place) if stop else None,
        field=field,
        note=note_in_hand(session) if field else None,
        item=_looked_back_on(call, stop, amending),
        answered=answer_at(session.turns[turn], stop.place.question, besides) if stop else None,
    )


def stop_of(call: Call, ref: NoteRef) -> Stop | None:
    """Where a note was taken; None where nothing is asked now."""
    turn = call.session.turns[ref.turn]
    place = call.desk.walk.framework.by_id.get(turn.question)
    return Stop(place, turn.item) if place else None


def _looked_back_on(call: Call, stop: Stop | None, amending: NoteRef | None) -> Carried | None:
    """What the line is about where actions or goals are looked back on."""
    about = call.desk.walk.route.about(stop) if stop else None
    seen = note_at(call.session, amending).reviewed if amending else None
    elsewhere = seen is not None and (about is None or about.what != seen.what)
    return Carried(seen.kind, seen.what, seen.session) if seen and elsewhere else about

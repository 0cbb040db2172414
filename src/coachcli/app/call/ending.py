"""The end of a call, and what is to be asked before it in any case."""

from coachcli.app.call import recap
from coachcli.app.call.call import Call
from coachcli.domain.answers import notes_on
from coachcli.domain.moves import Closed
from coachcli.domain.position import key_of
from coachcli.domain.route import Stop
from coachcli.domain.session.model import Session


def end(call: Call) -> None:
    """The first time that something could still be asked the coach is told; then it is the end."""
    is_over = call.place is not None and call.place.question.phase != "call"
    waiting = [] if is_over or call.reminded or call.session.amending is not None else _before_it_ends(call)
    if not waiting:
        call.move(Closed())
        return
    call.reminded = True
    call.remark = "\n".join((*waiting, "/end again ends it."))


def _before_it_ends(call: Call) -> list[str]:
    """What there is to say before the end: what is still to be asked, and how the client sums it up."""
    asked = [f"  {asked}  (/go {name})" for name, asked in _still_to_ask(call)]
    offered = ["/recap asks for their own summary."] if recap.is_to_offer(call) else []
    return [*(["Still to ask:"] if asked else []), *asked, *offered]


def _still_to_ask(call: Call) -> list[tuple[str, str]]:
    """The required questions without an answer."""
    walk, session = call.walk, call.session
    waiting = [
        (stop.place.question.id, walk.words_at(stop, session))
        for stop in walk.route.expected(session)
        if stop.place.question.required and not _settled(stop, session)
    ]
    # What is asked about several things in the same words is one thing to read.
    return list(dict.fromkeys(waiting))


def _settled(stop: Stop, session: Session) -> bool:
    """Answered, or where there is nothing to answer, said."""
    if stop.place.question.type == "say":
        return any(key_of(turn) == stop.key for turn in session.turns)
    return bool(notes_on(session, stop.place.question, stop.item))

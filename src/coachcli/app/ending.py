"""The end of a call, and what is to be asked before it in any case."""

from coachcli.app.call import Call
from coachcli.domain.answers import notes_on
from coachcli.domain.moves import Closed
from coachcli.domain.position import key_of
from coachcli.domain.route import Stop
from coachcli.domain.session import Session


def end(call: Call) -> None:
    """The first time that something was to be asked in any case and was not, the coach is told; then it is the end."""
    place, waiting = call.place, [] if call.reminded else _still_to_ask(call)
    if not waiting or (place is not None and place.question.phase != "call"):
        call.move(Closed())
        return
    call.reminded = True
    call.remark = "\n".join(
        ("Still to ask:", *(f"  {asked}  (/go {name})" for name, asked in waiting), "/end again ends it.")
    )


def _still_to_ask(call: Call) -> list[tuple[str, str]]:
    """The required questions without an answer."""
    walk, session = call.desk.walk, call.session
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

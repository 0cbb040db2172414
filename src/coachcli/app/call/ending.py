"""The end of a call, and what is to be asked before it in any case."""

from coachcli.app.call import recap
from coachcli.app.call.call import Call
from coachcli.domain.answers import notes_on
from coachcli.domain.hints import before_the_end
from coachcli.domain.moves import Closed
from coachcli.domain.position import key_of
from coachcli.domain.route import Stop
from coachcli.domain.session.model import Session
from coachcli.errors import Saying

# How many of the things that are missing are told one by one.
_NAMED = 4


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
    """What there is to say before the end: what is still to be asked, what is missing, how the client sums it up."""
    asked = [f"  {asked}" for asked in _still_to_ask(call)]
    missing = _missing(call)
    offered = ["/recap asks for their own summary."] if recap.is_to_offer(call) else []
    heading = ["Still to ask (/go and some of the words goes there):"] if asked else []
    return [*heading, *asked, *([" ".join(missing)] if missing else []), *offered]


def _missing(call: Call) -> list[str]:
    """What the call has not come to yet, the first few by name."""
    found = before_the_end(call.desk.walk.route, call.session)
    told = dict.fromkeys(_told(call, text) for text in found)
    named = list(told)[:_NAMED]
    return [*named, f"And {len(told) - _NAMED} more like these."] if len(told) > _NAMED else named


def _told(call: Call, text: str) -> str:
    """As it may be read here: what names a note says less where others see it, a framework's own words quote nobody."""
    if isinstance(text, Saying):
        return call.told(text)
    return call.walk.fill(text, call.session)


def _still_to_ask(call: Call) -> list[str]:
    """The required questions without an answer."""
    walk, session = call.walk, call.session
    waiting = [
        walk.words_at(stop, session)
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

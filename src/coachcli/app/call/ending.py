"""The end of a call, and what is to be asked before it in any case."""

from coachcli.app.call import recap
from coachcli.app.call.call import Call
from coachcli.domain.session.answers import notes_on
from coachcli.domain.session.hints import before_the_end
from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import Closed
from coachcli.domain.session.position import key_of
from coachcli.domain.session.route import Stop
from coachcli.errors import Saying

# How many of the things that are missing are told one by one.
_NAMED = 4


def end(call: Call) -> None:
    """The first time that something is missing, or could still be asked, the coach is told; then it is the end."""
    is_over = call.place is not None and call.place.question.phase != "call"
    if is_over or call.reminded or call.session.amending is not None:
        call.move(Closed())
        return
    asked, missing, offered = _still_to_ask(call), _missing(call), _offered(call)
    if missing and not asked and not offered and not call.desk.source.interactive:
        # What follows in a pipe was written for the questions after the call: it must answer none before.
        call.desk.source.say(f" {missing}")
        missing = ""
    waiting = [*asked, *filter(None, (missing, offered))]
    if not waiting:
        call.move(Closed())
        return
    call.reminded = True
    call.remark = "\n".join((*waiting, "/end again ends it."))


def _offered(call: Call) -> str:
    """How the client sums it up, where nobody asked them yet."""
    return "/recap asks for their own summary." if recap.is_to_offer(call) else ""


def _missing(call: Call) -> str:
    """What the call has not come to yet, the first few by name."""
    found = before_the_end(call.desk.walk.route, call.session)
    told = dict.fromkeys(_told(call, text) for text in found)
    more = [f"And {len(told) - _NAMED} more like these."] if len(told) > _NAMED else []
    return " ".join([*list(told)[:_NAMED], *more])


def _told(call: Call, text: str) -> str:
    """As it may be read here: what names a note says less where others see it, a framework's own words quote nobody."""
    if isinstance(text, Saying):
        return call.told(text)
    return call.walk.fill(text, call.session)


def _still_to_ask(call: Call) -> list[str]:
    """The required questions without an answer, and how to get there."""
    walk, session = call.walk, call.session
    waiting = [
        f"  {walk.words_at(stop, session)}"
        for stop in walk.route.expected(session)
        if stop.place.question.required and not _settled(stop, session)
    ]
    # What is asked about several things in the same words is one thing to read.
    heading = ["Still to ask (/go and some of the words goes there):"] if waiting else []
    return [*heading, *dict.fromkeys(waiting)]


def _settled(stop: Stop, session: Session) -> bool:
    """Answered, or where there is nothing to answer, said."""
    if stop.place.question.type == "say":
        return any(key_of(turn) == stop.key for turn in session.turns)
    return bool(notes_on(session, stop.place.question, stop.item))

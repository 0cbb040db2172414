"""The end of a call, and what belongs to it: what is still to ask, the client's own summary, the next session."""

from coachcli.app.call import lines
from coachcli.app.call.call import Call
from coachcli.app.call.mode import SummingUp
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.line.grammar import Understood, read_line
from coachcli.domain.line.signs import is_signed, unescaped
from coachcli.domain.room import ROOMS, counts, is_call
from coachcli.domain.session.answers import notes_on
from coachcli.domain.session.circle import Marked, mark_of
from coachcli.domain.session.hints import before_the_end
from coachcli.domain.session.model import Appointment, Note, Session
from coachcli.domain.session.moves import Agreed, Closed, Noted
from coachcli.domain.session.position import key_of, room_in
from coachcli.domain.session.route import Stop
from coachcli.domain.session.wording import appointment_words
from coachcli.domain.terms import Room
from coachcli.domain.text import clean
from coachcli.errors import Saying
from coachcli.live.source import Line

# So many of the things that are missing are named.
_NAMED = 4
_HOW_TO_MEET = "/meet friday 10:00"


def end(call: Call) -> None:
    """End the call. The first time, if something is missing or could still be asked, the coach is told that instead."""
    is_over = call.place is not None and call.place.question.phase != "call"
    if is_over or call.is_reminded or call.session.amending is not None:
        call.move(Closed())
        return
    asked, missing, offered = _still_to_ask(call), _missing(call), _offered(call)
    if missing and not asked and not offered and not call.services.source.interactive:
        # The next lines of a pipe were written for the questions after the call: they must not answer one before.
        call.services.source.say(f" {missing}")
        missing = ""
    waiting = [*asked, *filter(None, (missing, offered))]
    if not waiting:
        call.move(Closed())
        return
    call.remind("\n".join((*waiting, "/end again ends it.")))


def _offered(call: Call) -> str:
    """How to ask the client for their summary; empty where they gave it, or will be asked."""
    return "/recap asks for their own summary." if _is_to_offer(call) else ""


def _missing(call: Call) -> str:
    """What the call lacks so far: the first few hints, and how many more there are."""
    hints = before_the_end(call.services.walk.route, call.session)
    texts = dict.fromkeys(_as_readable_here(call, hint) for hint in hints)
    more = [f"And {len(texts) - _NAMED} more like these."] if len(texts) > _NAMED else []
    return " ".join([*list(texts)[:_NAMED], *more])


def _as_readable_here(call: Call, text: str) -> str:
    """A hint as it may be shown now. Of a Saying others see less; words of a framework are filled without names."""
    if isinstance(text, Saying):
        return call.told(text)
    return call.walk.fill(text, call.session)


def _still_to_ask(call: Call) -> list[str]:
    """The required questions without an answer, under a row that says how to get there."""
    walk, session = call.walk, call.session
    waiting = [
        f"  {walk.words_at(stop, session)}"
        for stop in walk.route.expected(session)
        if stop.place.question.required and not _settled(stop, session)
    ]
    # A question about several things, asked in the same words, is named once.
    heading = ["Still to ask (/go and some of the words goes there):"] if waiting else []
    return [*heading, *dict.fromkeys(waiting)]


def _settled(stop: Stop, session: Session) -> bool:
    """Whether a question is answered; one that takes no answer is settled once it was asked."""
    if stop.place.question.type == "say":
        return any(key_of(turn) == stop.key for turn in session.turns)
    return bool(notes_on(session, stop.place.question, stop.item))


def _room(call: Call) -> Room:
    return room_in(call.services.walk.framework, call.session)


def recap(call: Call, argument: str, line: Line) -> None:
    """Ask for the client's own summary on the next line; with words, note them as the summary."""
    if not is_call(_room(call)):
        call.tell(f"The client is not there to ask: this is {ROOMS[_room(call)].held}.")
    elif argument:
        _hear(call, argument, line)
    else:
        call.turn_to(SummingUp(call.mode))


def sum_up(call: Call, mode: SummingUp, line: Line) -> None:
    """Note the line as the client's summary, and go back to the question; an empty line only goes back."""
    text = clean(line.text).strip()
    if text.startswith("/") and not text.startswith("//"):
        call.refuse("Here their own words are noted. Enter alone leaves it; then commands do what they do.", line)
        return
    call.turn_to(mode.before)
    if text and not _hear(call, text, line):
        call.turn_to(mode)


def _hear(call: Call, text: str, line: Line) -> bool:
    """Note a summary, or what a sign says that it is instead; returns whether it was kept.

    Words between quotation marks are a summary too.
    """
    match read_line(text, call.expecting) if is_signed(text) else None:
        case None:
            words = unescaped(text)
        case Understood(move=Noted(note=Note(kind="quote", text=words))):
            pass
        case _:
            return lines.note_signed(call, text, line)
    note = Note(kind="takeaway", text=words, share_with="client")
    lines.take(call, Understood(Noted(note)), line)
    return True


def _is_to_offer(call: Call) -> bool:
    """Whether the client has not said what they take away from this conversation, and no question to come asks it."""
    session, walk = call.session, call.services.walk
    kinds = {note.kind for _, note in session.notes}
    if not kinds or "takeaway" in kinds or not counts(walk.framework.room) or session.written_up is not None:
        return False
    closing = walk.route.stops(session, "closing")
    return not any(answer_kind(stop.place.question) == "takeaway" for stop in closing)


def meet(call: Call, argument: str, line: Line) -> None:
    """Keep the date of the next session; without words, say what is agreed."""
    if _room(call) == "alone":
        call.tell(f"There is nobody to meet: this is {ROOMS[_room(call)].held}.")
    elif is_signed(argument):
        call.refuse("Not kept: a line with a sign is for you, and the day goes to the client.", line)
    elif argument:
        _agree(call, call.services.appointments(unescaped(argument)), line)
    else:
        call.tell(agreement(call))


def _agree(call: Call, agreed: Appointment, line: Line) -> None:
    """Keep an appointment with a day; without a day, refuse it: the client would be sent mere words."""
    if agreed.on is None:
        call.refuse(f"No day was understood, so nothing was kept. {agreement(call)}", line)
        return
    call.move(Agreed(agreed))
    call.tell(agreement(call))


def agreement(call: Call) -> str:
    """What is agreed, as it was understood; where others see the screen, only that there is a day, or a time too."""
    agreed = call.session.next
    if agreed is None:
        return f"Nothing is agreed yet: {_HOW_TO_MEET}"
    if agreed.on is None:
        words = "The next session is kept as you said it." if call.discreet else _words(call)
        return f"{words} No day was understood, so it is in no calendar; /meet says it again."
    if call.discreet:
        return f"The next session is kept, with a day{' and a time' if agreed.at else ''}."
    return _words(call)


def _words(call: Call) -> str:
    agreed = call.session.next
    mark = mark_of("client") if is_call(_room(call)) else ""
    return Marked(f"We meet again: {appointment_words(agreed)}.", mark) if agreed else ""

"""The client's own summary of the session: asked for from anywhere, and offered before the end."""

from coachcli.app.call import expectation, lines
from coachcli.app.call.call import Call
from coachcli.domain.framework.questions import answer_kind
from coachcli.domain.line.grammar import Understood, read_line
from coachcli.domain.line.signs import is_signed, unescaped
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Noted
from coachcli.domain.text import clean
from coachcli.live.source import Line

QUESTION = "What do you take away from today, in your own words?"
CUE = "Their words, shared with them. Enter alone leaves it."


def recap(call: Call, argument: str, line: Line) -> None:
    """Ask for it on the next line; with words, take those."""
    if call.desk.walk.framework.kind == "reflection":
        call.remark = "There is nobody to ask: this is your own reflection."
    elif argument:
        _hear(call, argument, line)
    else:
        call.asking = QUESTION, CUE


def take(call: Call, line: Line) -> None:
    """What came in answer: nothing leaves it, and one line that is kept is all there is."""
    text = clean(line.text).strip()
    if text.startswith("/") and not text.startswith("//"):
        call.refuse("Here their own words are noted. Enter alone leaves it; then commands do what they do.", line)
    elif not text or _hear(call, text, line):
        call.asking = None


def _hear(call: Call, text: str, line: Line) -> bool:
    """Note it as what it is by its sign; whether it was kept. Words between quotation marks are what they take away."""
    match read_line(text, expectation.expecting(call, None)) if is_signed(text) else None:
        case None:
            words = unescaped(text)
        case Understood(move=Noted(note=Note(kind="quote", text=words))):
            pass
        case _:
            return lines.note_signed(call, text, line)
    note = Note(kind="takeaway", text=words, share_with="client")
    lines.take(call, Understood(Noted(note)), line)
    return True


def is_to_offer(call: Call) -> bool:
    """Whether a conversation is about to end in which the client never said what they take away, nor will be asked."""
    session, walk = call.session, call.desk.walk
    kinds = {note.kind for _, note in session.notes}
    if not kinds or "takeaway" in kinds or walk.framework.kind != "conversation" or session.written_up is not None:
        return False
    closing = walk.route.stops(session, "closing")
    return not any(answer_kind(stop.place.question) == "takeaway" for stop in closing)

"""What today is about, set and told during the call."""

from coachcli.app.call import expectation, lines
from coachcli.app.call.call import Call
from coachcli.app.call.presence import HIDDEN
from coachcli.domain.line.grammar import Understood
from coachcli.domain.line.sharing import is_private, share_of_capture
from coachcli.domain.line.signs import held_back, unescaped
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Noted
from coachcli.domain.session.topic import topic_of
from coachcli.live.source import Line


def topic(call: Call, argument: str, line: Line) -> None:
    """Note what today is about; without words, say what it is."""
    if is_private(argument) or held_back(argument):
        lines.note_signed(call, argument, line)
        return
    if argument:
        marked = expectation.expecting(call, None).marked
        note = Note(kind="topic", text=unescaped(argument), share_with=share_of_capture("topic", marked))
        lines.take(call, Understood(Noted(note)), line)
        return
    known = topic_of(call.session)
    said = f"Today: {known}" if known else "Nothing is said yet of what today is about: /topic TEXT"
    call.remark = HIDDEN if known and call.discreet else said

"""When the next session is, agreed and told during the call."""

from coachcli.app.call.call import Call
from coachcli.domain.export.appointments import appointment_words
from coachcli.domain.line.signs import is_signed, unescaped
from coachcli.domain.session.circle import Marked, mark_of
from coachcli.domain.session.model import Appointment
from coachcli.domain.session.moves import Agreed
from coachcli.live.source import Line

_HOW = "/meet friday 10:00"


def meet(call: Call, argument: str, line: Line) -> None:
    """Keep when it is; without words, say what is agreed."""
    if call.desk.walk.framework.kind == "reflection":
        call.remark = "There is nobody to meet: this is your own reflection."
    elif is_signed(argument):
        call.refuse("Not kept: a line with a sign is for you, and the day goes to the client.", line)
    elif argument:
        _agree(call, call.desk.appointments(unescaped(argument)), line)
    else:
        call.remark = told(call)


def _agree(call: Call, agreed: Appointment, line: Line) -> None:
    """Only a day is kept: mere words would go to the client unasked."""
    if agreed.on is None:
        call.refuse(f"No day was understood, so nothing was kept. {told(call)}", line)
        return
    call.move(Agreed(agreed))
    call.remark = told(call)


def told(call: Call) -> str:
    """What is agreed, as it was understood; where others see the screen, only how much of it was."""
    agreed = call.session.next
    if agreed is None:
        return f"Nothing is agreed yet: {_HOW}"
    if agreed.on is None:
        words = "The next session is kept as you said it." if call.discreet else _words(call)
        return f"{words} No day was understood, so it is in no calendar; /meet says it again."
    if call.discreet:
        return f"The next session is kept, with a day{' and a time' if agreed.at else ''}."
    return _words(call)


def _words(call: Call) -> str:
    agreed = call.session.next
    return Marked(f"We meet again: {appointment_words(agreed)}.", mark_of("client")) if agreed else ""

"""The loop of a call: show what is asked, wait for what comes, let it happen, until the coach leaves."""

from dataclasses import replace

from coachcli.app.call import correction, entry, view
from coachcli.app.call.call import Call, Exit
from coachcli.app.call.unsaved import has_words
from coachcli.domain.line.signs import is_signed
from coachcli.domain.session.moves import Closed, Resumed
from coachcli.live.source import (
    EndOfInput,
    Entered,
    Hooks,
    Line,
    Outcome,
    Pressed,
    Recalled,
    Signalled,
    Stopped,
    View,
)

_FULL = "Not kept: this session is full. Copy the line; /end closes the session, and a new one has room."


def run(call: Call) -> Exit:
    """The whole sitting."""
    call.move(Resumed())
    left: Exit | None = None
    interrupted = False
    try:
        while left is None:
            try:
                left = call.leave("interrupted") if interrupted else _turn(call)
                interrupted = False
            except KeyboardInterrupt:
                # Ctrl-C between two lines, or while leaving waits for the disk, where no prompt took it for a key.
                interrupted = True
    finally:
        call.desk.keeper.close()
    return left


def _turn(call: Call) -> Exit | None:
    """One prompt and what comes of it."""
    if call.desk.signals.heard is not None:
        return call.leave("signalled", call.desk.signals.heard)
    if call.session.status == "ended" and (left := call.leave("ended")):
        return left
    shown, line = view.view(call), call.line
    call.line, call.remark, call.page, call.further_pages = Line(), "", (), []
    is_again, call.is_answered_again = call.is_answered_again, False
    outcome = call.desk.source.read(shown, line, Hooks(call.typed, call.tick))
    outcome = _let_go(outcome) if is_again else outcome
    call.hints.clear()
    call.hear_news()
    return _handle(call, outcome)


def _let_go(outcome: Outcome) -> Outcome:
    """A second answer that was given back, and left as it stood, is no line any more."""
    match outcome:
        case Entered(line=Line(stale=True)) | Recalled(line=Line(stale=True)) | Pressed(line=Line(stale=True)):
            return replace(outcome, line=Line())
        case _:
            return outcome


def _handle(call: Call, outcome: Outcome) -> Exit | None:
    match outcome:
        case Entered(line=line):
            return _entered(call, line)
        case Pressed(command=command, line=line):
            return entry.pressed(call, command, line)
        case Recalled(line=line, later=later):
            correction.leaf(call, line, later=later)
            return None
        case Stopped(line=line):
            return _stopped(call, line)
        case EndOfInput(closed=closed):
            return _out_of_input(call, closed=closed)
        case Signalled(number=number, line=line):
            call.keep(line)
            return call.leave("signalled", number)


def _entered(call: Call, line: Line) -> Exit | None:
    # Saved first, understood later.
    call.keep(line)
    if has_words(line.text) and call.desk.keeper.is_full and not line.text.startswith("/"):
        call.refuse(_FULL, line)
        return None
    left = entry.entered(call, line)
    if not call.line.text:
        call.desk.keeper.line_done()
    return left


def _stopped(call: Call, line: Line) -> Exit | None:
    """Ctrl-C: once asks, twice leaves. The clock stands still meanwhile."""
    call.watch.stop()
    call.keep(line)
    here, asked = view.view(call), "Paused. Enter goes on, p saves and leaves."
    paused = View(("paused",), here.crumbs, asked, remark=here.remark, meter=here.meter)
    match call.desk.source.read(paused, Line(), Hooks(lambda _: None, lambda: None)):
        case Entered(line=answer) if answer.text.strip().casefold() in {"p", "/pause"}:
            return call.leave("paused")
        case EndOfInput():
            return call.leave("paused")
        case Stopped():
            return call.leave("interrupted")
        case Signalled(number=number):
            return call.leave("signalled", number)
        case Entered(line=answer):
            # Words typed here were meant for the question.
            between = "\n" if line.text.strip() and is_signed(answer.text) else ""
            whole = replace(Line.ending(f"{line.text}{between}{answer.text}"), burst=line.burst or answer.burst)
            call.line = whole if answer.text.strip() else line
        case _:
            call.line = line
    call.watch.go()
    return None


def _out_of_input(call: Call, *, closed: bool) -> Exit | None:
    """A pipe that ends after the coach closed the call has no more to say about it: the session ends."""
    if closed and call.reminded and call.session.status != "ended":
        call.move(Closed())
    while closed and call.place is not None and call.place.question.phase != "call":
        call.move(Closed())
    return call.leave("ended" if call.session.status == "ended" else "paused")

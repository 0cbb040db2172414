"""The loop of a call: show a prompt, wait for a line or a key, do what it asks; again, until the coach leaves."""

from coachcli.app.call import commands, correction, ending, lines, view
from coachcli.app.call.autosave import has_words
from coachcli.app.call.call import Call, Exit
from coachcli.app.call.mode import (
    AnsweredAgain,
    Asking,
    Doubting,
    Ground,
    NotingAction,
    Rewriting,
    SummingUp,
    ground_of,
)
from coachcli.domain.line.burst import is_several_lines
from coachcli.domain.line.grammar import Blank, Command, Doubted, Refused, Understood, read_line
from coachcli.domain.line.signs import is_signed
from coachcli.domain.session.moves import Closed, Resumed
from coachcli.domain.value import changed
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
    """Hold the call until the coach leaves it."""
    call.move(Resumed())
    left: Exit | None = None
    interrupted = False
    try:
        while left is None:
            try:
                left = call.leave("interrupted") if interrupted else _turn(call)
                interrupted = False
            except KeyboardInterrupt:
                # No prompt was open to take Ctrl-C as a key: it came between two lines, or while leaving waits.
                interrupted = True
    finally:
        call.services.keeper.close()
    return left


def _turn(call: Call) -> Exit | None:
    """Show one prompt, and do what the line or key that ends it asks."""
    services = call.services
    if services.signals.heard is not None:
        return call.leave("signalled", services.signals.heard)
    if call.session.status == "ended" and (left := call.leave("ended")):
        return left
    shown, line = view.view(call), call.line
    call.begin_prompt()
    outcome = services.source.read(shown, line, Hooks(call.typed, call.tick))
    if isinstance(call.mode, AnsweredAgain):
        call.turn_to(Asking())
        outcome = _let_go(outcome)
    call.end_prompt()
    return _handle(call, outcome)


def _let_go(outcome: Outcome) -> Outcome:
    """The outcome of a prompt; a second answer that was given back, and left unchanged, is taken off its line."""
    match outcome:
        case Entered(line=Line(stale=True)) | Recalled(line=Line(stale=True)) | Pressed(line=Line(stale=True)):
            return changed(outcome, line=Line())
        case _:
            return outcome


def _handle(call: Call, outcome: Outcome) -> Exit | None:
    match outcome:
        case Entered(line=line):
            return _entered(call, line)
        case Pressed(command=command, line=line):
            return _pressed(call, command, line)
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
    # The line is kept first, and understood later.
    call.keep(line)
    keeper = call.services.keeper
    if keeper.is_full and has_words(line.text) and not line.text.startswith("/"):
        call.refuse(_FULL, line)
        return None
    left = _enter(call, line)
    if not call.line.text:
        keeper.line_done()
    return left


def _enter(call: Call, line: Line) -> Exit | None:
    """Hand a complete line to whatever the call's mode says it is for."""
    if line.burst and is_several_lines(line.text):
        lines.take_burst(call, line)
        return None
    match call.mode:
        case NotingAction() as mode:
            lines.note_action_for(call, mode, line)
        case _ if call.in_editor is not None and not line.text.strip():
            lines.bring_in(call, call.in_editor)
        case SummingUp() as mode:
            ending.sum_up(call, mode, line)
        case Rewriting() as mode:
            typed = correction.rewrite(call, mode, line)
            return commands.run(call, typed.name, typed.argument, line) if typed else None
        case mode:
            return _answer(call, mode, line)
    return None


def _answer(call: Call, mode: Ground, line: Line) -> Exit | None:
    """Read a line as typed at the question at hand, or at the map, and do what it means."""
    if isinstance(mode, Doubting):
        call.turn_to(Asking())
    match read_line(line.text, call.expecting):
        case Command(name=name, argument=argument):
            return commands.run(call, name, argument, line)
        case Refused(message=message):
            call.refuse(message, line)
        case Blank():
            lines.go_on(call)
        case Doubted() as doubt:
            lines.ask_again(call, doubt, line, is_sure=mode == Doubting(line.text))
        case Understood() as reading:
            lines.take(call, reading, line)
    return None


def _pressed(call: Call, command: str, line: Line) -> Exit | None:
    """Carry out the command of a key; the line stays as it is."""
    if isinstance(call.mode, Doubting):
        call.turn_to(Asking())
    if command == "leave":
        correction.leave(call)
        return None
    call.put_on_line(line)
    if command == "back":
        return _go_back(call, line)
    if command == "action":
        if not isinstance(call.mode, NotingAction):
            call.turn_to(NotingAction(line, call.mode))
            call.put_on_line(Line())
        return None
    return commands.run(call, command, "", line)


def _go_back(call: Call, line: Line) -> Exit | None:
    """Go back, as the key for it asks; but leave behind a line that the other question would take for its answer."""
    mode = call.mode
    if line.stale:
        call.tell("This line was not taken yet: change it or clear it, then go.")
        return None
    if correction.is_changed(call, line) or (isinstance(mode, NotingAction) and isinstance(mode.before, Rewriting)):
        call.tell("A note is being rewritten: Enter saves it, Esc leaves it as it was; then go.")
        return None
    if isinstance(mode, Rewriting):
        call.put_on_line(Line())
    ground = ground_of(mode)
    call.turn_to(changed(mode, before=ground) if isinstance(mode, NotingAction) else ground)
    return commands.run(call, "back", "", line)


def _stopped(call: Call, line: Line) -> Exit | None:
    """Pause at a first Ctrl-C and ask what now; leave at a second. The clock stands still meanwhile."""
    call.watch.stop()
    call.keep(line)
    call.put_on_line(line)
    here, asked = view.view(call), "Paused. Enter goes on, p saves and leaves."
    paused = View(("paused",), here.crumbs, asked, remark=here.remark, meter=here.meter)
    left: Exit | None = None
    hooks = Hooks(lambda answer: call.typed(_with_answer(line, answer)), lambda: None)
    match call.services.source.read(paused, Line(), hooks):
        case Entered(line=answer) if _is_leave(answer):
            call.keep(line)
            left = call.leave("paused")
        case EndOfInput():
            left = call.leave("paused")
        case Stopped(line=answer):
            call.put_on_line(_with_answer(line, answer))
            call.keep(call.line)
            left = call.leave("interrupted")
        case Signalled(number=number, line=answer):
            call.keep(_with_answer(line, answer))
            left = call.leave("signalled", number)
        case Entered(line=answer):
            call.put_on_line(_with_answer(line, answer))
        case _:
            pass
    if left is None:
        call.watch.go()
    return left


def _is_leave(answer: Line) -> bool:
    return answer.text.strip().casefold() in {"p", "/pause"}


def _with_answer(line: Line, answer: Line) -> Line:
    """The line that Ctrl-C came into, with the words typed since: they were meant for the question."""
    if not answer.text.strip() or _is_leave(answer):
        return line
    between = "\n" if line.text.strip() and is_signed(answer.text) else ""
    whole = Line.ending(f"{line.text}{between}{answer.text}")
    return changed(whole, burst=line.burst or answer.burst)


def _out_of_input(call: Call, *, closed: bool) -> Exit | None:
    """Pause the session where the input ends; but end it where a pipe ends after the call was closed."""
    if closed and call.is_reminded and call.session.status != "ended":
        call.move(Closed())
    while closed and call.place is not None and call.place.question.phase != "call":
        call.move(Closed())
    return call.leave("ended" if call.session.status == "ended" else "paused")

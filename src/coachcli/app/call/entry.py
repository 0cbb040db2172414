"""What comes from the coach: a complete line or a key, and who deals with it."""

from coachcli.app.call import commands, correction, expectation, lines, recap
from coachcli.app.call.call import Call, Exit
from coachcli.domain.line.burst import is_several_lines
from coachcli.domain.line.grammar import Blank, Command, Doubted, Reading, Refused, Understood, read_line
from coachcli.live.source import Line


def entered(call: Call, line: Line) -> Exit | None:
    """A complete line."""
    if line.burst and is_several_lines(line.text):
        lines.take_burst(call, line)
    elif call.aside is not None:
        lines.note_aside(call, line)
    elif call.in_editor is not None and not line.text.strip():
        lines.bring_in(call, call.in_editor)
    elif call.asking is not None:
        recap.take(call, line)
    else:
        return _read(call, line)
    return None


def _read(call: Call, line: Line) -> Exit | None:
    """A line at the question at hand, or in the place of a note that is rewritten."""
    amending, call.amending = call.amending, None
    doubted, call.doubted = call.doubted, ""
    if amending is None:
        reading: Reading | None = read_line(line.text, expectation.expecting(call, None))
    else:
        reading = correction.rewrite_as(call, line.text, amending)
    match reading:
        case Command(name=name, argument=argument):
            return commands.run(call, name, argument, line)
        case Refused(message=message):
            call.amending = amending
            call.refuse(message, line)
        case Blank():
            lines.go_on(call)
        case Doubted():
            lines.ask_again(call, reading, line, is_sure=line.text == doubted)
        case Understood():
            lines.take(call, reading, line)
    return None


def pressed(call: Call, command: str, line: Line) -> Exit | None:
    """A key that means a command: the line stays as it is."""
    call.doubted = ""
    if command == "leave":
        correction.leave(call)
        return None
    call.line = line
    if command == "back" and line.stale:
        # At another question it would be taken for its answer.
        call.remark = "This line was not taken yet: change it or clear it, then go."
        return None
    if command == "back":
        call.line = Line() if call.amending is not None else line
        call.amending = call.asking = None
    if command == "action":
        if call.aside is None:
            call.aside, call.line = line, Line()
        return None
    return commands.run(call, command, "", line)

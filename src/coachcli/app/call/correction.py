"""A note that is put back on the line, and what takes its place."""

from collections.abc import Mapping

from coachcli.app.call.call import Call
from coachcli.app.call.expectation import expecting, stop_of
from coachcli.app.call.presence import HIDDEN
from coachcli.command_line import command
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion
from coachcli.domain.line.details import parted, whole_line
from coachcli.domain.line.grammar import Blank, Command, Reading, Refused, Understood, read_line
from coachcli.domain.line.mended_notes import mended
from coachcli.domain.line.signs import is_signed
from coachcli.domain.session.circle import led_by
from coachcli.domain.session.moves import Amended, Answered, Noted, NoteRef
from coachcli.domain.session.position import last_note, note_at, notes_at
from coachcli.domain.terms import Field
from coachcli.live.source import Line


def leaf(call: Call, line: Line, *, later: bool) -> None:
    """Up and Down: the note here before the one on the line, or the one after it; behind the last an empty line."""
    elsewhere = call.aside is not None or call.asking is not None
    if elsewhere or (call.amending is None and line.text):
        call.line = line
        return
    here = notes_at(call.session, call.stop.key if call.stop else None)
    at = here.index(call.amending) if call.amending in here else len(here)
    wanted = at + (1 if later else -1)
    if 0 <= wanted < len(here):
        _put_back(call, here[wanted])
    elif later:
        call.amending = None
    elif here:
        _put_back(call, here[0])
    else:
        recall(call)


def recall(call: Call) -> None:
    """Put the last note here back on the line, or the default where nothing is noted yet."""
    if call.aside is not None:
        return
    place = call.place
    ref = last_note(call.session, call.stop.key if call.stop else None)
    if ref is not None:
        _put_back(call, ref)
    elif place is not None and isinstance(place.question, NoteQuestion | LineQuestion) and place.question.default:
        call.line = Line.ending(place.question.default)
    else:
        call.remark = "There is no note here yet."


def _put_back(call: Call, ref: NoteRef) -> None:
    if call.discreet:
        call.remark = HIDDEN
        return
    if stop_of(call, ref) is None:
        # Read without its question, an answer would come back as something else.
        call.remark = (
            f"That was noted where nothing is asked now; {command('session', 'edit')} corrects it after the call."
        )
        return
    call.amending = ref
    call.line = Line.ending(whole_line(note_at(call.session, ref)))


def leave(call: Call) -> None:
    """The note stays as it was, and so that nothing of what was typed is offered later, the line is done with."""
    call.amending, call.line = None, Line()
    call.desk.keeper.line_done()


def rewrite_as(call: Call, text: str, ref: NoteRef) -> Command | Refused | None:
    """Take a line that was put back for a note, unless it is a command or cannot be taken: then that."""
    old = note_at(call.session, ref)
    if text == whole_line(old):
        return None
    words, details = parted(text, old)
    reading = read_line(words, expecting(call, ref))
    if isinstance(reading, Command | Refused):
        return reading
    amend(call, reading, ref, words, details)
    return None


def amend(call: Call, reading: Reading, ref: NoteRef, line: str, details: Mapping[Field, str]) -> None:
    """What was typed, and read, takes the place of a note, with these details; an empty line takes it away."""
    match reading:
        case Blank():
            call.move(Amended(ref, None))
            call.remark = "Taken away. /undo brings it back."
        case Understood(move=Noted(note=note) | Answered(note=note), remark=remark):
            old = note_at(call.session, ref)
            new = mended(old, note, call.desk.dates, signed=is_signed(line))
            new = new.model_copy(update={"details": dict(details)})
            call.move(Amended(ref, new))
            call.touched = ref
            call.remark = call.seen(remark)
            call.desk.source.kept(led_by("corrected: ", call.echo(new)))


def rewrite(call: Call, text: str, ref: NoteRef, line: Line) -> None:
    """The last note replaced at once, as `/edit TEXT` asks."""
    if stop_of(call, ref) is None:
        _put_back(call, ref)
        return
    old = note_at(call.session, ref)
    words, told = parted(text, old)
    reading = read_line(words, expecting(call, ref))
    match reading:
        case Refused(message=message):
            call.refuse(message, line)
        case Command():
            call.refuse("That is a command. (A text that begins with / takes two: //)", line)
        case _:
            amend(call, reading, ref, words, {**old.details, **told})

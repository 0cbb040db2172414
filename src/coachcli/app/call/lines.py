"""What words do to a call: an answer, a note, a correction, a jump."""

from collections.abc import Mapping
from dataclasses import replace

from coachcli.app.call import stage_map
from coachcli.app.call.call import Call
from coachcli.app.call.presence import HIDDEN
from coachcli.app.editor_copy import OpenLine
from coachcli.domain.answers import answer_at, answer_words, choices_for
from coachcli.domain.carried import Carried
from coachcli.domain.line.burst import read_burst
from coachcli.domain.line.details import parted, whole_line
from coachcli.domain.line.grammar import (
    Blank,
    Command,
    Doubted,
    Expecting,
    Reading,
    Refused,
    Understood,
    read_action,
    read_line,
)
from coachcli.domain.line.mended_notes import mended
from coachcli.domain.line.place_names import find, nearest_name, question_words
from coachcli.domain.line.signs import is_signed
from coachcli.domain.moves import Amended, Answered, Backed, Detailed, Jumped, Noted, NoteRef, Passed
from coachcli.domain.position import last_note, note_at, note_in_hand, notes_at, open_field
from coachcli.domain.questions import LineQuestion, NoteQuestion
from coachcli.domain.route import Stop
from coachcli.domain.session.circle import led_by
from coachcli.domain.session.model import Note
from coachcli.domain.words import Field
from coachcli.errors import CoachError, Saying
from coachcli.live.source import Line

# How many places a line may name before it is said that there are more.
_LISTED = 4


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
    if _stop_of(call, ref) is None:
        # Read without its question, an answer would come back as something else.
        call.remark = "That was noted where nothing is asked now; coach session edit corrects it after the call."
        return
    call.amending = ref
    call.line = Line.ending(whole_line(note_at(call.session, ref)))


def leave_rewriting(call: Call) -> None:
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
    if _stop_of(call, ref) is None:
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


def bring_in(call: Call, opened: OpenLine) -> None:
    """What was saved in an editor that did not wait comes onto the line; where nothing was, it is left to itself."""
    call.in_editor = None
    try:
        text = opened.saved()
    except CoachError as error:
        call.remark = f"{error.message} {error.hint}"
        return
    if text is None:
        call.line = Line.ending(opened.text)
        call.remark = f"Nothing was saved there yet. What you still save is in {opened.copy}"
    else:
        call.line = Line.ending(text)


def go(call: Call, name: str, line: Line) -> None:
    """Jump to what `name` means, or say why not and give the line back."""
    found = find(call.desk.walk, call.session, name)
    if len(found) == 1:
        call.move(Jumped(found[0].question.id))
    elif found:
        meant = [f"  {question_words(call.walk, call.session, place)}  ({place.stage.title})" for place in found]
        more = [f"  … and {len(meant) - _LISTED} more"] if len(meant) > _LISTED else []
        call.refuse("\n".join(("Which one?", *meant[:_LISTED], *more)), line)
    else:
        call.refuse(f"Nothing here is called that; {_near(call, name)}", line)


def _near(call: Call, name: str) -> str:
    near = nearest_name(call.walk, call.session, name)
    return f"did you mean {near}{'' if near[-1] in '?!…' else '?'}" if near else "/map shows all."


def note_action(call: Call, text: str, line: Line) -> None:
    """An action, said at any question."""
    _note(call, read_action(text, expecting(call, None)), line)


def note_signed(call: Call, text: str, line: Line) -> bool:
    """Note a text that says by its sign what it is, wherever it comes from; whether it was kept."""
    return _note(call, read_line(text, expecting(call, None)), line)


def _note(call: Call, reading: Reading, line: Line) -> bool:
    match reading:
        case Understood():
            take(call, reading, line)
            return True
        case Refused(message=message):
            call.refuse(message, line)
    return False


def expecting(call: Call, amending: NoteRef | None) -> Expecting:
    """What a line is an answer to: the question at hand, or the one whose note is rewritten."""
    session, walk = call.session, call.desk.walk
    stop = _stop_of(call, amending) if amending else call.stop
    field = None if amending else open_field(session)
    turn, besides = (amending.turn, amending.note) if amending else (-1, None)
    return Expecting(
        question=stop.place.question if stop else None,
        dates=call.desk.dates,
        choices=choices_for(stop.place.question, session, walk.framework) if stop else (),
        marked=walk.framework.share_with_at(stop.place) if stop else None,
        field=field,
        note=note_in_hand(session) if field else None,
        item=_looked_back_on(call, stop, amending),
        answered=answer_at(session.turns[turn], stop.place.question, besides) if stop else None,
    )


def _stop_of(call: Call, ref: NoteRef) -> Stop | None:
    turn = call.session.turns[ref.turn]
    place = call.desk.walk.framework.by_id.get(turn.question)
    return Stop(place, turn.item) if place else None


def _looked_back_on(call: Call, stop: Stop | None, amending: NoteRef | None) -> Carried | None:
    """What the line is about where actions or goals are looked back on."""
    about = call.desk.walk.route.about(stop) if stop else None
    seen = note_at(call.session, amending).reviewed if amending else None
    elsewhere = seen is not None and (about is None or about.what != seen.what)
    return Carried(seen.kind, seen.what, seen.session) if seen and elsewhere else about


def take(call: Call, reading: Understood, line: Line) -> None:
    """Make the move a line means; at the map, where nothing is asked, a line may be a name."""
    at_map = call.place is None
    if at_map and isinstance(reading.move, Noted):
        _take_at_map(call, reading.move, call.seen(reading.remark), line)
        return
    if reading.standing is not None and call.desk.source.interactive:
        _give_back(call, reading.standing, line)
        return
    call.remark = call.seen(reading.remark)
    if reading.standing is not None:
        call.remark = call.told(_stands(reading.standing, "Kept as a note for you alone."))
    call.move(reading.move)
    if isinstance(reading.move, Noted | Answered | Detailed):
        call.kept(reading.move.note)


def _give_back(call: Call, answer: Note, line: Line) -> None:
    """A second answer comes back: Enter, with nothing written, leaves it and goes on."""
    corrects = "" if call.discreet else ", Up corrects"
    call.remark = call.told(_stands(answer, f"Enter goes on{corrects}."))
    call.line, call.is_answered_again = replace(line, stale=True), True


def _stands(answer: Note, what_now: str) -> Saying:
    return Saying(f"Answered: {_value_of(answer)}. {what_now}", discreet=f"Answered. {what_now}")


def _value_of(answer: Note) -> str:
    return answer.reviewed.outcome if answer.reviewed else answer_words(answer)


def ask_again(call: Call, reading: Doubted, line: Line, *, is_sure: bool) -> None:
    """A line that may be meant otherwise comes back once; where nobody can say, it is kept for the coach alone."""
    if is_sure or not call.desk.source.interactive:
        take(call, reading.taken if is_sure else reading.kept, line)
        return
    call.refuse(reading.message, line)
    call.doubted = line.text


def take_burst(call: Call, line: Line) -> None:
    """Note lines that came together, whatever was asked for: a question is asked again, a note on the line stays."""
    aside, call.aside, call.amending = call.aside, None, None
    take(call, read_burst(line.text), line)
    call.line = aside or Line()


def _take_at_map(call: Call, move: Noted, remark: str, line: Line) -> None:
    walk, session, name = call.desk.walk, call.session, line.text.strip()
    may_be_name = move.note.kind == "note" and not remark
    is_short = len(name.split()) <= 3
    if may_be_name and call.stage_shown is not None and stage_map.take(call, name, line):
        return
    if may_be_name and is_short and (find(walk, session, name) or nearest_name(walk, session, name)):
        go(call, name, line)
        return
    if not call.session.turns:
        call.move(Passed())
    call.move(move)
    kept = "Kept with the question before." if call.discreet else f"Kept with: {call.session.turns[-1].asked}"
    call.remark = "\n".join(filter(None, (kept, remark)))
    call.kept(move.note)


def go_on(call: Call) -> None:
    """Enter on an empty line: the default where there is one and nothing was noted, then the next question."""
    here = call.stop
    if call.looking:
        call.move(Backed())
        return
    if call.stage_shown is not None:
        call.stage_shown = None
        return
    _take_default(call)
    before = call.session.position
    call.move(Passed())
    if here is None and call.session.position == before:
        call.remark = "Everything was asked. /end closes the session."


def _take_default(call: Call) -> None:
    place = call.place
    question = place.question if place else None
    if not isinstance(question, NoteQuestion | LineQuestion) or not question.default or call.session.turns[-1].notes:
        return
    reading = read_line(question.default, expecting(call, None))
    if isinstance(reading, Understood):
        call.move(reading.move)


def note_aside(call: Call, line: Line) -> None:
    """The action that F2 asked for; then the line that waited is back."""
    if line.text.lstrip().startswith("/"):
        call.refuse("Here an action is noted. Enter alone leaves it; then commands do what they do.", line)
        return
    aside, call.aside = call.aside, None
    if line.text.strip():
        note_action(call, line.text, line)
    call.line = aside or Line()

"""Corrections of a note: its words, changed on the line; its kind; and who may see it."""

from collections.abc import Mapping
from typing import get_args

from coachcli.app.call.call import Call
from coachcli.app.call.lines import quoting_nothing
from coachcli.app.call.mode import NotingAction, Rewriting, SummingUp, ground_of
from coachcli.app.call.open_things import readers_of
from coachcli.app.call.presence import HIDDEN
from coachcli.command_line import command
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion
from coachcli.domain.line.details import parted, whole_line
from coachcli.domain.line.expectation import expecting, stop_of
from coachcli.domain.line.grammar import Blank, Command, Doubted, Reading, Refused, Understood, read_line
from coachcli.domain.line.note_changes import OF_WORDS, kinds_meant, mended, told_of, turned
from coachcli.domain.line.signs import is_signed
from coachcli.domain.note_kinds import is_coachs_alone
from coachcli.domain.room import ROOMS, may_share
from coachcli.domain.session.answers import is_answer
from coachcli.domain.session.circle import READERS, led_by, narrower, shared_now
from coachcli.domain.session.moves import Amended, Answered, Noted, NoteRef
from coachcli.domain.session.position import last_note, note_at, notes_at
from coachcli.domain.session.wording import KIND_NAMES
from coachcli.domain.terms import Field, Kind, ShareWith
from coachcli.domain.value import changed
from coachcli.live.source import Line

_NO_NOTE = "There is no note yet."
_NONE_HERE = "There is no note here yet."


def leaf(call: Call, line: Line, *, later: bool) -> None:
    """Put the note before or after this one on the line, as Up and Down ask; after the last comes an empty line."""
    mode = call.mode
    elsewhere = isinstance(mode, NotingAction | SummingUp)
    if elsewhere or is_changed(call, line) or (not isinstance(mode, Rewriting) and line.text):
        call.put_on_line(line)
        return
    here = notes_at(call.session, call.stop.key if call.stop else None)
    at = here.index(mode.ref) if isinstance(mode, Rewriting) and mode.ref in here else len(here)
    number = at + (1 if later else -1)
    if 0 <= number < len(here):
        _put_back(call, here[number])
    elif later:
        call.turn_to(ground_of(mode))
    elif here:
        _put_back(call, here[0])
    else:
        recall(call)


def is_changed(call: Call, line: Line) -> bool:
    """Whether a note stands on the line that was changed there, and is not saved yet."""
    if not isinstance(call.mode, Rewriting) or not line.text.strip():
        return False
    return line.text != whole_line(note_at(call.session, call.mode.ref))


def edit(call: Call, argument: str, line: Line) -> None:
    """Put the last note at this question back on the line; with words, replace its words by these at once."""
    if not argument:
        recall(call)
        return
    ref = last_note(call.session, call.stop.key if call.stop else None)
    if ref is None:
        call.refuse(_NONE_HERE, Line.ending(argument))
    else:
        _replace(call, argument, ref, line)


def recall(call: Call) -> None:
    """Put the last note at this question back on the line; where there is none yet, the question's default."""
    if isinstance(call.mode, NotingAction):
        return
    place = call.place
    ref = last_note(call.session, call.stop.key if call.stop else None)
    if ref is not None:
        _put_back(call, ref)
    elif place is not None and isinstance(place.question, NoteQuestion | LineQuestion) and place.question.default:
        call.put_on_line(Line.ending(place.question.default))
    else:
        call.tell(_NONE_HERE)


def _put_back(call: Call, ref: NoteRef) -> None:
    ground = ground_of(call.mode)
    call.turn_to(ground)
    if call.discreet:
        call.tell(HIDDEN)
    elif stop_of(call.services.walk, call.session, ref) is None:
        # Without its question, the answer could be read as something else.
        where = command("session", "edit")
        call.tell(f"That was noted where nothing is asked now; {where} corrects it after the call.")
    else:
        call.turn_to(Rewriting(ref, ground))
        call.put_on_line(Line.ending(whole_line(note_at(call.session, ref))))


def leave(call: Call) -> None:
    """Leave the note as it was; the draft forgets what was typed, so that it is not offered later."""
    call.turn_to(ground_of(call.mode))
    call.put_on_line(Line())
    call.services.keeper.line_done()


def rewrite(call: Call, mode: Rewriting, line: Line) -> Command | None:
    """Put a line in the place of the note that stood on the line; a command is returned, and changes no note."""
    old = note_at(call.session, mode.ref)
    call.turn_to(mode.before)
    if line.text == whole_line(old):
        return None
    words, details = parted(line.text, old)
    match _read(call, words, mode.ref):
        case Command() as typed:
            return typed
        case Refused(message=message):
            call.turn_to(mode)
            call.refuse(message, line)
        case Doubted() as doubt if call.services.source.interactive and line.text != mode.doubted:
            _ask_again(call, doubt, mode.ref, line)
        case Doubted(taken=taken, kept=kept):
            _amend(call, taken if line.text == mode.doubted else kept, mode.ref, words, details)
        case reading:
            _amend(call, reading, mode.ref, words, details)
    return None


def _replace(call: Call, text: str, ref: NoteRef, line: Line) -> None:
    """Replace the last note at once, as `/edit TEXT` asks."""
    if stop_of(call.services.walk, call.session, ref) is None:
        _put_back(call, ref)
        return
    old = note_at(call.session, ref)
    words, details = parted(text, old)
    match _read(call, words, ref):
        case Refused(message=message):
            call.refuse(message, line)
        case Command():
            call.refuse("That is a command. (A text that begins with / takes two: //)", line)
        case Doubted() as doubt if call.services.source.interactive:
            _ask_again(call, doubt, ref, Line.ending(text))
        case Doubted(kept=reading) | reading:
            _amend(call, reading, ref, words, {**old.details, **details})


def _read(call: Call, words: str, ref: NoteRef) -> Reading:
    """Read a line as it would be read at the question of a note."""
    services = call.services
    return read_line(words, expecting(services.walk, call.session, services.dates, ref))


def _ask_again(call: Call, doubt: Doubted, ref: NoteRef, line: Line) -> None:
    """Give back a line that may mean something else; entered again unchanged, it takes the place of the note."""
    call.turn_to(Rewriting(ref, ground_of(call.mode), line.text))
    call.refuse(doubt.message, line)


def _amend(call: Call, reading: Reading, ref: NoteRef, line: str, details: Mapping[Field, str]) -> None:
    """Put what was read in the place of a note, with these details; an empty line takes the note away."""
    match reading:
        case Blank():
            call.move(Amended(ref, None))
            call.tell("Taken away. /undo brings it back.")
        case Understood(move=Noted(note=note) | Answered(note=note), remark=remark):
            old = note_at(call.session, ref)
            new = mended(old, note, call.services.dates, signed=is_signed(line))
            new = changed(new, details={**details, **note.details})
            call.move(Amended(ref, new))
            call.tell(call.told(quoting_nothing(remark)))
            call.services.source.kept(led_by("corrected: ", call.echo(new)))


def kind(call: Call, argument: str, line: Line) -> None:
    """Turn the last note of the session into another kind; without a name, say which kinds there are."""
    ref = call.last_note
    kinds = kinds_meant(argument)
    if ref is None:
        call.tell(_NO_NOTE)
    elif not argument:
        now = KIND_NAMES[note_at(call.session, ref).kind]
        call.tell(f"The last note is: {now}. /kind NAME turns it into: {', '.join(OF_WORDS)}.")
    elif len(kinds) != 1:
        names = ", ".join(kinds or OF_WORDS)
        call.refuse(f"That could be: {names}. Which one?" if kinds else f"A note can be: {names}.", line)
    elif is_answer(note_at(call.session, ref)):
        call.tell("The last note is an answer of its own sort, and stays that. /edit corrects it.")
    else:
        note = note_at(call.session, ref)
        new = turned(note, kinds[0], call.services.dates, _marked(call, ref))
        remark = call.told(quoting_nothing(told_of(note, kinds[0], call.services.dates)))
        call.move(Amended(ref, new))
        call.tell(led_by("".join(f"{part}\n" for part in (remark,) if part) + "Now ", call.echo(new)))


def _marked(call: Call, ref: NoteRef) -> ShareWith | None:
    """Who may see the answers to the question of a note; nobody, where that question is not known any more."""
    stop = stop_of(call.services.walk, call.session, ref)
    return call.services.walk.framework.share_with_at(stop.place) if stop is not None else "nobody"


_ALONE: dict[Kind, str] = {
    "theme": "A theme is for you alone here. What others may read of it you write between sessions.",
    "message": "What is to be passed on waits for your next call, and is in nothing that you send.",
}
"""Why a note of a kind is never shared."""


def share(call: Call, argument: str, line: Line) -> None:
    """Change who may see the last note."""
    ref = call.last_note
    if ref is None:
        call.tell(_NO_NOTE)
        return
    note = note_at(call.session, ref)
    choices: dict[str, ShareWith] = {choice: choice for choice in get_args(ShareWith)}
    choice = choices.get(argument.casefold() or "client")
    if choice is None:
        call.refuse("A note is shared with client, sponsor or nobody.", line)
    elif is_coachs_alone(note.kind) and choice != "nobody":
        call.tell(_ALONE.get(note.kind, "That one is for you alone: a line with ~ is never shared."))
    elif not may_share(room := call.session.turns[ref.turn].room) and choice != "nobody":
        call.tell(f"Nothing of this is ever for anybody else: it is from {ROOMS[room].held}.")
    elif (most := readers_of(call, note)) is not None and narrower(most, choice) != choice:
        call.tell(f"What that is about is for {READERS[most]}, and so is what came of it.")
    else:
        shared = changed(note, share_with=choice)
        call.move(Amended(ref, shared))
        change = shared_now(note.share_with, choice)
        call.tell(led_by(f"{change}\n", call.echo(shared)) if choice != "nobody" else change)

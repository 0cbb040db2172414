"""What each command does in a call."""

import re
from collections.abc import Callable

from coachcli.app.call import (
    correction,
    ending,
    framework_switch,
    lines,
    note_pages,
    open_things,
    probes,
    stage_map,
    view,
)
from coachcli.app.call.call import Call, Exit
from coachcli.app.call.help_card import explained, guidance, help_pages, stage_notes
from coachcli.app.call.mode import NotingAction
from coachcli.app.call.presence import HIDDEN
from coachcli.app.call.screen import stage_lines
from coachcli.app.editor_copy import OpenLine
from coachcli.domain.line.commands import nearest_command
from coachcli.domain.line.grammar import Understood
from coachcli.domain.line.sharing import is_private, share_of_capture
from coachcli.domain.line.signs import held_back, unescaped
from coachcli.domain.session.answers import topic_of
from coachcli.domain.session.circle import led_by
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Backed, Mapped, Nexted, Noted, Rebooked, Skipped, Undone
from coachcli.domain.session.wording import length
from coachcli.errors import CoachError
from coachcli.live.source import Line


def run(call: Call, name: str, argument: str, line: Line) -> Exit | None:
    """Carry out a command that was typed; or one on a key, pressed with `line` on the line."""
    match name:
        case "pause":
            return call.leave("paused")
        case "end":
            ending.end(call)
        case _:
            _ACTS[name](call, argument, line)
    return None


def _next(call: Call, _argument: str, _line: Line) -> None:
    call.move(Nexted())


def _back(call: Call, _argument: str, _line: Line) -> None:
    before = call.session.position
    call.move(Backed())
    if call.session.position == before:
        call.tell("This is where it began.")


def _skip(call: Call, _argument: str, _line: Line) -> None:
    call.move(Skipped())


def _go(call: Call, argument: str, line: Line) -> None:
    if argument:
        lines.go(call, argument, line)
    else:
        call.move(Mapped())


def _map(call: Call, argument: str, line: Line) -> None:
    if argument:
        stage_map.show(call, argument, line)
    else:
        call.move(Mapped())


def _undo(call: Call, _argument: str, _line: Line) -> None:
    if not call.history.past:
        call.tell("Nothing was written since you came here; /edit changes the last note.")
        return
    written, agreed = [note for _, note in call.session.notes], call.session.next
    call.move(Undone())
    remaining = [note for _, note in call.session.notes]
    gone = [note for note in written if note not in remaining]
    if len(gone) == 1 and len(remaining) < len(written):
        call.tell(led_by("Taken back: ", call.echo(gone[-1])))
    elif call.session.next != agreed:
        call.tell(f"Taken back. {ending.agreement(call)}")
    else:
        call.tell("Taken back.")


def _editor(call: Call, argument: str, line: Line) -> None:
    text = argument or ("" if line.text.startswith("/editor") else line.text)
    try:
        written = call.services.write_in_editor(text)
    except CoachError as error:
        call.refuse_after(error, Line.ending(text))
        return
    if call.in_editor is not None:
        call.tell(f"What you save where it is open already is in {call.in_editor.copy}")
    call.wait_for_editor(written if isinstance(written, OpenLine) else None)
    call.put_on_line(Line.ending(written) if isinstance(written, str) else Line())


def _action(call: Call, argument: str, line: Line) -> None:
    if argument:
        lines.note_action(call, argument, line)
    else:
        call.turn_to(NotingAction(Line(), call.mode))


def _topic(call: Call, argument: str, line: Line) -> None:
    """Note what today is about; without words, say what was noted of it."""
    if is_private(argument) or held_back(argument):
        lines.note_signed(call, argument, line)
    elif argument:
        share = share_of_capture("topic", call.expecting.marked)
        lines.take(call, Understood(Noted(Note(kind="topic", text=unescaped(argument), share_with=share))), line)
    else:
        topic = topic_of(call.session)
        remark = f"Today: {topic}" if topic else "Nothing is said yet of what today is about: /topic TEXT"
        call.tell(HIDDEN if topic and call.discreet else remark)


def _time(call: Call, argument: str, line: Line) -> None:
    if not argument:
        stages = stage_lines(call.services.walk, call.session)
        call.show((f" The call: {view.meter(call).clock}", *(f"   {text}" for text in stages)))
        return
    match = re.fullmatch(r"([+-]?)(\d{1,4})(?:\s*m(?:in(?:utes)?)?)?", argument)
    if match is None:
        call.refuse("Give minutes: /time 45, or /time +10.", line)
        return
    if call.session.amending is not None:
        call.tell("The session has ended; its minutes stay as they are.")
        return
    minutes = int(match[2])
    planned = call.session.minutes.planned or call.session.seconds // 60
    total = planned + minutes if match[1] == "+" else planned - minutes if match[1] == "-" else minutes
    call.move(Rebooked(min(1440, max(1, total))))
    call.tell(f"The call is now {length(call.session.minutes.planned or 0)} long.")


def _help(call: Call, argument: str, line: Line) -> None:
    if not argument:
        call.show(*help_pages(_about(call), *call.services.source.page_size()))
        return
    explanation = explained(argument)
    if explanation is None:
        near = nearest_command(argument.casefold())
        call.refuse(f"There is no /{argument[:20]}{f'; did you mean /{near}?' if near else '.'}", line)
    else:
        call.tell(explanation)


def _about(call: Call) -> list[str]:
    """What the question at hand takes, and what its stage is for."""
    place, walk = call.place, call.walk
    return [*stage_notes(walk, place, call.session), guidance(walk, place, call.session)] if place else []


def _discreet(call: Call, _argument: str, _line: Line) -> None:
    call.conceal(on=not call.discreet)
    call.tell("No name, no notes; /discreet shows them again." if call.discreet else "Shown again.")


_ACTS: dict[str, Callable[[Call, str, Line], None]] = {
    "next": _next,
    "back": _back,
    "skip": _skip,
    "go": _go,
    "map": _map,
    "probe": probes.probe,
    "undo": _undo,
    "edit": correction.edit,
    "editor": _editor,
    "action": _action,
    "share": correction.share,
    "kind": correction.kind,
    "find": note_pages.find,
    "notes": note_pages.notes,
    "topic": _topic,
    "recap": ending.recap,
    "switch": framework_switch.switch,
    "last": note_pages.last,
    "done": open_things.done,
    "meet": ending.meet,
    "time": _time,
    "discreet": _discreet,
    "help": _help,
}

"""What each command does in a call."""

import re
from collections.abc import Callable
from typing import get_args

from coachcli.app.call import (
    correction,
    ending,
    found_notes,
    framework_switch,
    kinds,
    last,
    lines,
    next_session,
    note_pages,
    open_things,
    probes,
    recap,
    stage_map,
    topic,
    view,
)
from coachcli.app.call.call import Call, Exit
from coachcli.app.call.guidance import guidance, stage_notes
from coachcli.app.call.help_card import explained, help_pages
from coachcli.app.call.screen import stage_lines
from coachcli.app.editor_copy import OpenLine
from coachcli.domain.line.commands import nearest_command
from coachcli.domain.line.sharing import narrower
from coachcli.domain.note_kinds import is_coachs_alone
from coachcli.domain.session.circle import READERS, led_by, shared_now
from coachcli.domain.session.moves import Amended, Backed, Mapped, Nexted, Rebooked, Skipped, Undone
from coachcli.domain.session.position import last_note, note_at
from coachcli.domain.session.wording import length
from coachcli.domain.terms import ShareWith
from coachcli.errors import CoachError
from coachcli.live.source import Line


def run(call: Call, name: str, argument: str, line: Line) -> Exit | None:
    """Carry out a command that was typed, or pressed with `line` on the line."""
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
        call.remark = "This is where it began."


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
        call.remark = "Nothing was written since you came here; /edit changes the last note."
        return
    written, agreed = [note for _, note in call.session.notes], call.session.next
    call.move(Undone())
    left = [note for _, note in call.session.notes]
    gone = [note for note in written if note not in left]
    if gone and len(left) < len(written):
        call.remark = led_by("Taken back: ", call.echo(gone[-1]))
    elif call.session.next != agreed:
        call.remark = f"Taken back. {next_session.told(call)}"
    else:
        call.remark = "Taken back."


def _edit(call: Call, argument: str, line: Line) -> None:
    if not argument:
        correction.recall(call)
        return
    ref = last_note(call.session, call.stop.key if call.stop else None)
    if ref is None:
        call.refuse("There is no note here yet.", Line.ending(argument))
    else:
        correction.rewrite(call, argument, ref, line)


def _editor(call: Call, argument: str, line: Line) -> None:
    text = argument or ("" if line.text.startswith("/editor") else line.text)
    try:
        written = call.desk.write_in_editor(text)
    except CoachError as error:
        call.refuse_after(error, Line.ending(text))
        return
    if call.in_editor is not None:
        call.remark = f"What you save where it is open already is in {call.in_editor.copy}"
    call.in_editor = written if isinstance(written, OpenLine) else None
    call.line = Line.ending(written) if isinstance(written, str) else Line()


def _action(call: Call, argument: str, line: Line) -> None:
    if argument:
        lines.note_action(call, argument, line)
    else:
        call.aside = Line()


def _share(call: Call, argument: str, line: Line) -> None:
    ref = call.last_note
    if ref is None:
        call.remark = "There is no note yet."
        return
    note = note_at(call.session, ref)
    choices: dict[str, ShareWith] = {share: share for share in get_args(ShareWith)}
    share = choices.get(argument.casefold() or "client")
    if share is None:
        call.refuse("A note is shared with client, sponsor or nobody.", line)
    elif is_coachs_alone(note.kind) and share != "nobody":
        call.remark = "That one is for you alone: a line with ~ is never shared."
    elif (most := open_things.readers_of(call, note)) is not None and narrower(most, share) != share:
        call.remark = f"What that is about is for {READERS[most]}, and so is what came of it."
    else:
        shared = note.model_copy(update={"share_with": share})
        call.move(Amended(ref, shared))
        told = shared_now(note.share_with, share)
        call.remark = led_by(f"{told}\n", call.echo(shared)) if share != "nobody" else told


def _time(call: Call, argument: str, line: Line) -> None:
    if not argument:
        stages = stage_lines(call.desk.walk, call.session)
        call.page = (f" The call: {view.meter(call).clock}", *(f"   {text}" for text in stages))
        return
    match = re.fullmatch(r"([+-]?)(\d{1,4})(?:\s*m(?:in(?:utes)?)?)?", argument)
    if match is None:
        call.refuse("Give minutes: /time 45, or /time +10.", line)
        return
    if call.session.amending is not None:
        call.remark = "The session has ended; its minutes stay as they are."
        return
    minutes = int(match[2])
    planned = call.session.minutes.planned or call.session.seconds // 60
    total = planned + minutes if match[1] == "+" else planned - minutes if match[1] == "-" else minutes
    call.move(Rebooked(min(1440, max(1, total))))
    call.remark = f"The call is now {length(call.session.minutes.planned or 0)} long."


def _help(call: Call, argument: str, line: Line) -> None:
    if not argument:
        call.page, *call.further_pages = help_pages(_about(call), *call.desk.source.page_size())
        return
    said = explained(argument)
    if said is None:
        near = nearest_command(argument.casefold())
        call.refuse(f"There is no /{argument[:20]}{f'; did you mean /{near}?' if near else '.'}", line)
    else:
        call.remark = said


def _about(call: Call) -> list[str]:
    """What the question at hand takes, and what its stage is for."""
    place, walk = call.place, call.walk
    return [*stage_notes(walk, place, call.session), guidance(walk, place, call.session)] if place else []


def _discreet(call: Call, _argument: str, _line: Line) -> None:
    call.discreet = not call.discreet
    call.desk.source.conceal(on=call.discreet)
    call.remark = "No name, no notes; /discreet shows them again." if call.discreet else "Shown again."


_ACTS: dict[str, Callable[[Call, str, Line], None]] = {
    "next": _next,
    "back": _back,
    "skip": _skip,
    "go": _go,
    "map": _map,
    "probe": probes.probe,
    "undo": _undo,
    "edit": _edit,
    "editor": _editor,
    "action": _action,
    "share": _share,
    "kind": kinds.kind,
    "find": found_notes.find,
    "notes": note_pages.notes,
    "topic": topic.topic,
    "recap": recap.recap,
    "switch": framework_switch.switch,
    "last": last.last,
    "done": open_things.done,
    "meet": next_session.meet,
    "time": _time,
    "discreet": _discreet,
    "help": _help,
}

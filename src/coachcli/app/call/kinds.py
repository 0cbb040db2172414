"""Turning the last note into another kind during the call."""

from coachcli.app.call.call import Call
from coachcli.domain.line.note_changes import OF_WORDS, kinds_meant, told_of, turned
from coachcli.domain.session.answers import is_answer
from coachcli.domain.session.circle import led_by
from coachcli.domain.session.moves import Amended, NoteRef
from coachcli.domain.session.position import note_at
from coachcli.domain.session.wording import KIND_NAMES
from coachcli.domain.terms import ShareWith
from coachcli.live.source import Line


def kind(call: Call, argument: str, line: Line) -> None:
    """The last note of the session as another kind; without a name, which there are."""
    ref = call.last_note
    meant = kinds_meant(argument)
    if ref is None:
        call.remark = "There is no note yet."
    elif not argument:
        now = KIND_NAMES[note_at(call.session, ref).kind]
        call.remark = f"The last note is: {now}. /kind NAME turns it into: {', '.join(OF_WORDS)}."
    elif len(meant) != 1:
        names = ", ".join(meant or OF_WORDS)
        call.refuse(f"That could be: {names}. Which one?" if meant else f"A note can be: {names}.", line)
    elif is_answer(note_at(call.session, ref)):
        call.remark = "The last note is an answer of its own sort, and stays that. /edit corrects it."
    else:
        note = note_at(call.session, ref)
        changed = turned(note, meant[0], call.desk.dates, _marked(call, ref))
        told = call.seen(told_of(note, meant[0], call.desk.dates))
        call.move(Amended(ref, changed))
        call.remark = led_by("".join(f"{part}\n" for part in (told,) if part) + "Now ", call.echo(changed))


def _marked(call: Call, ref: NoteRef) -> ShareWith | None:
    """Who may see the answers where a note was taken; where that is not known any more, nobody."""
    framework = call.desk.walk.framework
    place = framework.by_id.get(call.session.turns[ref.turn].question)
    return framework.share_with_at(place) if place is not None else "nobody"

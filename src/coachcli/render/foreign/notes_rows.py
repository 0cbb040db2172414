"""Notes as they were understood, file by file and line by line, before anything of them is taken in."""

from collections.abc import Iterator, Sequence
from datetime import time

from coachcli.cells import cut
from coachcli.domain.foreign.notes_file import Fate, NotesFile
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.session.wording import asked_about, full_date, full_time, in_words, length
from coachcli.domain.text import one_line, visible

_WORDS: dict[Fate, str] = {
    "new": "to be taken in",
    "there": "there already",
    "twice": "not taken in again",
    "clash": "not taken in",
    "not understood": "not understood",
}
_USUAL_WIDTH, _NARROWEST = 80, 30
# A longer text is cut before its cells are counted.
_MOST_CHARACTERS = 400


def notes_text(files: Sequence[NotesFile], width: int | None = None) -> str:
    """All files: what becomes of each, its notes under their headings, a row for each; and how many there are."""
    room = max(_NARROWEST, (width or _USUAL_WIDTH) - 1)
    rows = [row for one in files for row in (*_file(one, room), "")]
    return "".join(f"{row}\n" for row in [*rows, *counted(files), *_unmeasured(files)])


def counted(files: Sequence[NotesFile]) -> Iterator[str]:
    """How many files there are of each kind; nobody is named."""
    counts = {fate: sum(one.fate == fate for one in files) for fate in _WORDS}
    yield f"{', '.join(f'{count} {_WORDS[fate]}' for fate, count in counts.items() if count)}."


def _unmeasured(files: Sequence[NotesFile]) -> Iterator[str]:
    """How many do not say how long they were, which only their files can: nothing of it is guessed."""
    found = [one for one in files if one.fate == "new" and one.session and one.session.minutes.spent is None]
    if found:
        yield f"Without minutes, and so in no hours: {len(found)}. First write  minutes: 50  at the top."


def _file(one: NotesFile, room: int) -> Iterator[str]:
    yield visible(one.file)
    whose = f"{one.name}{'' if one.client else ', a new client'}" if one.name else ""
    if one.session is None:
        yield f"  {' · '.join(filter(None, (whose, _fate(one))))}"
        return
    yield f"  {visible(whose)}, {_facts(one.session)} · {_fate(one)}"
    yield from (f"  {said}" for said in one.told)
    if one.fate == "new":
        yield from _notes(one.session, room)


def _fate(one: NotesFile) -> str:
    return visible(f"{_WORDS[one.fate]}{': ' if one.why else ''}{'; '.join(one.why)}")


def _facts(session: Session) -> str:
    started, spent = session.started, session.minutes.spent
    when = full_date(started.date()) if started.timetz().replace(tzinfo=None) == time() else full_time(started)
    count = sum(len(turn.notes) for turn in session.turns)
    notes = f"{count} note{'' if count == 1 else 's'}, for you alone"
    return ", ".join(filter(None, (when, length(spent) if spent is not None else "", notes)))


def _notes(session: Session, room: int) -> Iterator[str]:
    titles = {stage.id: stage.title for stage in session.stages}
    before = ""
    for turn in session.turns:
        heading = _heading(turn, titles)
        if heading != before:
            yield cut(f"    {visible(heading)}", room)
        before = heading
        yield from (cut(f"      {_said(note)}", room) for note in turn.notes)


def _heading(turn: Turn, titles: dict[str, str]) -> str:
    stage, asked = titles.get(turn.stage, turn.stage), asked_about(turn)
    return stage if stage == asked else f"{stage} · {asked}"


def _said(note: Note) -> str:
    kind = "" if note.kind == "note" else f"{NOTE_KINDS[note.kind].name}: "
    return f"{kind}{visible(one_line(in_words(note)[:_MOST_CHARACTERS]))}"

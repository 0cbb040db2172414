"""The page of a session for its coach: all that is in it."""

from collections.abc import Iterable, Iterator
from itertools import islice

from coachcli.domain.export.attendance import attendance
from coachcli.domain.note_kinds import NOTE_KINDS, Style
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.session.by_question import Passage, passages
from coachcli.domain.session.circle import READERS
from coachcli.domain.session.framework_change import frameworks_of
from coachcli.domain.session.model import OWN, Note, Session
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.session.wording import appointment_words, extras, full_date, full_time, headline, length
from coachcli.domain.value import changed


def coach_page(session: Session, client: str) -> Page:
    """The whole session: the actions first, then each stage and question in the order they were first reached."""
    along = ", then ".join(framework.title for framework in frameworks_of(session))
    whose = {} if session.client == OWN else {"Client": client}
    facts = {**whose, "With": attendance(session), "When": full_time(session.started), "Framework": along}
    facts |= {"Length": _length(session), "Status": _status(session)}
    facts["We meet again"] = appointment_words(session.next) if session.next else ""
    actions = tuple(_line(note) for _, note in session.notes if style(note) == "task")
    sections = (Section("Actions", actions),) if actions else ()
    return Page(
        f"{client}, {full_date(session.started.date())}",
        {name: value for name, value in facts.items() if value},
        (*sections, *_by_stage(session)),
        _front_matter(session, client),
        on=session.started.date(),
    )


def page_at(session: Session, client: str, number: int) -> Page:
    """The part of the session around one of its notes, which are counted from 1: its stage, and the note marked."""
    whole = coach_page(session, client)
    at = note_ref(session, number)
    there = [
        passage
        for passage in passages(session)
        if any(ref == at for asked in passage.questions for ref, _ in asked.notes)
    ]
    return changed(whole, sections=tuple(_sections(there, at, f"Note {number}")))


def note_ref(session: Session, number: int) -> NoteRef | None:
    """Where the note of that number is; None where there is none."""
    refs = (NoteRef(turn, note) for turn, one in enumerate(session.turns) for note in range(len(one.notes)))
    return next(islice(refs, number - 1, None), None)


def _by_stage(session: Session) -> list[Section]:
    return list(_sections(passages(session)))


def _sections(there: Iterable[Passage], marked: NoteRef | None = None, mark: str = "") -> Iterator[Section]:
    """Stages with their questions and notes; a note that is marked has the mark before all that is said of it."""
    for passage in there:
        yield Section(passage.title)
        for asked in passage.questions:
            lines = tuple(_labelled(note, mark if ref == marked else "") for ref, note in asked.notes)
            yield Section(asked.title, lines, depth=2)


def _labelled(note: Note, mark: str) -> Line:
    kind = NOTE_KINDS[note.kind]
    name = "" if kind.speaks_for_itself or kind.style == "quote" else kind.name
    label = f"{', '.join(filter(None, (mark, name)))}:" if mark else name
    shared = (f"shared with {READERS[note.share_with]}",) if note.share_with != "nobody" else ()
    line = _line(note)
    return Line(line.text, "text" if line.style == "task" else line.style, label, (*line.details, *shared))


def _line(note: Note) -> Line:
    return Line(headline(note), style(note), details=(*extras(note), *_added(note)))


def _added(note: Note) -> list[str]:
    """When it was written, where that was after the session."""
    return [f"added on {full_date(note.added.date())}"] if note.added is not None else []


def style(note: Note) -> Style:
    """How a note is set: an action can be ticked off, and the client's own words are quoted."""
    return NOTE_KINDS[note.kind].style


def _length(session: Session) -> str:
    planned, spent = session.minutes.planned, session.minutes.spent
    if spent is None:
        return ""
    return f"{length(spent)} of {planned} planned" if planned is not None else length(spent)


def _status(session: Session) -> str:
    if session.status == "ended":
        return "" if session.written_up is None else f"written up on {full_date(session.written_up.date())}"
    return "not ended yet" if session.amending is None else "ended; notes are being added"


def _front_matter(session: Session, client: str) -> dict[str, str | int]:
    front: dict[str, str | int] = {
        **({} if session.client == OWN else {"client": client}),
        "date": session.started.date().isoformat(),
        "framework": session.framework.title,
        "session": session.id,
        "status": session.status,
    }
    if session.minutes.spent is not None:
        front["minutes"] = session.minutes.spent
    return front

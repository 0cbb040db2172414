"""From a session to headings, lines and actions: what every exporter renders, and nothing besides."""

from dataclasses import dataclass, field
from typing import Literal

from coachcli.domain.export.appointments import appointment_words
from coachcli.domain.session.by_question import passages
from coachcli.domain.session.circle import READERS
from coachcli.domain.session.framework_change import models_of
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.wording import KIND_NAMES, extras, full_date, full_time, headline, length

Style = Literal["text", "quote", "task"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to read. `label` says what it is where the heading does not, `details` what belongs to it."""

    text: str
    style: Style = "text"
    label: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. `depth` 1 is a section of the page."""

    title: str
    lines: tuple[Line, ...] = ()
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """A page: a title, facts such as the date, and sections. Empty sections are never in it.

    `greeting` and `closing` make a letter of it: the line before all, the lines below all.
    """

    title: str
    facts: dict[str, str]
    sections: tuple[Section, ...]
    front_matter: dict[str, str | int] = field(default_factory=dict)
    greeting: str = ""
    closing: tuple[str, ...] = ()


def coach_report(session: Session, client: str) -> Report:
    """Everything, by stage and question as they were first reached, with the actions on top."""
    along = ", then ".join(model.title for model in models_of(session))
    facts = {"Client": client, "When": full_time(session.started), "Framework": along}
    facts |= {"Length": _length(session), "Status": _status(session)}
    facts["We meet again"] = appointment_words(session.next) if session.next else ""
    actions = tuple(_line(note) for _, note in session.notes if note.kind == "action")
    sections = (Section("Actions", actions),) if actions else ()
    return Report(
        f"{client}, {full_date(session.started.date())}",
        {name: value for name, value in facts.items() if value},
        (*sections, *_by_stage(session)),
        _front_matter(session, client),
    )


def _by_stage(session: Session) -> list[Section]:
    sections: list[Section] = []
    for passage in passages(session):
        sections.append(Section(passage.title))
        for asked in passage.questions:
            lines = tuple(_labelled(note) for _, note in asked.notes)
            sections.append(Section(asked.title, lines, depth=2))
    return sections


def _labelled(note: Note) -> Line:
    plain = note.kind in {"note", "quote", "scale", "choice", "choices", "yesno", "date", "number", "review"}
    label = "" if plain else KIND_NAMES[note.kind]
    mark = (f"shared with {READERS[note.share_with]}",) if note.share_with != "nobody" else ()
    line = _line(note)
    return Line(line.text, "text" if line.style == "task" else line.style, label, (*line.details, *mark))


def _line(note: Note) -> Line:
    return Line(headline(note), style(note), details=(*extras(note), *_added(note)))


def _added(note: Note) -> list[str]:
    """When it was written, where that was after the session."""
    return [f"added on {full_date(note.added.date())}"] if note.added is not None else []


def style(note: Note) -> Style:
    """How a note is set: actions can be ticked off, and the client's own words are quoted."""
    return "task" if note.kind == "action" else "quote" if note.kind == "quote" else "text"


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
        "client": client,
        "date": session.started.date().isoformat(),
        "framework": session.framework.title,
        "session": session.id,
        "status": session.status,
    }
    if session.minutes.spent is not None:
        front["minutes"] = session.minutes.spent
    return front

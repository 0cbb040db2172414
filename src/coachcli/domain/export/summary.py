"""The summaries for the client and the sponsor: notes under headings that need no explaining."""

from coachcli.domain.export.audience import Shared, SharedNote
from coachcli.domain.export.phrases import BY, details_of, kind_label, outcome_words
from coachcli.domain.export.session_page import style
from coachcli.domain.note_kinds import BY_QUESTION, HEADINGS, NOTE_KINDS, STILL_OPEN, Heading
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.session.model import Note
from coachcli.domain.session.wording import appointment_words, full_date, headline, length
from coachcli.domain.terms import Audience
from coachcli.domain.value import changed


def client_summary(shared: Shared, greeting: str = "", closing: tuple[str, ...] = ()) -> Page:
    """The summary a client can be sent as it is."""
    facts = {"For": shared.client}
    if shared.next is not None:
        facts["We meet again"] = appointment_words(shared.next)
    return Page(
        f"Our session on {full_date(shared.on)}",
        facts,
        _sections(shared, "client"),
        greeting=greeting,
        closing=closing,
        on=shared.on,
    )


def sponsor_summary(shared: Shared, closing: tuple[str, ...] = ()) -> Page:
    """The page for the sponsor: that a session took place, its length, and the notes marked for the sponsor."""
    facts = {"Client": shared.client, "Date": full_date(shared.on)}
    if shared.minutes is not None:
        facts["Length"] = length(shared.minutes)
    title = f"{shared.mode.capitalize()} session"
    return Page(title, facts, _sections(shared, "sponsor"), closing=closing, on=shared.on)


def _sections(shared: Shared, audience: Audience) -> tuple[Section, ...]:
    sections = []
    for heading in HEADINGS:
        notes = map(SharedNote, shared.still_open) if heading is STILL_OPEN else _under(heading, shared)
        lines = tuple(line_of(one, audience) for one in notes)
        if lines:
            sections.append(Section(_title(heading, shared, audience), lines))
    return (*sections, *_by_question(shared, audience))


def _title(heading: Heading, shared: Shared, audience: Audience) -> str:
    """The words above notes; a sponsor reads of a mentor where the hour was mentoring."""
    if audience != "sponsor" or not heading.sponsor_title:
        return heading.title
    return heading.sponsor_title.replace("the coach", f"the {BY[shared.mode]}")


def _under(heading: Heading, shared: Shared) -> list[SharedNote]:
    return [one for one in shared.notes if NOTE_KINDS[one.note.kind].heading is heading]


def _by_question(shared: Shared, audience: Audience) -> list[Section]:
    """Sections of notes that no heading names, each under its question."""
    notes = _under(BY_QUESTION, shared)
    answers: dict[str, list[Line]] = {}
    for one in notes:
        answers.setdefault(one.asked, []).append(line_of(changed(one, asked=""), audience))
    by_question = [Section(question, tuple(lines), depth=2) for question, lines in answers.items() if question]
    return [Section(BY_QUESTION.title, tuple(answers.get("", ()))), *by_question] if notes else []


def line_of(one: SharedNote, audience: Audience) -> Line:
    """A note as its reader has it on a page."""
    note = one.note
    label = one.asked or kind_label(note.kind, audience)
    return Line(_words(note, audience), style(note), label, details_of(note, audience))


def _words(note: Note, audience: Audience) -> str:
    return outcome_words(note.reviewed, audience) if note.reviewed is not None else headline(note)

"""What the client and the sponsor are sent: sorted by what it is, in words that need no explaining."""

from dataclasses import replace

from coachcli.domain.export.appointments import appointment_words
from coachcli.domain.export.audience import UNDER_NO_HEADING, Shared, SharedNote
from coachcli.domain.export.phrases import details_of, kind_label, outcome_words
from coachcli.domain.export.report import Line, Report, Section, style
from coachcli.domain.session.model import Note
from coachcli.domain.session.wording import full_date, headline, length
from coachcli.domain.terms import Audience, Kind

_SUMMARY: tuple[tuple[str, frozenset[Kind]], ...] = (
    ("What came of it", frozenset({"review"})),
    ("What we worked on", frozenset({"topic"})),
    ("Your goal", frozenset({"goal"})),
    ("What became clear", frozenset({"insight", "value", "resource", "obstacle", "measure"})),
    ("In your own words", frozenset({"quote"})),
    ("Options", frozenset({"option"})),
    ("What you will do", frozenset({"action"})),
    ("Still open from before", frozenset()),
    ("What I will do", frozenset({"promise"})),
    ("What you take away", frozenset({"takeaway"})),
    ("Parked for later", frozenset({"parked"})),
)
_SPONSOR_TITLES = {
    "What we worked on": "Topic",
    "Your goal": "Goal",
    "In your own words": "In the client's words",
    "What you will do": "Agreed actions",
    "What I will do": "What the coach will do",
    "What you take away": "Takeaways",
}


def client_report(shared: Shared, greeting: str = "", closing: tuple[str, ...] = ()) -> Report:
    """The summary a client can be sent as it is."""
    facts = {"For": shared.client}
    if shared.next is not None:
        facts["We meet again"] = appointment_words(shared.next)
    return Report(
        f"Our session on {full_date(shared.on)}",
        facts,
        _sections(shared, "client"),
        greeting=greeting,
        closing=closing,
    )


def sponsor_report(shared: Shared, closing: tuple[str, ...] = ()) -> Report:
    """That a session took place, how long it was, and only what is marked for the sponsor."""
    facts = {"Client": shared.client, "Date": full_date(shared.on)}
    if shared.minutes is not None:
        facts["Length"] = length(shared.minutes)
    return Report("Coaching session", facts, _sections(shared, "sponsor"), closing=closing)


def _sections(shared: Shared, audience: Audience) -> tuple[Section, ...]:
    titles = _SPONSOR_TITLES if audience == "sponsor" else {}
    sections = []
    for title, kinds in _SUMMARY:
        seen = [one for one in shared.notes if one.note.kind in kinds] if kinds else map(SharedNote, shared.still_open)
        lines = tuple(_line(one, audience) for one in seen)
        if lines:
            sections.append(Section(titles.get(title, title), lines))
    return (*sections, *_by_question(shared, audience))


def _by_question(shared: Shared, audience: Audience) -> list[Section]:
    """What has no heading of its own stands under its question."""
    rest = [one for one in shared.notes if one.note.kind in UNDER_NO_HEADING]
    answers: dict[str, list[Line]] = {}
    for one in rest:
        answers.setdefault(one.asked, []).append(_line(replace(one, asked=""), audience))
    asked = [Section(question, tuple(lines), depth=2) for question, lines in answers.items() if question]
    return [Section("Also noted", tuple(answers.get("", ()))), *asked] if rest else []


def _line(seen: SharedNote, audience: Audience) -> Line:
    note = seen.note
    label = seen.asked or kind_label(note.kind, audience)
    return Line(_words(note, audience), style(note), label, details_of(note, audience))


def _words(note: Note, audience: Audience) -> str:
    return outcome_words(note.reviewed, audience) if note.reviewed is not None else headline(note)

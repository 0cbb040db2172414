"""The page of a client: who they are, the work agreed on, goals, what is open, the sessions, and the files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from coachcli.domain.client.cadence import cadence_words
from coachcli.domain.client.model import ClientRecord, is_archive_mark, people_words
from coachcli.domain.client.prep import Preparation
from coachcli.domain.client.prep_page import DATES, prep_page
from coachcli.domain.client.prep_words import last_session, next_session
from coachcli.domain.client.work import engagement_lines, road_lines, work_data
from coachcli.domain.engagement.outlook import agreed_rhythm
from coachcli.domain.engagement.page import Work
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.languages import language_code, language_name
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.session.wording import full_date
from coachcli.domain.terms import Room
from coachcli.domain.value import Value, field

_OPEN = ("Actions", "Goals", "You promised", "Parked")
"""What of the card is on the page."""
_MEETINGS: dict[Room, tuple[str, str]] = {
    "client": ("session", "sessions"),
    "three": ("meeting of three", "meetings of three"),
    "sponsor": ("talk with the sponsor", "talks with the sponsor"),
    "stakeholder": ("interview about them", "interviews about them"),
    "alone": ("of your own work about them", "of your own work about them"),
}


class Held(Value, frozen=True):
    """How many sessions there were in a room, and the day of the last one."""

    count: int
    last: date


class ClientPage(Value, frozen=True):
    """All that the page tells. `work` are their engagements, `held` the sessions by who was in the room.

    `folder` is where the files are, `exports` how many were made to be handed on.
    """

    client: str
    record: ClientRecord
    prepared: Preparation
    work: tuple[Work, ...] = ()
    held: Mapping[Room, Held] = field(default_factory=dict)
    folder: str = ""
    exports: int = 0


def held_by_room(extracts: Sequence[SessionExtract]) -> dict[Room, Held]:
    """The sessions counted by who was in the room; sessions with the client come first."""
    days: dict[Room, list[date]] = {room: [] for room in _MEETINGS}
    for extract in extracts:
        days[extract.framework.room].append(extract.started.date())
    return {room: Held(len(there), max(there)) for room, there in days.items() if there}


def client_page(page: ClientPage) -> Page:
    """The page with headings and lines, as the exporters of sessions render them."""
    sections = (Section(title, tuple(lines)) for title, lines in _sections(page))
    return Page(
        page.record.name,
        {name: value for name, value in _facts(page).items() if value},
        tuple(section for section in sections if section.lines),
        on=page.prepared.today,
    )


def _facts(page: ClientPage) -> dict[str, str]:
    record = page.record
    code = language_code(record.language)
    return {
        "Who": people_words(record.people),
        "Role": record.role,
        "Organisation": record.organisation,
        "E-mail": record.email,
        "Language": language_name(code) if code else record.language,
        "Seen": cadence_words(_cadence(page)),
        "Archived": _archived(record.archived),
        "Last session": last_session(page.prepared),
        "Next session": next_session(page.prepared),
    }


def _cadence(page: ClientPage) -> str:
    return agreed_rhythm([work.engagement for work in page.work], page.prepared.today) or page.record.cadence


def _archived(mark: str) -> str:
    """Since when they are archived, where the file gives a day; else `yes`."""
    if not is_archive_mark(mark) or mark.casefold() in {"", "no", "false"}:
        return ""
    return f"since {full_date(date.fromisoformat(mark))}" if mark[0].isdigit() else "yes"


def _sections(page: ClientPage) -> Iterator[tuple[str, Iterable[Line]]]:
    on_card = {section.title: section.lines for section in prep_page(page.prepared).sections}
    yield "Engagement" if len(page.work) == 1 else "Engagements", engagement_lines(page.work)
    yield "Road", road_lines(page.work)
    for title in (DATES, *sorted(_OPEN, key=lambda title: title != "Goals")):
        yield title, on_card.get(title, ())
    yield "Sessions", (Line(_told(room, held)) for room, held in page.held.items())
    yield "Files", _files(page)


def _told(room: Room, held: Held) -> str:
    """How many there were, and when the last one was."""
    one, many = _MEETINGS[room]
    return f"{held.count} {one if held.count == 1 else many}, last on {full_date(held.last)}"


def _files(page: ClientPage) -> Iterator[Line]:
    yield Line(page.folder)
    if page.exports:
        yield Line(f"{page.exports} file{'' if page.exports == 1 else 's'} in exports, made to be handed on")


def client_data(page: ClientPage, card: Mapping[str, Any]) -> dict[str, Any]:
    """The page for programs; `card` is the data of the card."""
    record = page.record
    return {
        "id": page.client,
        **{name: words or None for name, words in record._asdict().items() if name != "id"},
        "engagements": [work_data(work) for work in page.work],
        **{name: card[name] for name in ("last", "next", "dates", "goals", "actions", "promises", "parked")},
        "sessions": {room: {"count": held.count, "last": held.last.isoformat()} for room, held in page.held.items()},
        "folder": page.folder,
        "exports": page.exports,
    }

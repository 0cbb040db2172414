"""What a file that leaves tells of itself: what was thought of, set by us, and nothing else in any form."""

import hashlib
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest
from cli.conftest import Coach
from icalendar import Calendar
from pypdf import PdfReader

from coachcli.app.session.export import Form
from coachcli.domain.terms import Audience
from coachcli.store.paths import Practice

ME = "me: {name: Alex Example, mail: alex@example.com, sign_off: Regards}\n"
AT = datetime(2024, 3, 1, 14, 7, tzinfo=UTC)
DAY = "2024-03-01"
FOR_OTHERS: tuple[Audience, ...] = ("client", "sponsor")
Told = dict[str, str]
"""What a file tells of itself, by the name under which it does."""


def of_markdown(page: bytes) -> Told:
    head = page.decode().partition("---\n")[2].partition("---\n")[0] if page.startswith(b"---\n") else ""
    return dict(row.split(": ", 1) for row in head.split("\n") if row)


def of_text(_page: bytes) -> Told:
    return {}


class _Head(HTMLParser):
    """The names and contents in the head of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Told = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.told[named.get("name") or named.get("http-equiv") or "charset"] = named.get("content", "")

    def handle_comment(self, data: str) -> None:
        self.told["comment"] = data


def of_html(page: bytes) -> Told:
    head = _Head()
    head.feed(page.decode())
    return head.told


def of_pdf(page: bytes) -> Told:
    told = PdfReader(io.BytesIO(page)).metadata
    assert told is not None
    return {name.removeprefix("/"): str(value) for name, value in told.items()}


def of_json(page: bytes) -> Told:
    return {name: json.dumps(value) for name, value in json.loads(page).items()}


def of_eml(page: bytes) -> Told:
    return {name: str(value) for name, value in message_from_bytes(page).items()}


def of_ics(page: bytes) -> Told:
    whole = Calendar.from_ical(page.decode())
    return {name: str(value) for part in whole.walk() for name, value in part.property_items(recursive=False)}


READ: dict[Form, Callable[[bytes], Told]] = {
    "markdown": of_markdown,
    "text": of_text,
    "html": of_html,
    "pdf": of_pdf,
    "json": of_json,
    "eml": of_eml,
    "ics": of_ics,
}
ENTRY = {"BEGIN", "END", "VERSION", "PRODID", "UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DESCRIPTION", "DUE"}
ALLOWED: dict[Form, set[str]] = {
    "markdown": set(),
    "text": set(),
    "html": {"charset", "Content-Security-Policy", "viewport", "color-scheme", "referrer", "author"},
    "pdf": {"Title", "Author", "Creator", "CreationDate", "ModDate"},
    "json": {"client", "on", "started", "minutes", "next", "notes", "still_open"},
    "eml": {"Subject", "From", "Date", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"},
    "ics": ENTRY | {"DTSTART", "DTEND", "TRANSP"},
}


@pytest.fixture
def held(coach: Coach, practice: Practice) -> None:
    """A session that began at an hour that nobody would guess, with an action for each reader."""
    practice.root.mkdir(parents=True, exist_ok=True)
    (practice.root / "coach.yaml").write_text(ME)
    typed = "*call Tom by 2024-03-08\n/share sponsor\n/end\n"
    assert coach("session", "start", "Jane Doe", "-f", "grow", "--at", f"{DAY} 14:07", typed=typed).code == 0


@pytest.fixture
def made(coach: Coach, held: None, tmp_path: Path) -> Callable[[Audience, Form], bytes]:
    assert held is None

    def export(audience: Audience, form: Form) -> bytes:
        target = tmp_path / f"{audience}.{form}"
        answer = coach("session", "export", "jane", "--for", audience, "--as", form, "-o", str(target))
        assert answer.code == 0, answer.err
        return target.read_bytes()

    return export


Made = Callable[[Audience, Form], bytes]


def all_of(form: Form, page: bytes) -> str:
    """All that can be read in a file, and what it tells of itself."""
    if form != "pdf":
        return page.decode()
    sheets = PdfReader(io.BytesIO(page)).pages
    return " ".join([*of_pdf(page).values(), *(sheet.extract_text() for sheet in sheets)])


def test_what_every_form_tells_of_itself_was_thought_of() -> None:
    assert set(READ) == set(ALLOWED) == set(get_args(Form))


@pytest.mark.parametrize("audience", FOR_OTHERS)
def test_a_file_for_somebody_else_tells_nothing_that_was_not_thought_of(
    made: Made, practice: Practice, audience: Audience
) -> None:
    secrets = (str(practice.root), str(Path.home()), str(Path.cwd()), "python", "grow")
    for form in get_args(Form):
        page = made(audience, form)
        there = all_of(form, page).casefold()

        assert set(READ[form](page)) <= ALLOWED[form], form
        assert [secret for secret in secrets if secret.casefold() in there] == [], form


@pytest.mark.parametrize("audience", FOR_OTHERS)
def test_no_day_is_told_but_those_of_the_session(made: Made, audience: Audience) -> None:
    """A calendar must be stamped with the moment at which it was made (RFC 5545), and nothing else is."""
    today = str(datetime.now(tz=UTC).year)

    assert [form for form in get_args(Form) if today in all_of(form, made(audience, form))] == ["ics"]


def test_title_author_and_day_are_told_where_a_file_has_a_place_for_them(made: Made) -> None:
    pdf, mail = of_pdf(made("client", "pdf")), of_eml(made("client", "eml"))

    assert pdf["Title"] == mail["Subject"] == "Our session on Friday 1 March 2024"
    assert (pdf["Author"], mail["From"]) == ("Alex Example", "alex@example.com")
    assert pdf["CreationDate"] == pdf["ModDate"] == "D:20240301000000Z"
    assert of_html(made("client", "html"))["author"] == "Alex Example"


def test_the_hour_of_a_session_is_in_no_file_for_a_sponsor(made: Made) -> None:
    there = {form: all_of(form, made("sponsor", form)) for form in get_args(Form)}

    assert [form for form, page in there.items() if "14:07" in page] == []


def test_nor_can_it_be_worked_out_from_a_calendar(made: Made) -> None:
    """Neither from the stamp and the sequence, nor by trying what a mark could have been made of."""
    told = [part for part in Calendar.from_ical(made("sponsor", "ics").decode()).walk() if "UID" in part]

    minutes = [f"{hour:02}{minute:02}" for hour in range(24) for minute in range(60)]
    tried = [f"jane-doe/{DAY}-{minute} for sponsor: {part}" for minute in minutes for part in ("task 1", "due day 1")]
    marks = {f"{hashlib.sha256(text.encode()).hexdigest()[:32]}@coachcli" for text in tried}

    assert len(told) == 2
    assert not marks & {str(part["uid"]) for part in told}
    for part in told:
        assert part.decoded("dtstamp") - timedelta(seconds=int(str(part["sequence"]))) == AT.replace(hour=0, minute=0)

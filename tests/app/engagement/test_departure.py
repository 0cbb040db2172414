"""What leaves the house is written down before it goes, and where the sponsor hears nothing, nothing goes to them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from app.conftest import MakeSession
from app.engagement.conftest import LEAD, Write
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.engagement.departure import kept_back, note_that_all_leaves
from coachcli.app.named_file import write_named
from coachcli.app.session import export, handover
from coachcli.app.session.export import Form, Opened
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Left
from coachcli.domain.value import changed
from coachcli.errors import CoachError, UsageError
from coachcli.store.client import engagements

TODAY = date(2026, 11, 20)


@pytest.fixture
def opened(context: Context, jane: Client, made: MakeSession) -> Opened:
    made(jane, "2026-11-19-1000")
    return export.open_session(context, "jane")


def left(context: Context) -> tuple[Left, ...]:
    (found,) = engagements.of_client(context.practice, "jane-doe").found
    return found.left


@pytest.mark.parametrize("form", ["markdown", "text", "json", "eml"])
def test_where_the_sponsor_hears_nothing_no_form_of_a_page_is_made(
    context: Context, opened: Opened, write: Write, form: Form
) -> None:
    write("lead", f"{LEAD}sponsor_hears: nothing\n")

    with pytest.raises(UsageError) as raised:
        export.export_text(context, opened, "sponsor", form)

    assert raised.value.message == "It was agreed that the sponsor hears nothing: there is no page for them."
    assert export.export_text(context, opened, "client", form)


def test_where_it_was_not_agreed_a_page_is_made(context: Context, opened: Opened, write: Write) -> None:
    write("lead", f"{LEAD}sponsor_hears: dates\n")

    assert export.export_text(context, opened, "sponsor", "markdown")


def test_of_a_session_that_no_engagement_is_known_of_nothing_goes_where_one_says_so(
    context: Context, opened: Opened, write: Write
) -> None:
    write("lead", f"{LEAD}sponsor_hears: nothing\n")
    write("other", "start: 2026-10-01\n")

    with pytest.raises(UsageError):
        export.export_text(context, opened, "sponsor", "text")


def test_where_nobody_can_read_what_was_agreed_nothing_goes_to_the_sponsor(
    context: Context, opened: Opened, write: Write
) -> None:
    write("lead", "start: soon\nsponsor_hears: nothing")

    with pytest.raises(CoachError, match="start must be a day"):
        export.export_text(context, opened, "sponsor", "text")


def test_a_file_for_the_client_is_noted_without_its_text(context: Context, opened: Opened, write: Write) -> None:
    path = write()

    made = handover.hand_on(context, opened, "markdown")

    lines = made.path.read_text().count("\n")
    assert left(context) == (Left(on=TODAY, audience="client", what="session of 2026-11-19 as markdown", lines=lines),)
    assert path.read_text().startswith(LEAD)


def test_of_a_pdf_as_many_lines_leave_as_there_are_to_read(context: Context, opened: Opened, write: Write) -> None:
    write()
    page = export.exported(context, opened, "client", "pdf")

    export.note_that_it_leaves(context, opened, "client", "pdf", page)

    lines = export.export_text(context, opened, "client", "text").count("\n")
    assert [(one.what, one.lines) for one in left(context)] == [("session of 2026-11-19 as pdf", lines)]


def test_for_the_coach_nothing_leaves(context: Context, opened: Opened, write: Write) -> None:
    write()

    export.note_that_it_leaves(context, opened, "me", "text", b"words\n")

    assert left(context) == ()


def test_it_is_written_before_the_file_and_not_where_none_is_made(
    context: Context, opened: Opened, write: Write, tmp_path: Path
) -> None:
    write()
    target = tmp_path / "page.md"

    def leaves() -> None:
        assert not target.exists()
        export.note_that_it_leaves(context, opened, "sponsor", "markdown", b"words\n")

    write_named(context, b"words\n", target, force=False, before=leaves)
    with pytest.raises(CoachError):
        write_named(context, b"words\n", target, force=False, before=leaves)

    assert [one.audience for one in left(context)] == ["sponsor"]


def test_what_cannot_be_noted_does_not_go(context: Context, opened: Opened, write: Write) -> None:
    write("lead", "{start: 2026-09-01}\n")

    with pytest.raises(CoachError, match="no place for another line"):
        handover.hand_on(context, opened, "markdown")

    assert not list(context.practice.exports("jane-doe").glob("*.md"))


GOAL, WORDS = "lead the division", "calm under fire"
AGREED = {"goals": "2026-09-03", "themes": "2026-09-03"}


@pytest.fixture
def marked(context: Context, jane: Client, made: MakeSession) -> Opened:
    """A session with a goal and an insight that are both marked for the sponsor."""
    notes = (note(GOAL, "goal", "sponsor"), note(WORDS, "insight", "sponsor"))
    made(jane, "2026-11-19-1000", turns=(turn_with(*notes, question="arriving"),), status="ended")
    return export.open_session(context, "jane")


@pytest.fixture
def told(context: Context, marked: Opened, write: Write) -> Callable[[str, Form], tuple[str, str]]:
    """The page that the sponsor gets where this was agreed, and what the coach reads beside it."""

    def tell(agreed: str, form: Form) -> tuple[str, str]:
        write("lead", f"{LEAD}{agreed}")
        return export.export_text(context, marked, "sponsor", form), kept_back(context, "jane-doe", marked.session)

    return tell


def consents(**days: str) -> str:
    return f"consents: {{{', '.join(f'{scope}: {day}' for scope, day in days.items())}}}\n"


FORMS: tuple[Form, ...] = ("markdown", "text", "json", "eml")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("agreed", "leaves"),
    [
        ("", set()),
        (consents(**AGREED), set()),
        (f"sponsor_hears: dates\n{consents(**AGREED)}", set()),
        (f"sponsor_hears: goals\n{consents(**AGREED)}", {GOAL}),
        (f"sponsor_hears: themes\n{consents(themes='2026-09-03')}", {WORDS}),
        (f"sponsor_hears: themes\n{consents(**AGREED)}", {GOAL, WORDS}),
    ],
)
def test_a_mark_leaves_as_far_as_it_was_agreed_and_the_client_consented(
    told: Callable[[str, Form], tuple[str, str]], agreed: str, leaves: set[str], form: Form
) -> None:
    page, beside = told(agreed, form)

    assert {words for words in (GOAL, WORDS) if words in page} == leaves
    assert "19 Nov" in page or "2026-11-19" in page
    assert ("stay" in beside) == (len(leaves) < 2)


@pytest.mark.parametrize(
    ("agreed", "why"),
    [
        ("sponsor_hears: goals\n", "hear of goals, and the client's consent to that is not in the engagement's file."),
        (f"sponsor_hears: goals\n{consents(themes='2026-09-03')}", "consent to that is not in"),
        (f"sponsor_hears: themes\n{consents(goals='2026-09-03')}", "hear of themes, and the client's consent"),
        (f"sponsor_hears: goals\n{consents(goals='2026-11-21')}", "is of 2026-11-21, later than 2026-11-20."),
    ],
)
def test_where_the_client_has_not_agreed_to_it_no_page_is_made_and_it_says_what_is_missing(
    context: Context, marked: Opened, write: Write, agreed: str, why: str
) -> None:
    write("lead", f"{LEAD}{agreed}")

    with pytest.raises(UsageError) as raised:
        export.export_text(context, marked, "sponsor", "text")

    assert why in raised.value.message
    assert raised.value.hint.endswith("or  sponsor_hears: dates.  coach engagement edit jane-doe lead")


def test_of_a_session_that_two_may_be_of_no_more_leaves_than_both_allow(
    context: Context, marked: Opened, write: Write
) -> None:
    write("lead", f"{LEAD}sponsor_hears: themes\n{consents(**AGREED)}")
    write("other", f"start: 2026-10-01\nsponsor_hears: goals\n{consents(goals='2026-10-01')}")

    page = export.export_text(context, marked, "sponsor", "text")

    assert (GOAL in page, WORDS in page) == (True, False)


@pytest.mark.parametrize(("said", "leaves"), [("none", True), ("gone", False)])
def test_what_belongs_to_no_engagement_goes_by_its_marks_and_what_names_a_lost_one_not_at_all(
    context: Context, jane: Client, made: MakeSession, said: str, *, leaves: bool
) -> None:
    turn = turn_with(note(WORDS, "insight", "sponsor"), question="arriving")
    made(jane, "2026-11-19-1000", turns=(turn,), status="ended", engagement=said)

    assert (WORDS in export.export_text(context, export.open_session(context, "jane"), "sponsor", "text")) == leaves


@pytest.mark.parametrize("form", [*FORMS, "ics"])
def test_a_sponsor_hears_of_the_day_and_not_of_the_hour(
    context: Context, jane: Client, made: MakeSession, form: Form
) -> None:
    turn = turn_with(note(WORDS, "action", "sponsor"), question="arriving")
    pages = set()
    for hour in ("1000", "1730"):
        path = made(jane, f"2026-11-19-{hour}", turns=(turn,), status="ended").path
        page = export.export_text(context, export.open_session(context, f"jane-doe/2026-11-19-{hour}"), "sponsor", form)
        # The name of a calendar's item is made of the session's id, and tells nothing of it.
        pages.add("\n".join(row for row in page.split("\n") if not row.startswith(("UID", "SEQUENCE"))))
        path.unlink()

    assert len(pages) == 1


def test_where_the_work_is_mentoring_the_sponsor_reads_of_mentoring(
    context: Context, opened: Opened, write: Write
) -> None:
    write("lead", f"{LEAD}mode: mentoring\n")

    pages = [export.export_text(context, opened, "sponsor", form) for form in ("markdown", "text", "eml")]

    assert all("Mentoring session" in page and "oaching" not in page for page in pages)


def test_that_all_is_given_out_stands_in_the_work_that_is_under_way_or_else_in_the_last(
    context: Context, opened: Opened, write: Write
) -> None:
    assert opened.session is not None
    gone = Left(on=TODAY, audience="client", what="all that is held", lines=9)
    note_that_all_leaves(context, "jane-doe", gone)
    write("lead", LEAD)
    note_that_all_leaves(context, "jane-doe", gone)
    note_that_all_leaves(context, "jane-doe", changed(gone, on=date(2020, 1, 1)))

    assert [one.on for one in left(context)] == [TODAY, date(2020, 1, 1)]


@pytest.mark.parametrize(
    "other",
    [
        {"engagement": "private"},
        {"framework": "reflection"},
        {"framework": "stakeholder-interview"},
        {"framework": "off-track"},
    ],
)
def test_the_name_of_a_file_for_the_sponsor_tells_of_nothing_else_on_that_day(
    context: Context, jane: Client, made: MakeSession, other: dict[str, Any]
) -> None:
    session = made(jane, "2026-11-19-1000", engagement="lead").session
    before = export.export_name(context, export.open_session(context, session.id), "sponsor", "text")

    made(jane, "2026-11-19-0900", **other)

    assert export.export_name(context, export.open_session(context, session.id), "sponsor", "text") == before
    made(jane, "2026-11-19-0800", engagement="lead")
    name = export.export_name(context, export.open_session(context, session.id), "sponsor", "text")
    assert name == "jane-doe-2026-11-19-2-for-sponsor.txt"

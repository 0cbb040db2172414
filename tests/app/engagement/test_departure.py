"""What leaves the house is written down before it goes, and where the sponsor hears nothing, nothing goes to them."""

from datetime import date
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.engagement.conftest import LEAD, Write

from coachcli.app.context import Context
from coachcli.app.named_file import write_named
from coachcli.app.session import export, handover
from coachcli.app.session.export import Form, Opened
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Left
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

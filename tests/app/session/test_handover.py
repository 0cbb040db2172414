"""Files made for the client: in a folder of their own, and over nobody else's."""

from pathlib import Path

import pytest
from app.conftest import MakeSession
from builders import FRIDAY, note, turn_with

from coachcli.app.context import Context
from coachcli.app.session import export
from coachcli.app.session.export import Form, Opened
from coachcli.app.session.handover import hand_on
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Appointment
from coachcli.domain.value import changed


@pytest.fixture
def opened(context: Context, jane: Client, made: MakeSession) -> Opened:
    made(jane, turns=(turn_with(note("mine"), note("call Tom", "action", "client")),), status="ended")
    return export.open_session(context, None)


def later(opened: Opened) -> Opened:
    """The same session after something was added to it."""
    later = changed(opened.session, next=Appointment(words="friday", on=FRIDAY))
    return Opened(later, opened.name, opened.path)


@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("eml", "eml"), ("ics", "ics")])
def test_it_is_in_the_clients_exports_for_the_coach_alone(
    context: Context, opened: Opened, form: Form, ending: str
) -> None:
    path = hand_on(context, opened, form).path

    assert path == context.practice.exports("jane-doe") / f"2026-11-19-1000-for-client.{ending}"
    assert path.read_bytes().decode() == export.export_text(context, opened, "client", form)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_the_same_words_need_no_second_file(context: Context, opened: Opened) -> None:
    assert hand_on(context, opened, "markdown").path == hand_on(context, opened, "markdown").path


def test_what_was_written_before_keeps_its_place_and_the_new_one_gets_a_number(
    context: Context, opened: Opened
) -> None:
    first = hand_on(context, opened, "markdown").path
    first.write_text("I wrote something here", encoding="utf-8")
    second = hand_on(context, opened, "markdown").path
    third = hand_on(context, later(opened), "markdown").path

    assert first.read_text(encoding="utf-8") == "I wrote something here"
    assert [second.name, third.name] == ["2026-11-19-1000-for-client-2.md", "2026-11-19-1000-for-client-3.md"]


def test_what_was_just_made_is_made_anew_unless_somebody_touched_it(context: Context, opened: Opened) -> None:
    made = hand_on(context, opened, "markdown")
    anew = hand_on(context, later(opened), "markdown", made)
    anew.path.write_text("I wrote something here", encoding="utf-8")
    beside = hand_on(context, opened, "markdown", anew)

    assert anew.path == made.path
    assert beside.path != made.path
    assert made.path.read_text(encoding="utf-8") == "I wrote something here"


def test_a_link_is_not_followed(context: Context, opened: Opened, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("not mine", encoding="utf-8")
    first = hand_on(context, opened, "markdown").path
    first.unlink()
    first.symlink_to(outside)

    assert hand_on(context, opened, "markdown").path != first
    assert outside.read_text(encoding="utf-8") == "not mine"

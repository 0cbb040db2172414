"""What there is to read of a session: for whom, in which form."""

import json
from pathlib import Path

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app import reading
from coachcli.app.context import Context
from coachcli.app.reading import Opened
from coachcli.domain.client import Client
from coachcli.domain.words import Audience
from coachcli.errors import CoachError, InUseError, NotFoundError, UsageError
from coachcli.store.paths import markdown_file

SECRET, FOR_CLIENT, FOR_SPONSOR = "her secret fear", "call Tom", "lead the team"


@pytest.fixture
def path(jane: Client, made: MakeSession) -> Path:
    """A session with something for each reader."""
    notes = (note(SECRET), note(FOR_CLIENT, "action", "client"), note(FOR_SPONSOR, "goal", "sponsor"))
    return made(jane, turns=(turn_with(*notes, question="arriving"),), status="ended").path


@pytest.fixture
def opened(context: Context, path: Path) -> Opened:
    del path
    return reading.open_session(context, None)


@pytest.mark.parametrize("wanted", [None, "last", "Jane Doe", "jane-doe/2026-11-19", "jane-doe/2026-11-19-1000"])
def test_a_session_is_opened_with_its_clients_name(context: Context, path: Path, wanted: str | None) -> None:
    opened = reading.open_session(context, wanted)

    assert (opened.path, opened.name, opened.session.id) == (path, "Jane Doe", "jane-doe/2026-11-19-1000")


def test_before_there_is_one_the_way_to_begin_is_named(context: Context) -> None:
    with pytest.raises(NotFoundError, match="There is no session yet") as told:
        reading.open_session(context, None)

    assert told.value.hint == "coach session start begins one."


def test_a_client_whose_file_is_gone_goes_by_the_folder(context: Context, path: Path) -> None:
    (path.parents[1] / "client.yaml").unlink()

    assert reading.open_session(context, None).name == "jane-doe"


@pytest.mark.parametrize("form", ["markdown", "text", "json"])
@pytest.mark.parametrize(
    ("audience", "sees"),
    [
        ("me", {SECRET, FOR_CLIENT, FOR_SPONSOR}),
        ("client", {FOR_CLIENT, FOR_SPONSOR}),
        ("sponsor", {FOR_SPONSOR}),
    ],
)
def test_each_reader_sees_what_is_marked_for_them(
    opened: Opened, audience: Audience, form: reading.Form, sees: set[str]
) -> None:
    page = reading.export_text(opened, audience, form)

    assert {words for words in (SECRET, FOR_CLIENT, FOR_SPONSOR) if words in page} == sees


@pytest.mark.parametrize("audience", ["me", "client", "sponsor"])
def test_what_a_program_gets_can_be_read(opened: Opened, audience: Audience) -> None:
    data = json.loads(reading.export_text(opened, audience, "json"))

    assert data.get("client_name", data["client"]) == "Jane Doe"


@pytest.mark.parametrize(
    ("audience", "form", "name"),
    [
        ("client", "markdown", "jane-doe-2026-11-19-1000-grow-for-client.md"),
        ("me", "text", "jane-doe-2026-11-19-1000-grow-for-me.txt"),
        ("sponsor", "json", "jane-doe-2026-11-19-1000-grow-for-sponsor.json"),
    ],
)
def test_an_exported_file_says_whose_it_is_and_who_may_read_it(
    opened: Opened, audience: Audience, form: reading.Form, name: str
) -> None:
    assert reading.export_name(opened, audience, form) == name


# Writing an export


def test_an_export_is_written_to_the_letter_for_the_coach_alone(tmp_path: Path) -> None:
    target = reading.write_export("Grüße\r\n漢字\n", tmp_path / "out.md", force=False)

    assert target.read_bytes() == "Grüße\r\n漢字\n".encode()
    assert target.stat().st_mode & 0o777 == 0o600


def test_what_is_there_is_overwritten_only_if_the_coach_insists(tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(InUseError, match="is there already") as told:
        reading.write_export("new", target, force=False)

    assert target.read_text(encoding="utf-8") == "mine"
    assert "--force" in told.value.hint
    reading.write_export("new", target, force=True)
    assert target.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_never_overwritten(tmp_path: Path, force: bool) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CoachError):
        reading.write_export("new", tmp_path / "folder", force=force)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        reading.write_export("new", tmp_path / "nowhere" / "out.md", force=False)

    assert not (tmp_path / "nowhere").exists()


# The page beside the session


def test_the_page_says_first_that_it_is_derived(context: Context, path: Path) -> None:
    page = reading.refresh_page(context, path)
    first = page.read_text(encoding="utf-8").split("\n")[:2]

    assert page == markdown_file(path)
    assert first == ["---", f"# Made from {path.name}; changes here are lost, change that one."]


def test_the_page_can_be_made_anew_and_is_the_same(context: Context, path: Path) -> None:
    before = reading.refresh_page(context, path).read_bytes()
    markdown_file(path).unlink()

    assert reading.refresh_page(context, path).read_bytes() == before


def test_a_changed_page_is_made_anew_from_the_session(context: Context, path: Path) -> None:
    before = reading.refresh_page(context, path).read_bytes()
    markdown_file(path).write_text("scribbled over", encoding="utf-8")

    assert reading.refresh_page(context, path).read_bytes() == before

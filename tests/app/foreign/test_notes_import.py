"""Notes that a coach has become sessions: every word of them, for the coach alone, once."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from domain.foreign.test_blocks import TEXTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachcli.app.context import Context
from coachcli.app.foreign.import_request import ImportRequest
from coachcli.app.foreign.notes_import import read, write
from coachcli.app.session.export import export_text, open_session
from coachcli.domain.client.model import Client
from coachcli.domain.foreign.notes_file import NotesFile
from coachcli.domain.session.model import Session
from coachcli.errors import CoachError, InUseError, NotSavedError, UsageError
from coachcli.store.client import clients
from coachcli.store.disk import primitives
from coachcli.store.framework import snapshots
from coachcli.store.session import sessions

assert sys.platform != "win32"

QUICK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
NAME = "2024-03-12 Jane Doe.md"
TEXT = '---\nminutes: 50\n---\n# Goal\n- "I am asked\n- !it is trust\n\n# Next\n*write to Sam by friday 8/10\n'


@pytest.fixture
def folder(tmp_path: Path, jane: Client) -> Path:  # noqa: ARG001 she is there
    path = tmp_path / "notes"
    path.mkdir()
    return path


def put(folder: Path, text: str | bytes, name: str = NAME) -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return str(path)


def taken_in(context: Context, *files: str, **said: object) -> list[Session]:
    request = ImportRequest(files, **said)  # type: ignore[arg-type]
    found = read(context, request)
    assert [one.fate for one in found] == ["new"] * len(found), [one.why for one in found]
    return [sessions.load(path).session for path in write(context, found, request.framework)]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def words_in(session: Session) -> list[str]:
    said = ((turn.asked, *(note.text for note in turn.notes)) for turn in session.turns)
    return [word for turn in said for text in turn for word in words(text)]


def test_a_file_becomes_a_session_that_was_written_up(context: Context, folder: Path) -> None:
    (session,) = taken_in(context, put(folder, TEXT))

    assert (session.id, session.status, session.framework.title) == ("jane-doe/2024-03-12-0000", "ended", "Notes")
    assert (session.minutes.spent, session.minutes.planned) == (50, None)
    assert session.written_up == context.clock.now()
    assert [(turn.asked, [note.text for note in turn.notes]) for turn in session.turns] == [
        ("Goal", ['"I am asked', "!it is trust"]),
        ("Next", ["*write to Sam by friday 8/10"]),
    ]
    assert {note.kind for _, note in session.notes} == {"note"}
    assert snapshots.load(context.practice, session.framework.sha256).id == "notes"
    page = next(context.practice.sessions("jane-doe").glob("*.md")).read_text()
    assert "it is trust" in page


def test_where_no_time_is_known_there_are_no_minutes(context: Context, folder: Path) -> None:
    (session,) = taken_in(context, put(folder, "a thought"))

    assert (session.minutes.spent, session.minutes.planned) == (None, None)


def test_signs_say_the_kind_where_they_are_meant(context: Context, folder: Path) -> None:
    (session,) = taken_in(context, put(folder, TEXT), signs=True)

    assert [note.kind for _, note in session.notes] == ["quote", "insight", "action"]
    assert {note.share_with for _, note in session.notes} == {"nobody"}


def test_a_framework_has_the_headings_that_it_knows(context: Context, folder: Path) -> None:
    (session,) = taken_in(context, put(folder, TEXT), framework="grow")

    assert session.framework.id == "grow"
    assert [turn.stage for turn in session.turns] == ["goal", "part_1"]


def test_the_same_is_taken_in_once_whatever_its_file_is_called(context: Context, folder: Path) -> None:
    first = put(folder, TEXT)
    taken_in(context, first)
    again = put(folder, TEXT, "Jane Doe 13.03.2024.txt")

    assert [one.fate for one in read(context, ImportRequest((first, again)))] == ["there", "there"]


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("", NAME, "there is nothing in it"),
        (" \n\n---\n", NAME, "there is nothing in it"),
        ("a", "Zoe.md", "there is no client Zoe (--client says whose it is, --new makes one)"),
        ("---\nclient: Jane\nclient: Robin\n---\na", NAME, "its top says client: twice"),
        ("---\nminutes: long\n---\na", NAME, "its minutes are no number from 1 to 1440"),
        ("---\ndate: 2026-11-20 15:00\n---\na", NAME, "its time is still to come"),
        (b"a\0b", NAME, "this is no text"),
        ("- a\n" * 30_000, NAME, "it has more than one session can hold"),
    ],
)
def test_what_is_not_understood_is_said(context: Context, folder: Path, text: str, name: str, why: str) -> None:
    (found,) = read(context, ImportRequest((put(folder, text, name),)))

    assert (found.fate, found.session, found.why[0]) == ("not understood", None, why)


def test_what_is_no_plain_file_is_not_understood_and_the_others_are(context: Context, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "circle").symlink_to(folder / "circle")
    named = [put(folder, "a"), *(str(folder / name) for name in ("pipe", "circle", "nothing", "n" * 300))]
    inside = context.practice.client_file("jane-doe")
    found = read(context, ImportRequest((*named, str(folder), "/dev/null", str(inside), "a\0b")))

    assert [one.fate for one in found] == ["new", *["not understood"] * 8]
    assert found[-2].why == ("it lies in your practice already",)


def test_somebody_new_is_made_where_that_is_said_and_only_when_it_is_written(context: Context, folder: Path) -> None:
    request = ImportRequest((put(folder, "a", "2024-03-12 Zoe New.md"), put(folder, "b", "2024-03-13 Zoe New.md")))
    assert [one.fate for one in read(context, request)] == ["not understood"] * 2
    found = read(context, ImportRequest(request.files, new=True))
    assert len(clients.clients(context.practice)) == 1

    assert {path.parent.parent.name for path in write(context, found, None)} == {"zoe-new"}
    assert [one.name for one in clients.clients(context.practice)] == ["Jane Doe", "Zoe New"]


def test_the_coach_says_when_and_whose(context: Context, folder: Path) -> None:
    (session,) = taken_in(context, put(folder, "a", "x.txt"), client="jane", on="12 March 2024 14:00")

    assert session.started == datetime(2024, 3, 12, 14).astimezone()


@pytest.mark.parametrize(
    "said", [{"on": "the day after"}, {"on": "yesterday", "files": 2}, {"framework": "sponsor-checkin"}]
)
def test_what_makes_no_sense_is_refused(context: Context, folder: Path, said: dict[str, object]) -> None:
    count = int(str(said.pop("files", 1)))
    files = tuple(put(folder, "a", f"{number}.md") for number in range(count))

    with pytest.raises(UsageError):
        read(context, ImportRequest(files, client="jane", **said))  # type: ignore[arg-type]


def test_a_session_that_came_in_between_is_never_written_over(context: Context, folder: Path) -> None:
    file = put(folder, "a")
    before = read(context, ImportRequest((file,)))
    taken_in(context, file)

    with pytest.raises(InUseError):
        [*write(context, before, None)]


def test_a_full_disk_keeps_those_that_are_written_and_goes_on_the_next_time(
    context: Context, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = (put(folder, "a", "2024-03-12 Jane Doe.md"), put(folder, "b", "2024-03-13 Jane Doe.md"))
    found = read(context, ImportRequest(files))
    writing = write(context, found, None)
    next(writing)
    with monkeypatch.context() as patch:
        patch.setattr(primitives, "write", _full)
        with pytest.raises(NotSavedError):
            next(writing)

    assert [one.fate for one in read(context, ImportRequest(files))] == ["there", "new"]


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


@QUICK
@given(TEXTS, st.booleans())
def test_every_word_is_in_the_session_and_none_of_them_reaches_anybody(
    context: Context, folder: Path, text: str, signs: bool
) -> None:
    text = f"{text}\n\nxylophone"
    found = read(context, ImportRequest((put(folder, text),), signs=signs))
    session = _only(found)

    if not signs:
        assert Counter(words(text)) <= Counter(words_in(session))
    assert {note.share_with for _, note in session.notes} == {"nobody"}


def _only(found: tuple[NotesFile, ...]) -> Session:
    (one,) = found
    assert one.session is not None, one.why
    return one.session


@pytest.mark.parametrize("signs", [False, True])
def test_no_word_of_it_is_in_what_a_client_or_a_sponsor_is_sent(context: Context, folder: Path, signs: bool) -> None:
    text = '# Walrus\nteapot\n- "cactus\n- *rowing by friday\n\n## Trombone\n> gherkin\n'
    (session,) = taken_in(context, put(folder, text), signs=signs)
    opened = open_session(context, session.id)

    for audience in ("client", "sponsor"):
        sent = export_text(context, opened, audience, "markdown").casefold()
        assert not {"walrus", "teapot", "cactus", "rowing", "trombone", "gherkin"} & set(words(sent))
    assert "gherkin" in export_text(context, opened, "me", "markdown")


@QUICK
@given(st.binary(max_size=300), st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_bytes_under_any_name_are_understood_or_not_in_our_words(
    context: Context, folder: Path, data: bytes, name: str
) -> None:
    for file in _written(folder, data, name):
        try:
            read(context, ImportRequest((file,), new=True, signs=True))
        except CoachError as error:
            pytest.fail(f"the command is refused for a file: {error.message}")


def _written(folder: Path, data: bytes, name: str) -> Iterator[str]:
    yield put(folder, data)
    named = name.replace("/", "").replace("\0", "").strip(". ")
    if named:
        yield put(folder, data, f"{named} 2024-03-12.md")

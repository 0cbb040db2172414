"""The preparation form, there and back."""

from datetime import timedelta
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.scripted_call import FakeClock
from builders import NOW, note, turn_with

from coachcli.app.client.prep import prepare
from coachcli.app.client.prep_form import TakenIn, form_of, form_page, take_in
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.history.between import Entry
from coachcli.errors import CoachError, NotFoundError, UnreadableError
from coachcli.store.session import between

DONE, FOCUS = "What did you do of what you chose?", "What do you want to look at this time?"


@pytest.fixture(autouse=True)
def _last_week(jane: Client, made: MakeSession) -> None:
    told = note("I can ask", "takeaway", "client"), note("call Tom", "action", "client"), note("mine", "action")
    made(jane, "2026-11-13-1000", turns=(turn_with(*told),), status="ended")


@pytest.fixture
def form(context: Context, jane: Client, tmp_path: Path) -> Path:
    """A form that came back."""
    return filled(context, jane, tmp_path, "I called him", "The rota")


def filled(context: Context, jane: Client, folder: Path, done: str, focus: str) -> Path:
    page = form_page(context, jane, as_text=True)
    for asked, words in ((DONE, done), (FOCUS, focus)):
        page = page.replace(f"{asked}\n", f"{asked}\n{words}\n")
    path = folder / "form.txt"
    path.write_text(page, encoding="utf-8")
    return path


def kept(context: Context, jane: Client) -> list[tuple[str | None, str, str, str]]:
    found = between.load(context.practice, jane.id).notes
    return [(entry.question, note.kind, note.text, note.share_with) for entry, note in found]


BOTH = [("done", "note", "I called him", "nobody"), ("focus", "topic", "The rota", "nobody")]


def test_it_holds_what_the_client_may_see(context: Context, jane: Client) -> None:
    made = form_of(context, jane)

    assert (made.greeting, made.actions, made.took_away) == ("Hello Jane,", ("call Tom",), "I can ask")


def test_none_is_made_of_half_of_what_there_is(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-14-1000").path.write_bytes(b"")

    with pytest.raises(UnreadableError):
        form_of(context, jane)


def test_what_they_wrote_is_kept_one_entry_to_a_question_and_is_on_the_card(
    context: Context, jane: Client, form: Path
) -> None:
    assert take_in(context, jane, form) == TakenIn((DONE, FOCUS))
    assert kept(context, jane) == BOTH
    assert [one.words for one in prepare(context, jane).preparation.written] == ["I called him", "The rota"]


def test_read_twice_nothing_is_added(context: Context, jane: Client, form: Path, clock: FakeClock) -> None:
    began = clock.now().date()
    take_in(context, jane, form)
    clock.pass_(86_400)

    assert take_in(context, jane, form) == TakenIn((), began)
    assert kept(context, jane) == BOTH


def test_sent_once_more_with_one_answer_changed_that_one_is_added(
    context: Context, jane: Client, form: Path, tmp_path: Path
) -> None:
    take_in(context, jane, form)

    assert take_in(context, jane, filled(context, jane, tmp_path, "I called him", "My boss")) == TakenIn((FOCUS,))
    assert [one.words for one in prepare(context, jane).preparation.written] == ["I called him", "My boss"]


def test_what_was_said_before_an_earlier_session_can_be_said_again(
    context: Context, jane: Client, made: MakeSession, tmp_path: Path
) -> None:
    words = note("I called him")
    before = Entry(at=NOW - timedelta(days=9), question="done", asked=DONE, notes=(words,))
    between.add(context.practice, jane.id, before)
    made(jane, "2026-11-18-1000")

    assert take_in(context, jane, filled(context, jane, tmp_path, "I called him", "My boss")).answered == (DONE, FOCUS)


def test_a_form_that_is_not_filled_in_is_told(context: Context, jane: Client, tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="is not filled in"):
        take_in(context, jane, filled(context, jane, tmp_path, "", ""))

    assert not context.practice.between_file(jane.id).exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"Dear coach", b"\0\xff" * 500, b"PK\3\4" + bytes(200), b"\xff\xfe\0", DONE.encode() + b"\nx" * 103_000],
    ids=["empty", "letter", "bytes", "archive", "half a letter", "huge"],
)
def test_what_is_no_form_is_refused_and_nothing_written(
    context: Context, jane: Client, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "form.txt"
    path.write_bytes(data)

    with pytest.raises(UnreadableError, match=r"form\.txt (is no preparation form|cannot be read)") as told:
        take_in(context, jane, path)

    assert told.value.exit_code == 4
    assert told.value.hint
    assert not context.practice.between_file(jane.id).exists()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\3\4 word/document.xml" + bytes(300_000), "a Word file"),
        (b"{\\rtf1 Dear Jane}", "an RTF file"),
        (b"<html>Dear Jane</html>", "a web page"),
    ],
)
def test_a_form_from_another_program_is_named_for_what_it_is(
    context: Context, jane: Client, tmp_path: Path, data: bytes, kind: str
) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(data)

    with pytest.raises(UnreadableError) as told:
        take_in(context, jane, path)

    assert told.value.message == f"{path} is no preparation form: it is {kind}."
    assert told.value.hint.startswith("Save it as plain text, then read that.")


def test_a_form_that_is_not_there_is_not_found(context: Context, jane: Client, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        take_in(context, jane, tmp_path / "none.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_by_whatever_program_it_was_saved(context: Context, jane: Client, form: Path, encoding: str) -> None:
    form.write_bytes(form.read_text(encoding="utf-8").replace("The rota", "Das Überleben").encode(encoding))
    take_in(context, jane, form)

    assert kept(context, jane)[1][2] == "Das Überleben"


def test_a_damaged_file_of_ours_is_left_as_it_is(context: Context, jane: Client, form: Path) -> None:
    context.practice.between_file(jane.id).write_bytes(b"format: 1\n")

    with pytest.raises(UnreadableError):
        take_in(context, jane, form)

    assert context.practice.between_file(jane.id).read_bytes() == b"format: 1\n"

"""What a command hands out reaches a screen, a pipe, a file or a folder, each in its way."""

import sys
from pathlib import Path

import pytest
from cli.terminal.streams import Stream

from coachcli.app.context import Context, SystemClock
from coachcli.cli.terminal.handout import hand_out, refuse_binary, refuse_place, show
from coachcli.domain.page.model import Line, Page, Section
from coachcli.errors import InUseError, UsageError
from coachcli.store.paths import Practice

NO_TEXT = b"%PDF\xff\r\n\x00"


@pytest.fixture
def context(practice: Practice) -> Context:
    return Context(practice, SystemClock())


def standard_output(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool) -> Stream:
    """A terminal, or the other end of a pipe."""
    stream = Stream("utf-8", is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stdout", stream)
    return stream


def test_in_a_folder_it_gets_its_own_name_and_is_told(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_out(context, b"words\n", "page.md", str(tmp_path), force=False)

    assert (tmp_path / "page.md").read_bytes() == b"words\n"
    assert capsys.readouterr().err == f"Written: {tmp_path / 'page.md'}\n"


def test_what_is_there_stays_unless_the_coach_insists(context: Context, tmp_path: Path) -> None:
    target = tmp_path / "mine.md"
    target.write_bytes(b"mine")
    with pytest.raises(InUseError):
        hand_out(context, b"new", "page.md", str(target), force=False)
    assert target.read_bytes() == b"mine"

    hand_out(context, b"new", "page.md", str(target), force=True)

    assert target.read_bytes() == b"new"


def test_a_screen_ends_lines_by_itself_and_obeys_nothing(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = standard_output(monkeypatch, is_terminal=True)
    hand_out(context, b"one\r\n\x1b[2Jtwo\r\n", "page.eml", "-", force=False)

    assert screen.shown == "one\n‹U+001B›[2Jtwo\n"


def test_a_pipe_gets_it_letter_for_letter(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = standard_output(monkeypatch, is_terminal=False)
    hand_out(context, b"one\r\ntwo\r\n", "page.eml", "-", force=False)

    assert pipe.shown == "one\r\ntwo\r\n"


def test_a_pipe_takes_what_is_no_text(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = standard_output(monkeypatch, is_terminal=False)
    hand_out(context, NO_TEXT, "page.pdf", "-", force=False)

    assert pipe.buffer.getvalue() == NO_TEXT  # type: ignore[attr-defined]  # a BytesIO


@pytest.mark.parametrize("name", ["page.pdf", "hours.xlsx", "everything.zip"])
def test_what_is_no_text_never_reaches_a_screen(context: Context, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    screen = standard_output(monkeypatch, is_terminal=True)
    left: list[bool] = []
    with pytest.raises(UsageError, match="is no text for a screen") as told:
        hand_out(context, NO_TEXT, name, "-", force=False, before=lambda: left.append(True))

    assert told.value.hint == f"Name a file for it, or a folder: -o {name}"
    assert (screen.shown, left) == ("", [])


def test_into_a_file_it_may_go_from_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = standard_output(monkeypatch, is_terminal=True)
    refuse_binary("page.pdf", "mine.pdf")
    refuse_binary("page.md", "-")

    assert screen.shown == ""


@pytest.mark.parametrize("output", ["-", "page.md"])
def test_it_is_noted_before_it_leaves(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    pipe = standard_output(monkeypatch, is_terminal=False)
    monkeypatch.chdir(tmp_path)
    seen: list[bool] = []
    hand_out(
        context,
        b"words\n",
        "page.md",
        output,
        force=False,
        before=lambda: seen.append(bool(pipe.shown) or (tmp_path / "page.md").exists()),
    )

    assert seen == [False]


LONG = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday"


@pytest.mark.parametrize("is_terminal", [True, False])
def test_plain_text_keeps_its_lines_so_that_it_can_be_copied(
    context: Context, monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    screen = standard_output(monkeypatch, is_terminal=is_terminal)
    hand_out(context, f"{LONG}\n".encode(), "page.txt", "-", force=False)

    assert screen.shown == f"{LONG}\n"


@pytest.mark.parametrize("colour", ["", "1"])
def test_a_page_on_the_screen_has_its_words_and_no_signs_of_markdown(
    monkeypatch: pytest.MonkeyPatch, colour: str
) -> None:
    monkeypatch.setenv("NO_COLOR", colour)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    screen = standard_output(monkeypatch, is_terminal=True)
    show(Page("Jane Example", {}, (Section("Actions", (Line(f"#skill {LONG}"),)),)))

    assert "#skill" in screen.shown
    assert not set("\\*") & set(screen.shown)
    assert all(day in screen.shown for day in LONG.replace(",", "").split())


def test_a_place_that_is_taken_is_told_before_it_is_written(context: Context, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"mine")
    with pytest.raises(InUseError):
        refuse_place("page.md", str(tmp_path), force=False)

    refuse_place("page.md", str(tmp_path), force=True)
    refuse_place("other.md", str(tmp_path), force=False)
    hand_out(context, b"new", "other.md", str(tmp_path), force=False)

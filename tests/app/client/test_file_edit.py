"""A client's file in an editor that does what a test says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from app.play import at_a_terminal, over_a_pipe

from coachcli.app.client.file_edit import edit_fields, edit_file
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.errors import InUseError, NotFoundError, NotSavedError, UnreadableError
from coachcli.store.client import client_file
from coachcli.store.disk import files, locks

Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Makes an editor that runs a line of shell on the file, and remembers where it was to begin."""

    def make(script: str) -> None:
        program = tmp_path / "nano"  # one that has the terminal, and never comes back at once
        behind = f'for last; do :; done; echo "$@" > {tmp_path}/called; set -- "$last"'
        program.write_text(f"#!/bin/sh\n{behind}\n{script}\n", encoding="utf-8")
        program.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(program))
        monkeypatch.delenv("VISUAL", raising=False)

    return make


@pytest.fixture
def path(context: Context, jane: Client) -> Path:
    return context.practice.client_file(jane.id)


def copies(context: Context) -> list[Path]:
    return [*context.practice.editing.glob("*.yaml")] if context.practice.editing.exists() else []


def test_what_was_written_is_the_file_and_the_one_before_is_kept(context: Context, path: Path, editor: Editor) -> None:
    before = path.read_bytes()
    editor('echo "email: jane@example.com" >> "$1"')
    said = edit_file(context, "jane", over_a_pipe().conversation)

    assert client_file.read(path.parent).email == "jane@example.com"
    (kept,) = (context.practice.trash / "jane-doe").iterdir()
    assert kept.read_bytes() == before
    assert said == f"Saved. The version before is {kept}"
    assert copies(context) == []


@pytest.mark.usefixtures("path")
def test_nothing_written_is_nothing_changed(context: Context, editor: Editor) -> None:
    editor("true")

    assert edit_file(context, "jane", over_a_pipe().conversation) == "Nothing was changed."
    assert copies(context) == []


def test_every_mistake_is_told_with_its_line_and_the_text_is_kept(context: Context, path: Path, editor: Editor) -> None:
    before = path.read_bytes()
    editor('printf "cadence: now and then\\npeople: many\\n" >> "$1"')
    with pytest.raises(UnreadableError) as caught:
        edit_file(context, "jane", over_a_pipe().conversation)
    (copy,) = copies(context)

    assert f"{path}:4: this cadence cannot be read." in caught.value.message
    assert f"{path}:5: this is no number of people." in caught.value.message
    assert str(copy) in caught.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change", ["s/^id: .*/id: robin/", "s/^name: .*/name: [/"], ids=["of another id", "that is no YAML"]
)
def test_a_text_is_never_taken(context: Context, path: Path, editor: Editor, change: str) -> None:
    before = path.read_bytes()
    editor(f"sed -i '{change}' \"$1\"")
    with pytest.raises(UnreadableError):
        edit_file(context, "jane", over_a_pipe().conversation)

    assert path.read_bytes() == before


def test_the_editor_opens_again_where_the_mistake_is(
    context: Context, path: Path, editor: Editor, tmp_path: Path
) -> None:
    editor('grep -q people "$1" && sed -i \'s/many/6/\' "$1" || echo \'people: many\' >> "$1"')
    said = edit_file(context, "jane", at_a_terminal("edit it again").conversation)

    assert said.startswith("Saved.")
    assert (tmp_path / "called").read_text().startswith("+4,1 ")
    assert client_file.read(path.parent).people == "6"


@pytest.mark.parametrize(
    ("answer", "left"), [("leave the file as it was, keep", 1), ("leave the file as it was, drop", 0)]
)
@pytest.mark.usefixtures("path")
def test_a_text_is_kept_or_dropped_as_the_coach_says(context: Context, editor: Editor, answer: str, left: int) -> None:
    editor('echo "people: many" >> "$1"')

    assert edit_file(context, "jane", at_a_terminal(answer).conversation) == "The file is as it was."
    assert len(copies(context)) == left


def test_a_damaged_file_opens_to_be_mended(context: Context, path: Path, editor: Editor) -> None:
    path.write_text("name: Jane Doe\npeople: many\n", encoding="utf-8")
    editor("sed -i 's/many/6/' \"$1\"")

    assert edit_file(context, "jane", over_a_pipe().conversation).startswith("Saved.")


@pytest.mark.usefixtures("path")
def test_one_terminal_at_a_time(context: Context, editor: Editor) -> None:
    editor("true")
    files.make_folder(context.practice.locks, inside=context.practice.root)
    with locks.held(context.practice.locks / "jane-doe--client"), pytest.raises(InUseError, match="Jane Doe"):
        edit_file(context, "jane", over_a_pipe().conversation)


def test_where_the_disk_refuses_it_the_text_is_in_its_copy(
    context: Context, path: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor('echo "people: 6" >> "$1"')
    real = files.replace

    def full(target: Path, data: bytes, **more: str | None) -> str:
        if target == path:
            raise NotSavedError("The disk is full.", "Free some space.")
        return real(target, data, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(files, "replace", full)
    with pytest.raises(NotSavedError) as caught:
        edit_file(context, "jane", over_a_pipe().conversation)
    (copy,) = copies(context)

    assert str(copy) in caught.value.hint
    assert b"people: 6" in copy.read_bytes()


def test_a_client_is_changed_by_a_part_of_their_name(context: Context, jane: Client) -> None:
    assert edit_fields(context, "doe", {"role": "Head"}) == (jane, True)
    assert client_file.read(context.practice.clients / jane.id).role == "Head"


@pytest.mark.usefixtures("jane")
def test_nobody_of_that_name_is_told(context: Context) -> None:
    with pytest.raises(NotFoundError):
        edit_fields(context, "zoe", {"role": "Head"})

"""A text that was edited takes the place of its file, or stays where the coach is told."""

from pathlib import Path

import pytest
from app.play import at_a_terminal, over_a_pipe

from coachcli.app.context import Context
from coachcli.app.edited_file import EditedFile
from coachcli.domain.client.model import Client
from coachcli.errors import CoachError, UnreadableError


@pytest.fixture
def edited(context: Context, jane: Client) -> EditedFile:
    """Jane's file, with a copy in which something was written."""
    path = context.practice.client_file(jane.id)
    copy = context.practice.root / "copy.yaml"
    copy.write_text("what I wrote", encoding="utf-8")
    return EditedFile(path, path.read_bytes(), copy, "file", "the client's file")


def test_a_good_text_takes_its_place_and_the_one_before_is_kept(context: Context, edited: EditedFile) -> None:
    kept_as = context.practice.sessions("jane-doe") / "client.yaml"
    said = edited.take(context.practice, kept_as, b"name: Jane Doe\n")

    assert edited.path.read_bytes() == b"name: Jane Doe\n"
    assert Path(said.removeprefix("Saved. The version before is ")).read_bytes() == edited.before
    assert not edited.copy.exists()


def test_what_was_changed_elsewhere_meanwhile_stays_and_the_text_is_named(context: Context, edited: EditedFile) -> None:
    edited.path.write_text("name: Somebody\n", encoding="utf-8")

    with pytest.raises(CoachError) as raised:
        edited.take(context.practice, context.practice.sessions("jane-doe") / "client.yaml", b"name: Jane Doe\n")

    assert raised.value.hint.endswith(f"Your text is in {edited.copy}")
    assert edited.path.read_text(encoding="utf-8") == "name: Somebody\n"
    assert edited.copy.exists()


@pytest.mark.parametrize(
    ("answer", "goes_back", "is_kept"),
    [
        ("edit", True, True),
        ("leave the file as it was, keep", False, True),
        ("leave the file as it was, drop", False, False),
    ],
)
def test_with_a_text_that_cannot_be_the_file_the_coach_says_what_now(
    edited: EditedFile, answer: str, goes_back: bool, is_kept: bool
) -> None:
    play = at_a_terminal(answer)

    assert edited.goes_back(play.conversation, ["line 2: no name."]) == goes_back
    assert play.chooser is not None
    assert play.chooser.asked == ["This cannot be the client's file. What now?"]
    assert "line 2: no name." in play.said
    assert edited.copy.exists() == is_kept


def test_whoever_leaves_the_question_keeps_the_text(edited: EditedFile) -> None:
    play = at_a_terminal()

    assert not edited.goes_back(play.conversation, ["line 2: no name."])
    assert f"Your text is in {edited.copy}" in play.said
    assert edited.copy.exists()


def test_where_nobody_can_be_asked_every_reason_is_told_and_where_the_text_is(edited: EditedFile) -> None:
    with pytest.raises(UnreadableError) as raised:
        edited.goes_back(over_a_pipe().conversation, ["line 2: no name.", "line 3: no day."])

    assert raised.value.message == "line 2: no name.\nline 3: no day."
    assert raised.value.hint == f"The file is as it was; your text is in {edited.copy}"


def test_an_editor_that_came_back_at_once_is_said_to_have_the_copy(edited: EditedFile) -> None:
    assert edited.left_open.endswith(f"the file is as it was. What you save there is in {edited.copy}")

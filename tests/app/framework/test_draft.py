"""A text in the editor is kept as a draft until it can be used, however the coach leaves it."""

from pathlib import Path

import pytest
from app.play import Chooser

from coachcli.app.framework.draft import Draft, put_in_place
from coachcli.app.framework.prompter import Prompter
from coachcli.domain.problems import Problem
from coachcli.errors import CancelledError, CoachError, InUseError
from coachcli.store.framework.working_copy import WorkingCopy


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that somebody edits."""
    path = tmp_path / "mine.yaml"
    path.write_text("title: Mine\n", encoding="utf-8")
    return path


def draft(path: Path, told: list[str], *answers: str, alone: bool = False) -> Draft:
    chooser = None if alone else Chooser([*answers])
    return Draft(Prompter(chooser, told.append), WorkingCopy(path), path.read_bytes(), "coach edit mine", "mine")


def written(one: Draft, text: str) -> None:
    one.lay_out()
    one.files.copy.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), CancelledError()])
def test_what_was_written_is_kept_when_the_coach_breaks_off(path: Path, error: BaseException) -> None:
    told: list[str] = []
    one = draft(path, told)
    written(one, "title: [\n")
    with pytest.raises(type(error)), one.kept():
        raise error

    assert one.files.draft.read_text(encoding="utf-8") == "title: [\n"
    assert told == [f"What you wrote is kept: {one.files.draft}\nTo go on with it: coach edit mine\n"]


def test_an_error_says_where_the_draft_is_and_not_where_the_copy_was(path: Path) -> None:
    one = draft(path, [])
    written(one, "title: [\n")
    with pytest.raises(CoachError) as raised, one.kept():
        raise CoachError("It did not work.", f"Your text is in {one.files.copy}")

    assert str(one.files.copy) not in raised.value.hint
    assert raised.value.hint.startswith(f"What you wrote is kept: {one.files.draft}")


def test_of_what_is_as_it_was_no_draft_is_made(path: Path) -> None:
    one = draft(path, [])
    one.lay_out()

    assert one.left() == "Nothing was changed.\n"
    assert one.left() == ""
    assert not one.files.draft.exists()


@pytest.mark.parametrize(("answer", "opens"), [("g", "a draft"), ("b", "title: Mine\n")])
def test_a_draft_from_before_is_gone_on_with_or_dropped(path: Path, answer: str, opens: str) -> None:
    told: list[str] = []
    one = draft(path, told, answer)
    one.files.draft.write_text("a draft", encoding="utf-8")
    one.lay_out()

    assert one.files.copy.read_text(encoding="utf-8") == opens
    assert not one.files.draft.exists()
    assert told[0] == f"There is a draft from before: {one.files.draft}\n"


@pytest.mark.parametrize(
    ("answer", "goes_on", "copy", "kept"),
    [("e", True, True, False), ("k", False, False, True), ("d", False, False, False)],
)
def test_a_text_that_cannot_be_used_is_edited_again_kept_or_thrown_away(
    path: Path, answer: str, goes_on: bool, copy: bool, kept: bool
) -> None:
    one = draft(path, [], answer)
    written(one, "title: [\n")

    assert one.goes_on(3) == goes_on
    assert (one.files.copy.exists(), one.files.draft.exists()) == (copy, kept)


def test_where_nobody_can_be_asked_it_is_an_error(path: Path) -> None:
    one = draft(path, [], alone=True)
    written(one, "title: [\n")

    with pytest.raises(CoachError, match="mine is as it was: what you wrote cannot be used yet"):
        one.goes_on(3)


def test_every_problem_is_told_with_its_line_and_then_how_many(path: Path) -> None:
    told: list[str] = []
    draft(path, told).tell(["titel: Mine"], [Problem("E201", 1, 1, "'titel' is not a setting here", width=5)])

    assert "mine.yaml:1:1: error[E201]: 'titel' is not a setting here" in told[0]
    assert "1 error" in told[-1]


def test_a_file_that_was_changed_meanwhile_is_left(path: Path) -> None:
    one = draft(path, [])
    written(one, "title: Ours\n")
    path.write_text("title: Theirs\n", encoding="utf-8")

    with pytest.raises(InUseError, match="was changed by another program meanwhile"):
        put_in_place(one.files, one.beginning, b"title: Ours\n")
    assert path.read_text(encoding="utf-8") == "title: Theirs\n"

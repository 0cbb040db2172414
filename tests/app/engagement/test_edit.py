"""An engagement's file in the editor: only what can be read takes its place."""

from collections.abc import Callable

import pytest
from app.engagement.conftest import LEAD, Write
from app.play import Chooser

from coachcli.app.context import Context
from coachcli.app.engagement.edit import edit_engagement
from coachcli.app.engagement.lock import alone
from coachcli.app.framework.prompter import Prompter
from coachcli.domain.client.model import Client
from coachcli.errors import CoachError, InUseError

Edits = Callable[..., None]


def edited(context: Context, *answers: str, wanted: str | None = None, nobody: bool = False) -> str:
    told: list[str] = []
    edit_engagement(context, "jane", wanted, Prompter(None if nobody else Chooser(list(answers)), told.append))
    return "".join(told)


def mistaken(text: str) -> str:
    return text.replace("sessions: 12", "sessions: twelve")


def longer(text: str) -> str:
    return text.replace("sessions: 12", "sessions: 14")


def test_a_sound_text_takes_the_place_and_the_version_before_is_kept(
    context: Context, write: Write, edits: Edits
) -> None:
    path = write()
    edits(longer)

    heard = edited(context)

    assert path.read_text() == longer(LEAD)
    assert (path.parent / ".lead.yaml.bak").read_text() == LEAD
    assert f"Saved: {path}" in heard


def test_all_that_is_wrong_is_told_with_carets_and_can_be_mended(context: Context, write: Write, edits: Edits) -> None:
    path = write()
    edits(mistaken, lambda text: text.replace("twelve", "13"))

    heard = edited(context, "e")

    assert "lead.yaml:5:11: error[E205]: sessions must be a whole number, not 'twelve'" in heard
    assert "^^^^^^" in heard
    assert "sessions: 13" in path.read_text()


def test_what_cannot_be_used_is_kept_as_a_draft_which_is_offered_next_time(
    context: Context, write: Write, edits: Edits
) -> None:
    path = write()
    edits(mistaken)
    assert "What you wrote is kept" in edited(context, "k")
    assert path.read_text() == LEAD
    edits(lambda text: text.replace("twelve", "15"))

    assert "There is a draft from before" in edited(context, "g")

    assert "sessions: 15" in path.read_text()


def test_what_cannot_be_used_can_be_thrown_away(context: Context, write: Write, edits: Edits) -> None:
    path = write()
    edits(mistaken)

    assert "Thrown away" in edited(context, "d")
    assert [one.name for one in path.parent.iterdir()] == ["lead.yaml"]


def test_through_a_pipe_it_is_kept_and_the_command_fails(context: Context, write: Write, edits: Edits) -> None:
    path = write()
    edits(mistaken)

    with pytest.raises(CoachError) as raised:
        edited(context, nobody=True)

    assert "What you wrote is kept" in raised.value.hint
    assert path.read_text() == LEAD


def test_nothing_changed_leaves_no_trace(context: Context, write: Write, edits: Edits) -> None:
    path = write()
    edits(lambda text: text)

    assert edited(context, "") == "Nothing was changed.\n"
    assert [one.name for one in path.parent.iterdir()] == ["lead.yaml"]


@pytest.mark.parametrize("wanted", [None, "lead"])
def test_a_damaged_file_opens_and_can_be_mended(
    context: Context, write: Write, edits: Edits, wanted: str | None
) -> None:
    path = write("lead", mistaken(LEAD))
    edits(lambda text: text.replace("twelve", "12"))

    edited(context, wanted=wanted)

    assert path.read_text() == LEAD


def test_a_stop_with_no_framework_is_told_and_saved(context: Context, write: Write, edits: Edits) -> None:
    write()
    edits(lambda text: text.replace("do: midpoint", "do: midpiont"))

    heard = edited(context)

    assert "warning[W320]: there is no framework 'midpiont'" in heard
    assert "Saved" in heard


def test_two_terminals_do_not_edit_one_clients_at_once(
    context: Context, jane: Client, write: Write, edits: Edits
) -> None:
    write()
    edits(longer)

    with alone(context.practice, jane.id), pytest.raises(InUseError, match="in another terminal"):
        edited(context)


def test_what_another_program_changed_meanwhile_stays(context: Context, write: Write, edits: Edits) -> None:
    path = write()

    def meanwhile(text: str) -> str:
        path.write_text("start: 2026-09-02\n")
        return longer(text)

    edits(meanwhile)
    with pytest.raises(InUseError, match="changed by another program"):
        edited(context)

    assert path.read_text() == "start: 2026-09-02\n"

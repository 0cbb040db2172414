"""Whatever command converses opens its conversation in one way: in the colours of the practice, and plain if asked."""

from collections.abc import Callable

import pytest
from app.play import over_a_pipe
from cli.conftest import FIRST, Coach

from coachcli.app.context import Context, SystemClock
from coachcli.cli.terminal.conversation import conversation_for
from coachcli.domain.terms import Theme
from coachcli.errors import NotFoundError, Saying
from coachcli.live import conversation
from coachcli.live.conversation import Conversation
from coachcli.store.paths import Practice

Opened = list[tuple[bool, Theme | None]]


@pytest.fixture
def opened(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """In what way each conversation was opened, in a practice for a light terminal."""
    ways: Opened = []

    def note(*, plain: bool, theme: Theme | None = None) -> Conversation:
        ways.append((plain, theme))
        return over_a_pipe("/end", "/end", "/end").conversation

    monkeypatch.setattr(conversation, "open_conversation", note)
    practice.root.mkdir(exist_ok=True)
    (practice.root / "coach.yaml").write_text("theme: light\n", encoding="utf-8")
    return ways


@pytest.mark.usefixtures("ended")
@pytest.mark.parametrize(
    "command",
    [
        "session start Jane -f grow",
        "session resume",
        f"session amend {FIRST}",
        f"session after {FIRST}",
        "framework try grow",
    ],
)
@pytest.mark.parametrize("plain", [False, True])
def test_every_command_that_takes_notes_has_the_colours_of_the_practice(
    coach: Coach, opened: Opened, command: str, plain: bool
) -> None:
    coach(*command.split(), *(["--plain"] if plain else []))

    assert opened == [(plain, "light")]


@pytest.mark.usefixtures("ended")
def test_a_session_goes_into_the_editor_also_where_the_settings_cannot_be_read(
    coach: Coach, opened: Opened, practice: Practice
) -> None:
    (practice.root / "coach.yaml").write_text("theme: [\n", encoding="utf-8")
    answer = coach("session", "edit", "--raw", FIRST)

    assert opened == [(False, None)]
    assert "no-editor-of-that-name" in answer.err


@pytest.mark.parametrize(("discreet", "told"), [(False, "There is no Jane."), (True, "Nobody is called so.")])
def test_what_goes_wrong_on_a_screen_that_others_see_names_nobody(
    practice: Practice, opened: Opened, discreet: bool, told: str
) -> None:
    context = Context(practice, SystemClock())

    def fail() -> None:
        with conversation_for(context, plain=True, discreet=discreet):
            raise NotFoundError(Saying("There is no Jane.", discreet="Nobody is called so."))

    assert message_of(fail) == told
    assert len(opened) == 1


def message_of(act: Callable[[], None]) -> str:
    """What the coach reads of what went wrong."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 whichever it is
        return str(error)
    return ""

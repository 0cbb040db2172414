"""What others may see of a call."""

import pytest
from app.play import over_a_pipe
from app.scripted_call import play
from builders import FRAMEWORK, note, walked

from coachcli.app.call.presence import discreet, kind_alone, theme_of
from coachcli.app.context import Context
from coachcli.app.session.request import StartRequest
from coachcli.app.session.start import start
from coachcli.live.source import Hooks, Line, Outcome, View

VIEW = View(
    visit=(1, "now"),
    crumbs=("Reality 3 of 5", "Jane Doe", "GROW"),
    question="What is happening now?",
    topic="trust",
    notes=("· her secret", "! insight: another"),
)


def test_the_name_what_it_is_about_and_what_was_noted_are_left_out() -> None:
    seen = discreet(VIEW)

    assert seen.crumbs == ("Reality 3 of 5", "GROW")
    assert seen.topic == ""
    assert seen.notes == ("· 2 notes here",)
    assert seen.question == VIEW.question


@pytest.mark.parametrize(("notes", "counted"), [((), ()), (("· one",), ("· 1 note here",))])
def test_notes_are_counted(notes: tuple[str, ...], counted: tuple[str, ...]) -> None:
    assert discreet(View((1,), ("GROW", "Jane Doe"), "Where to?", notes=notes)).notes == counted


def test_that_the_last_note_was_kept_is_told_at_the_next_question() -> None:
    sitting = play(FRAMEWORK, walked(), ["her secret", "", "/skip", "stay", "/back", "/map"], discreet=True)

    assert [view.notes for view in sitting.script.views] == [
        (), ("· 1 note here",), ("· 1 note kept just before",), (), ("· 1 note here",), (), (),
    ]  # fmt: skip


def test_a_note_is_echoed_as_what_it_is() -> None:
    assert kind_alone(note("her secret", "insight")) == "! insight"
    assert kind_alone(note("her secret")) == "· note"


@pytest.mark.usefixtures("jane")
def test_the_coach_chooses_the_colours(context: Context) -> None:
    assert theme_of(context) is None
    (context.practice.root / "coach.yaml").write_text("theme: light\n")

    assert theme_of(context) == "light"


@pytest.mark.usefixtures("jane")
@pytest.mark.parametrize("discreet", [True, False])
def test_a_concealed_screen_is_left_whatever_happens(context: Context, discreet: bool) -> None:
    def fail(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        raise LookupError

    play = over_a_pipe(fail)
    with pytest.raises(LookupError):
        start(context, StartRequest("Jane Doe", "grow", discreet=discreet), play.conversation)

    assert play.script.concealed == ([True, False] if discreet else [False])

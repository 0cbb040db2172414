"""What comes from the coach, and what it does first of all."""

import pytest
from app.desk import Sitting, Step, play
from builders import FRAMEWORK, walked

from coachcli.live.source import Line, Pressed, Recalled


def held(*steps: Step) -> Sitting:
    return play(FRAMEWORK, walked(), steps)


@pytest.mark.parametrize("command", ["back", "help", "editor"])
def test_a_key_leaves_the_line_as_it_is(command: str) -> None:
    line = held("/next", Pressed(command, Line("half a thought", 4))).script.lines[-1]

    assert line.text == "half a thought"
    assert line.cursor == (4 if command != "editor" else 14)


@pytest.mark.parametrize("typed", ["/nxt", "/Pasue now", "/"])
def test_a_mistyped_command_is_never_taken_for_a_note(typed: str) -> None:
    sitting = held(typed)

    assert sitting.words == []
    assert sitting.script.lines[-1] == Line.ending(typed)
    assert f"There is no {typed.split(maxsplit=1)[0]};" in sitting.remarks[-1]


@pytest.mark.parametrize("typed", ["/NEXT", "/next", "  /next  "])
def test_a_command_is_one_however_it_is_written(typed: str) -> None:
    assert held(typed).questions[-1] == "What shall we work on?"


@pytest.mark.parametrize(("typed", "text"), [("//etc is full", "/etc is full"), ("\\!so what", "!so what")])
def test_a_text_may_begin_with_any_sign(typed: str, text: str) -> None:
    assert held(typed).words == [text]


def test_going_back_by_key_forgets_that_a_note_was_being_rewritten() -> None:
    views = held("one", Recalled(), Pressed("back", Line("one", 3))).script.views

    assert [view.prompt for view in views[-2:]] == ["rewriting ", ""]

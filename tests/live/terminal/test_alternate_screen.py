"""The second screen, for when the first is shared."""

import errno

import pytest
from live.conftest import Screen

from coachcli.live.terminal.alternate_screen import AlternateScreen

THERE, BACK, WIPED = "\x1b[?1049h", "\x1b[?1049l", "\x1b[2J"


@pytest.fixture
def stage(screen: Screen) -> AlternateScreen:
    return AlternateScreen(screen.output())


def test_an_open_stage_writes_nothing(stage: AlternateScreen, screen: Screen) -> None:
    stage.clear()
    stage.step_out()
    stage.conceal(on=False)

    assert screen.written == ""


def test_a_concealed_one_is_another_screen_and_clear(stage: AlternateScreen, screen: Screen) -> None:
    stage.conceal(on=True)

    assert stage.is_concealed
    before, _, after = screen.written.partition(THERE)
    assert WIPED in before, "what was said so far would be back when the call is left"
    assert WIPED in after


def test_it_is_cleared_before_it_is_left_and_left_once(stage: AlternateScreen, screen: Screen) -> None:
    stage.conceal(on=True)
    begun = len(screen.written)
    stage.conceal(on=False)
    stage.conceal(on=False)

    left = screen.written[begun:]
    assert left.index(WIPED) < left.index(BACK)
    assert left.count(BACK) == 1
    assert not stage.is_concealed


def test_stepping_out_leaves_it_clear_and_the_next_question_is_concealed_again(
    stage: AlternateScreen, screen: Screen
) -> None:
    stage.conceal(on=True)
    begun = len(screen.written)
    stage.step_out()
    assert screen.written[begun:].index(WIPED) < screen.written[begun:].index(BACK)

    stage.clear()
    assert screen.written.endswith("H")
    assert screen.written.rindex(THERE) > screen.written.rindex(BACK)


def test_leaving_a_window_that_is_gone_is_no_error(stage: AlternateScreen, screen: Screen) -> None:
    stage.conceal(on=True)
    screen.broken = OSError(errno.EIO, "Input/output error")
    stage.conceal(on=False)

    assert not stage.is_concealed


def test_nothing_ever_rings(screen: Screen) -> None:
    output = screen.output()
    AlternateScreen(output)
    output.bell()
    output.flush()

    assert "\x07" not in screen.written

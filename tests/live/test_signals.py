"""Hang-up and terminate are heard once, wherever the program is."""

import os
import signal

import pytest

from coachcli.live.signals import Ears


def send(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=["hang_up", "terminate"])
def test_a_signal_is_heard_and_ends_nothing(number: int) -> None:
    with Ears().listening() as ears:
        send(number)

    assert ears.heard == number


def test_the_first_signal_is_the_one_that_counts() -> None:
    with Ears().listening() as ears:
        send(signal.SIGHUP)
        send(signal.SIGTERM)

    assert ears.heard == signal.SIGHUP


def test_nothing_is_heard_before_or_after() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with Ears().listening() as ears:
        assert signal.getsignal(signal.SIGTERM) != before

    assert signal.getsignal(signal.SIGTERM) == before
    assert ears.heard is None


def test_signals_are_as_they_were_even_after_an_error() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(LookupError), Ears().listening():
        raise LookupError

    assert signal.getsignal(signal.SIGTERM) == before


def test_whoever_waits_is_woken_at_once() -> None:
    woken: list[str] = []
    with Ears().listening() as ears, ears.waking(lambda: woken.append("up")):
        send(signal.SIGTERM)

        assert woken == ["up"]


def test_a_signal_that_came_before_wakes_too() -> None:
    woken: list[str] = []
    with Ears().listening() as ears:
        send(signal.SIGTERM)
        with ears.waking(lambda: woken.append("up")):
            pass

    assert woken == ["up"]


def test_nobody_is_woken_who_does_not_wait_any_more() -> None:
    woken: list[str] = []
    with Ears().listening() as ears:
        with ears.waking(lambda: woken.append("up")):
            pass
        send(signal.SIGTERM)

    assert woken == []
    assert ears.heard == signal.SIGTERM


# Ctrl-C


def test_ctrl_c_breaks_off_what_runs_unless_it_is_heeded() -> None:
    with pytest.raises(KeyboardInterrupt), Ears().listening():
        send(signal.SIGINT)


def test_heeded_it_wakes_whoever_waits_and_is_there_until_somebody_answers_it() -> None:
    woken: list[str] = []
    ears = Ears()
    with ears.waking(lambda: woken.append("up")), ears.heeding_ctrl_c():
        send(signal.SIGINT)

    assert woken == ["up"]
    assert ears.interrupted
    assert ears.heard is None


def test_afterwards_it_breaks_off_again() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(LookupError), Ears().heeding_ctrl_c():
        raise LookupError

    assert signal.getsignal(signal.SIGINT) == before

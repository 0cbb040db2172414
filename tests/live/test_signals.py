"""Hang-up and terminate are heard once, wherever the program is."""

import os
import select
import signal
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from coachcli.live.signals import Signals, WokenError

assert sys.platform != "win32"  # it has other signals, terminals and locks

pytestmark = pytest.mark.timeout(90)


def send(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=["hang_up", "terminate"])
def test_a_signal_is_heard_and_ends_nothing(number: int) -> None:
    with Signals().listening() as signals:
        send(number)

    assert signals.heard == number


def test_the_first_signal_is_the_one_that_counts() -> None:
    with Signals().listening() as signals:
        send(signal.SIGHUP)
        send(signal.SIGTERM)

    assert signals.heard == signal.SIGHUP


def test_nothing_is_heard_before_or_after() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with Signals().listening() as signals:
        assert signal.getsignal(signal.SIGTERM) != before

    assert signal.getsignal(signal.SIGTERM) == before
    assert signals.heard is None


def test_signals_are_as_they_were_even_after_an_error() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(LookupError), Signals().listening():
        raise LookupError

    assert signal.getsignal(signal.SIGTERM) == before


def test_whoever_waits_is_woken_at_once() -> None:
    woken: list[str] = []
    with Signals().listening() as signals, signals.waking(lambda: woken.append("up")):
        send(signal.SIGTERM)

        assert woken == ["up"]


def test_a_signal_that_came_before_wakes_too() -> None:
    woken: list[str] = []
    with Signals().listening() as signals:
        send(signal.SIGTERM)
        with signals.waking(lambda: woken.append("up")):
            pass

    assert woken == ["up"]


def test_nobody_is_woken_who_does_not_wait_any_more() -> None:
    woken: list[str] = []
    with Signals().listening() as signals:
        with signals.waking(lambda: woken.append("up")):
            pass
        send(signal.SIGTERM)

    assert woken == []
    assert signals.heard == signal.SIGTERM


# Waiting


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    near_end, far_end = os.pipe()
    yield near_end, far_end
    os.close(near_end)
    os.close(far_end)


def test_what_can_be_read_ends_the_wait(pipe: tuple[int, int]) -> None:
    os.write(pipe[1], b"words")
    Signals().wait_for(pipe[0])


def test_a_signal_that_comes_in_the_moment_before_the_wait_ends_it(
    pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The system call itself is the only place from which Python hears nothing: a signal is put right before it.
    waits, signals = select.select, Signals()

    def struck(*files: Any) -> tuple[list[Any], list[Any], list[Any]]:
        signal.raise_signal(signal.SIGTERM)
        return waits(*files)

    monkeypatch.setattr(select, "select", struck)
    with signals.listening(), pytest.raises(WokenError):
        signals.wait_for(pipe[0])


def test_a_signal_of_somebody_else_ends_no_wait(pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    waits = select.select
    came: list[int] = []

    def struck(*files: Any) -> tuple[list[Any], list[Any], list[Any]]:
        if came:
            os.write(pipe[1], b"words")
        else:
            signal.raise_signal(signal.SIGUSR1)
        return waits(*files)

    before = signal.signal(signal.SIGUSR1, lambda number, _: came.append(number))
    monkeypatch.setattr(select, "select", struck)
    Signals().wait_for(pipe[0])
    signal.signal(signal.SIGUSR1, before)

    assert came == [signal.SIGUSR1]


# Ctrl-C


def test_ctrl_c_breaks_off_what_runs_unless_it_is_heeded() -> None:
    with pytest.raises(KeyboardInterrupt), Signals().listening():
        send(signal.SIGINT)


def test_heeded_it_wakes_whoever_waits_and_is_there_until_somebody_answers_it() -> None:
    woken: list[str] = []
    signals = Signals()
    with signals.waking(lambda: woken.append("up")), signals.heeding_ctrl_c():
        send(signal.SIGINT)

    assert woken == ["up"]
    assert signals.interrupted
    assert signals.heard is None


def test_afterwards_it_breaks_off_again() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(LookupError), Signals().heeding_ctrl_c():
        raise LookupError

    assert signal.getsignal(signal.SIGINT) == before

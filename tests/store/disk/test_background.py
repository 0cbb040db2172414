"""A thread that writes the newest of what it is given."""

import threading
from collections.abc import Callable

import pytest

from coachcli.store.disk.background import Writer


def test_the_newest_is_written_and_what_waited_before_it_is_passed_over() -> None:
    written: list[int] = []
    may_go, has_begun = threading.Event(), threading.Event()

    def write(number: int) -> None:
        has_begun.set()
        may_go.wait(60)
        written.append(number)

    writer: Writer[int] = Writer("test", write)
    writer.give(1)
    has_begun.wait(60)
    writer.give(2)
    writer.give(3)
    assert writer.pending
    may_go.set()
    writer.settle()

    assert written == [1, 3]
    assert not writer.pending


def test_whoever_listens_cannot_keep_the_next_one_from_being_written() -> None:
    written: list[int] = []

    def stumble() -> None:
        raise RuntimeError

    writer = Writer("test", written.append, stumble)
    for number in (1, 2):
        writer.give(number)
        writer.settle()

    assert written == [1, 2]
    writer.close()


def test_nothing_is_taken_once_it_is_closed() -> None:
    written: list[int] = []
    writer = Writer("test", written.append)
    writer.give(1)
    writer.close()
    writer.give(2)
    writer.settle()

    assert written == [1]


def test_with_a_breath_the_newest_given_in_it_is_written_alone() -> None:
    written: list[int] = []
    writer = Writer("test", written.append, breath=0.2)
    for number in (1, 2, 3):
        writer.give(number)
    while writer.pending:
        pass

    assert written[-1] == 3
    assert len(written) < 3


@pytest.mark.timeout(30)
@pytest.mark.parametrize("wait", [Writer[int].settle, Writer[int].close])
def test_whoever_waits_for_it_does_not_wait_for_its_breath(wait: Callable[[Writer[int]], None]) -> None:
    written: list[int] = []
    writer = Writer("test", written.append, breath=3600)
    writer.give(1)
    wait(writer)

    assert written == [1]

"""A passphrase is typed unseen, twice where it locks something, or comes from a file; and never from anywhere else."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coachcli.app.practice.passphrase import chosen, given
from coachcli.errors import CancelledError, NotFoundError, UsageError
from coachcli.live import secret

GOOD = "correct horse battery"
Typed = Callable[..., list[str]]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Somebody at a terminal, who types these."""

    def type_(*lines: str) -> list[str]:
        asked: list[str] = []
        left: Iterator[str] = iter(lines)

        def hidden(question: str) -> str:
            asked.append(question)
            line = next(left, None)
            if line is None:
                raise EOFError
            return line

        monkeypatch.setattr(secret, "is_somebody_there", lambda: True)
        monkeypatch.setattr(secret, "hidden_line", hidden)
        return asked

    return type_


def test_it_is_typed_twice_and_once_to_open(typed: Typed) -> None:
    asked = typed(GOOD, GOOD, "any")

    assert chosen(None) == GOOD
    assert given(None) == "any"
    assert asked == ["A passphrase for this backup: ", "The same again: ", "The passphrase of this backup: "]


def test_a_slip_is_told_and_it_is_asked_again(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    typed(GOOD, f"{GOOD}x", GOOD, GOOD)

    assert chosen(None) == GOOD
    assert capsys.readouterr().err == "These two are not the same.\n"


def test_three_slips_are_enough(typed: Typed) -> None:
    typed(*[GOOD, "x"] * 3)

    with pytest.raises(UsageError, match="Nothing was backed up"):
        chosen(None)


def test_whoever_ends_the_input_thought_better_of_it(typed: Typed) -> None:
    typed()

    with pytest.raises(CancelledError):
        chosen(None)


def test_a_weak_one_is_refused_without_being_said_again(typed: Typed) -> None:
    typed("password")

    with pytest.raises(UsageError, match="keeps nobody out: it is shorter than 12 characters") as told:
        chosen(None)

    assert "password" not in told.value.message + told.value.hint


def test_a_file_has_it_in_its_first_line(tmp_path: Path) -> None:
    file = tmp_path / "words"
    file.write_bytes(f"{GOOD}\r\nmore\n".encode())
    assert (chosen(file), given(file)) == (GOOD, GOOD)

    file.write_bytes(b"\xff\xfe not text at all\n")
    with pytest.raises(UsageError, match="not in UTF-8"):
        given(file)
    with pytest.raises(NotFoundError):
        given(tmp_path / "none")


def test_a_pipe_may_bring_it_where_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{GOOD}\n"))

    assert given(Path("-")) == GOOD


def test_where_nobody_is_there_to_type_a_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{GOOD}\n"))

    for ask in (chosen, given):
        with pytest.raises(UsageError, match="Nobody is there") as told:
            ask(None)
        assert "--passphrase-file" in told.value.hint

"""A line that is not to be seen is asked for at a terminal alone, beside the result."""

import getpass
import sys
from typing import Any

import pytest

from coachcli.live import secret


class Stream:
    def __init__(self, *, is_terminal: bool) -> None:
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.mark.parametrize(("typed", "told", "there"), [(True, True, True), (False, True, False), (True, False, False)])
def test_somebody_is_there_who_types_and_reads(
    typed: bool, told: bool, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Stream(is_terminal=typed))
    monkeypatch.setattr(sys, "stderr", Stream(is_terminal=told))

    assert secret.is_somebody_there() is there


def test_the_question_stands_beside_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def answer(question: str, stream: object) -> str:
        asked.append((question, stream))
        return "words"

    monkeypatch.setattr(getpass, "getpass", answer)

    assert secret.hidden_line("What? ") == "words"
    assert asked == [("What? ", sys.stderr)]

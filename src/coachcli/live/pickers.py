"""Choosing before the call: a list that narrows as one types, and plain questions that know no default."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from coachcli.domain.text import visible


@dataclass(frozen=True, slots=True)
class Option:
    """Something to pick: what it is called, and a few words about it."""

    key: str
    title: str
    about: str = ""


class CancelledError(Exception):
    """The coach thought better of it."""


class Chooser(Protocol):
    """Somebody to ask before the call."""

    def pick(self, question: str, options: Sequence[Option]) -> str:
        """The key of the option chosen."""
        ...

    def write(self, question: str) -> str:
        """A line of text."""
        ...

    def agree(self, question: str) -> bool:
        """Yes or no."""
        ...


class Pickers:
    """Pickers on a terminal."""

    def pick(self, question: str, options: Sequence[Option]) -> str:
        """Choose with the arrows, or by typing a part of the name."""
        import questionary  # noqa: PLC0415 90 ms, and only where something is picked

        choices = [questionary.Choice(_row(option), value=option.key) for option in options]
        answer = _asked(
            questionary.select(
                question, choices, use_search_filter=True, use_jk_keys=False, instruction="(type to find)"
            ),
        )
        return str(answer)

    def write(self, question: str) -> str:
        """A line of text."""
        import questionary  # noqa: PLC0415 90 ms, and only where something is picked

        return str(_asked(questionary.text(question)))

    def agree(self, question: str) -> bool:
        """Yes or no, in as many letters as the coach likes; Enter alone asks again."""
        while True:
            answer = self.write(f"{question} (yes or no)").strip().casefold()
            if answer[:1] in {"y", "j", "o"}:
                return True
            if answer[:1] == "n":
                return False


def _row(option: Option) -> str:
    """The title on one row of the terminal, so that a list looks like one."""
    from coachcli.live.card import cut  # noqa: PLC0415 only where something is picked

    return cut(_title(option), max(20, shutil.get_terminal_size().columns - 6))


def _title(option: Option) -> str:
    return visible(f"{option.title}  {option.about}" if option.about else option.title)


def _asked(question: object) -> object:
    """Only `unsafe_ask` tells Ctrl-C from an answer."""
    try:
        return question.unsafe_ask()  # type: ignore[attr-defined]
    except (KeyboardInterrupt, EOFError):
        raise CancelledError from None


class PlainPickers:
    """The same, as numbered lists, for a terminal that can only print."""

    def __init__(self, ask: "AskLine") -> None:
        self._ask = ask

    def pick(self, question: str, options: Sequence[Option]) -> str:
        """Choose by number, or by the beginning of the name."""
        lines = [f"  {number}. {_title(option)}" for number, option in enumerate(options, 1)]
        while True:
            answer = self._line("\n".join([question, *lines])).casefold()
            if answer.isdecimal() and 1 <= int(answer) <= len(options):
                return options[int(answer) - 1].key
            exact = [option for option in options if answer in {option.title.casefold(), option.key.casefold()}]
            begun = [option for option in options if option.title.casefold().startswith(answer)] if answer else []
            meant = exact or begun
            if len(meant) == 1:
                return meant[0].key

    def write(self, question: str) -> str:
        """A line of text."""
        return self._line(question)

    def agree(self, question: str) -> bool:
        """Yes or no; anything else asks again."""
        while True:
            answer = self._line(f"{question} (yes or no)").casefold()
            if answer[:1] in {"y", "j", "o"}:
                return True
            if answer[:1] == "n":
                return False

    def _line(self, question: str) -> str:
        answer = self._ask(question)
        if answer is None:
            raise CancelledError
        return answer.strip()


class AskLine(Protocol):
    """Print a question and read a line; None where there is none."""

    def __call__(self, question: str) -> str | None:
        """Ask."""
        ...

"""What asks the coach outside a call; and how, in numbered lists, where a terminal can only print."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from coachcli.domain.answer.consent import consent
from coachcli.domain.spellings import is_same_name, spellings
from coachcli.domain.text import visible
from coachcli.errors import CancelledError
from coachcli.live.choice.shortlist import Option

_SCREENFUL = 15
_LETTERS = {True: "[Y/n]", False: "[y/N]", None: "[y/n]"}


class Chooser(Protocol):
    """What asks the coach outside a call."""

    def pick(self, question: str, options: Sequence[Option], *, may_type: bool = False) -> str:
        """Ask for one of the options; returns its key, or with `may_type` also words that name no option."""
        ...

    def write(self, question: str) -> str:
        """A line of text."""
        ...

    def agree(self, question: str, *, on_enter: bool | None = True) -> bool:
        """Ask for yes or no; `on_enter` is what Enter alone means, if anything."""
        ...


def agreed(question: str, write: Callable[[str, str], str], on_enter: bool | None) -> bool:
    """Ask until the answer is yes or no, and return whether it is yes.

    `write` gets the question and what was typed the last time, and returns a line; `on_enter` is what Enter alone
    means, if anything.
    """
    with_letters = f"{question} {_LETTERS[on_enter]}"
    answer = write(with_letters, "").strip()
    while (decision := consent(answer) if answer else on_enter) is None:
        answer = write(f"Yes or no, please. {with_letters}", answer).strip()
    return decision


class PlainPickers:
    """A chooser for a terminal that can only print: it numbers what there is to pick from."""

    def __init__(self, ask: "AskLine") -> None:
        self._ask = ask

    def pick(self, question: str, options: Sequence[Option], *, may_type: bool = False) -> str:
        """Ask for one of the options, by its number or the beginning of its name."""
        lines = list(_numbered(options))
        # Above a list that fills the screen, the question would be out of sight: it is asked again below.
        asked = "\n".join([question, *lines, *([question] if len(lines) > _SCREENFUL else [])])
        while True:
            words = self._line(asked)
            answer = words.casefold()
            if answer.isdecimal() and 1 <= int(answer) <= len(options):
                return options[int(answer) - 1].key
            meant = _meant(answer, options)
            if len(meant) == 1:
                return meant[0].key
            if may_type and words and not meant and not answer.isdecimal():
                return words
            asked = f"{_not_clear(meant)} {question}"

    def write(self, question: str) -> str:
        """A line of text."""
        return self._line(question)

    def agree(self, question: str, *, on_enter: bool | None = True) -> bool:
        """Ask for yes or no, until it is one of them."""
        return agreed(question, lambda asked, _given: self._line(asked), on_enter)

    def _line(self, question: str) -> str:
        answer = self._ask(question)
        if answer is None:
            raise CancelledError
        return answer.strip()


def _meant(answer: str, options: Sequence[Option]) -> list[Option]:
    """The options with just this name or key; else those with a name spelled like it; else those that begin with it."""
    exact = [option for option in options if answer in {option.title.casefold(), option.key.casefold()}]
    spelled = [option for option in options if is_same_name(answer, option.title)]
    begun = [option for option in options if _begins(answer, option.title)] if answer else []
    return exact or spelled or begun


def _begins(answer: str, title: str) -> bool:
    return any(known.startswith(typed) for typed in spellings(answer) for known in spellings(title))


def _not_clear(meant: list[Option]) -> str:
    """Why an answer chose nothing: it means no option, or several."""
    if not meant:
        return "A number from the list, please, or the beginning of a name."
    return f"That could be {' or '.join(visible(option.title) for option in meant[:5])}."


def _numbered(options: Sequence[Option]) -> Iterator[str]:
    group = ""
    for number, option in enumerate(options, 1):
        if option.group != group:
            group = option.group
            yield f" {visible(group)}"
        yield f"  {number}. {option.words}"


class AskLine(Protocol):
    """Prints a question and reads a line; None at the end of the input."""

    def __call__(self, question: str) -> str | None:
        """Ask."""
        ...

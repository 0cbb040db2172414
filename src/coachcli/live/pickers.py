"""Choosing before the call: a list that narrows as one types, and plain questions that know no default."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coachcli.domain.text import visible

if TYPE_CHECKING:
    import questionary


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

    def pick(self, question: str, options: Sequence[Option], *, may_type: bool = False) -> str:
        """The key of the option chosen; with `may_type`, words that name none of them are an answer as well."""
        ...

    def write(self, question: str) -> str:
        """A line of text."""
        ...

    def agree(self, question: str) -> bool:
        """Yes or no."""
        ...


class Pickers:
    """Pickers on a terminal."""

    def pick(self, question: str, options: Sequence[Option], *, may_type: bool = False) -> str:
        """Choose with the arrows, or by typing a part of the name; what is typed never means another one."""
        import questionary  # noqa: PLC0415 90 ms, and only where something is picked

        choices = [questionary.Choice(_row(option), value=option.key) for option in options]
        hint = "(type to find, or a new name)" if may_type else "(type to find)"
        asked = questionary.select(question, choices, use_search_filter=True, use_jk_keys=False, instruction=hint)
        _heed_typing(asked, may_type=may_type)
        return str(_asked(asked))

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


def _heed_typing(asked: "questionary.Question", *, may_type: bool) -> None:
    """The list shows every option when what is typed matches none, and Enter would take the one that is marked."""
    from prompt_toolkit.filters import Condition  # noqa: PLC0415 loaded with its list
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings  # noqa: PLC0415
    from questionary.prompts.common import InquirerControl  # noqa: PLC0415

    found = [one for one in asked.application.layout.find_all_controls() if isinstance(one, InquirerControl)]
    control, keys = found[0], KeyBindings()

    def typed() -> str:
        return str(control.search_filter or "")

    def names_none() -> bool:
        words = typed().casefold()
        return bool(words) and not any(_begins_a_word(words, str(choice.title)) for choice in control.choices)

    @keys.add("enter", eager=True, filter=Condition(names_none))
    def _(event: KeyPressEvent) -> None:
        if may_type:
            event.app.exit(result=typed())

    bindings = asked.application.key_bindings
    asked.application.key_bindings = merge_key_bindings([*([bindings] if bindings else []), keys])


def _begins_a_word(words: str, title: str) -> bool:
    return f" {words}" in f" {title.casefold()}"


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

    def pick(self, question: str, options: Sequence[Option], *, may_type: bool = False) -> str:
        """Choose by number, or by the beginning of the name."""
        lines = [f"  {number}. {_title(option)}" for number, option in enumerate(options, 1)]
        while True:
            words = self._line("\n".join([question, *lines]))
            answer = words.casefold()
            if answer.isdecimal() and 1 <= int(answer) <= len(options):
                return options[int(answer) - 1].key
            exact = [option for option in options if answer in {option.title.casefold(), option.key.casefold()}]
            begun = [option for option in options if option.title.casefold().startswith(answer)] if answer else []
            meant = exact or begun
            if len(meant) == 1:
                return meant[0].key
            if may_type and words and not meant and not answer.isdecimal():
                return words

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

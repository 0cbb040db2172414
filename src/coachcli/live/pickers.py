"""Choosing before the call: a list that narrows as one types, and plain questions that know no default."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coachcli.domain.text import visible
from coachcli.errors import CancelledError
from coachcli.live.handback import ended_in_order

if TYPE_CHECKING:
    import questionary


@dataclass(frozen=True, slots=True)
class Option:
    """Something to pick: what it is called, a few words about it, and among what others it stands in the list."""

    key: str
    title: str
    about: str = ""
    group: str = ""


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

        choices = list(_grouped(options))
        hint = "(type to find, or a new name)" if may_type else "(type to find)"
        asked = questionary.select(
            _fitted(question, hint), choices, use_search_filter=True, use_jk_keys=False, instruction=hint
        )
        _heed_typing(asked, may_type=may_type)
        return str(_asked(asked))

    def write(self, question: str) -> str:
        """A line of text."""
        import questionary  # noqa: PLC0415 90 ms, and only where something is picked

        return str(_asked(questionary.text(_fitted(question))))

    def agree(self, question: str) -> bool:
        """Yes or no, in as many letters as the coach likes; Enter alone is yes."""
        return _agreed(question, self.write)


def _agreed(question: str, write: Callable[[str], str]) -> bool:
    """Whether the answer is yes; where it is neither, that is said, and it is asked for again."""
    asked = f"{question} [Y/n]"
    while True:
        answer = write(asked).strip().casefold()
        if not answer or answer[:1] in {"y", "j", "o"}:
            return True
        if answer[:1] == "n":
            return False
        asked = "y or n, please. [Y/n]"


class _Heading(str):
    """The name of a group, which no typing finds: the list narrows to what can be picked."""

    __slots__ = ()

    def lower(self) -> str:
        """What is typed is looked for in this."""
        return ""


def _grouped(options: Sequence[Option]) -> Iterator["questionary.Choice"]:
    """The options, each group under its name; but not the first, for Enter takes what a list begins with."""
    import questionary  # noqa: PLC0415 90 ms, and only where something is picked

    group = options[0].group
    for option in options:
        if option.group != group:
            group = option.group
            yield questionary.Separator(_Heading(f"  {visible(group)}"))
        yield questionary.Choice(_row(option), value=option.key)


def _heed_typing(asked: "questionary.Question", *, may_type: bool) -> None:
    """The list shows every option when what is typed matches none, and Enter would take the one that is marked.

    And it takes what stands at a place in the whole list for what stands there in the narrowed one: with headings in
    it, the arrows would pass over what was found.
    """
    from prompt_toolkit.filters import Condition  # noqa: PLC0415 loaded with its list
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings  # noqa: PLC0415
    from questionary.prompts.common import InquirerControl, Separator  # noqa: PLC0415

    found = [one for one in asked.application.layout.find_all_controls() if isinstance(one, InquirerControl)]
    control, keys = found[0], KeyBindings()
    control.is_selection_valid = lambda: not isinstance(control.get_pointed_at(), Separator)  # type: ignore[method-assign]

    def typed() -> str:
        return str(control.search_filter or "")

    def names_none() -> bool:
        words = typed().casefold()
        titles = [str(one.title) for one in control.choices if not isinstance(one, Separator)]
        return bool(words) and not any(_begins_a_word(words, title) for title in titles)

    @keys.add("enter", eager=True, filter=Condition(names_none))
    def _(event: KeyPressEvent) -> None:
        if may_type:
            event.app.exit(result=typed())

    bindings = asked.application.key_bindings
    asked.application.key_bindings = merge_key_bindings([*([bindings] if bindings else []), keys])


def _begins_a_word(words: str, title: str) -> bool:
    return f" {words}" in f" {title.casefold()}"


def _fitted(question: str, hint: str = "") -> str:
    """A question in rows of the terminal, which the library would break inside words, as it would the hint after it."""
    from coachcli.live.fitting import cells, wrapped  # noqa: PLC0415 only where something is picked

    columns = shutil.get_terminal_size().columns
    # Its own sign and a blank stand before the first row.
    rows = wrapped(question, max(20, columns - 2))
    if hint and cells(f"? {rows[-1]} {hint}") > columns:
        rows.append("")
    return "\n".join(rows)


def _row(option: Option) -> str:
    """The title on one row of the terminal, so that a list looks like one."""
    from coachcli.live.fitting import cut  # noqa: PLC0415 only where something is picked

    return cut(_title(option), max(20, shutil.get_terminal_size().columns - 6))


def _title(option: Option) -> str:
    return visible(f"{option.title}  {option.about}" if option.about else option.title)


def _asked(question: object) -> object:
    """Only `unsafe_ask` tells Ctrl-C from an answer."""
    try:
        with ended_in_order():
            return question.unsafe_ask()  # type: ignore[attr-defined]
    except (KeyboardInterrupt, EOFError):
        raise CancelledError from None


_SCREENFUL = 15


class PlainPickers:
    """The same, as numbered lists, for a terminal that can only print."""

    def __init__(self, ask: "AskLine") -> None:
        self._ask = ask

    def pick(self, question: str, options: Sequence[Option], *, may_type: bool = False) -> str:
        """Choose by number, or by the beginning of the name."""
        lines = list(_numbered(options))
        # Behind a list that fills the screen the question would be out of sight.
        asked = "\n".join([question, *lines, *([question] if len(lines) > _SCREENFUL else [])])
        while True:
            words = self._line(asked)
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
            asked = f"{_not_clear(meant)} {question}"

    def write(self, question: str) -> str:
        """A line of text."""
        return self._line(question)

    def agree(self, question: str) -> bool:
        """Yes or no, Enter alone is yes; anything else asks again."""
        return _agreed(question, self._line)

    def _line(self, question: str) -> str:
        answer = self._ask(question)
        if answer is None:
            raise CancelledError
        return answer.strip()


def _not_clear(meant: list[Option]) -> str:
    """Why an answer did not choose."""
    if not meant:
        return "A number from the list, please, or the beginning of a name."
    return f"That could be {' or '.join(visible(option.title) for option in meant[:5])}."


def _numbered(options: Sequence[Option]) -> Iterator[str]:
    group = ""
    for number, option in enumerate(options, 1):
        if option.group != group:
            group = option.group
            yield f" {visible(group)}"
        yield f"  {number}. {_title(option)}"


class AskLine(Protocol):
    """Print a question and read a line; None where there is none."""

    def __call__(self, question: str) -> str | None:
        """Ask."""
        ...

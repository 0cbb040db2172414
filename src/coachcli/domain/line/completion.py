"""Suggestions while a line is typed: commands and their arguments, tags, the initials of clients."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from coachcli.domain.line.commands import COMMANDS
from coachcli.domain.line.field_answers import DOERS
from coachcli.domain.tags import ACTION_TAGS, BEGUN_TAG
from coachcli.domain.terms import Capture, Role, ShareWith
from coachcli.domain.text import folded
from coachcli.domain.value import Value


class Suggestion(Value, frozen=True):
    """A text for the last `replaces` letters of a line, with a few words about it."""

    text: str
    replaces: int
    about: str = ""


class Vocabulary(Value, frozen=True):
    """The words of a practice and of a call, looked up only when somebody types what could be one of them.

    `places` are the names one can go to, `stages` the titles among them, `open` the things that can be ticked off.
    """

    clients: Callable[[], tuple[str, ...]]
    tags: Callable[[], tuple[str, ...]]
    frameworks: Callable[[], tuple[str, ...]]
    packs: Callable[[], tuple[str, ...]]
    places: Callable[[], tuple[str, ...]] = tuple
    stages: Callable[[], tuple[str, ...]] = tuple
    open: Callable[[], tuple[str, ...]] = tuple


def suggestions(line: str, words: Vocabulary, *, asked: bool, named: bool = True) -> list[Suggestion]:
    """The suggestions for a line. In prose they are tags, and the initials of clients if somebody `asked` for them.

    In prose there are none where nobody may be `named`.
    """
    if line.startswith("/") and not line.startswith("//"):
        return list(_command(line, words))
    if not named:
        return []
    match = BEGUN_TAG.match(line, max(0, line.rfind("#")))
    if match is not None:
        return list(_tags(match[0], words.tags()))
    if asked and (line == "#" or line.endswith(" #")):
        return list(_tags("#", ()))
    if not asked or not line or line[-1].isspace():
        return []
    return list(_initials(line.rsplit(maxsplit=1)[-1], words.clients()))


def _tags(begun: str, known: Iterable[str]) -> Iterator[Suggestion]:
    """The tags that begin with these letters: those that were used, then those for the kinds of action."""
    used = list(known)
    kinds = [tag for tag in ACTION_TAGS if tag not in {folded(one) for one in used}]
    for tag in (*used, *kinds):
        if tag != begun and folded(tag).startswith(folded(begun)):
            yield Suggestion(tag, len(begun), ACTION_TAGS.get(folded(tag), ""))


def who_suggestions(line: str) -> list[Suggestion]:
    """The words for who does something, where they begin like the line."""
    return [Suggestion(who, len(line), about) for who, about in DOERS.items() if who.startswith(folded(line))]


def initials(name: str) -> str:
    """The initials of a name, as notes use them: JD for Jane Doe."""
    parts = [part for part in re.split(r"[\s-]+", name) if part[:1].isalpha()]
    proper = [part for part in parts if part[0].isupper()]
    return "".join(part[0].upper() for part in proper or parts)


def _command(line: str, words: Vocabulary) -> Iterator[Suggestion]:
    name, blank, letters = line[1:].partition(" ")
    if not blank:
        names = (command for command in COMMANDS if command.startswith(name.casefold()))
        yield from (Suggestion(f"/{command}", len(line), COMMANDS[command].summary) for command in names)
        return
    for choice in _arguments(name.casefold(), words):
        if folded(letters) in folded(choice):
            yield Suggestion(choice, len(letters))


def _arguments(command: str, words: Vocabulary) -> Iterable[str]:
    choices: dict[str, Callable[[], Iterable[str]]] = {
        "go": words.places,
        "map": words.stages,
        "notes": words.stages,
        "done": words.open,
        "switch": words.frameworks,
        "probe": words.packs,
        "kind": lambda: ("note", *get_args(Capture), *get_args(Role)),
        "share": lambda: get_args(ShareWith),
        "help": lambda: COMMANDS,
    }
    return choices[command]() if command in choices else ()


def _initials(letters: str, clients: Iterable[str]) -> Iterator[Suggestion]:
    """The initials of clients of whom a name, or the initials, begins with the letters typed."""
    for client in clients:
        short, parts = initials(client), folded(client).replace("-", " ").split()
        if short and (short.startswith(letters) or any(part.startswith(folded(letters)) for part in parts)):
            yield Suggestion(short, len(letters), client)

"""What a line that is being typed may become: commands and what follows them, tags, the initials of clients."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from coachcli.domain.line.commands import COMMANDS
from coachcli.domain.tags import BEGUN_TAG
from coachcli.domain.terms import Capture, Role, ShareWith
from coachcli.domain.text import folded
from coachcli.domain.value import Value


class Suggestion(Value, frozen=True):
    """What the last `replaces` letters of a line may become, with a few words about it."""

    text: str
    replaces: int
    about: str = ""


class Vocabulary(Value, frozen=True):
    """The words of a practice and of a call; looked up only when somebody types what could be one of them.

    `places` is where one can go, `stages` the titles among them, `open` what can be ticked off.
    """

    clients: Callable[[], tuple[str, ...]]
    tags: Callable[[], tuple[str, ...]]
    frameworks: Callable[[], tuple[str, ...]]
    packs: Callable[[], tuple[str, ...]]
    places: Callable[[], tuple[str, ...]] = tuple
    stages: Callable[[], tuple[str, ...]] = tuple
    open: Callable[[], tuple[str, ...]] = tuple


def suggestions(line: str, words: Vocabulary, *, asked: bool, named: bool = True) -> list[Suggestion]:
    """What may follow `line`: in prose nothing but tags, and where somebody `asked`, the initials of clients.

    Neither where nobody may be `named`.
    """
    if line.startswith("/") and not line.startswith("//"):
        return list(_command(line, words))
    if not named:
        return []
    begun = BEGUN_TAG.match(line, max(0, line.rfind("#")))
    if begun is not None:
        known = (tag for tag in words.tags() if tag != begun[0] and folded(tag).startswith(folded(begun[0])))
        return [Suggestion(tag, len(begun[0])) for tag in known]
    if not asked or not line or line[-1].isspace():
        return []
    return list(_initials(line.rsplit(maxsplit=1)[-1], words.clients()))


def initials(name: str) -> str:
    """JD for Jane Doe: what a note calls somebody by."""
    parts = [part for part in re.split(r"[\s-]+", name) if part[:1].isalpha()]
    proper = [part for part in parts if part[0].isupper()]
    return "".join(part[0].upper() for part in proper or parts)


def _command(line: str, words: Vocabulary) -> Iterator[Suggestion]:
    name, blank, begun = line[1:].partition(" ")
    if not blank:
        found = (known for known in COMMANDS if known.startswith(name.casefold()))
        yield from (Suggestion(f"/{known}", len(line), COMMANDS[known].summary) for known in found)
        return
    for choice in _arguments(name.casefold(), words):
        if folded(begun) in folded(choice):
            yield Suggestion(choice, len(begun))


def _arguments(command: str, words: Vocabulary) -> Iterable[str]:
    known: dict[str, Callable[[], Iterable[str]]] = {
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
    return known[command]() if command in known else ()


def _initials(begun: str, clients: Iterable[str]) -> Iterator[Suggestion]:
    """Initials of clients whose name, or whose initials, begin like the word."""
    for client in clients:
        short, parts = initials(client), folded(client).replace("-", " ").split()
        if short and (short.startswith(begun) or any(part.startswith(folded(begun)) for part in parts)):
            yield Suggestion(short, len(begun), client)

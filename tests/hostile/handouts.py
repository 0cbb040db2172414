"""Every call by which something leaves the house, with its reader: found by walking the commands and their options."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import typer
from cli.conftest import Coach
from hostile.calls import Command
from hostile.full_practice import FIRST, LATE, MIDDLE, SECOND, full

from coachcli.cli.main import app

CLIENT, SPONSOR, ACCESS, PERSON = "client", "sponsor", "access", "P3"
"""Beside those that `--for` names: the client who asks for all that is held, and somebody who was asked about them."""
REGISTER, BOOKS = "register", "books"
"""Who is sent the log of hours for a credential, and who does the coach's books."""
READERS = (CLIENT, SPONSOR, ACCESS, PERSON, REGISTER, BOOKS)
MENTORING, THREE = "mentoring", "three-way"
_IDS = {name: session.id for name, session in full().sessions.items()}
_IDS[LATE] = _IDS[LATE].removesuffix("-0907")  # by its day, so that its hour can be another
SESSIONS = FIRST, SECOND, MIDDLE, LATE, MENTORING, THREE
"""Those of the engagement that a sponsor may hear of."""
_LEAD = "report", "jane", "--engagement", "lead", "--yes"
_LETTERS = "m\n", "e\n", "i\n"


class Way(NamedTuple):
    """How a command is called, beside the options that say for whom and in which form; `typed` comes into it."""

    words: Command
    reader: str = ""
    typed: str = ""


WAYS: dict[Command, tuple[Way, ...]] = {
    ("session", "export"): tuple(Way(("session", "export", _IDS[name])) for name in SESSIONS),
    ("session", "after"): tuple(Way(("session", "after", _IDS[SECOND]), CLIENT, letter) for letter in _LETTERS),
    ("report",): (
        Way(_LEAD),
        Way((*_LEAD, "--since", "2026-04-01")),
        Way((*_LEAD, "--until", "midpoint")),
        Way((*_LEAD, "--since", "2026-03-12", "--until", "2026-03-12")),
        Way(("report", "jane", "--engagement", "none", "--yes")),
    ),
    ("prep",): (Way(("prep", "jane", "--form"), CLIENT),),
    ("client", "export"): (
        Way(("client", "export", "jane"), ACCESS),
        Way(("client", "export", "jane", "--person", "P3"), PERSON),
    ),
    ("hours",): (Way(("hours",), BOOKS), Way(("hours", "--by", "month", "--since", "2026-03-01"), BOOKS)),
}
"""Of each command that makes something for somebody else."""
OPTIONS: dict[Command, set[str]] = {
    ("session", "export"): {"--for", "--as", "--output", "--force"},
    ("session", "after"): {"--plain"},
    ("report",): {"--for", "--since", "--until", "--engagement", "--as", "--output", "--yes", "--force"},
    ("prep",): {"--as", "--json", "--form", "--read", "--output", "--force"},
    ("client", "export"): {"--output", "--with-others", "--person", "--yes"},
    ("hours",): {"--since", "--until", "--by", "--discreet", "--json", "--as", "--output", "--force"},
}
"""The options of each that were thought of."""
WRITES_BY_ITSELF: frozenset[Command] = frozenset({("session", "after")})
"""What has no `-o`, and writes into the client's exports."""


class Handout(NamedTuple):
    """A call, who reads what comes of it, and what is typed into it."""

    words: Command
    reader: str
    typed: str = ""

    @property
    def form(self) -> str:
        """The form that was asked for."""
        return self.words[self.words.index("--as") + 1] if "--as" in self.words else ""


Told = tuple[int, str, dict[str, bytes]]
"""What came of a call: its code, what it printed, and every file that it wrote, by its name."""


def options_of(command: Command) -> dict[str, list[str]]:
    """The options of a command by their long names, each with the words that it takes; none where it takes any."""
    node: Any = typer.main.get_command(app)
    for name in command:
        node = node.commands[name]
    options = (one for one in node.params if one.param_type_name == "option")
    named = {max(one.opts, key=len): [*getattr(one.type, "choices", ())] for one in options}
    return {name: choices for name, choices in named.items() if name not in {"--help", "--practice"}}


def handouts() -> Iterator[Handout]:
    """Every call, in every form and for every reader but the coach."""
    for command, ways in WAYS.items():
        options = options_of(command)
        readers = [one for one in options.get("--for", []) if one != "me"]
        for way in ways:
            for reader in readers or [way.reader]:
                for form in options.get("--as") or [""]:
                    said = (*(("--for", reader) if readers else ()), *(("--as", form) if form else ()))
                    yield Handout((*way.words, *said), REGISTER if form == "icf" else reader, way.typed)


def handed_out(coach: Coach, call: Handout, root: Path, target: Path) -> Told:
    """Call it, and have everything that came of it but what the coach alone is told beside it."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    by_itself = call.words[:2] in WRITES_BY_ITSELF
    folder = root / "clients/jane-example/exports" if by_itself else target
    answer = coach(*call.words, *(() if by_itself else ("-o", str(target))), typed=call.typed)
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return answer.code, answer.out, {str(path.relative_to(folder)): path.read_bytes() for path in files}

"""How each command is called, found by walking the commands: by its parameters, and for some with more words."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import typer
from hostile.world import ENDED, PAUSED

from coachcli.cli.main import app

Command = tuple[str, ...]
RECIPIENT = "age1w2qwzpsyxt9v923mqje5klh6te3rtgyawdkc69kj4ku7vhwjauws023ksz"
"""A key to which a backup is locked, and that nobody has."""
BY_PARAMETER = {"client": "jane", "session": f"jane-example/{ENDED}", "framework": "mine"}
"""What stands for an argument of that name, where nothing else is said."""
OTHERWISE: dict[Command, tuple[Command, ...]] = {
    ("session", "resume"): (("session", "resume", f"jane-example/{PAUSED}"), ("session", "resume", "jane")),
    ("session", "list"): (("session", "list"), ("session", "list", "jane"), ("session", "list", "--json")),
    ("session", "show"): (
        ("session", "show", f"jane-example/{ENDED}"),
        ("session", "show", f"jane-example/{ENDED}", "--at", "1"),
        ("session", "show", "jane", "--json"),
    ),
    ("session", "export"): (
        ("session", "export", f"jane-example/{ENDED}", "-o", "EXPORTS"),
        ("session", "export", "jane", "--for", "client", "-o", "EXPORTS"),
        ("session", "export", f"jane-example/{ENDED}", "--for", "sponsor", "-o", "EXPORTS"),
        ("session", "export", f"jane-example/{ENDED}", "--as", "eml"),
        ("session", "export", f"jane-example/{ENDED}", "--as", "html"),
    ),
    ("session", "restore"): (("session", "restore", "jane-example/2026-02-01-1000"),),
    ("session", "move"): (("session", "move", f"jane-example/{PAUSED}", "robin"),),
    ("session", "import"): (
        ("session", "import", "notes.md", "--client", "jane", "--on", "1 March 2024"),
        ("session", "import", "notes.md", "--client", "jane", "--on", "1 March 2024", "--signs", "--write"),
    ),
    ("session", "transcript"): (("session", "transcript", "call.vtt"),),
    ("session", "compare"): (
        ("session", "compare", f"jane-example/{ENDED}"),
        ("session", "compare", f"jane-example/{ENDED}", "--take", "both"),
    ),
    ("action", "list"): (("action", "list"), ("action", "list", "jane", "--all")),
    ("action", "done"): (("action", "done", "jane", "1"),),
    ("action", "drop"): (("action", "drop", "jane", "1"),),
    ("action", "move"): (("action", "move", "jane", "1", "--to", "tomorrow"),),
    ("action", "add"): (("action", "add", "jane", "Sleep"),),
    ("action", "undo"): (("action", "undo", "jane"), ("action", "undo")),
    ("goal", "list"): (("goal", "list"), ("goal", "list", "jane", "--all")),
    ("goal", "add"): (("goal", "add", "jane", "Sleep", "--now", "3"),),
    ("goal", "rate"): (("goal", "rate", "jane", "1", "6"),),
    ("goal", "close"): (("goal", "close", "jane", "1", "--done"),),
    ("goal", "undo"): (("goal", "undo", "jane"), ("goal", "undo")),
    ("client", "list"): (("client", "list"), ("client", "list", "--all")),
    ("client", "show"): (("client", "show", "jane"), ("client", "show", "jane", "--json")),
    ("client", "add"): (("client", "add", "Zoe Example", "--email", "zoe@example.com"),),
    ("client", "edit"): (("client", "edit", "jane", "--role", "Head"), ("client", "edit", "jane")),
    ("client", "rename"): (
        ("client", "rename", "jane", "Jane Q Example", "--no-move"),
        ("client", "rename", "jane", "Zoe Example", "--move"),
    ),
    ("client", "archive"): (("client", "archive", "jane"), ("client", "archive", "jane", "--undo")),
    ("client", "export"): (
        ("client", "export", "jane"),
        ("client", "export", "jane", "-o", "EXPORTS"),
        ("client", "export", "jane", "--with-others", "--yes", "-o", "EXPORTS"),
    ),
    ("client", "erase"): (("client", "erase", "jane"),),
    ("progress",): (
        ("progress", "jane"),
        ("progress", "jane", "--since", "1 March"),
        ("progress", "jane", "--plain"),
        ("progress", "jane", "--discreet"),
        ("progress", "jane", "--json"),
        ("progress", "jane", "--as", "html"),
    ),
    ("hours",): (
        ("hours",),
        ("hours", "--since", "1 March", "--until", "1 June", "--by", "month"),
        ("hours", "--discreet"),
        ("hours", "--json"),
        ("hours", "--as", "csv"),
        ("hours", "--as", "icf", "-o", "EXPORTS"),
        ("hours", "--as", "xlsx", "-o", "EXPORTS"),
    ),
    ("hours", "import"): (("hours", "import", "log.csv"), ("hours", "import", "log.csv", "--write")),
    ("engagement", "start"): (("engagement", "start", "jane", "--road", "simple", "--start", "2026-09-01"),),
    ("engagement", "show"): (("engagement", "show", "jane"), ("engagement", "show", "jane", "lead", "--json")),
    ("engagement", "edit"): (("engagement", "edit", "jane"),),
    ("engagement", "end"): (("engagement", "end", "jane", "--why", "as agreed", "--drop-open"),),
    ("report",): (
        ("report", "jane"),
        ("report", "jane", "--for", "client", "--yes", "-o", "EXPORTS"),
        ("report", "jane", "--for", "sponsor", "--yes", "--as", "json"),
        ("report", "jane", "--for", "sponsor"),
    ),
    ("find",): (
        ("find", "budget", "--client", "jane"),
        ("find", "e", "--trash", "--archived", "--json"),
        ("find", "e", "--discreet"),
    ),
    ("themes", "show"): (("themes", "jane"), ("themes", "jane", "--json"), ("themes", "jane", "--discreet")),
    ("themes", "add"): (
        ("themes", "add", "jane", "Listens", "--tag", "listens"),
        ("themes", "add", "jane", "Listens", "--tag", "listens", "--for", "client"),
    ),
    ("themes", "list"): (("themes", "list", "jane"), ("themes", "list", "jane", "--discreet")),
    ("themes", "remove"): (("themes", "remove", "jane", "1"),),
    ("prep",): (("prep", "jane"), ("prep", "jane", "--form"), ("prep", "jane", "-o", "EXPORTS")),
    ("practice", "retention"): (("practice", "retention"), ("practice", "retention", "--on", "1 January 2031")),
    ("practice", "backup"): (
        ("practice", "backup", "EXPORTS", "--recipient", RECIPIENT),
        ("practice", "backup", "--new-key", "EXPORTS"),
    ),
    ("practice", "restore"): (("practice", "restore", "EXPORTS"),),
    ("framework", "new"): (("framework", "new", "another", "--from", "mine"),),
    ("framework", "check"): (("framework", "check"), ("framework", "check", "mine")),
}
"""Those for which that says too little."""
TYPED = "something new\n/end\n"
LETTERS = "n\nfriday 14:00\nm\ne\n"
TELLING: tuple[Command, ...] = ((), ("session", "list"), ("prep", "jane"), ("session", "start", "jane"))
"""Those that say what was passed over."""


class UnknownCommandError(Exception):
    """A command of which nobody said how it is called."""


def commands(group: Any = None, above: Command = ()) -> Iterator[tuple[Command, list[str]]]:
    """Every command there is, with the names of its arguments."""
    group = group or typer.main.get_command(app)
    if not above:
        yield (), []
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            if command.invoke_without_command:
                yield (*above, name), []
            yield from commands(command, (*above, name))
        else:
            yield (*above, name), [one.name for one in command.params if one.param_type_name == "argument"]


def calls_of(command: Command, arguments: list[str]) -> tuple[Command, ...]:
    """The calls of a command."""
    if command in OTHERWISE:
        return OTHERWISE[command]
    if unknown := [name for name in arguments if name not in BY_PARAMETER]:
        raise UnknownCommandError(f"how is coach {' '.join(command)} called? its arguments: {', '.join(unknown)}")
    return ((*command, *(BY_PARAMETER[name] for name in arguments)),)


def calls() -> list[Command]:
    """Every call of every command."""
    return [call for command, arguments in commands() for call in calls_of(command, arguments)]


def typed_into(call: Command) -> str:
    """The lines that come through a pipe into a call."""
    return LETTERS if call[:2] == ("session", "after") else TYPED


class Subject(NamedTuple):
    """Whose notes a call may show, and into whose folder it may write; of everybody where none is named."""

    client: str | None
    writes_to: frozenset[str]


def subject_of(call: Command) -> Subject:
    """Of whom a call speaks."""
    both = frozenset({"jane-example", "robin-example"})
    if call[:2] == ("session", "move"):
        return Subject("jane-example", both)
    if call[1:] == ("undo",):  # with whomever something can be taken back
        return Subject(None, both)
    named = any(word == "jane" or word.startswith("jane-example") for word in call)
    return Subject("jane-example" if named else None, frozenset({"jane-example"}))

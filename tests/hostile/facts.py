"""What a coach would find in a practice: sessions and their notes, what is open, what was deleted, what was made."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cli.conftest import Answer, Coach
from hostile.world import World

from coachcli.errors import CoachError
from coachcli.store.client import client_file
from coachcli.store.disk import files
from coachcli.store.paths import Practice
from coachcli.store.session import between, sessions
from coachcli.store.session.place import client_of, is_named_as_one
from coachcli.store.yaml_io import strict_reader


class Facts(NamedTuple):
    """Sessions by their clients, what there is to follow up, what lies in the trash, and other files by their names."""

    sessions: Counter[tuple[str, str, tuple[str, ...]]]
    followed: Counter[tuple[str, str, str]]
    deleted: Counter[tuple[str, str]]
    others: dict[str, bytes]


def facts_of(world: World, coach: Coach) -> Facts:
    """All of it as it is now; what cannot be read raises."""
    practice = Practice(world.root)
    found = [path for path in practice.clients.glob("*/sessions/*.yaml") if is_named_as_one(path)]
    answer = coach("action", "list", "--all", "--json")
    assert answer.code == 0, answer.err
    deleted = [path for path in practice.trash.glob("*/*.yaml") if ".before-" not in path.name]
    others = {*practice.frameworks.glob("*.yaml"), *world.exports.rglob("*")}
    return Facts(
        Counter((client_of(path), path.stem[-4:], _notes(path)) for path in found),
        Counter(_thing(one) for one in answer.data),
        Counter((path.parent.name, path.stem.partition(" (")[0]) for path in deleted),
        # Where nobody's names can be read, a client goes by the name of their folder.
        {path.name: path.read_bytes().replace(b"Jane Example", b"jane-example") for path in others if path.is_file()},
    )


def _thing(one: dict[str, Any]) -> tuple[str, str, str]:
    return str(one["client"]), str(one["what"]), str(one.get("outcome") or "open")


def _notes(path: Path) -> tuple[str, ...]:
    return tuple(note.text for _, note in sessions.read(path).session.notes)


def torn(world: World) -> Iterator[str]:
    """Every file that cannot be wholly read."""
    practice = Practice(world.root)
    for path in practice.root.rglob("*.yaml"):
        try:
            _read(practice, path)
        except CoachError as error:
            yield f"torn: {error.message}"


def _read(practice: Practice, path: Path) -> None:
    if is_named_as_one(path):
        sessions.read(path)
    elif path.name == "between.yaml":
        between.load(practice, path.parent.name)
    elif path.name == "client.yaml":
        client_file.read(path.parent)
    elif not path.name.startswith("."):
        try:
            strict_reader.read(files.read_bytes(path), strict_reader.RECORD)
        except strict_reader.YamlProblemError as error:
            if path.name != "coach.yaml":  # nothing but comments, as it is made
                raise AssertionError(f"{path} is torn: {error.problem.text}") from None


def troubles(answer: Answer) -> Iterator[str]:
    """What no answer may hold."""
    if answer.code not in {0, 1, 2, 3, 4, 5}:
        yield f"ended with {answer.code}"
    for trouble in ("Traceback", "went wrong inside", "Errno"):
        if trouble in answer.out + answer.err:
            yield f"{trouble}: {(answer.out + answer.err)[-400:]}"

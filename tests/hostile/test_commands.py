"""Whatever lies in a practice: no command follows it, shows it to the wrong reader, spoils it or keeps it quiet."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from cli.conftest import Answer
from hostile.calls import TELLING, UnknownCommandError, calls, calls_of, commands, subject_of
from hostile.conftest import Trial, Tried, sample
from hostile.plants import Plant, plants
from hostile.world import CANARIES, Seen, World, seen_at, seen_in

pytestmark = pytest.mark.timeout(240)
DOCUMENTED = {0, 1, 2, 3, 4, 5}
EVERY = 34
"""Of how many of the other calls one is made with one thing planted; in the long form of three."""


def test_every_command_is_one_of_which_it_is_known_how_it_is_called() -> None:
    assert len({command for command, _ in commands()}) > 20
    assert set(TELLING) <= set(calls())


def test_a_command_that_is_new_is_not_forgotten() -> None:
    with pytest.raises(UnknownCommandError, match="how is coach session burn called"):
        calls_of(("session", "burn"), ["match"])


def _chosen(number: int) -> list[tuple[str, ...]]:
    others = [call for call in calls() if call not in TELLING]
    return [*sample(TELLING, len(TELLING), number), *sample(others, EVERY, number, long=3)]


@pytest.mark.parametrize("number", [pytest.param(n, id=f"{one.kind}-{one.name}") for n, one in enumerate(plants())])
def test_nothing_that_lies_in_a_practice_misleads_a_command(
    number: int, trial: Trial, tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    plant, chosen = plants()[number], _chosen(number)
    wrong: list[str] = []
    for call in chosen:
        trial.begin()
        before = Before(trial.world, plant.put(trial.world))
        with plant.meanwhile(trial.world):
            answer = trial.call(call)
        wrong += [f"coach {' '.join(call)}: {what}" for what in breaches(trial.world, before, plant, call, answer)]
    tried(plant.kind, len(chosen))
    assert not wrong, "\n".join(wrong)


class Before:
    """What there was before a command."""

    def __init__(self, world: World, kept: list[Path]) -> None:
        self.kept: dict[Path, Seen] = {path: seen_at(path) for path in kept}
        self.outside = seen_in(world.outside)
        self.clients = seen_in(world.root / "clients")
        self.around = _around(world)


def _around(world: World) -> dict[str, Seen]:
    ours = (world.root.name, world.outside.name, world.exports.name, "state", "cache")
    return {name: seen for name, seen in seen_in(world.root.parent).items() if name.split("/")[0] not in ours}


def breaches(world: World, before: Before, plant: Plant, call: tuple[str, ...], answer: Answer) -> Iterator[str]:
    """What is not right after a command."""
    said = answer.out + answer.err
    if answer.code not in DOCUMENTED:
        yield f"ended with {answer.code}"
    for trouble in ("Traceback", "went wrong inside", "Errno"):
        if trouble in said:
            yield f"{trouble}: {said[-300:]}"
    if seen_in(world.outside) != before.outside or _around(world) != before.around:
        yield "something outside was changed"
    yield from _not_as_it_was(world, before, call)
    yield from _with_another(world, before, plant, call)
    yield from _shown(world, call, said)
    yield from _not_told(plant, call, said)


def _not_as_it_was(world: World, before: Before, call: tuple[str, ...]) -> Iterator[str]:
    may_move = call[:2] in {("session", "delete"), ("session", "move"), ("session", "compare")}
    for path, seen in before.kept.items():
        if seen_at(path) == seen:
            continue
        if may_move and seen in seen_in(world.root / ".trash").values():
            continue
        if call[:2] == ("client", "rename") and _whatever_id(seen) in map(_whatever_id, seen_in(world.root).values()):
            continue  # it went along with the folder, and says whose it is today
        yield f"{path.relative_to(world.root)} is not as it was"


def _whatever_id(seen: Seen) -> Seen:
    """What is there, with no word of whose it is."""
    kind, data = seen
    return kind, re.sub(rb"(jane-(example|other|q-example)|zoe-example)(?=/|$)", b"ID", data, flags=re.MULTILINE)


def _with_another(world: World, before: Before, plant: Plant, call: tuple[str, ...]) -> Iterator[str]:
    """Whatever is new or changed in the folder of a client whom the command was not about."""
    now = seen_in(world.root / "clients")
    may_change = {plant.lies_in, *subject_of(call).writes_to}
    for name in {*now, *before.clients}:
        client = name.split("/")[0]
        if client in CANARIES and client not in may_change and now.get(name) != before.clients.get(name):
            yield f"clients/{name} was changed"


def _shown(world: World, call: tuple[str, ...], said: str) -> Iterator[str]:
    """A word of one client in what is shown or made for another."""
    exported = [_text_of(path) for path in world.exports.rglob("*") if path.is_file()]
    subject = subject_of(call).client
    for client, canary in CANARIES.items():
        if subject not in {None, client} and any(canary in text for text in (said, *exported)):
            yield f"shows a word of {client}"
    hers = world.root / "clients" / "jane-example"
    for path in hers.glob("exports/*"):
        with suppress(OSError):
            if CANARIES["robin-example"] in path.read_text(encoding="utf-8"):
                yield f"{path.name} has a word of robin-example"


def _text_of(path: Path) -> str:
    """All that is in a file; of one that is an archive, in all of its parts. In a backup nobody can read anything."""
    if not is_zipfile(path):
        return path.read_bytes().decode(errors="replace")
    with ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


def _not_told(plant: Plant, call: tuple[str, ...], said: str) -> Iterator[str]:
    if call not in TELLING or call == plant.untold:
        return
    together = "".join(said.split())
    for words in plant.told:
        if "".join(words.split()) not in together:
            yield f"says nothing of {words}: {said[-400:]!r}"
    if plant.hides and "First session" in said:
        yield "says it is her first session"

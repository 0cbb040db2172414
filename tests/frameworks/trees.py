"""A shipped file as it is written: its tree, and every question in it with all that stands around it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from coachcli.store.framework import catalogue
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import plain

Tree = dict[str, Any]


class Spot(NamedTuple):
    """A question, with its stage and its step."""

    question: Tree
    stage: Tree
    step: Tree


@cache
def tree(name: str) -> Tree:
    """What a shipped file says, before anything is made of it."""
    path = catalogue.shipped_folder() / f"{name}.yaml"
    read = plain(strict_reader.read(path.read_bytes(), strict_reader.FRAMEWORK))
    assert isinstance(read, dict)
    return read


def spots(name: str) -> Iterator[Spot]:
    """Every question that a shipped file writes down."""
    for stage in tree(name)["stages"]:
        for step in stage.get("steps") or [stage]:
            yield from (Spot(question, stage, step) for question in step.get("ask", ()))


def questions(name: str) -> dict[str, Tree]:
    """The same by their ids, without what stands around them."""
    return {spot.question["id"]: spot.question for spot in spots(name)}


def room(name: str, stage: Tree) -> str:
    """Who talks in a stage."""
    of_file: str = tree(name)["with"] if "with" in tree(name) else tree(tree(name)["extends"])["with"]
    return str(stage.get("with", of_file))

"""What a framework may name that is not in its file: the framework it extends, and topic packs."""

from collections.abc import Collection
from typing import Protocol

from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Problem
from coachcli.store.framework.parent import Inherited
from coachcli.store.framework.parts import items
from coachcli.store.framework.shown import short
from coachcli.store.yaml_io.located import problem_at
from coachcli.store.yaml_io.nodes import Mapping, Scalar, Sequence

UNKNOWN_PARENT, CIRCLE, TOO_DEEP, BROKEN_PARENT = "E321", "E322", "E323", "E324"


class ParentError(Exception):
    """Why a framework cannot be built upon."""

    def __init__(self, code: str, text: str, hint: str) -> None:
        super().__init__(text)
        self.code, self.text, self.hint = code, text, hint


class References(Protocol):
    """Where what is named is looked up."""

    def parent(self, name: str, language: str | None) -> Inherited:
        """The framework of that name, in that language if it is there in it; raises ParentError."""

    def packs(self) -> Collection[str]:
        """The ids of the packs there are."""


class Nowhere:
    """For a text that stands alone, as a snapshot does: what it names is taken as it is."""

    def parent(self, name: str, language: str | None) -> Inherited:  # noqa: ARG002 nothing is looked up
        """There is none."""
        text = f"'{name}' cannot be looked up from here"
        raise ParentError(UNKNOWN_PARENT, text, "put the file into the frameworks folder of your practice")

    def packs(self) -> Collection[str]:
        """Whatever is named."""
        return ()


def unknown_packs(tree: Mapping, references: References) -> list[Problem]:
    """The packs that are named and are not there."""
    parts = [tree, *(stage for stage in items(tree, "stages") if isinstance(stage, Mapping))]
    lists = [part.entries["packs"].value for part in parts if "packs" in part.entries]
    named = [item for node in lists if isinstance(node, Sequence) for item in node.items if isinstance(item, Scalar)]
    if not named or isinstance(references, Nowhere):
        return []
    there = references.packs()
    unknown = [item for item in named if item.text not in there]
    return [_unknown(item, there, told) for told, item in enumerate(unknown)]


def _unknown(item: Scalar, there: Collection[str], told: int) -> Problem:
    close = nearest(item.text, there, told)
    hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(sorted(there)) or 'none yet'}"
    return problem_at(item, "E331", f"there is no topic pack '{short(item.text)}'", hint)


NOWHERE = Nowhere()

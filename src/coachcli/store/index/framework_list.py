"""The summary of each framework for lists, remembered for all of them together, so that a list loads none."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coachcli.domain.framework.summary import Listed
from coachcli.domain.value import built, plain
from coachcli.store.framework.files import Source
from coachcli.store.index import checked_frameworks


class Summaries:
    """The summaries of all frameworks, the shipped ones and those in a folder of the coach's own."""

    def __init__(self, own: Path) -> None:
        self._own = own
        self._name = self._name_now()
        self._known = _read(checked_frameworks.recall(self._name))
        self._is_new = False

    def known(self, source: Source, make: Callable[[Source], Listed]) -> Listed:
        """The summary of a framework, remembered or else from `make`; one that cannot be used is never remembered."""
        if source.id in self._known:
            try:
                return _listed(self._known[source.id], source)
            except (ValueError, TypeError):  # remembered wrongly: made anew
                del self._known[source.id]
        summary = make(source)
        if summary.usable:
            self._known[source.id] = plain(summary)
            self._is_new = True
        return summary

    def save(self) -> None:
        """Remember new summaries, unless something was changed meanwhile."""
        if self._is_new and self._name_now() == self._name:
            checked_frameworks.remember(self._name, json.dumps(self._known).encode())

    def _name_now(self) -> str:
        return checked_frameworks.name_of("list", *checked_frameworks.of_own(self._own))


def _read(data: bytes | None) -> dict[str, dict[str, Any]]:
    try:
        return dict(json.loads(data or b"{}"))
    except (ValueError, TypeError, RecursionError):
        return {}


def _listed(summary: dict[str, Any], source: Source) -> Listed:
    return built(Listed, {**summary, "path": str(source.path)})

"""What a list says of each framework, remembered for all of them together: so a list of good ones loads none."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coachcli.domain.framework.summary import Listed
from coachcli.store.framework.files import Source
from coachcli.store.index import checked_frameworks

_PARTS = ("id", "title", "kind", "purpose", "minutes", "origin")


class Summaries:
    """The frameworks there are with a folder of the coach's own, as lists show them."""

    def __init__(self, own: Path) -> None:
        self._own = own
        self._name = self._name_now()
        self._known = _read(checked_frameworks.recall(self._name))
        self._is_new = False

    def known(self, source: Source, make: Callable[[Source], Listed]) -> Listed:
        """One of them, as it is remembered or else as `make` finds it; one that cannot be used is never remembered."""
        if source.id in self._known:
            try:
                return _listed(self._known[source.id], source)
            except (KeyError, TypeError):  # remembered wrongly: made anew
                del self._known[source.id]
        listed = make(source)
        if listed.usable:
            self._known[source.id] = {part: getattr(listed, part) for part in _PARTS} | {"languages": listed.languages}
            self._is_new = True
        return listed

    def save(self) -> None:
        """Remember what is new, unless something was changed meanwhile."""
        if self._is_new and self._name_now() == self._name:
            checked_frameworks.remember(self._name, json.dumps(self._known).encode())

    def _name_now(self) -> str:
        return checked_frameworks.name_of("list", *checked_frameworks.of_own(self._own))


def _read(data: bytes | None) -> dict[str, dict[str, Any]]:
    try:
        return dict(json.loads(data or b"{}"))
    except (ValueError, TypeError, RecursionError):
        return {}


def _listed(known: dict[str, Any], source: Source) -> Listed:
    parts = {part: known[part] for part in _PARTS}
    return Listed(**parts, languages=tuple(known["languages"]), path=str(source.path))

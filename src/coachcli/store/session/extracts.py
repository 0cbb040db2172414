"""The gists of a client's sessions, read without building the whole of each."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coachcli.domain.client.chronology import held_at
from coachcli.domain.client.extract import SessionExtract, gist_of
from coachcli.errors import CoachError
from coachcli.store.index import Facts
from coachcli.store.paths import Practice
from coachcli.store.session.census import census

if TYPE_CHECKING:
    from coachcli.domain.session.model import Session


@dataclass(frozen=True, slots=True)
class Gists:
    """What could be read, newest first, each with its file, and what was passed over."""

    found: tuple[tuple[Path, SessionExtract], ...] = ()
    passed_over: tuple[CoachError, ...] = ()


def gists(practice: Practice, client_id: str) -> Gists:
    """The gists of all sessions of a client."""
    there = census(practice, client_id, f"gists/{client_id}", _facts, _gist)
    newest_first = sorted(there.found, key=lambda one: held_at(one[1]), reverse=True)
    return Gists(tuple(newest_first), there.passed_over)


def _facts(session: "Session") -> Facts:
    return gist_of(session).model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _gist(_path: Path, facts: Facts) -> SessionExtract:
    return SessionExtract.model_validate(facts)

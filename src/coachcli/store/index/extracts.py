"""The extracts of a client's sessions, read without building the whole of each."""

from pathlib import Path
from typing import NamedTuple

from coachcli.domain.history.chronology import held_at
from coachcli.domain.history.extract import SessionExtract
from coachcli.errors import CoachError
from coachcli.store.index.census import Census, Kind, census
from coachcli.store.index.facts import extract_from, extract_version
from coachcli.store.index.memory import Facts, Part
from coachcli.store.paths import Practice
from coachcli.store.session import folder


class Extracts(NamedTuple):
    """What could be read, newest first, each with its file, and what was passed over."""

    found: tuple[tuple[Path, SessionExtract], ...] = ()
    passed_over: tuple[CoachError, ...] = ()


def extracts(practice: Practice, client_id: str) -> Extracts:
    """The extracts of all sessions of a client."""
    there = folder.session_folders(practice, client_id)
    passed_over = list(there.passed_over)
    found: list[tuple[Path, SessionExtract]] = []
    for theirs in there.found:
        known = extracts_in(practice, theirs)
        found += ((theirs.path / name, extract) for name, extract in known.found)
        passed_over += (*theirs.passed_over, *(error for _, error in known.unread), *known.strays)
    newest_first = sorted(found, key=lambda one: held_at(one[1]), reverse=True)
    return Extracts(tuple(newest_first), tuple(passed_over))


def extracts_in(practice: Practice, theirs: folder.SessionFolder) -> Census[SessionExtract]:
    """The extracts of the sessions in a folder."""
    return census(practice, theirs, Kind(Part.EXTRACTS, extract_version(), _made))


def _made(_there: folder.SessionFolder, _file: str, facts: Facts) -> SessionExtract:
    return extract_from(facts)

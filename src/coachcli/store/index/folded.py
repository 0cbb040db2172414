"""What all sessions of a client come to, remembered until one of their files changes."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Generic, NamedTuple, TypeVar

from coachcli.domain.history.between import Entry
from coachcli.domain.history.chronology import held_at
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.value import Value, decoded, plain
from coachcli.errors import CoachError
from coachcli.store.index.by_stamp import stamp_of
from coachcli.store.index.extracts import extracts_in
from coachcli.store.index.memory import Memory, Part, Remembered
from coachcli.store.paths import Practice
from coachcli.store.session.folder import SessionFolder, session_folders

Outcome = TypeVar("Outcome", bound=Value)


class _Facts(Value, Generic[Outcome], frozen=True):
    """What was made of files that were in this state."""

    state: str
    outcome: Outcome


class _Line(Value, Generic[Outcome], frozen=True):
    """What is remembered, by which version of the program."""

    version: str
    facts: _Facts[Outcome]


class Fold(NamedTuple, Generic[Outcome]):
    """What is made of a client's sessions and of the entries between them, and the part that remembers it."""

    part: Part
    outcome: type[Outcome]
    version: str
    made: Callable[[Sequence[SessionExtract], Sequence[Entry]], Outcome]


class Folded(NamedTuple, Generic[Outcome]):
    """What was made of all that could be read, and errors for files passed over."""

    outcome: Outcome
    passed_over: tuple[CoachError, ...] = ()


def folded(practice: Practice, client_id: str, fold: Fold[Outcome]) -> Folded[Outcome]:
    """What a client's sessions come to; they are read only where a file of theirs changed."""
    there = session_folders(practice, client_id)
    theirs = next(iter(there.found), None)
    if theirs is None:
        return Folded(fold.made((), ()), there.passed_over)
    result = _remembered(practice, theirs, fold) or _anew(practice, theirs, fold)
    return Folded(result.outcome, (*there.passed_over, *theirs.passed_over, *result.passed_over))


def _remembered(practice: Practice, theirs: SessionFolder, fold: Fold[Outcome]) -> Folded[Outcome] | None:
    state = _state(practice, theirs)
    with suppress(ValueError):
        # At once into values: through plain data it takes more than twice as long.
        line = decoded(_Line[fold.outcome], Memory(practice, theirs.client).line(fold.part))  # type: ignore[name-defined]
        is_known = state != "" and (line.version, line.facts.state) == (fold.version, state)
        return Folded(line.facts.outcome) if is_known else None
    return None


def _anew(practice: Practice, theirs: SessionFolder, fold: Fold[Outcome]) -> Folded[Outcome]:
    """What all sessions come to, which is remembered where all of them could be read."""
    from coachcli.store.session import between  # noqa: PLC0415 it loads YAML, and only where something changed

    state = _state(practice, theirs)
    known = extracts_in(practice, theirs)
    passed_over = [*(error for _, error in known.unread), *known.strays]
    try:
        entries = between.load(practice, theirs.client).entries
    except CoachError as error:
        entries = ()
        passed_over.append(error)
    now = fold.made(sorted((extract for _, extract in known.found), key=held_at), entries)
    if state and theirs.stamps and not passed_over:
        facts = plain(_Facts(state, now))
        Memory(practice, theirs.client).put(fold.part, Remembered(fold.version, facts))
    return Folded(now, tuple(passed_over))


def _state(practice: Practice, theirs: SessionFolder) -> str:
    """A digest that changes with any of their files; nothing where one of them cannot be looked at."""
    if not all(theirs.stamps.values()):
        return ""
    stamps = (*theirs.stamps.items(), ("between", stamp_of(practice.between_file(theirs.client))))
    return hashlib.sha256(repr(stamps).encode("utf-8", "surrogatepass")).hexdigest()

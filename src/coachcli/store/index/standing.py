"""How things stand with a client, remembered until one of their files changes."""

import hashlib
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from coachcli.domain.client.standing import STANDING_FILLED, Standing, standing_of
from coachcli.domain.history.chronology import held_at
from coachcli.domain.value import built, plain
from coachcli.errors import CoachError
from coachcli.store.index.by_stamp import stamp_of
from coachcli.store.index.extracts import extracts_in
from coachcli.store.index.facts import extract_version
from coachcli.store.index.memory import Memory, Part, Remembered
from coachcli.store.index.shape import version
from coachcli.store.paths import Practice
from coachcli.store.session.folder import SessionFolder, session_folders


class KnownStanding(NamedTuple):
    """How things stand as far as it could be read, and errors for files passed over."""

    standing: Standing
    passed_over: tuple[CoachError, ...] = ()


def standing(practice: Practice, client_id: str) -> KnownStanding:
    """How things stand with a client; their sessions are read only where a file of theirs changed."""
    there = session_folders(practice, client_id)
    theirs = next(iter(there.found), None)
    if theirs is None:
        return KnownStanding(Standing(), there.passed_over)
    result = _remembered(practice, theirs) or _anew(practice, theirs)
    return KnownStanding(result.standing, (*there.passed_over, *theirs.passed_over, *result.passed_over))


def _remembered(practice: Practice, theirs: SessionFolder) -> KnownStanding | None:
    facts, state = Memory(practice, theirs.client).load(Part.STANDING, standing_version()), _state(practice, theirs)
    with suppress(ValueError, KeyError):
        return KnownStanding(built(Standing, facts["standing"])) if state and facts.get("state") == state else None
    return None


def _anew(practice: Practice, theirs: SessionFolder) -> KnownStanding:
    """How things stand by all sessions, which is remembered where all of them could be read."""
    from coachcli.store.session import between  # noqa: PLC0415 it loads YAML, and only where something changed

    state = _state(practice, theirs)
    known = extracts_in(practice, theirs)
    passed_over = [*(error for _, error in known.unread), *known.strays]
    try:
        entries = between.load(practice, theirs.client).entries
    except CoachError as error:
        entries = ()
        passed_over.append(error)
    now = standing_of(sorted((extract for _, extract in known.found), key=held_at), entries)
    if state and theirs.stamps and not passed_over:
        facts = {"state": state, "standing": plain(now)}
        Memory(practice, theirs.client).put(Part.STANDING, Remembered(standing_version(), facts))
    return KnownStanding(now, tuple(passed_over))


def _state(practice: Practice, theirs: SessionFolder) -> str:
    """A digest that changes with any of their files; nothing where one of them cannot be looked at."""
    if not all(theirs.stamps.values()):
        return ""
    stamps = (*theirs.stamps.items(), ("between", stamp_of(practice.between_file(theirs.client))))
    return hashlib.sha256(repr(stamps).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def standing_version() -> str:
    """The version of what is remembered of how things stand, which is folded from extracts."""
    return f"{version(Standing, STANDING_FILLED)}-{extract_version()}"

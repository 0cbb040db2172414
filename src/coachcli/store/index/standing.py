"""How things stand with a client, remembered until one of their files changes."""

from functools import cache
from typing import NamedTuple

from coachcli.domain.client.standing import STANDING_FILLED, Standing, standing_of
from coachcli.errors import CoachError
from coachcli.store.index.facts import extract_version
from coachcli.store.index.folded import Fold, folded
from coachcli.store.index.memory import Part
from coachcli.store.index.shape import version
from coachcli.store.paths import Practice


class KnownStanding(NamedTuple):
    """How things stand as far as it could be read, and errors for files passed over."""

    standing: Standing
    passed_over: tuple[CoachError, ...] = ()


def standing(practice: Practice, client_id: str) -> KnownStanding:
    """How things stand with a client; their sessions are read only where a file of theirs changed."""
    return KnownStanding(*folded(practice, client_id, Fold(Part.STANDING, Standing, standing_version(), standing_of)))


@cache
def standing_version() -> str:
    """The version of what is remembered of how things stand, which is folded from extracts."""
    return f"{version(Standing, STANDING_FILLED)}-{extract_version()}"

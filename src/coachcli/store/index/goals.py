"""The goals of a client, open or not, remembered until one of their files changes."""

from functools import cache

from coachcli.domain.history.goals import GOALS_FILLED, AllGoals, all_goals
from coachcli.store.index.facts import extract_version
from coachcli.store.index.folded import Fold, Folded, folded
from coachcli.store.index.memory import Part
from coachcli.store.index.shape import version
from coachcli.store.paths import Practice


def goals_with(practice: Practice, client_id: str) -> Folded[AllGoals]:
    """All goals of a client; their sessions are read only where a file of theirs changed."""
    return folded(practice, client_id, Fold(Part.GOALS, AllGoals, goals_version(), all_goals))


@cache
def goals_version() -> str:
    """The version of what is remembered of goals, which are folded from extracts."""
    return f"{version(AllGoals, GOALS_FILLED)}-{extract_version()}"

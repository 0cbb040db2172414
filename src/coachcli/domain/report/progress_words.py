"""The words of progress that its pages and its screen share: what others say, and what became of actions."""

from collections.abc import Mapping, Sequence

from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.kept import STATES, State
from coachcli.domain.client.perception import FEWEST, Others

_MOST_NAMED = 7


def mean_words(others: Others | None) -> str:
    """The mean of what others say; empty where there are too few of them for one."""
    if others is None or others.score is None:
        return ""
    return f"Mean of {others.people} others: {others.score}."


def others_words(others: Others | None) -> str:
    """The same for the coach, who also reads that they are too few so far."""
    if others is None or others.score is not None:
        return mean_words(others)
    asked = f"{others.people} {'person' if others.people == 1 else 'people'}"
    return f"What others say is told from {FEWEST} people on; {asked} so far."


def kept_words(counts: Mapping[State, int]) -> str:
    """How many actions there are of each state."""
    return ", ".join(f"{counts[state]} {state}" for state in STATES if state in counts)


def left_words(spots: Sequence[Coverage]) -> str:
    """What of a map was not spoken about: its parts by name, or how many where that is most of it."""
    missing = [spot.title for spot in spots if not spot.days]
    is_short = len(missing) <= len(spots) - len(missing) + _MOST_NAMED
    return ", ".join(missing) if is_short else f"{len(missing)} others"

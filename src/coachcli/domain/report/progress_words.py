"""The words of progress that its pages and its screen share: what others say, and what became of actions."""

from collections.abc import Mapping, Sequence

from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.kept import STATES, State
from coachcli.domain.client.perception import Others
from coachcli.domain.people import several

_MOST_NAMED = 7


def others_words(others: Others | None) -> str:
    """What others say, once a round of interviews is over; empty before."""
    if others is None:
        return ""
    groups = ", ".join(f"{group.people} {several(group.group)}: {group.mean}" for group in others.groups)
    return f"Mean of {others.people} others: {others.score}{f' ({groups})' if groups else ''}."


def kept_words(counts: Mapping[State, int]) -> str:
    """How many actions there are of each state."""
    return ", ".join(f"{counts[state]} {state}" for state in STATES if state in counts)


def left_words(spots: Sequence[Coverage]) -> str:
    """What of a map was not spoken about: its parts by name, or how many where that is most of it."""
    missing = [spot.title for spot in spots if not spot.days]
    is_short = len(missing) <= len(spots) - len(missing) + _MOST_NAMED
    return ", ".join(missing) if is_short else f"{len(missing)} others"

"""The name that was most likely meant by one that does not exist; none where no name is close to it."""

from collections.abc import Iterable
from difflib import get_close_matches

# So close are names where two of three letters changed places, or one of four is wrong. A wilder guess misleads.
CLOSE = 0.65
# It takes time to look for a name that is alike, and nobody reads on after so many suggestions.
_ENOUGH = 20
_LONGEST = 100
_MOST = 3


def nearest(name: str, names: Iterable[str], told: int = 0) -> str | None:
    """The name most like `name`, if any is; None once so many suggestions were `told` that nobody reads on."""
    if told >= _ENOUGH or len(name) > _LONGEST:
        return None
    return next(iter(get_close_matches(name, names, n=1, cutoff=CLOSE)), None)


def near(name: str, names: Iterable[str]) -> list[str]:
    """The few names that are like `name`, the most alike first."""
    return get_close_matches(name, names, n=_MOST, cutoff=CLOSE) if len(name) <= _LONGEST else []

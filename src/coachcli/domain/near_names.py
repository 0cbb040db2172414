"""What was most likely meant by a name that there is not: said only where the two are close."""

from collections.abc import Iterable
from difflib import get_close_matches

# Two letters of three have changed places, or one of four is wrong. From further off a guess only misleads.
CLOSE = 0.65
# To look for what is alike takes its time, and nobody reads on after so many.
_ENOUGH = 20
_LONGEST = 100
_MOST = 3


def nearest(name: str, names: Iterable[str], told: int = 0) -> str | None:
    """The name that is most like another, if any is; None once so many were `told` of that nobody reads on."""
    if told >= _ENOUGH or len(name) > _LONGEST:
        return None
    return next(iter(get_close_matches(name, names, n=1, cutoff=CLOSE)), None)


def near(name: str, names: Iterable[str]) -> list[str]:
    """The few names that are like another, the most alike first."""
    return get_close_matches(name, names, n=_MOST, cutoff=CLOSE) if len(name) <= _LONGEST else []

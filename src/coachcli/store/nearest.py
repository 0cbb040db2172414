"""What was most likely meant by a name that there is not."""

from collections.abc import Iterable
from difflib import get_close_matches

# To look for what is alike takes its time, and nobody reads on after so many.
_ENOUGH = 20


def nearest(name: str, names: Iterable[str], told: int = 0, cutoff: float = 0.6) -> str | None:
    """The name that is most like another, if any is; None once so many were told of that nobody reads on."""
    if told >= _ENOUGH or len(name) > 100:
        return None
    return next(iter(get_close_matches(name, names, n=1, cutoff=cutoff)), None)

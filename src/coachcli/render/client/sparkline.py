"""Numbers as a row of little bars, and as a long one."""

from collections.abc import Iterable

_BARS = "▁▂▃▄▅▆▇█"
_MOST = 24


def sparkline(scores: Iterable[float], low: int, high: int) -> str:
    """A bar for each number, the last ones where there are many; the ends are those of the scale."""
    return "".join(_BARS[_level(score, low, high, len(_BARS) - 1)] for score in [*scores][-_MOST:])


def bar(score: float, low: int, high: int, cells: int) -> str:
    """How far a number is on its scale, in so many cells."""
    full = _level(score, low, high, cells)
    return "█" * full + "·" * (cells - full)


def _level(score: float, low: int, high: int, steps: int) -> int:
    share = (score - low) / (high - low) if high > low else 0.0
    return int(min(1.0, max(0.0, share)) * steps + 0.5)

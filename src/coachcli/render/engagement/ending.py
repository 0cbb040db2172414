"""What the coach reads when an engagement was ended."""

from collections.abc import Iterator, Sequence

from coachcli.domain.engagement.model import Ended
from coachcli.domain.engagement.settlement import Fate, Heir, Settled
from coachcli.domain.session.wording import full_date
from coachcli.domain.text import one_line, visible

_KEPT: dict[Heir, str] = {"client": "Theirs from now on", "coach": "Still yours"}
_CLOSED: dict[Fate, str] = {"done": "Done", "dropped": "Dropped"}


def ending_text(name: str, client: str, ended: Ended, settled: Sequence[Settled]) -> str:
    """That it ended, why, and what became of each open thing."""
    why = f": {one_line(ended.why)}" if ended.why else ""
    rows = [f"Ended on {full_date(ended.on)}, with {client}{why}", f"  {name}", *_settled(settled)]
    return visible("\n".join([*rows, *_rest(settled), ""]))


def _settled(settled: Sequence[Settled]) -> Iterator[str]:
    kept = [one for one in settled if one.fate == "keep"]
    for heir, heading in _KEPT.items():
        yield from _section(heading, [one for one in kept if one.heir == heir])
    for fate, heading in _CLOSED.items():
        yield from _section(heading, [one for one in settled if one.fate == fate])


def _section(heading: str, things: Sequence[Settled]) -> list[str]:
    return [heading, *(f"  {one_line(one.what)}" for one in things)] if things else []


def _rest(settled: Sequence[Settled]) -> Iterator[str]:
    """How much was let go that is neither the client's nor the coach's, and of what nobody is reminded."""
    kept = [one.heir for one in settled if one.fate == "keep"]
    if count := kept.count("nobody"):
        yield f"Let go: {count} that {'was' if count == 1 else 'were'} others' to do, or to pass on."
    yield "Of the rest nothing is due any more." if "coach" in kept else "Nothing of it is due any more."

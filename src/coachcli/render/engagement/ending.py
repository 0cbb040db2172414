"""What the coach reads when an engagement was ended."""

from collections.abc import Sequence

from coachcli.domain.engagement.model import Ended
from coachcli.domain.engagement.settlement import Fate, Settled
from coachcli.domain.session.wording import full_date
from coachcli.domain.text import one_line, visible

_NOW: dict[Fate, str] = {"keep": "Theirs from now on", "done": "Done", "dropped": "Dropped"}


def ending_text(name: str, client: str, ended: Ended, settled: Sequence[Settled]) -> str:
    """That it ended, why, and what became of each open thing."""
    why = f": {one_line(ended.why)}" if ended.why else ""
    rows = [f"Ended on {full_date(ended.on)}, with {client}{why}", f"  {name}"]
    for fate, heading in _NOW.items():
        things = [f"  {one_line(one.what)}" for one in settled if one.fate == fate]
        rows += [heading, *things] if things else []
    return visible("\n".join([*rows, "Nothing of it is due any more.", ""]))

"""The text of a new engagement's file: what was agreed, and in comments what more can be written."""

from collections.abc import Iterator

from coachcli.domain.engagement.model import Engagement, Milestone
from coachcli.store.yaml_io import writer

_HEAD = """# An agreed piece of work. Change it as you like: everything but  start  may be missing.
# What is done, due or late is worked out from your sessions; nothing of it is kept here.
"""
_ROAD = """# The road: a framework in the week when it is to be held, or how often. week: 1 begins on the first day.
# Take lines away, add some, move them. Held in another way:  {do: midpoint, week: 12, done: 2026-11-20}
"""
_MORE = {
    "end": "# end: 2027-02-28",
    "sessions": "# sessions: 12              or  hours: 18",
    "every": "# every: 2 weeks             takes the place of cadence in client.yaml",
    "type": "# type: executive              executive, life, career, performance, business",
    "minutes": "# minutes: 60",
    "paid": "# paid: yes                   no: pro bono",
    "sponsor": "# sponsor: Sam Boss, head of operations, sam@example.com",
    "sponsor_hears": "# sponsor_hears: dates        nothing, dates, goals or themes",
    "consents": "# consents: {goals: 2026-09-03}    what they agreed to, and when; withdrawn: taken away",
    "keep_until": "# keep_until: 2030-02-28",
    "agreed": "# agreed: What both committed to, in their words; how either may end it.",
}
COMMENTS = frozenset([*_HEAD.split("\n"), *_ROAD.split("\n"), *_MORE.values()])
"""The lines of a new file that say nothing of the engagement."""
_ORDER = (
    "title", "start", "end", "mode", "type", "sessions", "hours", "minutes", "every", "paid", "sponsor",
    "sponsor_hears", "consents", "keep_until", "agreed",
)  # fmt: skip


def new_text(engagement: Engagement, schema: str) -> str:
    """The text of a file that says this; `schema` is where an editor finds what it may say."""
    lines = [f"# yaml-language-server: $schema={schema}", _HEAD.rstrip(), "format: 1", *_settings(engagement)]
    if engagement.road:
        lines += ["", _ROAD.rstrip(), "road:", *(f"  - {_stop(one)}" for one in engagement.road)]
    return "\n".join([*lines, ""])


def _settings(engagement: Engagement) -> Iterator[str]:
    for name in _ORDER:
        value = getattr(engagement, name)
        if value is None or value == {}:
            yield from filter(None, [_MORE.get(name)])
        elif isinstance(value, float):
            yield f"{name}: {value:g}"
        elif isinstance(value, bool):
            yield f"{name}: {'yes' if value else 'no'}"
        else:
            yield writer.write({name: value}).rstrip("\n")


def _stop(one: Milestone) -> str:
    """A stop on one line."""
    parts = {"do": one.do, "week": one.week, "every": one.every, "times": one.times if one.times > 1 else None}
    return "{" + ", ".join(f"{name}: {value}" for name, value in parts.items() if value is not None) + "}"

"""Lines that a command puts into an engagement's file: all else, comments too, stays to the byte as it was written.

A new text is read again before it counts. So a file of a shape that nobody thought of is refused, and never broken.
"""

from collections.abc import Iterator
from datetime import date

from coachcli.domain.engagement.model import Ended, Engagement, Left
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import changed
from coachcli.store.engagement.engagement_text import check
from coachcli.store.yaml_io.added_lines import UnchangedError, flow, with_items, with_setting
from coachcli.store.yaml_io.strict_reader import FRAMEWORK

__all__ = ["UnchangedError", "ended_on", "with_ended", "with_left"]


def with_ended(data: bytes, engagement: Engagement, ended: Ended) -> bytes:
    """The text with the day and the reason of the end; raises UnchangedError."""
    why = f", why: {flow(ended.why)}" if ended.why else ""
    line = f"{{on: {ended.on}{why}}}"
    return _inserted(changed(engagement, ended=ended), with_setting(data, FRAMEWORK, "ended", line))


def with_left(data: bytes, engagement: Engagement, left: Left) -> bytes:
    """The text with one thing more that left the house; raises UnchangedError."""
    item = f"{{on: {left.on}, for: {left.audience}, what: {flow(left.what)}, lines: {left.lines}}}"
    after = changed(engagement, left=(*engagement.left, left))
    return _inserted(after, with_items(data, FRAMEWORK, "left", [item]))


def _inserted(after: Engagement, ways: Iterator[bytes]) -> bytes:
    """The first of several texts that says just what it should."""
    for text in ways:
        if check(text, after.id).record == after:
            return text
    raise UnchangedError


def ended_on(day: date, why: str) -> Ended:
    """The end, with its reason on one line."""
    return Ended(on=day, why=one_line(clean(why)))

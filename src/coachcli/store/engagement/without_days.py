"""The text of an engagement without the days on which some of its stops were held in another way."""

from coachcli.domain.engagement.model import Engagement
from coachcli.domain.record_data import without_defaults
from coachcli.patterns import pattern
from coachcli.store.engagement.engagement_text import check
from coachcli.store.yaml_io import writer

_DAY = pattern(rb",[ \t]*done:[ \t]*[0-9-]{10}|\bdone:[ \t]*[0-9-]{10},?[ \t]*")


def without_days(data: bytes, engagement: Engagement, shown: Engagement) -> bytes:
    """The text for the `shown` engagement, to the letter as it was written but for those days.

    Where it is written in a way of its own it is written anew, without the comments.
    """
    if shown == engagement:
        return data
    text = _taken_out(data, engagement, shown)
    return text if check(text, shown.id).record == shown else writer.write(without_defaults(shown)).encode()


def _taken_out(data: bytes, engagement: Engagement, shown: Engagement) -> bytes:
    """The text without the days; each is taken to stand on a line of its own, in the order of the stops."""
    dated = [stop for stop in zip(engagement.road, shown.road, strict=True) if stop[0].done is not None]
    rows, number = data.split(b"\n"), 0
    for at, row in enumerate(rows):
        if b"done:" in row and number < len(dated):
            before, after = dated[number]
            number += 1
            rows[at] = row if before == after else _DAY.sub(b"", row, count=1)
    return b"\n".join(row for row, old in zip(rows, data.split(b"\n"), strict=True) if row.strip() or not old.strip())

"""The words for where an engagement stands: one line of figures, and a line for each stop that is late or due."""

from collections.abc import Iterator
from datetime import date

from coachcli.domain.client.prep_words import short_day, short_when
from coachcli.domain.engagement.counts import Counts, counts_words, in_days
from coachcli.domain.engagement.interval import interval_words
from coachcli.domain.engagement.outlook import Outlook
from coachcli.domain.engagement.page import Titles, title_in
from coachcli.domain.engagement.road import Stop
from coachcli.domain.history.agreed_dates import AgreedDate


def figures(outlook: Outlook, titles: Titles) -> str:
    """`month 4 of 6 · session 7 of 12 · midpoint in 9 days`, and when it ends where that is near."""
    counts = outlook.counts
    following = title_in(titles, counts.next.milestone.do) if counts.next else ""
    return " · ".join(filter(None, (counts_words(counts, following), _end(counts))))


def open_stops(outlook: Outlook, titles: Titles, today: date) -> tuple[str, ...]:
    """A line for each stop that is late or due: `late: Midpoint, was for 3 Nov`."""
    return tuple(f"{stop.state}: {_stop(stop, titles, today)}" for stop in outlook.open)


def stop_details(stop: Stop, today: date) -> Iterator[str]:
    """What there is to know of a stop beside its title: how often, how many, when it was held and when it is to be."""
    if stop.milestone.every is not None:
        yield interval_words(stop.milestone.every)
    if stop.milestone.times > 1:
        yield f"{len(stop.held)} of {stop.milestone.times}"
    if stop.held:
        last = short_day(stop.held[-1], today)
        yield f"last {last}" if stop.recurs or stop.milestone.times > 1 else last
    if stop.state == "done" or stop.first is None or stop.last is None:
        return
    if stop.is_open:
        yield _deadline(stop, today)
    else:
        yield f"{short_day(stop.first, today)}, {in_days((stop.first - today).days)}"


def day_words(one: AgreedDate, today: date) -> str:
    """`3 Dec`, or `was for 3 Nov` where that is over; else the words in which a day was said."""
    day = short_when(one.when, today)
    return f"was for {day}" if one.when.on is not None and one.when.on < today else day


def due_words(due: Stop | date, today: date) -> str:
    """`due 3 Dec` of a day agreed; of a stop `due until 3 Dec`, or `late, was for 3 Nov`."""
    return _due(due, today) if isinstance(due, Stop) else f"due {short_day(due, today)}"


def _due(stop: Stop, today: date) -> str:
    joint = ", " if stop.state == "late" else " "
    return joint.join(filter(None, (stop.state, _deadline(stop, today))))


def _deadline(stop: Stop, today: date) -> str:
    """When a stop was to be held that is late, and until when one that is due; empty where no day follows."""
    if stop.first is None or stop.last is None:
        return ""
    return f"was for {short_day(stop.first, today)}" if stop.state == "late" else f"until {short_day(stop.last, today)}"


def _stop(stop: Stop, titles: Titles, today: date) -> str:
    do, times = stop.milestone.do, stop.milestone.times
    count = f"{len(stop.held)} of {times} held" if times > 1 else ""
    return ", ".join(filter(None, (title_in(titles, do), count, _deadline(stop, today))))


def _end(counts: Counts) -> str:
    """That it ends soon, or should have ended; nothing where the month says so already."""
    days = counts.until_end
    if not counts.ends_soon or days is None or (counts.months is not None and counts.month > counts.months):
        return ""
    return f"ends {in_days(days)}" if days >= 0 else f"its last day was {in_days(days)}"

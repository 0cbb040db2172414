"""The progress of a client as a page: with little bars, in sentences for the ear, or without anybody's words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.prep_words import short_day
from coachcli.domain.client.progress import AimedAt, Dated, Group, Numbers, Progress
from coachcli.domain.history.goals import Nearness, nearness_words
from coachcli.domain.report.progress_words import kept_words, left_words, others_words
from coachcli.domain.session.answers import number_words
from coachcli.domain.session.wording import full_date
from coachcli.domain.text import one_line, visible
from coachcli.render.client.sparkline import bar, sparkline
from coachcli.render.client.wheel import WIDTH, Spoke, is_wheel, wheel_rows
from coachcli.render.table import folded

_LEAST_WIDTH = 20
_BAR = 10


def progress_text(told: Progress, width: int, *, plain: bool = False) -> str:
    """The whole page, in rows of so many cells; `plain` in sentences without drawings."""
    page = _Page(told, max(_LEAST_WIDTH, width - 1), plain=plain)
    parts = [rows for rows in page.parts() if rows]
    return visible("\n\n".join("\n".join(rows) for rows in [page.head(), *parts]) + "\n")


def discreet_text(told: Progress) -> str:
    """How much there is to tell, on a screen that others see: nobody's name, none of their words or numbers."""
    numbers = sum(len(group.numbers) for group in told.groups)
    counts = (
        ("goal", len(told.goals)),
        ("thing with numbers", numbers),
        ("action", len(told.actions.all)),
        ("value", len(told.values)),
        ("theme", len(told.tags)),
    )
    rows = [_counted(count, name) for name, count in counts if count]
    return f"Progress: {', '.join(rows)}. The rest is hidden.\n"


class _Page:
    """The parts of the page, each a list of rows under its heading."""

    def __init__(self, told: Progress, width: int, *, plain: bool) -> None:
        self.told = told
        self.width = width
        self.plain = plain

    def head(self) -> list[str]:
        since = f", since {full_date(self.told.since)}" if self.told.since else ""
        return folded(f"{one_line(self.told.name)}: progress{since}", self.width)

    def parts(self) -> Iterator[list[str]]:
        told = self.told
        yield self._part("Goals", [row for one in told.goals for row in self._goal(one)])
        for group in told.groups:
            yield self._part(" · ".join(filter(None, (group.speaker, group.heading))), self._group(group))
        yield self._part("Actions", self._actions())
        yield self._part("What matters to them", self._dated(told.values))
        yield self._part("Themes", self._dated(told.tags))
        yield self._part("Worked on, of the areas", self._covered(told.areas))
        yield self._part("Topics", self._covered(told.topics))

    def _part(self, heading: str, rows: Sequence[str]) -> list[str]:
        return [*folded(heading, self.width), *rows] if rows else []

    def _row(self, text: str, below: str = "") -> list[str]:
        """A text, and what stands below it."""
        first, *rest = folded(one_line(text), self.width - 4)
        under = [row for row in folded(below, self.width - 4) if row]
        return [f"  {first}", *(f"    {row}" for row in (*rest, *under))]

    def _goal(self, one: AimedAt) -> list[str]:
        ended = f"{one.outcome} on {full_date(one.closed)}" if one.closed else ""
        words = "; ".join(filter(None, (nearness_words(one.points, self.told.today), ended)))
        return self._row(f"{one.what}: {words}" if words else one.what, self._drawn(one.points, 0))

    def _group(self, group: Group) -> list[str]:
        spokes = [_spoke(one) for one in group.numbers]
        has_wheel = group.is_round and is_wheel(spokes) and self.width >= WIDTH and not self.plain
        in_bars = group.is_round and not has_wheel and not self.plain
        rows = [row for one in group.numbers for row in self._number(one, in_bars=in_bars)]
        return [*wheel_rows(spokes), "", *rows] if has_wheel else rows

    def _number(self, one: Numbers, *, in_bars: bool) -> list[str]:
        ending, others = "." if self.plain else "", others_words(one.others)
        words = f"{one.title}: {nearness_words(one.points, self.told.today)}{ending}"
        text = " ".join(filter(None, (words if self.plain or not others else f"{words}.", others)))
        drawn = bar(one.points[-1].score, one.low, one.high, _BAR) if in_bars else ""
        return self._row(text, self._drawn(one.points, one.low, drawn))

    def _drawn(self, points: Sequence[Nearness], low: int, drawn: str = "") -> str:
        """The numbers with their days, behind what is `drawn` of them, or else their bars where there are several."""
        if not points:
            return ""
        days = [f"{number_words(point.score)} on {self._day(point.on)}" for point in points]
        if self.plain:
            return f"{', '.join(days)}."
        scores = [point.score for point in points]
        line = drawn or (sparkline(scores, low, points[-1].high) if len(points) > 1 else "")
        return "  ".join(filter(None, (line, " · ".join(days))))

    def _actions(self) -> list[str]:
        actions = self.told.actions
        if not actions.all:
            return []
        rows = self._row(kept_words(actions.counts()))
        for tag in actions.tags:
            rows += self._row(f"{tag}: {kept_words(actions.counts(tag))}")
        closed = ((one, one.on) for one in actions.all if one.on is not None)
        for one, day in sorted(closed, key=lambda row: row[1]):
            rows += self._row(f"{self._day(day)}: {one.what}, {one.state}")
        return rows

    def _dated(self, found: Iterable[Dated]) -> list[str]:
        return [row for one in found for row in self._row(f"{one.words}: {self._days(one.days)}")]

    def _covered(self, spots: Sequence[Coverage]) -> list[str]:
        """What was spoken about with its days, and how much of the map was not."""
        touched = [spot for spot in spots if spot.days]
        left = left_words(spots)
        rows = [row for spot in touched for row in self._row(f"{spot.title}: {self._days(spot.days)}")]
        return [*rows, *(self._row(f"Not yet: {left}") if left else [])] if touched else []

    def _days(self, days: Sequence[date]) -> str:
        return ", ".join(map(self._day, days))

    def _day(self, day: date) -> str:
        return full_date(day) if self.plain else short_day(day, self.told.today)


def _spoke(one: Numbers) -> Spoke:
    last = one.points[-1].score
    share = (last - one.low) / (one.high - one.low) if one.high > one.low else 0.0
    return Spoke(one.title, share, number_words(last))


def _counted(count: int, one: str) -> str:
    return f"{count} {one if count == 1 else _plural(one)}"


def _plural(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first}s {rest}".strip()

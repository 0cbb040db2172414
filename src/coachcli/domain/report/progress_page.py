"""Progress as a page: goals and numbers over time, what was kept, what came up. Reports are made of its parts too."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.kept import STATES, KeptActions
from coachcli.domain.client.progress import AimedAt, Dated, Group, Numbers, Progress
from coachcli.domain.history.goals import nearness_words
from coachcli.domain.page.chart import Course, Share, Shares
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.report.number_charts import courses, curve, drawn, heading_of, told_apart
from coachcli.domain.report.progress_words import kept_words, left_words, others_words
from coachcli.domain.session.answers import number_words
from coachcli.domain.session.wording import full_date

_GOALS_BEGIN_AT = 0


def progress_page(told: Progress) -> Page:
    """The whole of a client's progress, for the coach alone."""
    facts = {"Client": told.name, "As of": full_date(told.today)}
    if told.since is not None:
        facts["Since"] = full_date(told.since)
    sections = (
        goals_section(told.goals, told.today),
        *(numbers_section(group, told.today) for group in told.groups),
        kept_section(told.actions),
        dated_section("What matters to them", told.values),
        dated_section("Themes", told.tags),
        covered_section("Worked on, of the areas", told.areas),
        covered_section("Topics", told.topics),
    )
    return Page(f"{told.name}: progress", facts, with_content(sections), on=told.today)


def with_content(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections under which something stands."""
    return tuple(one for one in sections if one.lines or one.charts or one.tables)


def goals_section(goals: Sequence[AimedAt], today: date, title: str = "Goals") -> Section:
    """Goals, how near each is, how each ended, and the way there where it was asked for more than once."""
    charts: list[Course] = []
    for high in dict.fromkeys(point.high for one in goals for point in one.points[-1:]):
        curves = [curve(one.what, one.points) for one in goals if len(one.points) > 1 and one.points[-1].high == high]
        charts += courses("Goals over time", _GOALS_BEGIN_AT, high, curves)
    return Section(title, tuple(_goal(one, today) for one in goals), charts=tuple(charts))


def numbers_section(group: Group, today: date) -> Section:
    """The numbers of one speaker under their heading; lines tell what no chart shows, and what others say."""
    title, found = heading_of(group), [*drawn(group)]
    shown = {one.title for chart in found if chart.is_whole for one in chart.numbers}
    lines = tuple(line for one in group.numbers for line in _number(one, today, one.title in shown))
    charts = tuple(one.chart for one in found)
    return Section(title, lines, charts=tuple(told_apart(one, title) for one in charts) if lines else charts)


def kept_section(actions: KeptActions, title: str = "Actions") -> Section:
    """What became of actions: how many of each state, by kind, and those that were looked back on with their days."""
    counts = actions.counts()
    if not counts:
        return Section(title)
    shares = Shares("What became of them", tuple(Share(state, counts[state]) for state in STATES if state in counts))
    by_kind = (Line(tag, details=(kept_words(actions.counts(tag)),)) for tag in actions.tags)
    seen = sorted(((one.on, one) for one in actions.all if one.on is not None), key=lambda row: row[0])
    looked_back = (Line(one.what, details=(f"{one.state} on {full_date(day)}",)) for day, one in seen)
    return Section(title, (*by_kind, *looked_back), charts=(shares,))


def dated_section(title: str, found: Sequence[Dated]) -> Section:
    """Words with the days on which they came up."""
    return Section(title, tuple(Line(one.words, details=_days(one.days)) for one in found))


def covered_section(title: str, spots: Sequence[Coverage]) -> Section:
    """What of a map was spoken about with its days, and what was not; nothing where nothing of it was."""
    touched = tuple(Line(spot.title, details=_days(spot.days)) for spot in spots if spot.days)
    left = left_words(spots)
    return Section(title, (*touched, *([Line(left, label="Not yet:")] if left else [])) if touched else ())


def _days(days: Iterable[date]) -> tuple[str, ...]:
    return tuple(map(full_date, days))


def _goal(one: AimedAt, today: date) -> Line:
    ended = f"{one.outcome} on {full_date(one.closed)}" if one.closed else ""
    return Line(one.what, details=tuple(filter(None, (nearness_words(one.points, today), ended))))


def _number(one: Numbers, today: date, is_shown: bool) -> Iterator[Line]:
    """A number where no chart shows it, and beside what others say, which none does."""
    others = others_words(one.others)
    several = [f"{number_words(point.score)} on {full_date(point.on)}" for point in one.points]
    said = several if len(several) > 1 and not is_shown else [nearness_words(one.points, today)]
    if others or not is_shown:
        yield Line(one.title, details=tuple(filter(None, (*said, others))))

"""A preparation as a page, with nothing cut: for printing, or for a pipe."""

from collections.abc import Iterable, Iterator

from coachcli.domain.client.outlook_words import day_words, figures, open_stops
from coachcli.domain.client.prep import OpenAction, OpenGoal, Preparation, Said
from coachcli.domain.client.prep_words import besides, day_of, heading, last_session, next_session, short_day
from coachcli.domain.history.agreed_dates import AgreedDate
from coachcli.domain.history.goals import nearness_words
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.session.model import When
from coachcli.domain.session.wording import FIELD_NAMES, due_words, sure_words
from coachcli.domain.value import changed

DATES = "Dates agreed"


def prep_page(prepared: Preparation) -> Page:
    """The page of a preparation, with headings, lines and actions as exporters render them."""
    facts = {"Last session": last_session(prepared), "Next session": next_session(prepared)}
    facts["Besides"] = besides(prepared)
    return Page(
        heading(prepared),
        {name: value for name, value in facts.items() if value},
        tuple(Section(title, lines) for title, lines in _sections(prepared) if lines),
        on=prepared.today,
    )


def _sections(prepared: Preparation) -> Iterable[tuple[str, tuple[Line, ...]]]:
    yield "Engagement", tuple(_engagements(prepared))
    yield DATES, tuple(_date(one, prepared) for one in prepared.dates)
    yield "They wrote", tuple(Line(one.words, label=one.asked) for one in prepared.written)
    yield "They took away", _said(prepared.took_away, prepared)
    yield "Insight", _said(prepared.insight, prepared)
    yield "In their words", tuple(changed(line, style="quote") for line in _said(prepared.quote, prepared))
    yield "Actions", tuple(_action(one) for one in prepared.actions)
    yield "Goals", tuple(_goal(goal, prepared) for goal in prepared.goals)
    yield "Values", tuple(Line(words) for words in prepared.values)
    yield "To pass on", tuple(Line(words) for words in prepared.to_pass_on)
    yield "You promised", tuple(Line(words) for words in prepared.promises)
    yield "Parked", tuple(Line(words) for words in prepared.parked)
    yield "To begin", (Line(prepared.opening),)


def _engagements(prepared: Preparation) -> Iterator[Line]:
    for one in prepared.outlooks:
        yield Line(figures(one, prepared.titles))
        yield from (Line(words) for words in open_stops(one, prepared.titles, prepared.today))


def _date(one: AgreedDate, prepared: Preparation) -> Line:
    day, agreed = day_words(one, prepared.today), short_day(one.agreed, prepared.today)
    return Line(f"{one.name} {day}", details=(f"agreed {agreed}",))


def _said(quote: Said | None, prepared: Preparation) -> tuple[Line, ...]:
    if quote is None:
        return ()
    return (Line(quote.words, details=() if quote.on == prepared.last else (day_of(quote.on, prepared.today),)),)


def _action(one: OpenAction) -> Line:
    sure = sure_words(one.confidence) if one.confidence is not None else ""
    return Line(one.what, "task", details=_filled("overdue" if one.overdue else "", _by(one.due), sure))


def _goal(goal: OpenGoal, prepared: Preparation) -> Line:
    measure = f"{FIELD_NAMES['measure']}: {goal.measure}" if goal.measure else ""
    serves = f"{FIELD_NAMES['serves']}: {goal.serves}" if goal.serves else ""
    near = nearness_words(goal.numbers, prepared.today)
    return Line(goal.what, details=_filled(_by(goal.due), near, measure, serves))


def _by(due: When | None) -> str:
    return due_words(due) if due else ""


def _filled(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)

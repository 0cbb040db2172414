"""Begins an engagement: what was said on the command line, what is asked for, and the file that is made of both."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import get_args

from coachcli.app.context import Context
from coachcli.app.engagement.choice import Ask, theirs
from coachcli.app.framework.starter import keep_schemas
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.day.reader import DateReader
from coachcli.domain.engagement.interval import EXAMPLE, read_interval
from coachcli.domain.engagement.model import Engagement, SponsorHears, Type
from coachcli.domain.engagement.names import engagement_id
from coachcli.domain.session.wording import full_date
from coachcli.domain.terms import Mode
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import Value, changed
from coachcli.errors import UsageError
from coachcli.live.choice.chooser import Chooser
from coachcli.live.choice.shortlist import Option
from coachcli.render.engagement.schema import ENGAGEMENT_FILE
from coachcli.store import settings
from coachcli.store.client.folders import refuse_linked
from coachcli.store.disk import files
from coachcli.store.disk.status import is_there
from coachcli.store.engagement import roads
from coachcli.store.engagement.new_file import new_text
from coachcli.store.practice import set_up

_SCHEMA = f"../../../frameworks/{ENGAGEMENT_FILE}"
_NO_ROAD = "none"
_HEARS = {
    "nothing": "no report is made for them",
    "dates": "that sessions take place, and when",
    "goals": "dates and goals",
    "themes": "dates, goals and themes",
}


class Wanted(Value, frozen=True):
    """What the coach said of a new engagement, in their words; None where they said nothing."""

    title: str | None = None
    start: str | None = None
    end: str | None = None
    sessions: int | None = None
    every: str | None = None
    road: str | None = None
    sponsor: str | None = None
    sponsor_hears: SponsorHears | None = None
    mode: Mode = "coaching"
    type: Type | None = None
    minutes: int | None = None
    paid: bool | None = None


class Begun(Value, frozen=True):
    """A new engagement and its file."""

    client: Client
    engagement: Engagement
    path: Path


def start(context: Context, client: str, wanted: Wanted, ask: Ask) -> Begun:
    """Write the file of a new engagement with a client."""
    who = theirs(context, client)
    refuse_linked(context.practice, who.client)
    # What was said with the command is read before anything is asked: no answer is lost by it.
    _engagement(context, who.client, changed(wanted, end=wanted.end if wanted.start else None))
    chooser = ask()
    said = wanted if chooser is None else _asked(context, wanted, chooser)
    engagement = _engagement(context, who.client, said)
    folder = context.practice.engagements(who.client.id)
    set_up(context.practice)
    keep_schemas(context.practice)
    files.make_folder(folder, inside=context.practice.root)
    path = folder / f"{engagement.id}.yaml"
    files.replace(path, new_text(engagement, _SCHEMA).encode(), expected=None)
    return Begun(who.client, engagement, path)


def _asked(context: Context, wanted: Wanted, chooser: Chooser) -> Wanted:
    """What was said, and what the coach says to a few questions; Enter leaves each of them out."""
    told = ""

    def line(question: str, read: Callable[[str], object] = str) -> str | None:
        nonlocal told
        question, told = f"{told}{question}", ""
        return _answer(chooser, question, read)

    title = wanted.title or line("What is it about, in a few words?")
    begins = wanted.start or line("When does it begin, if not today?", partial(_first_day, context))
    first = _first_day(context, begins)
    told = f"It begins on {full_date(first)}. " if begins else ""
    ends = wanted.end or line("Until when? Such as 6 months.", partial(_last_day, context, begins=first))
    asked = None if wanted.sessions else line("How many sessions?", _number)
    every = wanted.every or line("How often? Such as 2 weeks.", _rhythm)
    road = wanted.road or _picked_road(context, chooser)
    sponsor = wanted.sponsor or line("Who is the sponsor, if there is one?")
    hears = wanted.sponsor_hears or (_picked_hears(chooser) if sponsor else None)
    sessions = _number(asked) if asked else wanted.sessions
    said = changed(wanted, title=title, start=begins, end=ends, sessions=sessions, every=every)
    return changed(said, road=road, sponsor=sponsor, sponsor_hears=hears)


def _answer(chooser: Chooser, question: str, read: Callable[[str], object]) -> str | None:
    """An answer in words, asked for until it can be read, with why it could not; None where Enter left it out."""
    asked = question
    while words := one_line(clean(chooser.write(f"{asked} Enter skips."))):
        try:
            read(words)
        except UsageError as error:
            asked = f"{error.message} {question}"
        else:
            return words
    return None


def _number(words: str) -> int:
    if not words.isdecimal() or not 0 < int(words[:6]) <= 1000:
        raise UsageError("That is no number of sessions.", "Say it in figures: --sessions 12")
    return int(words)


def _rhythm(words: str) -> str:
    if read_interval(words) is None:
        raise UsageError("This rhythm cannot be read.", f"Write it like  {EXAMPLE.partition(': ')[2]}, or month.")
    return words


def _picked_road(context: Context, chooser: Chooser) -> str:
    there = roads.sources(context.practice.frameworks)
    titles = [(one.id, roads.load(one, context.practice.frameworks).title) for one in there]
    options = [
        Option(_NO_ROAD, "no road", "you can write one into the file"),
        *(Option(name, name, title) for name, title in titles),
    ]
    return chooser.pick("Along which road?", options)


def _picked_hears(chooser: Chooser) -> SponsorHears:
    key = chooser.pick("What may the sponsor hear?", [Option(name, name, about) for name, about in _HEARS.items()])
    return next(one for one in get_args(SponsorHears) if one == key)


def _engagement(context: Context, client: Client, said: Wanted) -> Engagement:
    begins = _first_day(context, said.start)
    title = one_line(clean(said.title or "")) or None
    source = roads.find(context.practice, said.road) if said.road and said.road != _NO_ROAD else None
    road = roads.load(source, context.practice.frameworks).road if source else ()
    name = title or (source.id if source else said.mode)
    return Engagement(
        id=_free_id(context, client, f"{begins.year}-{engagement_id(name)}"),
        title=title,
        start=begins,
        end=_last_day(context, said.end, begins),
        mode=said.mode,
        type=said.type,
        sessions=said.sessions,
        minutes=said.minutes,
        every=_rhythm(said.every) if said.every is not None else None,
        paid=said.paid,
        sponsor=one_line(clean(said.sponsor or "")) or None,
        sponsor_hears=said.sponsor_hears,
        road=road,
    )


def _free_id(context: Context, client: Client, name: str) -> str:
    """The first free name like this."""
    folder = context.practice.engagements(client.id)
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(one for one in names if not any(is_there(folder / f"{one}{end}") for end in (".yaml", ".yml")))


def _first_day(context: Context, words: str | None) -> date:
    today = context.clock.now().date()
    day = today if words is None else nearest_day(context, words)
    if day is None:
        raise UsageError("The first day was not understood.", 'Say it like this: --start 2026-09-01, or "1 september"')
    return day


def _last_day(context: Context, words: str | None, begins: date) -> date | None:
    """The last day: one that is named, or so many months or weeks after the first."""
    if words is None:
        return None
    length = read_interval(words)
    day = length.after(begins) - timedelta(days=1) if length else day_in(context, words)
    if day is None or day < begins:
        raise UsageError(
            "The last day was not understood, or lies before the first.",
            'Say it like this: --end 2027-02-28, or --end "6 months"',
        )
    return day


def day_in(context: Context, words: str) -> date | None:
    """A day as it stands in a file or as people say it; of those that lie ahead first."""
    return next(iter(_days(context, words)), None)


def nearest_day(context: Context, words: str) -> date | None:
    """The same, but of a day without a year the nearest, past or to come: much is written down late."""
    today = context.clock.now().date()
    return min(_days(context, words), key=lambda day: abs(day - today), default=None)


def _days(context: Context, words: str) -> list[date]:
    """The days that are meant by these words: one that lies ahead, and one that is over."""
    text = one_line(clean(words))
    try:
        return [date.fromisoformat(text)]
    except ValueError:
        today, order = context.clock.now().date(), settings.load(context.practice).date_order
        either = (DateReader(today, order)(text), DateReader(today, order, back=True)(text))
        return [day for day in either if day is not None]


def next_steps(begun: Begun) -> str:
    """What the coach can do now."""
    edit = command("engagement", "edit", begun.client.id, begun.engagement.id)
    return f"To change what was agreed, or its road: {edit}"

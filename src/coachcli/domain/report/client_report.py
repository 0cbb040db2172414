"""What a client is told of the work: their own words, goals and numbers, as far as these are marked for them."""

from collections.abc import Iterator, Sequence
from datetime import date

from coachcli.domain.client.coverage import Library
from coachcli.domain.client.kept import KeptAction, KeptActions
from coachcli.domain.client.progress import AimedAt, Asked, Dated, Group, Progress, progress
from coachcli.domain.export.audience import Shared, SharedNote, shared, untagged_day
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.open_items import carried
from coachcli.domain.history.still_open import as_known, entries_as_known
from coachcli.domain.note_kinds import in_own_voice
from coachcli.domain.report.material import Material
from coachcli.domain.report.period import Period
from coachcli.domain.room import is_call
from coachcli.domain.session.answers import answer_words
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Appointment, Note, Session, Turn, When
from coachcli.domain.tags import without_tags
from coachcli.domain.terms import Mode
from coachcli.domain.text import folded, one_line
from coachcli.domain.value import Value, changed


class Stayed(Value, frozen=True):
    """What the client said on a day, in their own words: takeaways, insights and quotes."""

    on: date
    notes: tuple[SharedNote, ...]


class Ahead(Value, frozen=True):
    """Something that goes on, and by when."""

    what: str
    due: When | None = None


class ClientReport(Value, frozen=True):
    """All that a client is told. `sessions` are the days on which client and coach met, with the sponsor there or not.

    `ahead` is what the client goes on with, `promised` what the coach does. Both are empty where it is not known for
    sure what is done: `is_whole` says whether it is.
    """

    client: str
    mode: Mode
    period: Period
    sessions: tuple[date, ...]
    stayed: tuple[Stayed, ...]
    progress: Progress
    ahead: tuple[Ahead, ...] = ()
    promised: tuple[Ahead, ...] = ()
    next: Appointment | None = None
    themes: tuple[str, ...] = ()
    is_whole: bool = True


def client_report(material: Material, library: Library, period: Period) -> ClientReport:
    """What a client is told of these sessions and of the time between them, until the last day of a period."""
    held = [one for one in material.sessions if one.started.date() <= period.until]
    client = material.client
    told = [shared(one, client.name, "client") for one in held]
    extracts = [*_known(held, told)]
    entries = entries_as_known((one for one in material.entries if one.at.date() <= period.until), "client")
    open_now = carried(extracts, {"client"}, entries) if material.is_whole else ()
    last = told[-1].next if told else None
    return ClientReport(
        client=client.name,
        mode=material.mode,
        period=period,
        sessions=tuple(day for day in _days(held) if period.covers(day)),
        stayed=tuple(_stayed(told, period)),
        progress=_own(
            progress(client, extracts, entries, library, Asked(period.until, period.since)), is_whole=material.is_whole
        ),
        ahead=tuple(_ahead(one for one in open_now if one.kind == "action" and one.whose == "client")),
        promised=tuple(_ahead(one for one in open_now if one.is_promise)),
        next=last if last and (last.on is None or last.on >= period.until) else None,
        themes=tuple(filter(None, map(without_tags, material.themes))),
        is_whole=material.is_whole,
    )


def _days(sessions: Sequence[Session]) -> list[date]:
    return [one.started.date() for one in sessions if is_call(one.framework.room)]


def _stayed(told: Sequence[Shared], period: Period) -> Iterator[Stayed]:
    for one in told:
        # Values are one list of all the time, with their days.
        notes = tuple(note for note in one.notes if in_own_voice(note.note.kind) and note.note.kind != "value")
        if notes and period.covers(one.on):
            yield Stayed(one.on, notes)


def _known(sessions: Sequence[Session], told: Sequence[Shared]) -> Iterator[SessionExtract]:
    """The sessions with nothing but what the client knows of; a number about something else that is theirs to know."""
    known = {folded(words) for one in told for note in one.notes for words in _words(note.note)}
    for session in sessions:
        extract = as_known(extract_of(session), "client")
        yield changed(extract, turns=tuple(_without_unknown(turn, known) for turn in extract.turns))


def _words(note: Note) -> Iterator[str]:
    yield from (one_line(answer_words(note)), *note.chosen)
    if note.reviewed is not None:
        yield note.reviewed.what


def _without_unknown(turn: Turn, known: set[str]) -> Turn:
    """A visit without the numbers whose question or thing would tell what the client does not know of."""
    is_known = turn.item is None or folded(without_tags(one_line(turn.item))) in known
    quotes = set(turn.quoting) - ({"item"} if is_known else set())
    if turn.phase != "after_call" and is_known and (turn.series or not quotes):
        return turn
    return changed(turn, notes=tuple(note for note in turn.notes if note.scale is None))


def _own(found: Progress, *, is_whole: bool) -> Progress:
    """Their own goals, numbers, actions and values, without the coach's tags and what others say.

    Where not all of it could be read, no action is called open: it may be done.
    """
    actions = (_action(one) for one in found.actions.all if is_whole or one.state != "open")
    return changed(
        found,
        goals=tuple(_goal(one) for one in found.goals if without_tags(one.what)),
        groups=tuple(_group(one) for one in found.groups if not one.speaker),
        actions=KeptActions(tuple(one for one in actions if one.what)),
        values=tuple(Dated(words, one.days) for one in found.values if (words := without_tags(one.words))),
        tags=(),
        areas=(),
        topics=(),
    )


def _goal(one: AimedAt) -> AimedAt:
    return changed(one, what=without_tags(one.what))


def _action(one: KeptAction) -> KeptAction:
    return changed(one, what=without_tags(one.what), tags=())


def _group(one: Group) -> Group:
    numbers = (changed(number, title=without_tags(number.title), others=None) for number in one.numbers)
    return changed(one, numbers=tuple(number for number in numbers if number.title))


def _ahead(things: Iterator[Carried]) -> Iterator[Ahead]:
    found = {words: Ahead(words, untagged_day(one.due)) for one in things if (words := without_tags(one.what))}
    yield from found.values()

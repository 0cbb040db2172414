"""What a coach wants to know before the next session with a client: worked out anew each time, never stored."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from coachcli.domain.client.first_words import Known, first_words
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.outlook import Outlook, outlooks
from coachcli.domain.engagement.silence import dates_ahead, is_over, is_silenced
from coachcli.domain.history.agreed_dates import AgreedDate, agreed_dates
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract, with_client
from coachcli.domain.history.goals import Nearness, goals
from coachcli.domain.history.open_items import carried, open_now
from coachcli.domain.history.values import values_of
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Appointment, Note, Session, When
from coachcli.domain.session.voice import is_clients
from coachcli.domain.terms import Commitments, Kind
from coachcli.domain.value import Value, field

_Key = tuple[str, str, str]


class Said(Value, frozen=True):
    """Words, and when they were said."""

    words: str
    on: date


class OpenAction(Value, frozen=True):
    """Something the client is to do: by when, how sure they were from 0 to 10, and whether its day is over."""

    what: str
    due: When | None
    confidence: float | None
    overdue: bool


class OpenGoal(Value, frozen=True):
    """A goal of the work, what it is measured by and serves, and the numbers it was given, oldest first."""

    what: str
    due: When | None = None
    numbers: tuple[Nearness, ...] = ()
    measure: str = ""
    serves: str = ""


class Written(Value, frozen=True):
    """One answer in the client's preparation form."""

    question: str
    asked: str
    words: str
    on: date


class Preparation(Value, frozen=True):
    """Everything on the card. `client` is their id, `number` that of the session to come.

    `meetings` are those of three so far, `talks` those with sponsors and `interviews` those with others: how many, and
    never a word of them. `is_whole`: all files that lie with the client could be read and are theirs. Otherwise nobody
    knows the number.
    `last` is the day of the session before it; `took_away`, `insight` and `quote` each have the day they are from.
    `outlooks` are the engagements under way, with the `titles` of frameworks by their ids, `dates` the days agreed.
    """

    client: str
    name: str
    number: int
    today: date
    last: date | None = None
    next: Appointment | None = None
    took_away: Said | None = None
    insight: Said | None = None
    quote: Said | None = None
    actions: tuple[OpenAction, ...] = ()
    goals: tuple[OpenGoal, ...] = ()
    promises: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    to_pass_on: tuple[str, ...] = ()
    written: tuple[Written, ...] = ()
    is_whole: bool = True
    meetings: int = 0
    talks: int = 0
    interviews: int = 0
    outlooks: tuple[Outlook, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    dates: tuple[AgreedDate, ...] = ()

    @property
    def is_first(self) -> bool:
        """Whether it is known that no session was held yet."""
        return self.last is None and self.is_whole

    @property
    def opening(self) -> str:
        """A line for the first question."""
        words = {answer.question: answer.words for answer in self.written}
        return first_words(
            Known(
                self.today,
                focus=words.get("focus", ""),
                action=next(((one.what, one.due) for one in self.actions), None),
                took_away=self.took_away.words if self.took_away else "",
                parked=next(iter(self.parked), ""),
                goal=next((goal.what for goal in self.goals), ""),
                quote=self.quote.words if self.quote else "",
                is_first=self.is_first,
            )
        )


def preparation(  # noqa: PLR0913 all that is known of somebody
    client: Client,
    extracts: Sequence[SessionExtract],
    entries: Sequence[Entry],
    whole: Sequence[Session],
    today: date,
    *,
    engagements: Sequence[Engagement] = (),
) -> Preparation:
    """The card for a client. `extracts` are oldest first; `whole` are the last sessions in full, newest first.

    Of what was chosen in an engagement that has ended nothing is on it.
    """
    held, rooms = with_client(extracts), Counter(extract.framework.room for extract in extracts)
    last = held[-1] if held else None
    # The newest first: nobody sees the end of a long list.
    silent = _silent(extracts, entries, engagements, today)
    still_open = [one for one in carried(extracts, {"client"}, entries)[::-1] if _key(one) not in silent]
    return Preparation(
        client=client.id,
        name=client.name,
        number=len(held) + 1,
        today=today,
        last=last.started.date() if last else None,
        next=_ahead(last, engagements, today),
        took_away=last_said("takeaway", whole),
        insight=last_said("insight", whole),
        quote=last_said("quote", whole),
        actions=_actions(still_open, today),
        goals=tuple(_goals(extracts, entries, silent))[::-1],
        promises=tuple(thing.in_words for thing in still_open if thing.is_promise),
        parked=tuple(thing.in_words for thing in _of("parked", still_open)),
        values=values_of(extracts),
        to_pass_on=tuple(thing.what for thing in _of("message", still_open[::-1])),
        written=written_since(last.started if last else None, entries),
        meetings=rooms["three"],
        talks=rooms["sponsor"],
        interviews=rooms["stakeholder"],
        outlooks=outlooks(engagements, extracts, today),
        dates=dates_ahead(agreed_dates(extracts), engagements, today),
    )


def last_said(kind: Kind, whole: Iterable[Session]) -> Said | None:
    """The last words of a kind that the client said in the call."""
    for session in whole:
        notes = [note for turn, note in session.notes if is_clients(turn, note) and _is(kind, note)]
        if notes:
            return Said(notes[-1].text, session.started.date())
    return None


def written_since(last: datetime | None, entries: Iterable[Entry]) -> tuple[Written, ...]:
    """What the client wrote in their form since the last session began: to each question what they wrote last."""
    latest: dict[str, Written] = {}
    for entry in entries:
        if entry.question and entry.asked and (last is None or entry.at > last):
            words = "\n".join(note.text for note in entry.notes)
            latest[entry.question] = Written(entry.question, entry.asked, words, entry.at.date())
    return tuple(latest.values())


def _silent(
    extracts: Sequence[SessionExtract], entries: Sequence[Entry], engagements: Sequence[Engagement], today: date
) -> set[_Key]:
    """What is open from engagements that have ended."""
    if not any(one.has_ended(today) for one in engagements):
        return set()
    return {_key(one.thing) for one in open_now(extracts, entries) if is_silenced(one, engagements, today)}


def _key(thing: Carried) -> _Key:
    return thing.kind, thing.what, thing.session


def _is(kind: Kind, note: Note) -> bool:
    return note.kind == kind and bool(note.text.strip())


def _ahead(last: SessionExtract | None, engagements: Sequence[Engagement], today: date) -> Appointment | None:
    """The next session, unless its day is over or was never understood, or the work it was agreed in has ended."""
    if last is None or last.next is None or last.next.on is None or last.next.on < today:
        return None
    return None if is_over(last.engagement, last.started.date(), engagements, today) else last.next


def _of(kind: Commitments, things: Iterable[Carried]) -> Iterator[Carried]:
    return (thing for thing in things if thing.kind == kind)


def _actions(things: Iterable[Carried], today: date) -> tuple[OpenAction, ...]:
    """The open actions by their days: the overdue ones first, those without a day last."""
    dated = [(_day(thing), thing) for thing in _of("action", things) if thing.whose == "client"]
    return tuple(
        OpenAction(thing.what, thing.due, thing.confidence, overdue=day < today)
        for day, thing in sorted(dated, key=lambda one: one[0])
    )


def _day(thing: Carried) -> date:
    return thing.due.on if thing.due and thing.due.on else date.max


def _goals(extracts: Sequence[SessionExtract], entries: Sequence[Entry], silent: Container[_Key]) -> Iterator[OpenGoal]:
    """The open goals, those that were set in a meeting of three as well."""
    for goal in goals(extracts, entries):
        if goal.followed.is_open and _key(goal.followed.thing) not in silent:
            yield OpenGoal(goal.what, goal.followed.thing.due, goal.numbers, goal.measure, goal.serves)

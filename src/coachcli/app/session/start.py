"""From `coach session start` to the closing card: who, along which framework, for how long, and then the call."""

from collections.abc import Iterator
from datetime import datetime, time

from coachcli.app import dates
from coachcli.app.call.autosave import DiskKeeper
from coachcli.app.call.frameworks import kept_as, ref_to
from coachcli.app.call.services import NoKeeper
from coachcli.app.client import archive, history, prep
from coachcli.app.client.lists import lists_from
from coachcli.app.context import Context
from coachcli.app.engagement.membership import engagement_of
from coachcli.app.session import choice
from coachcli.app.session.attendance import person_of, refuse_misfit
from coachcli.app.session.lock import locked
from coachcli.app.session.move import asked_about
from coachcli.app.session.request import StartRequest
from coachcli.app.session.resumption import resume_file
from coachcli.app.session.sitting import Sitting, SittingResult, hold
from coachcli.app.session.unfinished import waiting
from coachcli.domain.client.model import Client, given_name
from coachcli.domain.client.own import OWN_WORK, called
from coachcli.domain.framework.model import Framework
from coachcli.domain.room import counts
from coachcli.domain.session.model import Booked, FrameworkRef, Session, started_on
from coachcli.domain.session.schedule import planned_minutes, stage_lines
from coachcli.domain.session.walk import Walk
from coachcli.domain.session.wording import full_date, full_time
from coachcli.domain.value import Value, changed
from coachcli.errors import Saying, UsageError, harmless
from coachcli.live.conversation import Conversation
from coachcli.store import settings
from coachcli.store.client import clients, folders
from coachcli.store.framework import snapshots
from coachcli.store.practice import set_up
from coachcli.store.session import counter, sessions
from coachcli.store.settings import Settings


class _Beginning(Value, frozen=True):
    """What is known before anybody is asked who the session is with, and along what."""

    context: Context
    request: StartRequest
    conversation: Conversation
    settings: Settings
    moment: datetime
    """When the session took place, or now."""


def start(context: Context, request: StartRequest, conversation: Conversation) -> SittingResult:
    """Begin a session and hold it, or go on with an unfinished one where the coach wants to."""
    conversation, request = changed(conversation, discreet=request.discreet), choice.as_named(context, request)
    preferences = settings.load(context.practice)
    _refuse_length(request.minutes)
    now = context.clock.now()
    moment = now if request.at is None else _past(request.at, now, preferences)
    if request.at is not None:
        conversation.say(harmless(f" Held on {_moment_words(moment)}."))
    beginning = _Beginning(context, request, conversation, preferences, moment)
    if request.rehearse:
        return _rehearse(beginning)
    conversation.say(*map(harmless, _clock_set_back(context, now)))
    conversation.say(*(f" {error.message}" for error in clients.known(context.practice).passed_over))
    person = choice.client(context, request, conversation)
    if isinstance(person, Client) and person != OWN_WORK:
        folders.refuse_linked(context.practice, person)
        archive.asked_about(context, person, conversation)
        if not request.discreet:
            asked_about(context, person, conversation)
    return _go_on_or_begin(beginning, person)


def _refuse_length(minutes: int | None) -> None:
    if minutes is not None and not 1 <= minutes <= 1440:
        raise UsageError(harmless("A call lasts from 1 to 1440 minutes."), harmless("For example: -m 50"))


def _go_on_or_begin(beginning: _Beginning, person: Client | str) -> SittingResult:
    """Go on with an unfinished session with this client, if the coach wants to; else begin one."""
    context, request, conversation = beginning.context, beginning.request, beginning.conversation
    others = waiting(context, person, request, conversation.chooser)
    unfinished = others.taken_up(conversation.chooser)
    if unfinished is not None:
        conversation.say(*others.remarks)
        return resume_file(context, unfinished, conversation, discreet=request.discreet)
    framework = choice.framework(context, request, person, conversation, beginning.settings)
    refuse_misfit(request, framework)
    if person == OWN_WORK:
        choice.refuse_with_others(framework)
    # Said only now, as a list of frameworks may have filled the screen.
    conversation.say(*others.remarks)
    return _begin(beginning, person, framework)


def _begin(beginning: _Beginning, person: Client | str, framework: Framework) -> SittingResult:
    """Make the session, and the client where they are new; then hold it."""
    context, request, conversation = beginning.context, beginning.request, beginning.conversation
    past = history.brought(context, person.id) if isinstance(person, Client) else history.ClientHistory()
    is_a_call = isinstance(person, Client) and request.at is None and counts(framework.room)
    if not is_a_call:
        conversation.say(*(f" {error.message}" for error in past.passed_over))
    there = person_of(context, request, person, framework, conversation)
    engagement = engagement_of(context, request, person, beginning.moment.date(), conversation)
    set_up(context.practice)
    client = person if isinstance(person, Client) else _welcome(context, person, conversation)
    ref = kept_as(context, framework, conversation.say)
    session = changed(_new(beginning, ref, framework, client), person=there, engagement=engagement)

    def walk_of(new: Session) -> Walk:
        before = past.before(new)
        return Walk(framework, called(client), before.open(framework, new), lists_from(before, framework))

    stored = sessions.create(context.practice, session, lambda new: walk_of(new).begin(new, context.clock.now()))
    walk = walk_of(stored.session)
    with locked(context, stored.path):
        keeper = DiskKeeper(context.practice, stored)
        sitting = Sitting(walk, client, keeper, stored.session, discreet=request.discreet)
        if is_a_call and not request.discreet:
            card = prep.first_card(context, client, past, *conversation.source.page_size())
            sitting = changed(sitting, opening=prep.opening_line(past), page=tuple(card))
        return hold(context, sitting, conversation, beginning.settings)


def _rehearse(beginning: _Beginning) -> SittingResult:
    context, request, conversation = beginning.context, beginning.request, beginning.conversation
    name = request.client or "a client"
    framework = request.given_framework or choice.framework(context, request, name, conversation, beginning.settings)
    client = Client("rehearsal", name)
    walk = Walk(framework, given_name(name))
    ref = ref_to(framework, snapshots.digest_of(framework))
    there = person_of(context, request, name, framework, conversation)
    new = changed(_new(beginning, ref, framework, client), person=there)
    session = walk.begin(new, context.clock.now())
    conversation.say(harmless(" A rehearsal: nothing is kept."))
    sitting = Sitting(walk, client, NoKeeper(), session, discreet=request.discreet)
    return hold(context, sitting, conversation, beginning.settings)


def _new(beginning: _Beginning, ref: FrameworkRef, framework: Framework, client: Client) -> Session:
    request = beginning.request
    planned = request.minutes or planned_minutes(framework)
    written_up = beginning.context.clock.now() if request.at is not None else None
    return Session(
        format=1,
        id=f"{client.id}/{started_on(beginning.moment)}",
        client=client.id,
        held=request.held,
        framework=ref,
        status="live",
        started=beginning.moment,
        written_up=written_up,
        # Nobody timed a session that is written up later: only the coach can say how long it was.
        minutes=Booked(planned=planned, spent=request.minutes if written_up else None),
        stages=stage_lines(framework, planned),
    )


def _past(at: str, now: datetime, preferences: Settings) -> datetime:
    return dates.said_moment(at, now, preferences.date_order, 'Say it like this: --at "yesterday 14:00"')


def _moment_words(moment: datetime) -> str:
    """The day and the time; the day alone where no time was said."""
    return full_time(moment) if moment.time() != time() else full_date(moment.date())


def _clock_set_back(context: Context, now: datetime) -> Iterator[str]:
    """A warning where this machine's clock shows an earlier time than a session of this practice was written at."""
    written = counter.last_written(context.practice)
    if written is not None and now < written:
        yield f" The clock here says {full_time(now)}, but a session was written at {full_time(written)}."
        yield "   Sessions are ordered by the clock: set it right, and then begin."


def _welcome(context: Context, name: str, conversation: Conversation) -> Client:
    from coachcli.store.client import newcomer  # noqa: PLC0415 4 ms, and only where somebody is new

    client = newcomer.welcomed(context.practice, name)
    conversation.say(Saying(f" New client: {client.name} (in clients/{client.id})", discreet=" This is a new client."))
    return client

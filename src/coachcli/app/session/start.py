"""From `coach session start` to the closing card: who, by which model, for how long, and then the call."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from coachcli.app import dates
from coachcli.app.call.autosave import DiskKeeper
from coachcli.app.call.frameworks import kept_as, ref_to
from coachcli.app.call.services import NoKeeper
from coachcli.app.client import history, prep
from coachcli.app.context import Context
from coachcli.app.session import choice
from coachcli.app.session.lock import locked
from coachcli.app.session.move import asked_about
from coachcli.app.session.request import StartRequest
from coachcli.app.session.resumption import resume_file
from coachcli.app.session.sitting import Sitting, SittingResult, hold
from coachcli.app.session.unfinished import waiting
from coachcli.domain.client.model import Client, given_name
from coachcli.domain.framework.model import Framework
from coachcli.domain.session.model import Booked, FrameworkRef, Session, started_on
from coachcli.domain.session.schedule import planned_minutes, stage_lines
from coachcli.domain.session.walk import Walk
from coachcli.domain.session.wording import full_date, full_time
from coachcli.domain.value import changed
from coachcli.errors import Saying, UsageError, harmless
from coachcli.live.conversation import Conversation
from coachcli.store import settings
from coachcli.store.client import clients, folders
from coachcli.store.framework import snapshots
from coachcli.store.practice import set_up
from coachcli.store.session import counter, sessions
from coachcli.store.settings import Settings


def start(context: Context, request: StartRequest, conversation: Conversation) -> SittingResult:
    """Begin a session and hold it."""
    conversation = replace(conversation, discreet=request.discreet)
    chosen = settings.load(context.practice)
    if request.minutes is not None and not 1 <= request.minutes <= 1440:
        raise UsageError(harmless("A call lasts from 1 to 1440 minutes."), harmless("For example: -m 50"))
    now = context.clock.now()
    moment = now if request.at is None else _past(request.at, now, chosen)
    if request.at is not None:
        conversation.say(harmless(f" Held on {_moment_words(moment)}."))
    if request.rehearse:
        return _rehearse(context, request, conversation, chosen, moment)
    conversation.say(*map(harmless, _clock_set_back(context, now)))
    conversation.say(*(f" {error.message}" for error in clients.known(context.practice).passed_over))
    person = choice.client(context, request, conversation)
    if isinstance(person, Client):
        folders.refuse_linked(context.practice, person)
        if not request.discreet:
            asked_about(context, person, conversation)
    left = waiting(context, person, request, conversation.chooser)
    unfinished = left.taken_up(conversation.chooser)
    if unfinished is not None:
        conversation.say(*left.told)
        return resume_file(context, unfinished, conversation, discreet=request.discreet)
    framework = choice.framework(context, request, person, conversation, chosen)
    # Not before, as a list of models may fill the screen.
    conversation.say(*left.told)
    known = history.brought(context, person.id) if isinstance(person, Client) else history.ClientHistory()
    is_a_call = isinstance(person, Client) and request.at is None and framework.kind != "reflection"
    if not is_a_call:
        conversation.say(*(f" {error.message}" for error in known.passed_over))
    set_up(context.practice)
    client = person if isinstance(person, Client) else _welcome(context, person, conversation)
    session = _new(context, kept_as(context, framework, conversation.say), framework, client, request, moment)

    def walk_of(new: Session) -> Walk:
        return Walk(framework, given_name(client.name), known.before(new).open(framework.kind))

    stored = sessions.create(context.practice, session, lambda new: walk_of(new).begin(new, context.clock.now()))
    walk = walk_of(stored.session)
    with locked(context, stored.path):
        keeper = DiskKeeper(context.practice, stored)
        sitting = Sitting(walk, client, keeper, stored.session, discreet=request.discreet)
        if is_a_call and not request.discreet:
            card = prep.first_card(context, client, known, *conversation.source.page_size())
            sitting = changed(sitting, opening=prep.opening_line(known), page=tuple(card))
        return hold(context, sitting, conversation, chosen)


def _rehearse(
    context: Context, request: StartRequest, conversation: Conversation, chosen: Settings, moment: datetime
) -> SittingResult:
    name = request.client or "a client"
    framework = request.given_framework or choice.framework(context, request, name, conversation, chosen)
    client = Client("rehearsal", name)
    walk = Walk(framework, given_name(name))
    ref = ref_to(framework, snapshots.digest_of(framework))
    session = walk.begin(_new(context, ref, framework, client, request, moment), context.clock.now())
    conversation.say(harmless(" A rehearsal: nothing is kept."))
    return hold(context, Sitting(walk, client, NoKeeper(), session, discreet=request.discreet), conversation, chosen)


def _new(  # noqa: PLR0913, PLR0917 what a session says of itself from its first moment
    context: Context, ref: FrameworkRef, framework: Framework, client: Client, request: StartRequest, moment: datetime
) -> Session:
    planned = request.minutes or planned_minutes(framework)
    written_up = context.clock.now() if request.at is not None else None
    return Session(
        format=1,
        id=f"{client.id}/{started_on(moment)}",
        client=client.id,
        framework=ref,
        status="live",
        started=moment,
        written_up=written_up,
        # How long a call was that nobody timed is known only if the coach says so.
        minutes=Booked(planned=planned, spent=request.minutes if written_up else None),
        stages=stage_lines(framework, planned),
    )


def _past(at: str, now: datetime, chosen: Settings) -> datetime:
    moment = dates.past_moment(at, now, chosen.date_order)
    if moment is None:
        why = dates.misfit(at, now, chosen.date_order, back=True)
        said = Saying(f"When was {at[:40]}? {why}".rstrip(), discreet="When was that?")
        raise UsageError(said, harmless('Say it like this: --at "yesterday 14:00"'))
    return moment


def _moment_words(moment: datetime) -> str:
    """A day alone where no time was said."""
    return full_time(moment) if moment.time() != time() else full_date(moment.date())


def _clock_set_back(context: Context, now: datetime) -> Iterator[str]:
    """What to say where this machine's clock is behind a session of this practice: sessions are ordered by it."""
    written = counter.last_written(context.practice)
    if written is not None and now < written:
        yield f" The clock here says {full_time(now)}, but a session was written at {full_time(written)}."
        yield "   Sessions are ordered by the clock: set it right, and then begin."


def _welcome(context: Context, name: str, conversation: Conversation) -> Client:
    from coachcli.store.client import newcomer  # noqa: PLC0415 4 ms, and only where somebody is new

    client = newcomer.welcomed(context.practice, name)
    conversation.say(Saying(f" New client: {client.name} (in clients/{client.id})", discreet=" This is a new client."))
    return client

"""From `coach session start` to the closing card: who, by which model, for how long, and then the call."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coachcli.app import choosing, dates, editing, runner
from coachcli.app.call import Call, Desk, Left
from coachcli.app.context import Context
from coachcli.app.keeping import DiskKeeper, Keeper, NoKeeper, draft_left
from coachcli.app.reading import markdown_of
from coachcli.app.screen import record_of
from coachcli.domain.client import Client
from coachcli.domain.closing import ClosingCard, closing_card
from coachcli.domain.framework import Framework
from coachcli.domain.position import settled
from coachcli.domain.schedule import planned_minutes, stage_lines
from coachcli.domain.session import Booked, FrameworkRef, Session, started_on
from coachcli.domain.walk import Walk
from coachcli.errors import CoachError, NotFoundError, NotSavedError, UsageError
from coachcli.live.hush import hushed
from coachcli.live.opening import Talk
from coachcli.live.source import Line
from coachcli.store import (
    clients,
    files,
    leftovers,
    locks,
    paths,
    records,
    rescue,
    session_files,
    sessions,
    settings,
    snapshots,
)
from coachcli.store.heads import Head, heads, remember
from coachcli.store.practice import set_up
from coachcli.store.sessions import Stored
from coachcli.store.settings import Settings


@dataclass(frozen=True, slots=True)
class StartRequest:
    """What the coach asked for."""

    client: str | None = None
    framework: str | None = None
    minutes: int | None = None
    at: str | None = None
    new: bool = False
    rehearse: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A sitting that is over: how it was left, and what there is to say about it."""

    left: Left
    card: ClosingCard


@dataclass(frozen=True, slots=True)
class _Sitting:
    """What is held: where it walks, with whom, where it is kept, and what stands on the line already."""

    walk: Walk
    client: Client
    keeper: Keeper
    session: Session
    line: Line | None = None


def start(context: Context, request: StartRequest, talk: Talk) -> Held:
    """Begin a session and hold it."""
    chosen = settings.load(context.practice)
    if request.minutes is not None and not 1 <= request.minutes <= 1440:
        raise UsageError("A call lasts from 1 to 1440 minutes.", "For example: -m 50")
    moment = _moment(context, request.at, chosen)
    if request.rehearse:
        return _rehearse(context, request, talk, chosen, moment)
    person = choosing.client(context, request, talk)
    if isinstance(person, Client):
        unfinished = choosing.unfinished(context, person, talk) if request.at is None else None
        if unfinished is not None:
            return resume_file(context, unfinished, talk)
    framework = choosing.framework(context, request.framework, person, talk, chosen)
    set_up(context.practice)
    client = person if isinstance(person, Client) else _welcome(context, person, talk)
    session = _new(context, framework, client, request, moment)
    session = session.model_copy(
        update={"framework": _ref(framework, snapshots.keep(context.practice, framework))},
    )
    stored = sessions.create(context.practice, session)
    with _locked(context, stored.path):
        walk = Walk(framework, given_name(client.name))
        stored = sessions.save(stored, walk.begin(stored.session, context.clock.now()))
        sitting = _Sitting(walk, client, DiskKeeper(context.practice, stored), stored.session)
        return _hold(context, sitting, talk, chosen)


def resume(context: Context, wanted: str | None, talk: Talk) -> Held:
    """Go on with the session named, or with the newest that is unfinished."""
    if wanted is not None and ("/" in wanted or wanted.strip().casefold() == "last"):
        return resume_file(context, session_files.find(context.practice, wanted), talk)
    client = clients.existing(wanted, clients.clients(context.practice)) if wanted is not None else None
    theirs = heads(context.practice, client.id if client else None)
    path = next((head.path for head in theirs if isinstance(head, Head) and head.status != "ended"), None)
    if path is None:
        whose = f" with {client.name}" if client else ""
        raise NotFoundError(f"No session{whose} is unfinished.", "coach session start begins one.")
    return resume_file(context, path, talk)


def resume_file(context: Context, path: Path, talk: Talk) -> Held:
    """Go on with a session where it was left, with the line that was being typed."""
    chosen = settings.load(context.practice)
    with _locked(context, path):
        leftovers.sweep(path.parent)
        stored = sessions.load(path)
        if stored.session.status == "ended":
            raise UsageError(f"The session {stored.session.id} has ended.", "coach session edit corrects it.")
        framework = snapshots.load(context.practice, stored.session.framework.sha256)
        client = next(c for c in clients.clients(context.practice) if c.id == path.parent.parent.name)
        session = _rescued(stored, talk)
        keeper = DiskKeeper(context.practice, stored, rescued=session is not stored.session)
        walk, line = Walk(framework, given_name(client.name)), draft_left(stored, session)
        if line is not None:
            # It may have come from the copy, which goes as soon as the session is saved.
            keeper.keep_line(session, line)
        for index in range(len(session.turns) - 1):
            talk.source.record(*record_of(session, index))
        sitting = _Sitting(walk, client, keeper, settled(framework, session), line)
        return _hold(context, sitting, talk, chosen)


def given_name(name: str) -> str:
    """What a question calls the client by: their first name, or all of it where that is no name."""
    first = name.split(maxsplit=1)[0] if name.split() else name
    return name if first.endswith(".") or len(first) < 2 else first


def _hold(context: Context, sitting: _Sitting, talk: Talk, chosen: Settings) -> Held:
    held_on = sitting.session.started if sitting.session.written_up else None
    reader = dates.future_days(lambda: held_on or context.clock.now(), chosen.date_order)
    write = editing.line_editor(context.practice)
    name = sitting.client.name
    desk = Desk(sitting.walk, name, talk.source, sitting.keeper, context.clock, reader, talk.ears, write)
    with talk.ears.listening(), hushed():
        left = runner.run(Call(desk, sitting.session, sitting.line))
        written = _pages(sitting.keeper, left.session, name, talk)
    if isinstance(sitting.keeper, DiskKeeper):
        remember(context.practice, sitting.client.id)
    card = closing_card(sitting.walk.framework, left.session, name, tuple(str(path) for path in written))
    return Held(left, card)


def _pages(keeper: Keeper, session: Session, name: str, talk: Talk) -> tuple[Path, ...]:
    """The derived page beside the session; that it could not be written costs nothing that was noted."""
    if not isinstance(keeper, DiskKeeper):
        return ()
    if keeper.trouble:
        raise NotSavedError(keeper.trouble, "When the disk takes it again: coach session resume")
    try:
        sessions.write_markdown(keeper.stored, markdown_of(session, name, keeper.stored.path))
    except CoachError as error:
        talk.source.say(f" {error.message}")
        return (keeper.stored.path,)
    return (keeper.stored.path, paths.markdown_file(keeper.stored.path))


def _rehearse(context: Context, request: StartRequest, talk: Talk, chosen: Settings, moment: datetime) -> Held:
    name = request.client or "a client"
    framework = choosing.framework(context, request.framework, name, talk, chosen)
    client = Client("rehearsal", name)
    walk = Walk(framework, given_name(name))
    session = walk.begin(_new(context, framework, client, request, moment), context.clock.now())
    talk.source.say(" A rehearsal: nothing is kept.")
    return _hold(context, _Sitting(walk, client, NoKeeper(), session), talk, chosen)


def _new(context: Context, framework: Framework, client: Client, request: StartRequest, moment: datetime) -> Session:
    planned = request.minutes or planned_minutes(framework)
    written_up = context.clock.now() if request.at is not None else None
    return Session(
        format=1,
        id=f"{client.id}/{started_on(moment)}",
        client=client.id,
        framework=_ref(framework, files.digest(snapshots.text_of(framework))),
        status="live",
        started=moment,
        written_up=written_up,
        # How long a call was that nobody timed is known only if the coach says so.
        minutes=Booked(planned=planned, spent=request.minutes if written_up else None),
        stages=stage_lines(framework, planned),
    )


def _ref(framework: Framework, sha256: str) -> FrameworkRef:
    return FrameworkRef(id=framework.id, title=framework.title, version=framework.version, sha256=sha256)


def _moment(context: Context, at: str | None, chosen: Settings) -> datetime:
    if at is None:
        return context.clock.now()
    moment = dates.past_moment(at, context.clock.now(), chosen.date_order)
    if moment is None:
        raise UsageError(f"When was {at[:40]}?", 'Say it like this: --at "yesterday 14:00"')
    return moment


def _welcome(context: Context, name: str, talk: Talk) -> Client:
    from coachcli.store import client_files  # noqa: PLC0415 4 ms, and only where somebody is new

    client = client_files.add(context.practice, name)
    talk.source.say(f" New client: {client.name} (in clients/{client.id})")
    return client


def _locked(context: Context, path: Path) -> AbstractContextManager[None]:
    files.make_folder(context.practice.locks, inside=context.practice.root)
    return locks.held(context.practice.lock_file(path))


def _rescued(stored: Stored, talk: Talk) -> Session:
    """The session with what the disk refused last time, if it was kept elsewhere."""
    data = rescue.get(stored.path, stored.digest)
    if data is None:
        return stored.session
    try:
        found = sessions.validated(records.parsed(stored.path, data)).session
    except CoachError:
        return stored.session
    if found.id != stored.session.id:
        return stored.session
    talk.source.say(" What could not be saved last time is here again.")
    return found

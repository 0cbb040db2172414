"""A sitting, from opening a session to leaving it: what surrounds the call, and what there is when it is over."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from coachcli.app import dates
from coachcli.app.call import loop
from coachcli.app.call.autosave import DiskKeeper
from coachcli.app.call.call import Call, Exit
from coachcli.app.call.completion import vocabulary
from coachcli.app.call.frameworks import PracticeFrameworks
from coachcli.app.call.presence import naming_nobody
from coachcli.app.call.services import CallServices, Keeper
from coachcli.app.client import history, prep
from coachcli.app.client.numbers import Numbers, no_numbers, numbers_before
from coachcli.app.context import Context
from coachcli.app.editor_copy import line_editor
from coachcli.app.garbage import collect_from_now
from coachcli.app.session import appointments
from coachcli.command_line import command, for_anybody
from coachcli.domain.client.model import Client
from coachcli.domain.client.own import OWN_WORK
from coachcli.domain.framework.model import Pack
from coachcli.domain.history.extract import extract_of
from coachcli.domain.history.open_items import Followed, followed
from coachcli.domain.room import is_call
from coachcli.domain.session.closing_card import ClosingCard, closing_card, discreet_card
from coachcli.domain.session.model import Session
from coachcli.domain.session.walk import Walk
from coachcli.domain.session.wording import partner
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, NotSavedError, Saying, in_public
from coachcli.live.conversation import Conversation
from coachcli.live.source import Line
from coachcli.live.terminal.tty_mode import hushed
from coachcli.store import paths
from coachcli.store.client.quick_names import session_count
from coachcli.store.disk import leftovers
from coachcli.store.index.heads import remember
from coachcli.store.session import counter, sessions
from coachcli.store.session.place import client_of
from coachcli.store.session.sessions import Stored
from coachcli.store.settings import Settings

# In so many first calls of a practice, the keys are named on the card.
_FIRST_CALLS = 3


class SittingResult(Value, frozen=True):
    """How the coach left the session, the card that tells of it, and the client's name; a rehearsal is not `kept`."""

    left: Exit
    card: ClosingCard
    name: str
    kept: bool


class Sitting(Value, frozen=True):
    """A session to hold: with its walk, its client, where it is kept, and what stands on the line at first."""

    walk: Walk
    client: Client
    keeper: Keeper
    session: Session
    line: Line | None = None
    discreet: bool = False
    opening: str = ""
    """What the client wrote they want to look at."""
    page: tuple[str, ...] = ()
    """What is shown before anything is asked."""


def hold(context: Context, sitting: Sitting, conversation: Conversation, chosen: Settings) -> SittingResult:
    """Hold the call, then write the page beside the session's file."""
    if isinstance(sitting.keeper, DiskKeeper):
        leftovers.sweep(context.practice)
    services = _services(context, sitting, conversation, chosen)
    call = Call(services, sitting.session, sitting.line, page=sitting.page, discreet=sitting.discreet)
    session = sitting.session
    _count(context, sitting, session.turns[-1].at if session.turns else session.started)
    seen = naming_nobody(lambda: call.discreet)
    collect_from_now()
    with (
        seen,
        conversation.signals.listening(),
        hushed(),
        _told_after(call),
        _shown(conversation, discreet=sitting.discreet),
    ):
        left = loop.run(call)
        alone = changed(conversation, discreet=left.discreet)
        written = _pages(sitting.keeper, left.session, sitting.client.name, alone)
    kept = isinstance(sitting.keeper, DiskKeeper)
    if kept:
        remember(context.practice, sitting.client.id)
    _count(context, sitting, context.clock.now())
    if left.discreet:
        hints = tuple(words for hint in left.hints if (words := in_public(hint)))
        return SittingResult(left, discreet_card(left.session, hints, kept=kept), sitting.client.name, kept)
    files_written = tuple(str(path) for path in written)
    card = closing_card(call.services.walk, left.session, sitting.client.name, files_written, left.hints)
    return SittingResult(left, card, sitting.client.name, kept)


def _count(context: Context, sitting: Sitting, at: datetime) -> None:
    """Note that a session is held here. One that is only added to, or held without the client, is never the last."""
    if isinstance(sitting.keeper, DiskKeeper):
        counts = is_call(sitting.walk.framework.room) and sitting.session.amending is None
        counter.note(context.practice, sitting.keeper.stored.path, at, counts=counts)


def _services(context: Context, sitting: Sitting, conversation: Conversation, chosen: Settings) -> CallServices:
    order = chosen.date_order

    def said_at() -> datetime:
        return dates.held_at(sitting.session, context.clock.now())

    return CallServices(
        sitting.walk,
        partner(sitting.session, sitting.client.name),
        conversation.source,
        sitting.keeper,
        context.clock,
        dates.days_of(sitting.session, context.clock.now(), order),
        lambda words: appointments.read_appointment(words, said_at(), order),
        _followed(context, sitting),
        conversation.signals,
        _packs(context),
        line_editor(context, _file(sitting.keeper)),
        vocabulary(context),
        last_card=_last_card(context, sitting),
        frameworks=PracticeFrameworks(
            context, sitting.walk.framework, sitting.session.framework, _stored(sitting.keeper)
        ),
        numbers=_numbers(context, sitting),
        opening=sitting.opening,
        is_early=_is_early(context, sitting),
    )


def _file(keeper: Keeper) -> Path | None:
    """The file of the session; None in a rehearsal."""
    stored = _stored(keeper)
    return stored.path if stored else None


def _is_early(context: Context, sitting: Sitting) -> bool:
    """Whether fewer than three sessions were held before this one."""
    there = session_count(context.practice, _FIRST_CALLS + 1)
    return there - isinstance(sitting.keeper, DiskKeeper) < _FIRST_CALLS


@contextmanager
def _told_after(call: Call) -> Iterator[None]:
    """Once the call is left, in whatever way, say what happened to the session that no prompt could tell any more."""
    try:
        yield
    finally:
        if news := call.told(call.news):
            call.services.source.say(*(f" {line}" for line in news.split("\n")))


@contextmanager
def _shown(conversation: Conversation, *, discreet: bool) -> Iterator[None]:
    """Give the call the window, and take the window back whatever happens; a concealed screen is cleared first."""
    try:
        if discreet:
            conversation.source.conceal(on=True)
        conversation.source.anchor(on=True)
        yield
    finally:
        conversation.source.anchor(on=False)
        conversation.source.conceal(on=False)


def _last_card(context: Context, sitting: Sitting) -> Callable[[int, int], list[str]]:
    """A function that shows last time's card. One about nobody has none; a rehearsal leaves not even an index."""
    if not isinstance(sitting.keeper, DiskKeeper) or sitting.client == OWN_WORK:
        return lambda _columns, _rows: []
    return prep.last_card(context, sitting.client, sitting.session)


def _followed(context: Context, sitting: Sitting) -> Callable[[Session], tuple[Followed, ...]]:
    """A function that finds the things a session looks back on; in a rehearsal, those that were chosen in it."""
    if not isinstance(sitting.keeper, DiskKeeper):
        return lambda session: followed((extract_of(session),), ())
    return history.follower(context, client_of(sitting.keeper.stored.path))


def _numbers(context: Context, sitting: Sitting) -> Numbers:
    """A function that finds what a number was before; nobody gave one before a rehearsal."""
    stored = _stored(sitting.keeper)
    return numbers_before(context, stored) if stored is not None else no_numbers


def _stored(keeper: Keeper) -> Stored | None:
    """The file that a session is in; in a rehearsal there is none."""
    return keeper.stored if isinstance(keeper, DiskKeeper) else None


def _packs(context: Context) -> Callable[[str], Pack]:
    """A function that finds a topic pack by its name."""

    def find(name: str) -> Pack:
        from coachcli.store.framework import packs  # noqa: PLC0415 what checks them is loaded with it

        return packs.load(packs.find(context.practice, name))

    return find


def _pages(keeper: Keeper, session: Session, name: str, conversation: Conversation) -> tuple[Path, ...]:
    """Write the page beside the session; returns the files there are. Where it cannot be written, no note is lost."""
    if not isinstance(keeper, DiskKeeper):
        return ()
    if keeper.trouble:
        again = f"When the disk takes it again: {command('session', 'resume')}"
        raise NotSavedError(keeper.trouble, for_anybody(again))
    from coachcli.app.session.export import markdown_of  # noqa: PLC0415 pages are of no use before the end

    try:
        sessions.write_markdown(keeper.stored, markdown_of(session, name, keeper.stored.path))
    except CoachError as error:
        conversation.say(Saying(f" {error.message}", discreet=f" {error.discreet}"))
        return (keeper.stored.path,)
    return (keeper.stored.path, paths.markdown_file(keeper.stored.path))

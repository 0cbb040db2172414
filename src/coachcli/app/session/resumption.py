"""Going on with a session that was left, and adding notes to one that has ended."""

from contextlib import suppress
from pathlib import Path

from coachcli.app.call.autosave import DiskKeeper
from coachcli.app.call.frameworks import as_begun, kept_as
from coachcli.app.call.presence import naming_nobody
from coachcli.app.call.screen import record_of
from coachcli.app.client import history
from coachcli.app.client.lists import lists_into
from coachcli.app.context import Context
from coachcli.app.session.draft_recovery import draft_left
from coachcli.app.session.lock import locked
from coachcli.app.session.sitting import Sitting, SittingResult, hold
from coachcli.command_line import command, for_anybody
from coachcli.domain.client.own import called
from coachcli.domain.export.void import void_words
from coachcli.domain.framework.model import Framework
from coachcli.domain.room import ROOMS
from coachcli.domain.session.edits import reopened
from coachcli.domain.session.framework_change import brought_over, no_longer_asked
from coachcli.domain.session.model import Session
from coachcli.domain.session.position import settled
from coachcli.domain.session.walk import Walk
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, NotFoundError, Saying, UsageError, harmless, in_public
from coachcli.live.conversation import Conversation
from coachcli.store import settings
from coachcli.store.client import clients
from coachcli.store.framework import catalogue
from coachcli.store.index.heads import heads
from coachcli.store.session import lookup, records, rescue, sessions
from coachcli.store.session.place import client_of
from coachcli.store.session.sessions import Stored


class Unfinished(Value, frozen=True):
    """A session to go on with: as it is in its file, with what was rescued (`found`), and as the call begins."""

    stored: Stored
    found: Session
    session: Session
    framework: Framework


def resume(
    context: Context, wanted: str | None, conversation: Conversation, *, on_latest: bool = False, discreet: bool = False
) -> SittingResult:
    """Go on with the session that is named, else with the newest unfinished one; the rest is as in resume_file."""
    if wanted is not None and ("/" in wanted or wanted.strip().casefold() == "last"):
        path = lookup.find(context.practice, wanted)
    else:
        path = _unfinished(context, wanted)
    return resume_file(context, path, conversation, on_latest=on_latest, discreet=discreet)


def _unfinished(context: Context, wanted: str | None) -> Path:
    """The newest unfinished session; of one client, where one is named."""
    client = clients.about(context.practice, wanted) if wanted is not None else None
    known = heads(context.practice, client.id if client else None)
    # A session that broke off goes before one that was put aside, whichever began later.
    paths = [head.path for status in ("live", "paused") for head in known.found if head.status == status]
    if not paths:
        whose = f" with {client.name}" if client else ""
        refusal = Saying(f"No session{whose} is unfinished.", discreet="No such session is unfinished.")
        raise NotFoundError(refusal, for_anybody(f"{command('session', 'start')} begins one."))
    return paths[0]


def resume_file(
    context: Context, path: Path, conversation: Conversation, *, on_latest: bool = False, discreet: bool = False
) -> SittingResult:
    """Go on with a session where it was left, with the line that was being typed then.

    It goes on along the framework as it was when the session began, or with `on_latest` as it is today. With
    `discreet`, nothing is shown of what was noted.
    """
    with locked(context, path):
        stored = sessions.load(path)
        if stored.session.status == "ended":
            ended = Saying(f"The session {stored.session.id} has ended.", discreet="This session has ended.")
            hint, of_last = (
                f"{command('session', 'amend', *which)} adds to it; {command('session', 'edit', *which)} corrects it."
                for which in ([stored.session.id], [])
            )
            raise UsageError(ended, Saying(hint, discreet=in_public(for_anybody(of_last))))
        conversation = changed(conversation, discreet=discreet or stored.session.discreet)
        _tell_of_void_marks(stored, conversation)
        framework = _framework_of(context, stored.session, on_latest=on_latest)
        _refuse_another_room(stored.session, framework)
        found = session = rescued(stored, conversation)
        if on_latest:
            session = _brought_over(context, session, framework, conversation)
        elif _changed_since(context, framework, session):
            conversation.say(
                harmless(
                    f" {framework.title} has changed; this call goes on as it began (--framework latest: as it is now)."
                )
            )
        with naming_nobody(lambda: conversation.discreet):
            return go_on(context, Unfinished(stored, found, session, framework), conversation)


def go_on(context: Context, left: Unfinished, conversation: Conversation) -> SittingResult:
    """Hold a session, which is locked already, from where it was left."""
    stored, session, framework = left.stored, left.session, left.framework
    client = clients.of_folder(context.practice, client_of(stored.path))
    keeper = DiskKeeper(context.practice, stored, rescued=left.found is not stored.session)
    carried, lists = history.carried_into(context, stored, framework), lists_into(context, stored, framework)
    walk = Walk(framework, called(client), carried, lists)
    line = draft_left(stored, session)
    if line is not None:
        # The session may have come from the rescued copy, which is removed as soon as the session is saved.
        keeper.typing(session, line)
    for index in range(0 if conversation.discreet else len(session.turns) - 1):
        conversation.source.record(*record_of(session, index))
    sitting = Sitting(walk, client, keeper, settled(framework, session), line, conversation.discreet)
    return hold(context, sitting, conversation, settings.load(context.practice))


def _tell_of_void_marks(stored: Stored, conversation: Conversation) -> None:
    if void := void_words(stored.session, stored.void_marks):
        conversation.say(harmless(f" {void} From the next note on they are no longer in the file."))


def _framework_of(context: Context, session: Session, *, on_latest: bool) -> Framework:
    if not on_latest:
        return as_begun(context, session.framework)
    source = catalogue.find(context.practice, session.framework.id)
    return catalogue.load(source, preferred=_language_of(context, session))


def _refuse_another_room(session: Session, framework: Framework) -> None:
    """Raise where somebody else is in the room along a framework than was when the session began."""
    stages = {stage.id: framework.room_of(stage) for stage in framework.stages}
    rooms = [(session.framework.room, framework.room)]
    rooms += [(turn.room, stages[turn.stage]) for turn in session.turns if turn.stage in stages and turn.notes]
    if other := next((pair for pair in rooms if pair[0] != pair[1]), None):
        was, now = (ROOMS[room].held for room in other)
        hint, last = (f"Go on as it began: {command('session', 'resume', *which)}" for which in ([session.id], []))
        raise UsageError(
            harmless(f"This is {was}, and today the framework would make it {now}."),
            Saying(hint, discreet=in_public(for_anybody(last))),
        )


def _changed_since(context: Context, framework: Framework, session: Session) -> bool:
    """Whether the framework is another one today; False where it is broken or gone: nobody could go on with that."""
    with suppress(CoachError):
        source = catalogue.find(context.practice, session.framework.id)
        return catalogue.load(source, preferred=framework.language) != framework
    return False


def _language_of(context: Context, session: Session) -> str | None:
    """The language in which a session began, if the framework of that time is still there."""
    with suppress(CoachError):
        return as_begun(context, session.framework).language
    return None


def _brought_over(context: Context, session: Session, framework: Framework, conversation: Conversation) -> Session:
    moved = brought_over(session, framework, kept_as(context, framework, conversation.say))
    gone = no_longer_asked(moved)
    kept = f" What was noted at questions that are gone is kept: {'; '.join(gone)}" if gone else ""
    on = f" On with {framework.title} as it is today."
    conversation.say(Saying(f"{on}{kept}", discreet=f"{on} What was noted is kept."))
    return moved


def rescued(stored: Stored, conversation: Conversation) -> Session:
    """The session; with what the disk refused last time, where that was kept elsewhere."""
    data = rescue.get(stored.path, stored.digest)
    if data is None:
        return stored.session
    copy = rescue.rescue_file(stored.path, stored.digest)
    try:
        found = sessions.validated(records.parsed(copy, data)).session
    except CoachError as error:
        lost = " What could not be saved last time cannot be read either, and stays where it is."
        conversation.say(Saying(f"{lost} {error.message}", discreet=lost))
        return stored.session
    if found.id != stored.session.id or not sessions.is_in_place(stored.path, found):
        return stored.session
    conversation.say(harmless(" What could not be saved last time is here again."))
    return found


def amend(context: Context, wanted: str | None, conversation: Conversation, *, discreet: bool = False) -> SittingResult:
    """Open an ended session at the map, along its own framework; or go on with one that is being added to."""
    path = lookup.find(context.practice, wanted)
    with locked(context, path):
        stored = sessions.load(path)
        if stored.session.status != "ended" and stored.session.amending is None:
            raise not_ended(stored.session)
        framework = as_begun(context, stored.session.framework)
        conversation = changed(conversation, discreet=discreet)
        _tell_of_void_marks(stored, conversation)
        found = rescued(stored, conversation)
        left = Unfinished(stored, found, reopened(found, context.clock.now()), framework)
        held = go_on(context, left, conversation)
    # What was never asked, and how the time went, was said when the call was over. On a screen that others see, nobody
    # may read which session it is: the command stands there without its name, and then takes the last session.
    next_step = "" if held.left.discreet else held.card.next_step
    return changed(held, card=changed(held.card, stages=(), never_asked=(), hints=(), next_step=next_step))


def not_ended(session: Session) -> UsageError:
    """The error about a session that has not ended, though it would have to be."""
    refusal = Saying(f"The session {session.id} has not ended.", discreet="This session has not ended.")
    hint, last = (f"Go on with it: {command('session', 'resume', *which)}" for which in ([session.id], []))
    return UsageError(refusal, Saying(hint, discreet=in_public(for_anybody(last))))

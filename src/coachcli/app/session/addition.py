"""Adding notes to a session after its end."""

from dataclasses import replace

from coachcli.app.call.frameworks import as_begun
from coachcli.app.context import Context
from coachcli.app.session.lock import locked
from coachcli.app.session.resumption import Unfinished, go_on, rescued
from coachcli.app.session.sitting import SittingResult
from coachcli.command_line import command, for_anybody
from coachcli.domain.session.addition import reopened
from coachcli.domain.session.model import Session
from coachcli.errors import Saying, UsageError, in_public
from coachcli.live.conversation import Conversation
from coachcli.store.session import lookup, sessions


def amend(context: Context, wanted: str | None, conversation: Conversation, *, discreet: bool = False) -> SittingResult:
    """Open an ended session at the map along its own framework, or go on with one that is being added to."""
    path = lookup.find(context.practice, wanted)
    with locked(context, path):
        stored = sessions.load(path)
        if stored.session.status != "ended" and stored.session.amending is None:
            raise not_ended(stored.session)
        framework = as_begun(context, stored.session.framework)
        conversation = replace(conversation, discreet=discreet)
        found = rescued(stored, conversation)
        left = Unfinished(stored, found, reopened(found, context.clock.now()), framework)
        held = go_on(context, left, conversation)
    # What was never asked, and how the time went, was told when the call was over. Which session it is nobody may read
    # on a screen that others see, and without its name the command that follows takes the last one.
    next_step = "" if held.left.discreet else held.card.next_step
    return replace(held, card=replace(held.card, stages=(), never_asked=(), hints=(), next_step=next_step))


def not_ended(session: Session) -> UsageError:
    """What to say of a session that would have to be over."""
    said = Saying(f"The session {session.id} has not ended.", discreet="This session has not ended.")
    hint, last = (f"Go on with it: {command('session', 'resume', *which)}" for which in ([session.id], []))
    return UsageError(said, Saying(hint, discreet=in_public(for_anybody(last))))

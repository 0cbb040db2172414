"""Puts clients away, out of the lists a coach works with, and takes them back."""

from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.errors import CoachError, Saying
from coachcli.live.conversation import Conversation
from coachcli.store.client import clients
from coachcli.store.index.standing import standing


class Archived(NamedTuple):
    """A client who was put away or taken back, whether that changed anything, and what waits with them."""

    client: Client
    is_new: bool
    unfinished: int
    open: int
    passed_over: tuple[CoachError, ...]


def archive(context: Context, name: str, *, undo: bool) -> Archived:
    """Put the client of this name away as of today, or take them back."""
    client = clients.existing(name, *clients.known(context.practice))
    is_new = client.is_archived == undo
    if is_new:
        put_away(context, client, undo=undo)
    waiting = standing(context.practice, client.id)
    return Archived(client, is_new, len(waiting.standing.unfinished), len(waiting.standing.open), waiting.passed_over)


def put_away(context: Context, client: Client, *, undo: bool) -> None:
    """Write into the client's file that they are archived, or that they are not."""
    from coachcli.store.client import client_change  # noqa: PLC0415 it loads YAML, and a call seldom needs it

    day = None if undo else context.clock.now().date().isoformat()
    client_change.change(context.practice, client, {"archived": day})


def asked_about(context: Context, client: Client, conversation: Conversation) -> None:
    """Ask whether an archived client is taken back, as a session with them begins; unasked they stay archived."""
    if not client.is_archived:
        return
    who = "They are" if conversation.discreet else f"{client.name} is"
    question = f"{who} archived. Take them back into your lists?"
    if conversation.chooser is not None and conversation.chooser.agree(question, on_enter=False):
        put_away(context, client, undo=True)
        return
    back = command("client", "archive", client.id, "--undo")
    told = f" {client.name} is archived, and stays so. To take them back: {back}"
    conversation.say(Saying(told, discreet=" They are archived, and stay so."))

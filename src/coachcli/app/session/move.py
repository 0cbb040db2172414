"""The move of sessions to the client they belong to: of one, or of all in a folder that was renamed."""

from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.session.lock import locked
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.client.own import OWN_WORK
from coachcli.errors import NotFoundError, UsageError
from coachcli.live.choice.shortlist import Option
from coachcli.live.conversation import Conversation
from coachcli.store.client import clients
from coachcli.store.index import extracts, heads
from coachcli.store.session import between, lookup, sessions, transfer
from coachcli.store.session.folder import NobodysError
from coachcli.store.session.place import client_of, session_name

# A single misplaced session is a slip of the hand: the coach is told of it, and moves it by its name.
_MORE_THAN_A_SLIP = 2


def move_session(context: Context, wanted: str, to: str) -> list[str]:
    """Give a client one session, or all in a folder that belong to nobody; returns what was done."""
    client = clients.about(context.practice, to)
    lost = _folder(context, wanted)
    if lost is not None:
        return settle(context, lost, client)
    path = lookup.by_path(context.practice, wanted) or lookup.find(context.practice, wanted)
    if client_of(path) == client.id and sessions.is_in_place(path, sessions.read(path).session):
        raise UsageError(f"The session {session_name(path)} is with {client.name} already.", "Nothing was changed.")
    return [_move(context, path, client)]


def settle(context: Context, lost: str, client: Client) -> list[str]:
    """Give a client all that lies in the folder of `lost` and belongs to nobody; returns what was done."""
    paths = strays(context, lost)
    done = [_move(context, path, client) for path in paths]
    if len(done) > 1:
        done = [f"{len(done)} sessions are with {client.name}."]
    if lost == client.id and between.adopt(context.practice, client.id):
        done.append(f"What was noted between sessions is with {client.name}.")
    if not done:
        raise NotFoundError(
            f"Nothing in {lost} belongs to nobody.", f"{command('session', 'list')} shows what there is."
        )
    return done


def strays(context: Context, client_id: str) -> list[Path]:
    """The sessions in a client's folder that say they are of another client or moment."""
    passed_over = extracts.extracts(context.practice, client_id).passed_over
    return [path for error in passed_over if isinstance(error, NobodysError) for path in error.paths]


def asked_about(context: Context, client: Client, conversation: Conversation) -> None:
    """Ask once about all sessions in a client's folder that belong to nobody: the folder may have been renamed."""
    lost = strays(context, client.id)
    if len(lost) < _MORE_THAN_A_SLIP or conversation.chooser is None:
        return
    question = f"{len(lost)} sessions in the folder {client.id} say they are of somebody else, or of another time."
    options = [
        Option("later", "not now", "they count nowhere until it is settled"),
        Option("theirs", f"they are all with {client.name}", "the folder was renamed"),
    ]
    if conversation.chooser.pick(question, options) == "theirs":
        conversation.say(*(f" {done}" for done in settle(context, client.id, client)))


def _folder(context: Context, wanted: str) -> str | None:
    """The client whose folder is named: as `jane-doe/sessions`, as `jane-doe/`, or by its path."""
    words = wanted.replace("\\", "/").rstrip("/").removesuffix("/sessions")
    name = words.rpartition("/")[2]
    is_a_folder = wanted.endswith(("/", "/sessions", "\\", "\\sessions"))
    there = {client.id for client in (*clients.clients(context.practice), *clients.own_work(context.practice))}
    return name if is_a_folder and name in there else None


def _refuse_about_nobody(path: Path) -> None:
    """Raise where a session was a talk with somebody: only what the coach did alone can be about nobody."""
    session = sessions.read(path).session
    if {session.framework.room, *(turn.room for turn in session.turns)} != {"alone"}:
        message = f"{session_name(path)} was no work of your own alone: it is about somebody."
        raise UsageError(message, "Name the client whose it is. Nothing was changed.")


def _move(context: Context, path: Path, client: Client) -> str:
    if client == OWN_WORK:
        _refuse_about_nobody(path)
    from coachcli.app.session.export import refresh_page  # noqa: PLC0415 only where something is moved

    before = client_of(path)
    with locked(context, path):
        moved = transfer.transfer(context.practice, path, client.id)
    refresh_page(context, moved.path)
    for client_id in {before, client.id}:
        heads.remember(context.practice, client_id)
        extracts.extracts(context.practice, client_id)
    return f"{path.stem} is with {client.name}: {moved.session.id}"

"""Another name for a client, and, if the coach wants it, another folder and other ids to go with it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.app.session.export import markdown_of
from coachcli.domain.client.model import Client
from coachcli.errors import CoachError
from coachcli.live.choice.chooser import Chooser
from coachcli.patterns import pattern
from coachcli.store.client import client_change, client_file, clients, newcomer, relocation
from coachcli.store.client.folders import refuse_linked
from coachcli.store.disk import files
from coachcli.store.disk.status import is_there
from coachcli.store.index.extracts import extracts
from coachcli.store.index.heads import heads
from coachcli.store.paths import Practice, markdown_file
from coachcli.store.session import sessions
from coachcli.store.session.folder import session_files

Ask = Callable[[], Chooser | None]
_NUMBER = pattern(r"-\d+")


class Renamed(NamedTuple):
    """A client with their new name; `moved` where they have another folder than before, or have it wholly now.

    `may_move`: the folder and the ids could follow, and did not. `stands` are the places in which the old name is,
    `left` is what could not be changed.
    """

    before: Client
    client: Client
    moved: bool
    may_move: bool
    stands: tuple[str, ...]
    left: tuple[CoachError, ...]

    @property
    def is_renamed(self) -> bool:
        """Whether the name itself is another."""
        return self.before.name != self.client.name


def rename(context: Context, name: str, new_name: str, ask: Ask, *, move: bool | None = None) -> Renamed:
    """Give the client of this name another one; `move` says whether folder and ids follow, None that it is asked."""
    practice = context.practice
    there = clients.known(practice)
    before = clients.existing(name, *there)
    refuse_linked(practice, before)
    after = Client(before.id, client_file.full_name(new_name))
    taken = clients.exactly(after.name, there.found)
    if taken is not None and taken.id != before.id:
        raise newcomer.name_taken(taken)
    wanted = client_file.slug(after.name)
    may_move = not _is_made_from(before.id, wanted)
    follows = may_move and (move if move is not None else _is_to_follow(before, wanted, ask()))
    with newcomer.everybody_locked(practice), relocation.all_locked(practice, before):
        half_moved = _half_moved_from(practice, before.id)
        left = _moved_on(practice, half_moved, before.id) if half_moved else []
        if follows:
            after = after._replace(id=client_file.free_id(practice, wanted))
            client_change.change(practice, before, {"id": before.id})
            relocation.move_folder(practice, before.id, after.id)
            left = _moved_on(practice, before.id, after.id)
            relocation.forget_locks(practice, before.id)
        _pages(practice, after)
        client_change.change(practice, after, {"name": after.name, **({"id": after.id} if follows else {})})
    _remembered(practice, after)
    moved = follows or bool(half_moved)
    return Renamed(before, after, moved, may_move and not follows, tuple(_stands(practice, before, after)), tuple(left))


def _is_made_from(client_id: str, wanted: str) -> bool:
    """Whether a folder has the name that is made from a client's name, or that with a number."""
    return client_id == wanted or (
        client_id.startswith(wanted) and _NUMBER.fullmatch(client_id, len(wanted)) is not None
    )


def _is_to_follow(client: Client, wanted: str, chooser: Chooser | None) -> bool:
    question = f"Their folder and the ids of their sessions say {client.id}. Make these {wanted} too?"
    return chooser is not None and chooser.agree(question, on_enter=False)


def _half_moved_from(practice: Practice, client_id: str) -> str:
    """The id from before, where a move broke off or the folder was renamed by hand; empty where all of it agrees."""
    path = practice.client_file(client_id)
    record, _ = client_file.examined(path, files.read_bytes(path)) if is_there(path) else (None, ())
    said = record.id if record else ""
    is_anothers = "/" in said or "\\" in said or is_there(practice.clients / said)
    return "" if not said or said == client_id or is_anothers else said


def _moved_on(practice: Practice, before: str, after: str) -> list[CoachError]:
    """Have everything in the folder say its new id, the client's file last."""
    left = relocation.respell(practice, before, after)
    client_change.change(practice, Client(after, after), {"id": after})
    return left


def _pages(practice: Practice, client: Client) -> None:
    """Make the pages beside the sessions anew, which have the client's name at their top."""
    theirs = ((path, sessions.load) for path in session_files(practice, client.id).paths)
    deleted = ((path, sessions.read) for path in relocation.deleted(practice, client.id))
    for path, read in (*theirs, *deleted):
        if is_there(markdown_file(path)):
            with suppress(CoachError):  # lists and `coach session show` say what is wrong with it
                stored = read(path)
                sessions.write_markdown(stored, markdown_of(stored.session, client.name, path))


def _remembered(practice: Practice, client: Client) -> None:
    """Have lists remember the new name and forget the old one."""
    clients.known(practice)
    heads(practice)
    extracts(practice, client.id)


def _stands(practice: Practice, before: Client, after: Client) -> list[str]:
    """Where the old name is still to be read, in words."""
    there = session_files(practice, after.id).paths
    found: list[str] = []
    if not _is_made_from(after.id, client_file.slug(after.name)):
        found.append(f"the folder {practice.clients / after.id}")
        found += [f"the {'id' if len(there) == 1 else 'ids'} of {_count(len(there), 'session')}"] if there else []
    if before.name != after.name and (old := _exports_with(practice.exports(after.id), before)):
        found.append(f"{_count(old, 'file')} in {practice.exports(after.id)}")
    return found


def _exports_with(folder: Path, before: Client) -> int:
    """How many files that were made to be handed on have the old name in them, or the old id in their own."""
    with suppress(CoachError):
        paths = [folder / entry.name for entry in files.entries(folder) if entry.is_file(follow_symlinks=False)]
        words = before.name.encode()
        return sum(before.id in path.name or words in files.read_bytes(path) for path in paths)
    return 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

"""Moves a client's folder under another id. Broken off anywhere, it can be finished by doing it again.

Every file is whole at every moment. Until the last step the client's file has the id from before: so it is known which
files are still to follow.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from coachcli.domain.client.model import Client
from coachcli.errors import CoachError, InUseError, Saying, harmless
from coachcli.store.disk import files, locks, primitives
from coachcli.store.disk.status import is_link, is_there
from coachcli.store.paths import Practice
from coachcli.store.session import counter
from coachcli.store.session.client_id import respell_between, respell_session
from coachcli.store.session.folder import session_files
from coachcli.store.session.place import is_session_name


@contextmanager
def all_locked(practice: Practice, client: Client) -> Iterator[None]:
    """Hold the lock of everything that lies with a client; raises InUseError where a part is open elsewhere."""
    files.make_folder(practice.locks, inside=practice.root)
    parts = [practice.lock_file(path) for path in session_files(practice, client.id).paths]
    parts += [practice.locks / f"{client.id}--{part}" for part in ("between", "client", "engagements")]
    text = f"Something of {client.name} is open in another terminal."
    refusal = InUseError(
        Saying(text, discreet="Something of theirs is open in another terminal."),
        harmless("Close it there first; nothing was changed."),
    )
    with ExitStack() as stack:
        for part in parts:
            stack.enter_context(locks.held(part, refusal=refusal))
        yield


def move_folder(practice: Practice, before: str, after: str) -> None:
    """Give a client's folder another name, which is free, and what was deleted of it along with it."""
    _move_trash(practice.trash / before, practice.trash / after, practice)
    _rename(practice.clients / before, practice.clients / after)


def respell(practice: Practice, before: str, after: str) -> list[CoachError]:
    """Make everything in the folder `after` that says it is of `before` say `after`; errors for what was left."""
    between = practice.between_file(after)
    for path in deleted(practice, after):
        respell_session(path, before, after)  # one that cannot be read is told of once it is brought back
    errors = [respell_session(path, before, after) for path in session_files(practice, after).paths]
    if is_there(between):
        errors.append(respell_between(between, before, after))
    errors.append(_respell_exports(practice.exports(after), before, after))
    counter.follow(practice, before, after)
    return [error for error in errors if error is not None]


def deleted(practice: Practice, client_id: str) -> list[Path]:
    """The deleted sessions of a client, and the earlier versions that lie beside them."""
    folder = practice.trash / client_id
    names = [entry.name for entry in files.entries(folder) if not entry.is_symlink()]
    return [folder / name for name in names if is_session_name(name)]


def forget_locks(practice: Practice, before: str) -> None:
    """Remove the lock files of sessions that are not there any more: the id from before stands in their names."""
    with suppress(CoachError):
        for entry in files.entries(practice.locks):
            if entry.name.startswith(f".{before}--"):
                files.remove(practice.locks / entry.name)


def _rename(path: Path, target: Path) -> None:
    """Give a path another name in one step: a name that is only reserved, and then left, would be in the way later."""
    if is_there(target) or is_link(target):
        files.move_to(path, target)
        return
    with primitives.in_words(path, "moved"):
        primitives.refuse_links(path.parent)
        primitives.rename(path, target)
        primitives.flush_folder(target.parent)


def _move_trash(folder: Path, target: Path, practice: Practice) -> None:
    if not is_there(folder):
        return
    if not is_there(target):
        _rename(folder, target)
        return
    files.make_folder(target, inside=practice.root)
    for entry in files.entries(folder):
        _rename(folder / entry.name, target / entry.name)
    with suppress(CoachError):
        files.remove_folder(folder)


def _respell_exports(folder: Path, before: str, after: str) -> CoachError | None:
    """Give the files made to be handed on their names anew; what stands in them was said already, and stays."""
    try:
        for entry in files.entries(folder):
            if entry.name.startswith(f"{before}-"):
                _rename(folder / entry.name, folder / f"{after}{entry.name.removeprefix(before)}")
    except CoachError as error:
        return error
    return None

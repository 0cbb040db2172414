"""What happened between a client's sessions, on disk: one file beside them, changed under its own lock."""

from collections.abc import Callable, Sequence
from pathlib import Path

from coachcli.command_line import command
from coachcli.domain.history.between import Between, Entry, ToldMean
from coachcli.domain.record_data import without_defaults
from coachcli.domain.value import Value, changed
from coachcli.errors import InUseError, NotFoundError, PassedOverError
from coachcli.store.disk import files, locks
from coachcli.store.disk.status import is_link, is_there
from coachcli.store.paths import Practice
from coachcli.store.session import records
from coachcli.store.session.records import built
from coachcli.store.session.session_text import ended, nodes_in
from coachcli.store.yaml_io import writer


class Found(Value, frozen=True):
    """The content of the file, and its digest; None where there is no file yet."""

    between: Between
    digest: str | None


def load(practice: Practice, client_id: str) -> Between:
    """What happened between this client's sessions; raises DamagedSessionError."""
    return _found(practice, client_id).between


def add(practice: Practice, client_id: str, entry: Entry, *, wait: float = locks.PATIENCE) -> Path:
    """Add an entry, on disk when this returns; raises InUseError where others write for longer than `wait`."""
    return _change(practice, client_id, lambda before: before.with_entry(entry), wait)


def tell(
    practice: Practice, client_id: str, closed: Callable[[Sequence[ToldMean]], Sequence[ToldMean]]
) -> tuple[ToldMean, ...]:
    """The means that were told, with those that are told now: on disk before anybody reads them.

    `closed` says what there is to tell now, from what was told before.
    """
    told = load(practice, client_id).told
    if not closed(told):
        return told
    _change(
        practice, client_id, lambda before: changed(before, told=(*before.told, *closed(before.told))), locks.PATIENCE
    )
    return load(practice, client_id).told


def take_back(practice: Practice, client_id: str, entry: Entry, *, wait: float = locks.PATIENCE) -> Path:
    """Take an entry out of the file; raises NotFoundError where another terminal took it back."""

    def without(before: Between) -> Between:
        if entry not in before.entries:
            raise NotFoundError("That was taken back already.", f"{command('action', 'list')} shows what is open.")
        return before.without(entry)

    return _change(practice, client_id, without, wait)


def adopt(practice: Practice, client_id: str) -> bool:
    """Make the file say that it is of the client with whom it lies; returns whether it said otherwise."""
    path = practice.between_file(client_id)
    if not is_there(path) and not is_link(path):
        return False
    record = records.read(path)
    between = built(Between, record)
    if between.client == client_id:
        return False
    corrected = changed(between, client=client_id)
    with locks.held(practice.locks / f"{client_id}--between"):
        files.replace(path, text_of(corrected), expected=files.digest(record.raw))
    return True


def text_of(between: Between) -> bytes:
    """The text of the file."""
    data = {"format": 1, **without_defaults(between)}
    return ended(writer.write(data))


def _change(practice: Practice, client_id: str, change: Callable[[Between], Between], wait: float) -> Path:
    """Change the file under its lock; the new one is on disk when this returns."""
    path = practice.between_file(client_id)
    files.make_folder(practice.locks, inside=practice.root)
    try:
        with locks.held(practice.locks / f"{client_id}--between", wait=wait):
            before = _found(practice, client_id)
            data = text_of(after := change(before.between))
            size = nodes_in(without_defaults(after))
            records.refuse_too_large(path, len(data), size)
            files.replace(path, data, expected=before.digest)
    except InUseError:
        hint = "Nothing was changed: say it again."
        raise InUseError(f"{path} is being written by another terminal.", hint) from None
    return path


def _found(practice: Practice, client_id: str) -> Found:
    path = practice.between_file(client_id)
    if not is_there(path) and not is_link(path):
        return Found(Between(client=client_id), None)
    record = records.read(path)
    between = built(Between, record)
    if between.client != client_id:
        hint = f"If it is this client's, correct its line  client: {client_id}"
        raise PassedOverError(f"{path} belongs to nobody: where it lies and what it says disagree.", hint)
    return Found(between, files.digest(record.raw))

"""Adds somebody new in one step: where several terminals begin with the same name at once, it is one client."""

from collections.abc import Iterator
from contextlib import contextmanager

from coachcli.domain.client.model import Client
from coachcli.domain.text import clean, folded
from coachcli.errors import InUseError, Saying, UsageError, harmless
from coachcli.store.client import client_file
from coachcli.store.client.clients import clients
from coachcli.store.disk import files, locks
from coachcli.store.paths import Practice


def welcomed(practice: Practice, name: str, *, wait: float = locks.PATIENCE) -> Client:
    """The client of exactly this name, made where there is none yet; raises InUseError after waiting for `wait`."""
    with everybody_locked(practice, wait=wait):
        return _of_name(practice, name) or client_file.add(practice, name)


def added(practice: Practice, name: str, fields: client_file.Fields, *, wait: float = locks.PATIENCE) -> Client:
    """A new client of this name; raises UsageError where there is one already, and InUseError as `welcomed` does."""
    with everybody_locked(practice, wait=wait):
        there = _of_name(practice, name)
        if there is not None:
            raise name_taken(there)
        return client_file.add(practice, name, fields)


def name_taken(there: Client) -> UsageError:
    """The error for a name that somebody has already."""
    text = f"There is a client {there.name} already, in clients/{there.id}."
    return UsageError(
        Saying(text, discreet="There is a client of that name already."), harmless("Tell the two apart by name.")
    )


@contextmanager
def everybody_locked(practice: Practice, *, wait: float = locks.PATIENCE) -> Iterator[None]:
    """Hold the lock under which clients come, and get other names; raises InUseError after waiting for `wait`."""
    files.make_folder(practice.locks, inside=practice.root)
    text = f"{practice.clients} is being written by another terminal."
    refusal = InUseError(text, "Nothing was changed: say it again.")
    with locks.held(practice.locks / "clients", wait=wait, refusal=refusal):
        yield


def _of_name(practice: Practice, name: str) -> Client | None:
    key = folded(clean(name))
    return next((client for client in clients(practice) if folded(client.name) == key), None)

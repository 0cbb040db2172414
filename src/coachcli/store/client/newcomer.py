"""Adds somebody new in one step: where several terminals begin with the same name at once, it is one client."""

from coachcli.domain.client.model import Client
from coachcli.domain.text import clean, folded
from coachcli.errors import InUseError
from coachcli.store.client import client_file
from coachcli.store.client.clients import clients
from coachcli.store.disk import files, locks
from coachcli.store.paths import Practice


def welcomed(practice: Practice, name: str, *, wait: float = locks.PATIENCE) -> Client:
    """The client of exactly this name, made where there is none yet; raises InUseError after waiting for `wait`."""
    files.make_folder(practice.locks, inside=practice.root)
    key = folded(clean(name))
    try:
        with locks.held(practice.locks / "clients", wait=wait):
            there = (client for client in clients(practice) if folded(client.name) == key)
            return next(there, None) or client_file.add(practice, name)
    except InUseError:
        text = f"{practice.clients} is being written by another terminal."
        raise InUseError(text, "Nobody was added: say it again.") from None

"""The client whose notes a file has: as it says at its top, else as its name says. Nobody is guessed."""

from collections.abc import Sequence
from typing import NamedTuple

from coachcli.domain.client.model import Client
from coachcli.domain.foreign.notes import Notes
from coachcli.domain.spellings import is_part_of
from coachcli.domain.text import clean, one_line
from coachcli.store.client import client_file, clients
from coachcli.store.client.clients import Clients

_LONGEST = 60


class Owner(NamedTuple):
    """A client; or only the name of somebody new; or why it is nobody."""

    id: str = ""
    name: str = ""
    trouble: str = ""


def owner_named(name: str, everyone: Clients, *, new: bool) -> Owner:
    """Whose the coach says that notes are; raises NotFoundError where there is no such client."""
    if new and clients.exactly(name, everyone.found) is None:
        return Owner(name=client_file.full_name(name))
    return _known(clients.existing(name, *everyone))


def owner_of(notes: Notes, everyone: Sequence[Client], *, new: bool) -> Owner:
    """Whose notes these are. With `new`, a name that nobody has is that of somebody new."""
    said = one_line(clean(notes.client or notes.named.words))
    if not said:
        return Owner(trouble="it does not say whose it is (--client says it)")
    found = clients.named(said, everyone)
    if found is None and not new:
        found = clients.by_part(said, everyone) or _within(said, everyone)
    if found is not None:
        return _known(found)
    return Owner(name=client_file.full_name(said)) if new else Owner(trouble=_nobody(said, everyone))


def _known(client: Client) -> Owner:
    return Owner(client.id, client.name)


def _within(words: str, everyone: Sequence[Client]) -> Client | None:
    """The only client whose whole name of several words is among these words: `Coaching Jane Example`."""
    there = [one for one in everyone if " " in one.name.strip() and is_part_of(one.name, words)]
    return there[0] if len(there) == 1 else None


def _nobody(said: str, everyone: Sequence[Client]) -> str:
    near = clients.told_apart(clients.near(said, everyone))[:3]
    meant = f", did you mean {' or '.join(near)}?" if near else ""
    return f"there is no client {said[:_LONGEST]}{meant} (--client says whose it is, --new makes one)"

"""The lock of a client's engagements: one terminal at a time writes their files."""

from collections.abc import Iterator
from contextlib import contextmanager

from coachcli.errors import InUseError, harmless
from coachcli.store.disk import files, locks
from coachcli.store.paths import Practice


@contextmanager
def alone(practice: Practice, client_id: str, *, wait: float = 0.0) -> Iterator[None]:
    """Hold a lock, so that nobody else writes a file of this client's engagements meanwhile."""
    files.make_folder(practice.locks, inside=practice.root)
    text = harmless("An engagement of this client is being changed in another terminal.")
    refusal = InUseError(text, harmless("Finish there first; nothing was changed."))
    with locks.held(practice.locks / f"{client_id}--engagements", wait=wait, refusal=refusal):
        yield

"""The person being coached."""

from typing import NamedTuple

from coachcli.errors import UnreadableError
from coachcli.patterns import pattern

# The coach fills in any address that is more unusual: who knows what the header of a mail makes of it.
_ADDRESS = pattern(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


class Client(NamedTuple):
    """A client. The id is the name of their folder; `cadence`: how often they are to be seen, in their file's words."""

    id: str
    name: str
    cadence: str = ""


LISTED = Client._fields[1:]
"""What lists need to know of a client beside the id, all of it from the client's file."""


class ClientRecord(NamedTuple):
    """The fields of a client's file, in the words that are written there; empty where nothing is.

    A new field is one line here. Where not any words will do, `store.client.client_file` checks them.
    """

    name: str = ""
    cadence: str = ""
    email: str = ""
    id: str = ""


class DamagedClientError(UnreadableError):
    """A client's file that cannot be used as it is. `known` is what could be read of it, sound or not."""

    def __init__(self, client: str, message: str, hint: str, known: ClientRecord | None = None) -> None:
        super().__init__(message, hint)
        self.client = client
        self.known = known or ClientRecord()


def is_address(text: str) -> bool:
    """Whether a mail can be addressed to this as it stands."""
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None  # RFC 5321


def given_name(name: str) -> str:
    """What a question calls the client by: their first name, or all of it where that is no name."""
    first = name.split(maxsplit=1)[0] if name.split() else name
    return name if first.endswith(".") or len(first) < 2 else first

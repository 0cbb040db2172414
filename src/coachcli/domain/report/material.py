"""What a report is made from."""

from coachcli.domain.client.model import Client
from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Session
from coachcli.domain.terms import Mode
from coachcli.domain.value import Value


class Material(Value, frozen=True):
    """What is known of a client: their sessions, the entries between these, and what the work is.

    `themes` are lines that the coach wrote, and that may leave to the reader of the report. `is_whole`: nothing was
    passed over.
    """

    client: Client
    sessions: tuple[Session, ...]
    entries: tuple[Entry, ...] = ()
    mode: Mode = "coaching"
    themes: tuple[str, ...] = ()
    is_whole: bool = True

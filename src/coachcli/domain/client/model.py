"""The person being coached."""

from typing import NamedTuple


class Client(NamedTuple):
    """A client. The id is the name of their folder; `cadence`: how often they are to be seen, as it is written."""

    id: str
    name: str
    cadence: str = ""

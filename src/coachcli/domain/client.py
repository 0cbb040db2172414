"""The person being coached."""

from typing import NamedTuple


class Client(NamedTuple):
    """A client. The id is the name of their folder."""

    id: str
    name: str

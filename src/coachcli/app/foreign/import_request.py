"""What a coach asks for when notes are to be taken in."""

from coachcli.domain.value import Value


class ImportRequest(Value, frozen=True):
    """The files, and what the coach says of them: whose they are, of when, along what, whether signs are meant.

    With `new` somebody of whom there is only a name becomes a client.
    """

    files: tuple[str, ...]
    client: str | None = None
    on: str | None = None
    framework: str | None = None
    signs: bool = False
    new: bool = False

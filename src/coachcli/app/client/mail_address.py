"""The address to which a mail for a client goes."""

from pathlib import Path

from coachcli.domain.client.model import DamagedClientError, is_address
from coachcli.errors import NotFoundError


def mail_address(folder: Path) -> tuple[str, str]:
    """The mail address of the client in a folder, or why there is none; the other of the two is empty."""
    from coachcli.store.client import client_file  # noqa: PLC0415 4 ms, and only for a mail

    try:
        record, why = client_file.read(folder), "there is no email in client.yaml."
    except DamagedClientError as error:
        record, why = error.known, f"{error.message} {error.hint}".strip()
    except NotFoundError as error:
        return "", error.message
    return (record.email, "") if is_address(record.email) else ("", why)

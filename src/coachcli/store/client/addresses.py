"""Where a client's mail goes: what they or the coach wrote into client.yaml as `email`."""

from pathlib import Path

from coachcli.errors import CoachError
from coachcli.store import strict_yaml
from coachcli.store.disk import files
from coachcli.store.nodes import plain


def address_of(folder: Path) -> str:
    """The address in the file of the client whose folder this is; empty where there is none to be read."""
    try:
        record = plain(strict_yaml.read(files.read_bytes(folder / "client.yaml"), strict_yaml.RECORD))
    except (CoachError, strict_yaml.YamlProblemError):
        # A mail without an address is a mail still: whoever lists clients says what is wrong with the file.
        return ""
    address = record.get("email") if isinstance(record, dict) else None
    return address.strip() if isinstance(address, str) else ""

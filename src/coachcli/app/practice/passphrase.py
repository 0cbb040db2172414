"""The passphrase of a backup: typed unseen at the terminal, or from a file; never from the command line."""

import sys
from pathlib import Path

from coachcli.domain.practice.passphrase import weakness
from coachcli.errors import CancelledError, UsageError
from coachcli.live import secret
from coachcli.store.disk import reader
from coachcli.store.paths import named_path

_LONGEST = 4096
_TIMES = 3
_BETTER = "Take four words or more that nobody would put together, and write them down where only you look."
_PIPE = "In a pipe name a file that has it: --passphrase-file FILE (or - for standard input)."


def chosen(file: Path | None) -> str:
    """A passphrase to lock with: typed twice at the terminal, else the first line of a file."""
    if file is not None:
        return _strong(_from_file(file))
    for _ in range(_TIMES):
        typed = _strong(_asked("A passphrase for this backup: "))
        if _asked("The same again: ") == typed:
            return typed
        sys.stderr.write("These two are not the same.\n")
    raise UsageError("Nothing was backed up: what was typed was not the same twice.", "Try again.")


def given(file: Path | None) -> str:
    """The passphrase of a backup that is there."""
    return _from_file(file) if file is not None else _asked("The passphrase of this backup: ")


def _asked(question: str) -> str:
    if not secret.is_somebody_there():
        raise UsageError("Nobody is there to type a passphrase.", _PIPE)
    try:
        return _whole(secret.hidden_line(question))
    except EOFError:
        raise CancelledError from None


def _from_file(file: Path) -> str:
    if str(file) == "-":
        return _whole(sys.stdin.readline(_LONGEST).rstrip("\r\n"))
    data = reader.read_bytes(named_path(file).resolve(), _LONGEST)
    return _whole(data.decode(errors="surrogateescape").partition("\n")[0].rstrip("\r"))


def _whole(passphrase: str) -> str:
    """The passphrase, if other programs can be given the same one."""
    try:
        passphrase.encode()
    except UnicodeEncodeError:
        raise UsageError("A passphrase is text: this one is not in UTF-8.", "Type it anew.") from None
    return passphrase


def _strong(passphrase: str) -> str:
    if why := weakness(passphrase):
        raise UsageError(f"That passphrase keeps nobody out: {why}.", _BETTER)
    return passphrase

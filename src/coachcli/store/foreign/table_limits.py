"""What a table of another program may hold, and the error for a file that is none."""

from pathlib import Path

from coachcli.errors import Saying, UnreadableError, harmless

MOST_ROWS, MOST_COLUMNS = 5_000, 100
_SAVE_AS = harmless("Save it as CSV or as XLSX in the program that it is from, and take that.")


class NoTableError(UnreadableError):
    """A file that cannot be read as a table. It says why, and never what is written there."""

    in_general = "The file cannot be read as a table."


def refused(path: Path, why: str, hint: str = _SAVE_AS) -> NoTableError:
    """The error for a file that is no table that can be read."""
    return NoTableError(Saying(f"{path}: {why}.", discreet=NoTableError.in_general), hint)

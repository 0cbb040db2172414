"""Copies of texts that are open in an editor, and those that are left after a process was stopped.

The name of a copy says of which session it is, which version was opened, and by which process.
"""

import os
import re
from contextlib import suppress
from pathlib import Path

from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store.disk import files, reader
from coachcli.store.disk.status import is_file, is_link
from coachcli.store.disk.temp_files import is_running
from coachcli.store.paths import Practice, bounded

_NAME = pattern(r"(?P<of>.+)\.(?P<pid>\d{1,10})\.[0-9a-f]{12}\.(?:yaml|md)", re.DOTALL)
_LINE = "line"


def path_for_line(practice: Practice, session_file: Path | None = None) -> Path:
    """The copy for the editor of a line of a call; `session_file` is None in a rehearsal."""
    named = f"{practice.lock_file(session_file).name}.{_LINE}" if session_file else _LINE
    return practice.editing / f"{named}.{_by_this_process()}.md"


def path_for_session(practice: Practice, session_file: Path, base: str, ending: str = "yaml") -> Path:
    """The copy for the editor of a session; `base` is the digest of the text that is copied: its file, or its form."""
    return practice.editing / f"{_of(practice, session_file, base)}.{_by_this_process()}.{ending}"


def path_for_client(practice: Practice, client_id: str, base: str) -> Path:
    """The copy for the editor of a client's file; `base` is the digest of that file."""
    return practice.editing / f"{_of_client(client_id, base)}.{_by_this_process()}.yaml"


def left(practice: Practice) -> list[Path]:
    """All copies that nobody has open any more, the newest first."""
    with suppress(CoachError, OSError):
        there = [practice.editing / entry.name for entry in reader.entries(practice.editing)]
        copies = [path for path in there if path.suffix in {".yaml", ".md"} and _is_left(path)]
        return sorted(copies, key=lambda path: path.lstat().st_mtime_ns, reverse=True)
    return []


def sweep_untouched(practice: Practice, like: Path) -> None:
    """Remove the copies of the same text as `like` in which nothing was saved."""
    # An editor that still has one open makes it anew when something is.
    with suppress(CoachError, OSError):
        for entry in reader.entries(practice.editing):
            path = practice.editing / entry.name
            if _named(path) == _named(like) and is_untouched(path):
                files.remove(path)


def left_of(practice: Practice, session_file: Path, base: str) -> tuple[Path, ...]:
    """The copies left of a session, if its text is still what it was when they were opened."""
    return tuple(path for path in left(practice) if _named(path) == _of(practice, session_file, base))


def left_of_client(practice: Practice, client_id: str, base: str) -> tuple[Path, ...]:
    """The copies left of a client's file, if it is still what it was when they were opened."""
    return tuple(path for path in left(practice) if _named(path) == _of_client(client_id, base))


def _of_client(client_id: str, base: str) -> str:
    return f"{bounded(f'{client_id}--client')}.{base[:12]}"


def _of(practice: Practice, session_file: Path, base: str) -> str:
    return f"{practice.lock_file(session_file).name}.{base[:12]}"


def _by_this_process() -> str:
    return f"{os.getpid()}.{os.urandom(6).hex()}"


def _named(path: Path) -> str:
    match = _NAME.fullmatch(path.name)
    return match["of"] if match else ""


def _is_left(path: Path) -> bool:
    """Whether a copy is a plain file whose process is over, and something was saved in it."""
    return _is_over(path) and not _is_as_it_was(path)


def is_untouched(path: Path) -> bool:
    """Whether a copy is a plain file whose process is over, and nothing was saved in it."""
    return _is_over(path) and _is_as_it_was(path)


def _is_over(path: Path) -> bool:
    match = _NAME.fullmatch(path.name)
    is_open = match is not None and is_running(int(match["pid"]))
    return not is_open and is_file(path) and not is_link(path)


def _is_as_it_was(path: Path) -> bool:
    base = _named(path).rpartition(".")[2]
    return bool(base) and files.digest(reader.read_bytes(path)).startswith(base)

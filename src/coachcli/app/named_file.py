"""Files that a coach names and a command writes: what is there already stays, unless they insist."""

from collections.abc import Callable
from pathlib import Path

from coachcli.app.context import Context
from coachcli.errors import InUseError, UsageError
from coachcli.store.disk import files
from coachcli.store.paths import named_path, real_target


def target_of(named: str, name: str) -> Path:
    """The file that a coach names; where they name a folder, the file called `name` in it."""
    target = named_path(named)
    return target / name if target.is_dir() else target


def refuse_taken(target: Path, *, force: bool) -> None:
    """Raise where a file cannot be written there, or is there already and the coach does not insist."""
    if target.exists():
        if not force:
            raise InUseError(f"{target} is there already.", "Nothing was overwritten; --force overwrites it.")
        if not target.is_file():
            raise UsageError(f"{target} is not a file.", "Name a file, or a folder that is there.")
    if not target.parent.is_dir():
        raise UsageError(f"There is no folder {target.parent}.", "Make it first, or name another.")


def write_named(
    context: Context, content: bytes, target: Path, *, force: bool, before: Callable[[], None] | None = None
) -> Path:
    """Write a file; something that is there already is overwritten only if the coach insists.

    What is to be done `before` is done once nothing stands in the way, and the disk has taken all of it.
    """
    refuse_taken(target, force=force)
    digest = files.digest_of(target) if target.exists() else None
    files.replace(real_target(context.practice, target), content, expected=digest, ready=before)
    return target

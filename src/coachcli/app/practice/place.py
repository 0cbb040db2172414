"""Where a file that leaves the practice is put: a free name, and never in the practice itself."""

from itertools import count
from pathlib import Path

from coachcli.errors import InUseError, UsageError
from coachcli.store.disk.status import is_folder, is_link, is_there
from coachcli.store.paths import Practice, named_path, real_target


def new_place(practice: Practice, file: Path, name: str) -> Path:
    """The real place of a new file; in a folder that is named it gets a name of its own. Raises where it is taken."""
    wanted = named_path(file)
    target = real_target(practice, _free(wanted / name) if is_folder(wanted) else wanted)
    if target.is_relative_to(practice.root):
        raise UsageError(
            f"{target} is inside the practice: what happens to that happens to it as well.",
            "Name a place somewhere else, best on another disk.",
        )
    if not is_folder(target.parent):
        raise UsageError(f"There is no folder {target.parent}.", "Make it first, or name another.")
    if is_there(target) or is_link(target):
        raise InUseError(f"{target} is there already.", "Nothing was overwritten. Name another.")
    return target


def _free(path: Path) -> Path:
    """A path where nothing is: the name that we give gets a number where there is such a file already."""
    names = (path if number == 1 else path.with_stem(f"{path.stem}-{number}") for number in count(1))
    return next(one for one in names if not is_there(one) and not is_link(one))

"""Who was in the room in sessions whose files do not say so: by what their frameworks are now.

A coach's own framework may say it, or extend one that does; one that was shipped before any said it is known by its id.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import get_args

from coachcli.domain.before import Rooms, rooms_of, shipped_rooms
from coachcli.domain.framework.names import is_framework_name
from coachcli.domain.terms import Room
from coachcli.errors import CoachError
from coachcli.store.disk import files
from coachcli.store.framework.files import shipped_folder
from coachcli.store.index.by_stamp import stamp_of
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Plain, plain

_DEEPEST = 4
_ROOMS: dict[str, Room] = {room: room for room in get_args(Room)}


def rooms_in(folder: Path | None) -> Callable[[str, str], Rooms]:
    """A function that tells the rooms of a framework by its id and its kind, with a folder of a coach's own."""

    def rooms(framework: str, kind: str) -> Rooms:
        own = _rooms_of_own(folder, framework, kind, _DEEPEST) if folder is not None else None
        return own or _rooms_of_shipped(framework, kind, _DEEPEST)

    return rooms


def _rooms_of_own(folder: Path, framework: str, kind: str, deep: int) -> Rooms | None:
    """The rooms of a coach's own framework; None where there is none of that name, or it cannot be read."""
    # The id comes from a file. Anything else there is not taken for a path.
    data = _known(folder / f"{framework}.yaml") if deep and is_framework_name(framework) else None
    if data is None:
        return None
    said = _ROOMS.get(str(data.get("with")))
    if said is None and "reflection" in {kind, data.get("kind")}:
        return Rooms("alone")
    parent = str(data.get("extends") or "")
    # A file that extends its own id extends the shipped one.
    is_itself = parent.casefold() == framework.casefold()
    above = None if is_itself or not parent else _rooms_of_own(folder, parent, kind, deep - 1)
    inherited = above or _rooms_of_shipped(parent or framework, "", deep - 1)
    stages = dict(inherited.stages) | _stages(data)
    return Rooms(said or inherited.framework, tuple(stages.items()))


def _rooms_of_shipped(framework: str, kind: str, deep: int) -> Rooms:
    """The rooms of a shipped framework: those it had before any said so, else those it says now."""
    if kind == "reflection" or shipped_rooms(framework) is not None:
        return rooms_of(framework, kind)
    # The marks in a file without its lines on the room must not become those of a talk with the client.
    return (_rooms_of_own(shipped_folder(), framework, kind, deep) if deep else None) or Rooms()


def _stages(data: dict[str, Plain]) -> dict[str, Room]:
    """The stages that say for themselves who is in the room."""
    listed = data.get("stages")
    stages = [stage for stage in listed if isinstance(stage, dict)] if isinstance(listed, list) else []
    rooms = ((str(stage.get("id")), _ROOMS.get(str(stage.get("with")))) for stage in stages)
    return {stage: room for stage, room in rooms if room is not None}


def _known(path: Path) -> dict[str, Plain] | None:
    stamp = stamp_of(path)
    return _read(path, stamp) if stamp else None


@cache
def _read(path: Path, _stamp: str) -> dict[str, Plain] | None:
    """The settings in a file as it was at a stamp."""
    with suppress(CoachError, strict_reader.YamlProblemError):
        data = plain(strict_reader.read(files.read_bytes(path, strict_reader.FRAMEWORK.bytes), strict_reader.FRAMEWORK))
        return data if isinstance(data, dict) else None
    return None

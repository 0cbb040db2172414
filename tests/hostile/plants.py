"""What is put into a practice: each kind of thing in place of each file and folder, and files that are not true."""

import errno
import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hostile.world import JANE, PAUSED, ROBIN, SESSION, UNFINISHED, World

Put = Callable[[World], list[Path]]
"""Plants something; returns the paths that have to stay as they are."""
Swap = Callable[[World, Path], None]


@dataclass(frozen=True, slots=True)
class Plant:
    """Something planted. `told` is what has to stand in what the telling commands say of it."""

    kind: str
    name: str
    put: Put
    told: tuple[str, ...] = ()
    hides: bool = False
    """Whether something of Jane's cannot be read because of it: no session is her first then."""
    untold: tuple[str, ...] | None = None
    """The one telling command that does not look there."""
    lies_in: str = "jane-example"
    """The folder in which what is Jane's lies now."""
    meanwhile: Callable[[World], AbstractContextManager[None]] = lambda _world: nullcontext()


def plants() -> list[Plant]:
    """All of them."""
    return [*_moved(), *_claims(), *_copies(), *_swapped_files(), *_swapped_folders(), *_denied()]


# A file that says what its place does not say


def _moved() -> Iterator[Plant]:
    def from_robin(world: World) -> list[Path]:
        target = world.root / JANE / "sessions" / "2026-04-01-0900-grow.yaml"
        shutil.move(world.root / ROBIN / "sessions" / f"{PAUSED}-grow.yaml", target)
        return [target]

    def onto_hers(world: World) -> list[Path]:
        shutil.copy(world.root / SESSION.replace(JANE, ROBIN), world.root / SESSION)
        return [world.root / SESSION]

    def renamed(world: World) -> list[Path]:
        (world.root / JANE).rename(world.root / "clients" / "jane-other")
        return list((world.root / "clients" / "jane-other" / "sessions").glob("*.yaml"))

    def swapped(world: World) -> list[Path]:
        aside = world.root / "clients" / "aside"
        (world.root / JANE).rename(aside)
        (world.root / ROBIN).rename(world.root / JANE)
        aside.rename(world.root / ROBIN)
        return [*(world.root / JANE).glob("sessions/*.yaml"), *(world.root / ROBIN).glob("sessions/*.yaml")]

    yield Plant("moved", "a session of another client", from_robin, ("2026-04-01-0900-grow.yaml",))
    yield Plant("moved", "a session of another client in place of hers", onto_hers, (f"{Path(SESSION).name}",))
    yield Plant("moved", "the folder renamed", renamed, ("jane-other",))
    told = ("belong to nobody",)
    yield Plant("moved", "two folders that changed places", swapped, told, hides=True, lies_in="robin-example")


def _claims() -> Iterator[Plant]:
    lines = {
        "client: robin-example": ("client: jane-example", "client: robin-example"),
        "client: /any/place/X": ("client: jane-example", "client: /any/place/X"),
        "client: ../../X": ("client: jane-example", "client: ../../X"),
        "an id of 300 letters": ("id: jane-example/", f"id: jane-example/{'x' * 300}"),
        "an id that leads out": ("id: jane-example/", "id: ../../../X/"),
        "an id of another client": ("id: jane-example/", "id: robin-example/"),
        "framework: ../../x": ("id: grow", "id: ../../x"),
        "a framework of 300 letters": ("id: grow", f"id: {'x' * 300}"),
        "a snapshot that leads out": ("sha256: ", "sha256: ../../"),
    }
    for name, (before, after) in lines.items():
        told = () if "snapshot" in name else ("nobody",) if "framework" not in name else (f"{JANE}/sessions",)
        yield Plant("claims", name, partial(_reworded, before=before, after=after), told, hides=bool(told))


def _reworded(world: World, before: str, after: str) -> list[Path]:
    for name in (SESSION, UNFINISHED):
        path = world.root / name
        text = path.read_text(encoding="utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return [world.root / SESSION, world.root / UNFINISHED]


# Second versions

_NAMINGS = (
    "{stem}.sync-conflict-20261120-101010-ABCDEFG{suffix}",
    "{stem}~20261120-101010{suffix}",
    "{stem}_conflict-20261120-101010{suffix}",
    "{stem} (Jane's conflicted copy 2026-11-20){suffix}",
    "{stem} (conflicted copy){suffix}",
    "{stem} (Case Conflict){suffix}",
    "{stem} (1){suffix}",
    "{stem} 2{suffix}",
    "{stem} copy{suffix}",
    "{stem} - Copy{suffix}",
    "{stem} (copy){suffix}",
    "Copy of {stem}{suffix}",
    "{stem}{suffix}~",
    "{stem}{suffix}.bak",
    "{stem}{suffix}.orig",
)


def _copies() -> Iterator[Plant]:
    for naming in _NAMINGS:
        for name in (SESSION, f"{JANE}/between.yaml", f"{JANE}/client.yaml", "frameworks/mine.yaml"):
            copy = naming.format(stem=Path(name).stem, suffix=Path(name).suffix)
            told = () if name.startswith("frameworks") else (copy,)
            yield Plant("second versions", f"{Path(name).stem}: {copy}", partial(_copied, name=name, copy=copy), told)


def _copied(world: World, name: str, copy: str) -> list[Path]:
    path = world.root / name
    other = path.with_name(copy)
    other.write_bytes(path.read_bytes().replace(b"janecanary", b"janecanary older"))
    return [path.with_name(copy)]


# Other things in place of a file


def _outside_link(world: World, path: Path) -> None:
    shutil.move(path, world.outside / path.name)
    path.symlink_to(world.outside / path.name)


def _others_link(world: World, path: Path) -> None:
    theirs = Path(str(path).replace(JANE, ROBIN))
    _gone(path)
    path.symlink_to(theirs if theirs != path else world.root / ROBIN / "client.yaml")


def _lost_link(world: World, path: Path) -> None:
    _gone(path)
    path.symlink_to(world.outside / "not there")


def _circle(_world: World, path: Path) -> None:
    _gone(path)
    path.symlink_to(path.name)


def _pipe(_world: World, path: Path) -> None:
    if sys.platform == "win32":
        raise NotImplementedError
    _gone(path)
    os.mkfifo(path)


def _device_link(_world: World, path: Path) -> None:
    _gone(path)
    path.symlink_to("/dev/zero")


def _folder(_world: World, path: Path) -> None:
    _gone(path)
    path.mkdir()


def _socket(_world: World, path: Path) -> None:
    if sys.platform == "win32":
        raise NotImplementedError
    _gone(path)
    before = Path.cwd()
    os.chdir(path.parent)  # a socket's path may be no longer than about a hundred letters
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(before)


def _sparse(_world: World, path: Path) -> None:
    _gone(path)
    path.touch()
    os.truncate(path, 10 << 30)


def _zeros(_world: World, path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _empty(_world: World, path: Path) -> None:
    path.write_bytes(b"")


def _marks(_world: World, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> theirs\n", encoding="utf-8")


def _gone(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


_INSTEAD: dict[str, Swap] = {
    "a link to outside": _outside_link,
    "a link to another's": _others_link,
    "a link to nothing": _lost_link,
    "a link to itself": _circle,
    "a pipe": _pipe,
    "a link to a device": _device_link,
    "a folder": _folder,
    "a socket": _socket,
    "10 GB of nothing": _sparse,
    "zeros": _zeros,
    "an empty file": _empty,
    "Git's conflict marks": _marks,
}
_LIST = ("session", "list")
_HERS = {
    "session": (SESSION, UNFINISHED),
    "between.yaml": (f"{JANE}/between.yaml",),
    "client.yaml": (f"{JANE}/client.yaml",),
}
_SHARED: dict[str, Callable[[World], str]] = {
    "coach.yaml": lambda _: "coach.yaml",
    "framework": lambda _: "frameworks/mine.yaml",
    "snapshot": lambda world: world.snapshot,
}
_DERIVED: dict[str, Callable[[World], str]] = {
    "index of sessions": lambda _: ".index/sessions/jane-example.jsonl",
    "index of clients": lambda _: ".index/clients.json",
    "counter": lambda world: world.counter,
    "page": lambda _: SESSION.replace(".yaml", ".md"),
    "lock": lambda world: f".locks/{next((world.root / '.locks').iterdir()).name}",
}


def _swapped_files() -> Iterator[Plant]:
    for thing, swap in _INSTEAD.items():
        kind = f"files: {thing}"
        for what, names in _HERS.items():
            told = () if what == "client.yaml" and thing == "an empty file" else (Path(names[0]).name,)
            put, untold = partial(_swapped, names=names, swap=swap), _LIST if what == "between.yaml" else None
            yield Plant(kind, what, put, told, hides=what != "client.yaml", untold=untold)
        for what, name_of in _SHARED.items():
            yield Plant(kind, what, partial(_swapped_shared, name_of=name_of, swap=swap))
        for what, name_of in _DERIVED.items():
            yield Plant(kind, what, partial(_swapped_derived, name_of=name_of, swap=swap))


def _swapped(world: World, names: tuple[str, ...], swap: Swap) -> list[Path]:
    for name in names:
        swap(world, world.root / name)
    return [world.root / name for name in names]


def _swapped_shared(world: World, name_of: Callable[[World], str], swap: Swap) -> list[Path]:
    path = world.root / name_of(world)
    swap(world, path)
    return [path]


def _swapped_derived(world: World, name_of: Callable[[World], str], swap: Swap) -> list[Path]:
    """What can be made anew may be."""
    _swapped_shared(world, name_of, swap)
    return []


# Other things in place of a folder

_FOLDERS = (
    "clients",
    JANE,
    f"{JANE}/sessions",
    ".trash",
    ".trash/jane-example",
    ".index",
    ".locks",
    ".snapshots",
    ".counters",
    ".editing",
    "frameworks",
)


def _file_instead(_world: World, path: Path) -> None:
    _gone(path)
    path.write_bytes(b"not a folder\n")


_INSTEAD_OF_A_FOLDER: dict[str, Swap] = {
    "a link to outside": _outside_link,
    "a link to another's": _others_link,
    "a link to nothing": _lost_link,
    "a link to itself": _circle,
    "a pipe": _pipe,
    "a file": _file_instead,
}


def _swapped_folders() -> Iterator[Plant]:
    for thing, swap in _INSTEAD_OF_A_FOLDER.items():
        for name in _FOLDERS:
            told = (name,) if name.startswith("clients") else ()
            yield Plant(f"folders: {thing}", name, partial(_swapped_folder, name=name, swap=swap), told, bool(told))


def _swapped_folder(world: World, name: str, swap: Swap) -> list[Path]:
    path = world.root / name
    path.mkdir(exist_ok=True)
    swap(world, path)
    return [path]


# What may not be read

_BY_PATH = ("open", "scandir", "listdir", "stat", "lstat", "mkdir", "link", "replace", "rename", "unlink", "rmdir")


@contextmanager
def denied(path: Path) -> Iterator[None]:
    """Nobody may look into `path`, nor at anything below it: as without permission, which the owner of all has."""
    inside = ("open", "scandir", "listdir")

    def refusing(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            for each in args[:2]:
                if isinstance(each, str | Path):
                    asked = Path(each)
                    if path in asked.parents or (asked == path and name in inside):
                        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(each))
            return real(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in _BY_PATH:
            patch.setattr(os, name, refusing(name, getattr(os, name)))
        yield


def _denied() -> Iterator[Plant]:
    files = (SESSION, f"{JANE}/between.yaml", f"{JANE}/client.yaml", "coach.yaml", "frameworks/mine.yaml")
    for name in (*_FOLDERS, *files):
        told = (Path(name).name if name.endswith(".yaml") else name,) if name.startswith("clients") else ()
        hides = bool(told) and not name.endswith(("client.yaml", f"{Path(SESSION).name}"))
        put, untold = partial(_left, name=name), _LIST if name.endswith("between.yaml") else None
        yield Plant("no permission", name, put, told, hides, untold, meanwhile=partial(_refused, name=name))


def _left(world: World, name: str) -> list[Path]:
    path = world.root / name
    if not name.endswith(".yaml"):
        path.mkdir(exist_ok=True)
        return [each for each in path.rglob("*") if each.suffix == ".yaml"]
    return [path]


def _refused(world: World, name: str) -> AbstractContextManager[None]:
    return denied(world.root / name)

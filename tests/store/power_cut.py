"""What a disk may hold after a power cut, at every moment of some work done through `os`.

The work is done for real while its system calls are written down. From these every legal state is rebuilt: what was
written to a file and not flushed may be missing, torn, or NULs; names given, changed or removed in a folder that was
not flushed since may each be undone. Only a rename is one step, as every file system of today promises.
"""

import itertools
import os
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

Key = tuple[int, str]
"""A name in a folder, the folder by its number."""
Tree = dict[str, bytes | None]
"""What is where: bytes for a file, None for a folder."""
ROOT = 0


@dataclass(frozen=True)
class Names:
    """A change of names that happens wholly or not at all."""

    here: tuple[Key, int] | None = None
    gone: tuple[Key, int] | None = None

    def folders(self) -> set[int]:
        return {change[0][0] for change in (self.here, self.gone) if change}

    def apply(self, names: dict[Key, int]) -> None:
        if self.gone and names.get(self.gone[0]) == self.gone[1]:
            del names[self.gone[0]]
        if self.here:
            names[self.here[0]] = self.here[1]


@dataclass(frozen=True)
class Content:
    """All that a file holds from now on, as far as this process can see."""

    node: int
    data: bytes


@dataclass(frozen=True)
class Flushed:
    """The disk has a file's content, or a folder's names."""

    node: int


@dataclass(frozen=True)
class Mark:
    """Something was promised here."""

    label: str


@dataclass(frozen=True)
class State:
    """What may be found after a cut, and what had been promised by then."""

    promised: tuple[str, ...]
    tree: Tree

    def lay_out(self, folder: Path) -> None:
        """Make it so in `folder`."""
        for name, data in sorted(self.tree.items()):
            if data is None:
                (folder / name).mkdir(parents=True)
            else:
                (folder / name).write_bytes(data)


class Recorder:
    """Writes down what happens below `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.steps: list[Names | Content | Flushed | Mark] = []
        self._names: dict[Key, int] = {}
        self._contents: dict[int, bytes | None] = {ROOT: None}
        self._open: dict[int, tuple[int, int]] = {}
        self._turn = threading.RLock()
        for path in sorted(root.rglob("*")):
            self._names[self._key(path)] = self._new(None if path.is_dir() else path.read_bytes())
        self._first = dict(self._names), dict(self._contents)

    def mark(self, label: str) -> None:
        """From here on `label` is promised."""
        with self._turn:
            self.steps.append(Mark(label))

    def states(self) -> Iterator[State]:
        """Every state that a cut may leave, each once."""
        seen = set()
        for state in self._every_state():
            key = state.promised, frozenset(state.tree.items())
            if key not in seen:
                seen.add(key)
                yield state

    def _every_state(self) -> Iterator[State]:
        names, contents = dict(self._first[0]), dict(self._first[1])
        unsure: list[Names] = []
        current: dict[int, bytes] = {}
        promised: tuple[str, ...] = ()
        for step in [*self.steps, None]:
            for some in _subsets(unsure):
                for tree in _trees(_applied(names, some), contents, current):
                    yield State(promised, tree)
            if isinstance(step, Names):
                unsure = [*unsure, step]
            elif isinstance(step, Content):
                current[step.node] = step.data
            elif isinstance(step, Flushed):
                if step.node in current:
                    contents[step.node] = current.pop(step.node)
                names = _applied(names, [change for change in unsure if step.node in change.folders()])
                unsure = [change for change in unsure if step.node not in change.folders()]
            elif isinstance(step, Mark):
                promised = (*promised, step.label)

    def _new(self, data: bytes | None) -> int:
        node = len(self._contents)
        self._contents[node] = data
        return node

    def _node(self, path: Path) -> int | None:
        """The number of what is at `path` now."""
        if path == self.root:
            return ROOT
        folder = self._node(path.parent) if self.root in path.parents else None
        return None if folder is None else self._names.get((folder, path.name))

    def _key(self, path: Path) -> Key:
        folder = self._node(path.parent)
        assert folder is not None, path
        return folder, path.name

    def _is_ours(self, path: str | Path) -> bool:
        return self.root in (Path(path), *Path(path).parents)

    def _change(self, change: Names) -> None:
        change.apply(self._names)
        self.steps.append(change)

    def _hold(self, node: int, data: bytes) -> None:
        self._contents[node] = data
        self.steps.append(Content(node, data))

    def opened(self, fd: int, path: Path, flags: int) -> None:
        node = self._node(path)
        if node is None:
            node = self._new(b"")
            # The file is there and empty until something is flushed.
            self._first[1][node] = b""
            self._change(Names(here=(self._key(path), node)))
        elif flags & os.O_TRUNC:
            self._hold(node, b"")
        self._open[fd] = node, 0

    def written(self, fd: int, data: bytes) -> None:
        if fd in self._open:
            node, offset = self._open[fd]
            before = self._contents[node] or b""
            self._hold(node, before[:offset] + data + before[offset + len(data) :])
            self._open[fd] = node, offset + len(data)

    def flushed(self, fd: int) -> None:
        if fd in self._open:
            self.steps.append(Flushed(self._open[fd][0]))

    def closed(self, fd: int) -> None:
        self._open.pop(fd, None)

    def renamed(self, path: Path, target: Path) -> None:
        node = self._node(path)
        assert node is not None
        self._change(Names(here=(self._key(target), node), gone=(self._key(path), node)))

    def linked(self, path: Path, target: Path) -> None:
        node = self._node(path)
        assert node is not None
        self._change(Names(here=(self._key(target), node)))

    def removed(self, path: Path) -> None:
        node = self._node(path)
        assert node is not None
        self._change(Names(gone=(self._key(path), node)))

    def folder_made(self, path: Path) -> None:
        node = self._new(None)
        self._first[1][node] = None
        self._change(Names(here=(self._key(path), node)))

    def watching(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """The system call `real`, written down where it succeeds."""

        def call(*args: Any, **kwargs: Any) -> Any:
            with self._turn:
                result = real(*args, **kwargs)
                self._note(name, args, result)
                return result

        return call

    def _note(self, name: str, args: tuple[Any, ...], result: Any) -> None:
        if name == "open":
            if self._is_ours(args[0]):
                self.opened(result, Path(args[0]), args[1])
        elif name in _BY_NUMBER:
            if name == "write":
                self.written(args[0], bytes(args[1])[:result])
            else:
                _BY_NUMBER[name](self, args[0])
        elif self._is_ours(args[0]):
            _BY_PATH[name](self, *(Path(path) for path in args if isinstance(path, str | Path)))


_BY_NUMBER: dict[str, Callable[..., None]] = {
    "write": Recorder.written,
    "fsync": Recorder.flushed,
    "close": Recorder.closed,
}
_BY_PATH: dict[str, Callable[..., None]] = {
    "replace": Recorder.renamed,
    "rename": Recorder.renamed,
    "link": Recorder.linked,
    "unlink": Recorder.removed,
    "rmdir": Recorder.removed,
    "mkdir": Recorder.folder_made,
}


@contextmanager
def recording(root: Path) -> Iterator[Recorder]:
    """Write down what is done below `root` meanwhile, on every thread."""
    recorder = Recorder(root)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("open", *_BY_NUMBER, *_BY_PATH):
            patch.setattr(os, name, recorder.watching(name, getattr(os, name)))
        yield recorder


def without_flushing_files(flush: Callable[[int], None]) -> Callable[[int], None]:
    """A planted fault: `flush`, but for files."""

    def flush_folders(fd: int) -> None:
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            flush(fd)

    return flush_folders


def _subsets(changes: list[Names]) -> Iterator[list[Names]]:
    assert len(changes) <= 12, "too much unflushed to try every state"
    for kept in itertools.product((False, True), repeat=len(changes)):
        yield list(itertools.compress(changes, kept))


def _applied(names: dict[Key, int], changes: list[Names]) -> dict[Key, int]:
    names = dict(names)
    for change in changes:
        change.apply(names)
    return names


def _trees(names: dict[Key, int], contents: dict[int, bytes | None], current: dict[int, bytes]) -> Iterator[Tree]:
    """What these names may hold, for every fate of what was not flushed."""
    places = _places(names)
    unsure = sorted({node for node in places.values() if node in current})
    for fates in itertools.product(*(_fates(contents[node] or b"", current[node]) for node in unsure)):
        held = {**contents, **dict(zip(unsure, fates, strict=True))}
        yield {place: held[node] for place, node in places.items()}


def _places(names: dict[Key, int], folder: int = ROOT, prefix: str = "") -> dict[str, int]:
    """Every path that leads somewhere, and to what."""
    places = {}
    for (parent, name), node in names.items():
        if parent == folder:
            places[prefix + name] = node
            places |= _places(names, node, f"{prefix}{name}/")
    return places


def _fates(flushed: bytes, written: bytes) -> set[bytes]:
    """What may be left of a file that holds `written`, of which the disk surely has `flushed` only."""
    half = written[: len(written) // 2]
    zeros = bytes(len(written))
    return {flushed, b"", written, half, zeros, half + zeros[len(half) :]}

"""Which files are a client's sessions: those whose place and words agree. The others belong to nobody."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from coachcli.errors import CoachError, NotFoundError, PassedOverError
from coachcli.store.index.facts import extract_facts, extract_version, head_facts, head_version
from coachcli.store.index.memory import Memory, Part, Remembered
from coachcli.store.paths import Practice
from coachcli.store.session import folder
from coachcli.store.session.place import agrees, session_name

if TYPE_CHECKING:
    from coachcli.domain.session.model import Session

Known = TypeVar("Known")

watch: ContextVar[Callable[[], object]] = ContextVar("watch", default=lambda: None)
"""This is called for each session that is known, for whoever waits meanwhile."""


PLACE_FILLED = 2
"""Counts the changes of what is remembered of the place that a session says is its own."""


class Kind(NamedTuple, Generic[Known]):
    """What is asked of each session: the part that remembers it, its version, and what `made` makes of the facts."""

    part: Part
    version: str
    made: Callable[[folder.SessionFolder, str, Any], Known]


class Census(NamedTuple, Generic[Known]):
    """What is known of each session, by the name of its file, the last first; and files unread, or of nobody."""

    found: tuple[tuple[str, Known], ...]
    unread: tuple[tuple[Path, CoachError], ...]
    strays: tuple[CoachError, ...]


class _Stray(NamedTuple):
    """A file whose place and words disagree, and the id that it claims."""

    path: Path
    claimed: str


def census(practice: Practice, there: folder.SessionFolder, kind: Kind[Known]) -> Census[Known]:
    """What is asked of a client's sessions. What was read for it is remembered, even if the reading is broken off."""
    memory = Memory(practice, there.client)
    remembered, fresh = memory.load(kind.part, _version(kind.version)), dict[str, _Facts]()
    results: list[tuple[str, Known]] = []
    unread: list[tuple[Path, CoachError]] = []
    strays: list[_Stray] = []
    tell = watch.get()
    try:
        for name in reversed(there.stamps):
            try:
                one = _remembered(there, name, remembered.get(name), kind)
                if one is None:
                    fresh[name] = _read(there.path / name)
                    one = _made(there, name, (fresh[name].place, fresh[name].by_part[kind.part]), kind)
            except NotFoundError:  # gone since the folder was listed
                continue
            except CoachError as error:
                unread.append((there.path / name, error))
                continue
            strays.append(one) if isinstance(one, _Stray) else results.append((name, one))
            tell()
    finally:
        if fresh or not remembered.keys() <= there.stamps.keys():
            memory.update(_parts(fresh, there.stamps), there.stamps)
    return Census(tuple(results), tuple(unread), tuple(_told(strays, there, results)))


def known(practice: Practice, there: folder.SessionFolder, kind: Kind[Known]) -> Iterator[Known]:
    """What is remembered of a client's sessions as they are now; nothing is read or written for it."""
    remembered = Memory(practice, there.client).load(kind.part, _version(kind.version))
    for name in there.stamps:
        one = _remembered(there, name, remembered.get(name), kind)
        if one is not None and not isinstance(one, _Stray):
            yield one


class _Facts(NamedTuple):
    """All that is remembered of a session."""

    place: list[Any]
    by_part: dict[Part, Any]


def _read(path: Path) -> _Facts:
    session = session_in(path)
    frameworks = [session.framework.id, *(one.id for one in session.switched_from)]
    place = [session.client, session.id, frameworks]
    return _Facts(place, {Part.HEADS: head_facts(session), Part.EXTRACTS: extract_facts(session)})


def _parts(fresh: dict[str, _Facts], stamps: dict[str, str]) -> dict[Part, Remembered]:
    """The parts to remember of what was read."""
    if not fresh:
        return {}
    versions = {Part.HEADS: _version(head_version()), Part.EXTRACTS: _version(extract_version())}
    return {
        part: Remembered(version, {name: [stamps[name], one.place, one.by_part[part]] for name, one in fresh.items()})
        for part, version in versions.items()
    }


def _version(of_the_facts: str) -> str:
    return f"{of_the_facts}-{PLACE_FILLED}"


def _remembered(there: folder.SessionFolder, name: str, entry: Any, kind: Kind[Known]) -> Known | _Stray | None:
    """What is made of the facts remembered; None where they are of another file, or no such facts."""
    try:  # and no `suppress`, which takes as long as what is done here
        if entry is not None and entry[0] == there.stamps[name] != "":
            return _made(there, name, entry[1:], kind)
    except (LookupError, TypeError, ValueError, AttributeError):
        return None
    return None


def _made(there: folder.SessionFolder, name: str, entry: Sequence[Any], kind: Kind[Known]) -> Known | _Stray:
    (client, identity, frameworks), facts = entry
    if not agrees(there.client, name.removesuffix(".yaml"), (client, identity), frameworks):
        return _Stray(there.path / name, str(identity))
    return kind.made(there, name, facts)


def session_in(path: Path) -> "Session":
    """The session in a file, read quickly where the program wrote it so; raises as `sessions.read` does."""
    # Only where a file is not known yet.
    from coachcli.domain.record_data import NotQuickError, quick  # noqa: PLC0415
    from coachcli.domain.session.model import Session  # noqa: PLC0415
    from coachcli.store.disk.reader import read_bytes  # noqa: PLC0415
    from coachcli.store.session import records, sessions  # noqa: PLC0415
    from coachcli.store.session.records import UnknownFormatError, dated_at, migrate  # noqa: PLC0415
    from coachcli.store.yaml_io.strict_reader import RECORD, OddError, read_plain  # noqa: PLC0415

    raw = read_bytes(path, RECORD.bytes)
    with suppress(OddError, UnknownFormatError, NotQuickError):
        data = read_plain(raw, RECORD) if len(raw) <= _USUAL else None
        if isinstance(data, dict) and raw.rstrip().endswith(records.END):
            return quick(Session, dated_at(path, migrate(data))[0])
    return sessions.read(path).session


_USUAL = 512 * 1024
"""The most bytes for a quick reading. A larger file is read once and not twice, so that a hostile one is soon done."""


def _told(
    strays: Sequence[_Stray], there: folder.SessionFolder, found: Sequence[tuple[str, object]]
) -> Iterator[PassedOverError]:
    """An error for each second version, and one for all other files with the client that are not theirs."""
    originals = {session_name(there.path / name): there.path / name for name, _ in found} if strays else {}
    others: list[_Stray] = []
    for stray in sorted(strays):
        original = originals.get(stray.claimed)
        if original is not None:
            yield folder.second_version(stray.path, original)
        else:
            others.append(stray)
    if others:
        claimed = (stray.claimed.rpartition("/")[0] for stray in others)
        yield folder.belongs_to_nobody([stray.path for stray in others], claimed)

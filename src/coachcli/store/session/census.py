"""Which files are sessions, and whose: those whose place and words agree. The others belong to nobody."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from coachcli.errors import CoachError, NotFoundError, PassedOverError
from coachcli.store.index import Facts, Index
from coachcli.store.paths import Practice
from coachcli.store.session import folder
from coachcli.store.session.place import agrees, client_of, session_name

if TYPE_CHECKING:
    from coachcli.domain.session.model import Session

Known = TypeVar("Known")


class Census(NamedTuple, Generic[Known]):
    """What is known of each session, by its file, the last in name first, and what was passed over."""

    found: tuple[tuple[Path, Known], ...]
    passed_over: tuple[CoachError, ...]


class _Stray(NamedTuple):
    """A file whose place and words disagree, and the id that it claims."""

    path: Path
    claimed: str


def census(
    practice: Practice,
    client_id: str | None,
    kind: str,
    facts_of: "Callable[[Session], Facts]",
    made: Callable[[Path, Facts], Known],
) -> Census[Known]:
    """What is `made` of the facts of every session, or of one client's; those facts are remembered by `kind`."""
    there = folder.session_files(practice, client_id)
    index = Index(practice, kind)
    found: list[tuple[Path, Known]] = []
    strays: list[_Stray] = []
    passed_over = list(there.passed_over)
    for path in there.paths:
        try:
            known = index.known(
                path, lambda path: _facts(path, facts_of), lambda path, facts: _known(path, facts, made)
            )
        except NotFoundError:  # gone since the folder was listed
            continue
        except CoachError as error:
            passed_over.append(error)
            continue
        strays.append(known) if isinstance(known, _Stray) else found.append((path, known))
    index.save()
    return Census(tuple(found), (*passed_over, *_told(strays, [path for path, _ in found])))


def _facts(path: Path, facts_of: "Callable[[Session], Facts]") -> Facts:
    from coachcli.store.session import sessions  # noqa: PLC0415 only where the file is not known yet

    session = sessions.read(path).session
    frameworks = [session.framework.id, *(one.id for one in session.switched_from)]
    return {"client": session.client, "id": session.id, "frameworks": frameworks, "facts": facts_of(session)}


def _known(path: Path, facts: Facts, made: Callable[[Path, Facts], Known]) -> Known | _Stray:
    if not agrees(path, facts["client"], facts["id"], facts["frameworks"]):
        return _Stray(path, str(facts["id"]))
    return made(path, facts["facts"])


def _told(strays: Iterable[_Stray], sessions: Iterable[Path]) -> Iterator[PassedOverError]:
    """One sentence for each second version, and one for all that lies with one client and is not theirs."""
    originals = {session_name(path): path for path in sessions}
    for client, theirs in groupby(sorted(strays), key=lambda stray: client_of(stray.path)):
        lost: list[_Stray] = []
        for stray in theirs:
            original = originals.get(stray.claimed)
            if original is not None and client_of(original) == client:
                yield folder.second_version(stray.path, original)
            else:
                lost.append(stray)
        if lost:
            claimed = (stray.claimed.rpartition("/")[0] for stray in lost)
            yield folder.belongs_to_nobody([stray.path for stray in lost], claimed)

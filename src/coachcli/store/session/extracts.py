"""The gists of a client's sessions, read without building the whole of each."""

from dataclasses import dataclass
from pathlib import Path

from coachcli.domain.gist import Gist, gist_of
from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store.index import Facts, Index
from coachcli.store.paths import Practice
from coachcli.store.session import sessions
from coachcli.store.session.lookup import newest_first


@dataclass(frozen=True, slots=True)
class Gists:
    """What could be read, newest first, each with its file, and the errors of what could not."""

    found: tuple[tuple[Path, Gist], ...] = ()
    damaged: tuple[UnreadableError, ...] = ()


def gists(practice: Practice, client_id: str) -> Gists:
    """The gists of all sessions of a client."""
    index = Index(practice, f"gists/{client_id}")
    found: list[tuple[Path, Gist]] = []
    damaged: list[UnreadableError] = []
    for path in newest_first(practice, client_id):
        try:
            found.append((path, index.known(path, _facts, _gist)))
        except UnreadableError as error:
            damaged.append(error)
        except NotFoundError:  # gone since the folder was listed
            continue
    index.save()
    return Gists(tuple(found), tuple(damaged))


def _facts(path: Path) -> Facts:
    gist = gist_of(sessions.load(path).session)
    return gist.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _gist(_path: Path, facts: Facts) -> Gist:
    return Gist.model_validate(facts)

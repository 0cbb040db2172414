"""Which session files there are, and which of them a coach means."""

from pathlib import Path

from coachcli.domain.text import clean, one_line
from coachcli.errors import NotFoundError
from coachcli.store.clients import clients, existing
from coachcli.store.paths import Practice


def newest_first(practice: Practice, client_id: str | None = None) -> list[Path]:
    """Session files by their names, which begin with the time; links are not followed."""
    pattern = f"{client_id}/sessions/*.yaml" if client_id else "*/sessions/*.yaml"
    found = [path for path in practice.clients.glob(pattern) if _is_ours(path)]
    return sorted(found, key=lambda path: (path.stem[:15], path.parent.parent.name, path.stem), reverse=True)


def find(practice: Practice, wanted: str | None) -> Path:
    """The session meant by `last`, CLIENT, CLIENT/DATE or an id; raises NotFoundError with what there is."""
    if wanted is None or wanted.strip().casefold() == "last":
        return _newest(newest_first(practice), "There is no session yet.")
    name, _, when = wanted.strip().partition("/")
    client = existing(name, clients(practice))
    theirs = newest_first(practice, client.id)
    if not when or when.casefold() == "last":
        return _newest(theirs, f"There is no session with {client.name} yet.")
    when = when.removesuffix(".yaml")
    meant = [path for path in theirs if when in {session_when(path), path.stem}]
    meant = meant or [path for path in theirs if path.stem.startswith(f"{when}-") and _whole_day(when)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        ids = ", ".join(session_name(path) for path in meant[:5])
        raise NotFoundError(f"There are {len(meant)} sessions with {client.name} on that day.", f"Name one: {ids}")
    near = ", ".join(session_name(path) for path in theirs[:3])
    shown = one_line(clean(when))[:30]
    raise NotFoundError(f"There is no session {client.id}/{shown}.", f"There is: {near}" if near else "")


def session_name(path: Path) -> str:
    """A session by its client and time: jane-doe/2026-11-20-1400."""
    return f"{path.parent.parent.name}/{session_when(path)}"


def session_when(path: Path) -> str:
    """The time in a file's name, with the number of a second session in the same minute."""
    parts = path.stem.split("-")
    numbered = len(parts) > 5 and parts[4].isdecimal()
    return "-".join(parts[: 5 if numbered else 4])


def _newest(paths: list[Path], otherwise: str) -> Path:
    if not paths:
        raise NotFoundError(otherwise, "coach session start begins one.")
    return paths[0]


def _whole_day(when: str) -> bool:
    return len(when) == len("2026-11-20") and when.replace("-", "").isdecimal()


def _is_ours(path: Path) -> bool:
    steps = (path, path.parent, path.parent.parent)
    return not path.name.startswith(".") and not any(step.is_symlink() for step in steps)

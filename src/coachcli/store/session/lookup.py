"""Which session files there are, and which of them a coach means."""

from pathlib import Path

from coachcli.domain.client.model import Client
from coachcli.domain.text import clean, one_line
from coachcli.errors import NotFoundError
from coachcli.store.client.clients import clients, existing, named
from coachcli.store.paths import Practice


def newest_first(practice: Practice, client_id: str | None = None) -> list[Path]:
    """Session files by their names, which begin with the time; links are not followed."""
    folders = [practice.sessions(client_id)] if client_id else practice.clients.glob("*/sessions")
    found = [path for folder in folders for path in folder.glob("*.yaml") if _is_ours(path)]
    return sorted(found, key=_age, reverse=True)


def find(practice: Practice, wanted: str | None) -> Path:
    """The session meant by `last`, CLIENT, CLIENT/DATE or an id; raises NotFoundError with what there is."""
    if wanted is None or wanted.strip().casefold() == "last":
        return _newest(newest_first(practice), "There is no session yet.")
    everyone = clients(practice)
    name, when = _client_and_when(wanted.strip(), everyone)
    # What a list shows comes first: another client's name may look like this client's id.
    by_id = [client for client in everyone if client.id == name]
    exact = [path for client in by_id for path in _at(when, newest_first(practice, client.id))]
    if len(exact) == 1:
        return exact[0]
    client = existing(name, everyone)
    theirs = newest_first(practice, client.id)
    if not when or when.casefold() == "last":
        return _newest(theirs, f"There is no session with {client.name} yet.")
    meant = _at(when, theirs)
    meant = meant or [path for path in theirs if path.stem.startswith(f"{when}-") and _whole_day(when)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise _too_many(meant, client)
    near = ", ".join(session_name(path) for path in theirs[:3])
    shown = one_line(clean(when))[:30]
    raise NotFoundError(f"There is no session {client.id}/{shown}.", f"There is: {near}" if near else "")


def is_exact(wanted: str | None) -> bool:
    """Whether words name a session by its time, and not just the last one."""
    when = (wanted or "").strip().casefold().rpartition("/")[2]
    return "/" in (wanted or "") and when != "last"


def session_name(path: Path) -> str:
    """A session by its client and time: jane-doe/2026-11-20-1400."""
    return f"{path.parent.parent.name}/{session_when(path)}"


def session_when(path: Path) -> str:
    """The time in a file's name, with the number of a second session in the same minute."""
    parts = path.stem.split("-")
    return "-".join(parts[: 5 if _is_numbered(parts) else 4])


def _client_and_when(wanted: str, everyone: list[Client]) -> tuple[str, str]:
    if "/" not in wanted or named(wanted, everyone):
        return wanted, ""
    name, _, when = wanted.rpartition("/")
    return name, when.removesuffix(".yaml")


def _at(when: str, paths: list[Path]) -> list[Path]:
    return [path for path in paths if when in {session_when(path), path.stem}]


def _too_many(meant: list[Path], client: Client) -> NotFoundError:
    """Their ids, or their files' names where ids are the same."""
    ids = [session_name(path) for path in meant]
    shown = ids if len(set(ids)) == len(ids) else [f"{client.id}/{path.stem}" for path in meant]
    return NotFoundError(
        f"There are {len(meant)} sessions with {client.name} on that day.", f"Name one: {', '.join(shown[:5])}"
    )


def _age(path: Path) -> tuple[str, int, str, str]:
    parts = path.stem.split("-")
    number = int(parts[4]) if _is_numbered(parts) else 1
    return (path.stem[:15], number, path.parent.parent.name, path.stem)


def _is_numbered(parts: list[str]) -> bool:
    return len(parts) > 5 and parts[4].isdecimal()


def _newest(paths: list[Path], otherwise: str) -> Path:
    if not paths:
        raise NotFoundError(otherwise, "coach session start begins one.")
    return paths[0]


def _whole_day(when: str) -> bool:
    return len(when) == len("2026-11-20") and when.replace("-", "").isdecimal()


def _is_ours(path: Path) -> bool:
    steps = (path, path.parent, path.parent.parent)
    return not path.name.startswith(".") and not any(step.is_symlink() for step in steps)

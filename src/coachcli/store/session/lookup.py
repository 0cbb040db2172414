"""Finds the session that a coach means."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from coachcli.domain.client.model import Client
from coachcli.domain.text import clean, one_line
from coachcli.errors import CoachError, NotFoundError, Saying
from coachcli.store.client.clients import about, known, named, own_work
from coachcli.store.disk.status import is_file, is_link
from coachcli.store.paths import Practice
from coachcli.store.session.folder import session_files
from coachcli.store.session.latest import Latest, latest
from coachcli.store.session.place import session_name, session_when


def find(practice: Practice, wanted: str | None) -> Path:
    """The session meant by `last`, CLIENT, CLIENT/DATE, an id or a path; raises NotFoundError with what there is."""
    session = meant(practice, wanted)
    return session if isinstance(session, Path) else session.counted.path


def meant(practice: Practice, wanted: str | None) -> Path | Latest:
    """The file of the session meant; where that is the last one, of all or of a client, by both ways to tell."""
    if wanted is None or wanted.strip().casefold() == "last":
        return latest(practice)
    return by_path(practice, wanted) or _named(practice, wanted.strip())


def by_path(practice: Practice, wanted: str | None) -> Path | None:
    """The file of this practice with that path, whatever it says of itself; None where `wanted` is no such path."""
    if wanted is None or not wanted.endswith(".yaml") or not (os.sep in wanted or "/" in wanted):
        return None
    for start in ("", practice.root, practice.clients):
        with suppress(OSError, RuntimeError):  # no current folder, no home
            path = Path(os.path.abspath(start / Path(wanted).expanduser()))  # noqa: PTH100 a link is no other place
            inside = any(path.is_relative_to(folder) for folder in (practice.clients, practice.own))
            if inside and is_file(path) and not is_link(path):
                return path
    return None


def _named(practice: Practice, wanted: str) -> Path | Latest:
    there = known(practice)
    everyone = there.found
    name, when = _client_and_when(wanted, everyone)
    # Ids come first, as lists show them: another client's name may look like this client's id.
    by_id = [client for client in (*everyone, *own_work(practice)) if client.id == name]
    exact = [path for client in by_id for path in _at(when, session_files(practice, client.id).paths)]
    if len(exact) == 1:
        return exact[0]
    client = about(practice, name, there)
    if not when or when.casefold() == "last":
        return latest(practice, client)
    return _on(when, client, session_files(practice, client.id).paths)


def _on(when: str, client: Client, theirs: Sequence[Path]) -> Path:
    """The session of a client on a day, or at a time."""
    matches = _at(when, theirs)
    matches = matches or [path for path in theirs if path.stem.startswith(f"{when}-") and _whole_day(when)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise _too_many(matches, client)
    near = ", ".join(session_name(path) for path in theirs[:3])
    name = one_line(clean(when))[:30]
    message = Saying(f"There is no session {client.id}/{name}.", discreet="There is no such session.")
    raise NotFoundError(message, f"There is: {near}" if near else "")


def _too_many(matches: Sequence[Path], client: Client) -> NotFoundError:
    """The error for several sessions; it names their ids, or their files where ids are the same."""
    ids = [session_name(path) for path in matches]
    names = ids if len(set(ids)) == len(ids) else [f"{client.id}/{path.stem}" for path in matches]
    many = f"There are {len(matches)} sessions with"
    message = Saying(f"{many} {client.name} on that day.", discreet=f"{many} them on that day.")
    return NotFoundError(message, f"Name one: {', '.join(names[:5])}")


def _client_and_when(wanted: str, everyone: Sequence[Client]) -> tuple[str, str]:
    if "/" not in wanted or named(wanted, everyone):
        return wanted, ""
    name, _, when = wanted.rpartition("/")
    return name, when.removesuffix(".yaml")


def _at(when: str, paths: Sequence[Path]) -> list[Path]:
    """The files of a time; of several, only those that say that time themselves, if any do."""
    matches = [path for path in paths if when in {session_when(path), path.stem}]
    return [path for path in matches if _is_in_place(path)] or matches if len(matches) > 1 else matches


def _is_in_place(path: Path) -> bool:
    from coachcli.store.session import sessions  # noqa: PLC0415 only where two files have one time

    try:
        sessions.load(path)
    except CoachError:
        return False
    return True


def _whole_day(when: str) -> bool:
    return len(when) == len("2026-11-20") and when.replace("-", "").isdecimal()

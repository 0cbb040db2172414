"""The engagements of clients, a file each in their folder; what a sound file says is remembered until it changes."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coachcli.command_line import command
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.value import built, plain
from coachcli.errors import CoachError, Saying, UnreadableError
from coachcli.store.disk import reader
from coachcli.store.framework.files import is_taken
from coachcli.store.index.by_stamp import Facts, Index
from coachcli.store.index.shape import version
from coachcli.store.paths import Practice

_FILLED = 1
"""One more for each change of what is made of the same file; a change of the fields is noticed without it."""
_LARGEST = 256 << 10


class Engagements(NamedTuple):
    """The engagements of a client in the order in which they began, and errors for what cannot be read."""

    found: tuple[Engagement, ...] = ()
    passed_over: tuple[CoachError, ...] = ()


class DamagedEngagementError(UnreadableError):
    """The file of an `engagement` that cannot be used as it is."""

    in_general = "What was agreed with a client cannot be read; the file was left as it is."

    def __init__(self, engagement: str, message: Saying, hint: str) -> None:
        super().__init__(message, hint)
        self.engagement = engagement


def of_client(practice: Practice, client_id: str) -> Engagements:
    """The engagements of one client."""
    return of_clients(practice, [client_id])[client_id]


def of_clients(practice: Practice, client_ids: Iterable[str]) -> dict[str, Engagements]:
    """The engagements of several clients by the id of the client."""
    index = Index(practice, "engagements")
    found = {client_id: _of_folder(index, practice.engagements(client_id)) for client_id in client_ids}
    index.save()
    return found


def path_of(practice: Practice, client_id: str, engagement_id: str) -> Path:
    """The file of an engagement."""
    folder = practice.engagements(client_id)
    other = folder / f"{engagement_id}.yml"
    return other if other.exists() else folder / f"{engagement_id}.yaml"


def is_used(name: str) -> bool:
    """Whether a file of this name is an engagement: a draft of one, or a second version, is none."""
    return is_taken(Path(name)) and not Path(name).stem.endswith(".draft")


def read(path: Path) -> Engagement:
    """The engagement in a file; raises DamagedEngagementError with the first thing that is wrong."""
    from coachcli.store.engagement import engagement_text  # noqa: PLC0415 only where a file is not known yet

    outcome = engagement_text.check(reader.read_bytes(path, _LARGEST), path.stem)
    if outcome.record is not None:
        return outcome.record
    first = next(problem for problem in outcome.problems if problem.level == "error")
    more = len(outcome.problems) - 1
    rest = f" ({more} more in this file)" if more else ""
    raise DamagedEngagementError(
        path.stem,
        Saying(
            f"{path}:{first.line}:{first.column}: {first.text}{rest}.",
            discreet=DamagedEngagementError.in_general,
        ),
        f"{_sentence(first.hint)}All that is wrong: {command('framework', 'check', str(path))}",
    )


def _sentence(hint: str) -> str:
    return f"{hint[0].upper()}{hint[1:]}. " if hint else ""


def _of_folder(index: Index, folder: Path) -> Engagements:
    found: list[Engagement] = []
    passed_over: list[CoachError] = []
    try:
        entries = reader.entries(folder)
    except CoachError as error:
        return Engagements((), (error,))
    for path in (folder / entry.name for entry in entries if is_used(entry.name)):
        try:
            found.append(index.known(path, _facts, _engagement))
        except CoachError as error:
            passed_over.append(error)
    return Engagements(tuple(sorted(found, key=lambda one: (one.start, one.id))), tuple(passed_over))


def _facts(path: Path) -> Facts:
    return {"version": _version(), "engagement": plain(read(path))}


def _engagement(_path: Path, facts: Facts) -> Engagement:
    """The engagement in remembered facts; raises ValueError where another version of the program wrote them."""
    if facts["version"] != _version():
        raise ValueError("remembered by another version")
    return built(Engagement, facts["engagement"])


@cache
def _version() -> str:
    return version(Engagement, _FILLED)

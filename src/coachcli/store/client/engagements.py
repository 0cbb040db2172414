"""The engagements of clients, a file each in their folder; what a sound file says is remembered until it changes."""

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from coachcli.command_line import command
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.value import built, plain
from coachcli.errors import CoachError, Saying, UnreadableError
from coachcli.store.disk import reader
from coachcli.store.framework.files import is_taken
from coachcli.store.index.by_stamp import stamp_of
from coachcli.store.index.memory import Facts, Memory, Part, Remembered
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
    folder = practice.engagements(client_id)
    memory = Memory(practice, client_id)
    before = memory.load(Part.ENGAGEMENTS, _version())
    now: Facts = {}
    found: list[Engagement] = []
    passed_over: list[CoachError] = []
    try:
        entries = [entry for entry in reader.entries(folder) if is_used(entry.name)]
    except CoachError as error:
        return Engagements((), (error,))
    for entry in entries:
        try:
            one, now[entry.name] = _known(folder / entry.name, stamp_of(entry), before.get(entry.name))
            found.append(one)
        except CoachError as error:
            passed_over.append(error)
    if now != before:
        memory.put(Part.ENGAGEMENTS, Remembered(_version(), now))
    return Engagements(tuple(sorted(found, key=lambda one: (one.start, one.id))), tuple(passed_over))


def of_clients(practice: Practice, client_ids: Iterable[str]) -> dict[str, Engagements]:
    """The engagements of several clients by the id of the client."""
    return {client_id: of_client(practice, client_id) for client_id in client_ids}


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


def _known(path: Path, stamp: str, remembered: Any) -> tuple[Engagement, list[Any]]:
    """The engagement in a file, and what to remember of it: it is read only where it changed."""
    with suppress(LookupError, TypeError, ValueError):
        if stamp and remembered[0] == stamp:
            return built(Engagement, remembered[1]), remembered
    one = read(path)
    return one, [stamp, plain(one)]


@cache
def _version() -> str:
    return version(Engagement, _FILLED)

"""Frameworks as they were when a session began, by their hash; a session is resumed with its own."""

from collections.abc import Iterator
from contextlib import suppress

from coachcli.command_line import command
from coachcli.domain.framework.fields import source_of
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.plain_json import framework_bytes, framework_from
from coachcli.errors import CoachError, NotFoundError, UnreadableError, harmless
from coachcli.patterns import pattern
from coachcli.store.disk import files
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.disk.status import is_there
from coachcli.store.index import checked_frameworks
from coachcli.store.index.heads import heads
from coachcli.store.paths import Practice
from coachcli.store.session import sessions
from coachcli.store.yaml_io import strict_reader, writer

_HASH = pattern("[0-9a-f]{64}")


def text_of(framework: Framework) -> bytes:
    """The canonical text of a framework, the same for the same content."""
    return writer.write(source_of(framework)).encode()


def digest_of(framework: Framework) -> str:
    """The hash of a framework, which names its snapshot."""
    return files.digest(text_of(framework))


def keep(practice: Practice, framework: Framework) -> str:
    """Keep a framework as it is now; returns its hash."""
    data = text_of(framework)
    name = files.digest(data)
    path = practice.snapshots / f"{name}.yaml"
    if not is_there(path):
        files.make_folder(practice.snapshots, inside=practice.root)
        with suppress(ChangedElsewhereError):  # another terminal keeps the same at this moment
            files.replace(path, data, expected=None)
    return name


def load(practice: Practice, sha256: str) -> Framework:
    """The framework that was kept under a hash."""
    path = practice.snapshots / f"{sha256}.yaml"
    missing = harmless("The framework this session was held with is not there any more.")
    try:
        # The hash comes from a session file. Anything else there is not taken for a path.
        data = files.read_bytes(path, strict_reader.RECORD.bytes) if _HASH.fullmatch(sha256) else None
    except NotFoundError:
        data = None
    if data is None:
        raise NotFoundError(missing, f"The session can still be read: {command('session', 'show')}")
    # A framework that is written out in full is several times as large as a coach's own text of it may be.
    name = checked_frameworks.name_of("snapshot", data)
    if remembered := checked_frameworks.recall(name):
        with suppress(ValueError):
            return framework_from(remembered)

    from coachcli.store.framework.check import check  # noqa: PLC0415 most are remembered

    framework = check(data, "snapshot", strict_reader.RECORD).framework
    if framework is None:
        raise UnreadableError(f"{path} cannot be read as a framework.", "The session can still be read.")
    checked_frameworks.remember(name, framework_bytes(framework))
    return framework


def latest(practice: Practice, framework_id: str) -> Framework | None:
    """A framework as it was in the newest session along it whose snapshot can still be read."""
    for sha256 in _used(practice, framework_id.casefold()):
        with suppress(CoachError):  # damaged or gone: as it was in the session before
            return load(practice, sha256)
    return None


def _used(practice: Practice, framework_id: str) -> Iterator[str]:
    for head in heads(practice).found:
        if head.framework == framework_id:
            with suppress(CoachError):
                yield sessions.load(head.path).session.framework.sha256

"""Where a practice is, and where things are inside it."""

import errno
import os
from pathlib import Path
from typing import Final

from coachcli.domain.text import clean, one_line
from coachcli.errors import UsageError
from coachcli.store.session.place import OWN

_LONGEST = 60
# A path that is not there may still be made, and a reader says so where one leads nowhere.
_REACHED = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
_NO_NAME = "no file can have this name"
_WHY = {
    errno.ENAMETOOLONG: "its name is too long",
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.EIO: "the disk is failing",
}
_LONGEST_NAME = 200


class Practice:
    """The folder that holds everything, and the places in it."""

    __slots__ = ("root",)

    def __init__(self, root: Path) -> None:
        self.root: Final = root

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Practice) and self.root == other.root

    def __hash__(self) -> int:
        return hash(self.root)

    def __repr__(self) -> str:
        return f"Practice({self.root!r})"

    @property
    def clients(self) -> Path:
        """One folder for each client."""
        return self.root / "clients"

    @property
    def frameworks(self) -> Path:
        """The coach's own frameworks."""
        return self.root / "frameworks"

    @property
    def snapshots(self) -> Path:
        """Frameworks as they were when sessions began."""
        return self.root / ".snapshots"

    @property
    def trash(self) -> Path:
        """What was deleted."""
        return self.root / ".trash"

    @property
    def locks(self) -> Path:
        """Which sessions are open."""
        return self.root / ".locks"

    @property
    def index(self) -> Path:
        """What lists remember of the files."""
        return self.root / ".index"

    @property
    def counters(self) -> Path:
        """Which sessions were held last, a file for each machine."""
        return self.root / ".counters"

    @property
    def editing(self) -> Path:
        """Copies that are open in an editor."""
        return self.root / ".editing"

    @property
    def erasing(self) -> Path:
        """What is being erased, a folder for each client, until nothing of it is left."""
        return self.root / ".erasing"

    @property
    def own(self) -> Path:
        """The coach's own work that is about nobody."""
        return self.root / OWN

    @property
    def has_own_work(self) -> bool:
        """Whether `own` stands for the coach's own work: in a practice of before it may be a client's folder."""
        return os.path.lexists(self.own) or not os.path.lexists(self.clients / OWN)

    def folder(self, client_id: str) -> Path:
        """The folder of a client, or of the coach's own work."""
        return self.own if client_id == OWN and self.has_own_work else self.clients / client_id

    def sessions(self, client_id: str) -> Path:
        """Where a client's sessions are."""
        return self.folder(client_id) / "sessions"

    def client_file(self, client_id: str) -> Path:
        """Who a client is."""
        return self.clients / client_id / "client.yaml"

    def between_file(self, client_id: str) -> Path:
        """The file of what happened with a client between sessions."""
        return self.folder(client_id) / "between.yaml"

    def engagements(self, client_id: str) -> Path:
        """What was agreed with a client, a file for each piece of work."""
        return self.clients / client_id / "engagements"

    @property
    def earlier_hours(self) -> Path:
        """Hours from before."""
        return self.root / "earlier-hours.yaml"

    def exports(self, client_id: str) -> Path:
        """What was made to be handed on."""
        return self.folder(client_id) / "exports"

    def session_file(self, client_id: str, stem: str) -> Path:
        """One session."""
        return self.sessions(client_id) / f"{stem}.yaml"

    def lock_file(self, session_file: Path) -> Path:
        """What is held while a session is open."""
        return self.locks / bounded(f"{session_file.parent.parent.name}--{session_file.stem}")


def real_target(practice: Practice, target: Path) -> Path:
    """The real place of a file that a coach names. Their own links outside the practice are followed, none inside."""
    path = Path(os.path.abspath(target))  # noqa: PTH100 whether it is inside is told before links are followed
    return path if path.is_relative_to(practice.root) else Path(os.path.realpath(path.parent)) / path.name


def bounded(name: str) -> str:
    """A file name that every system takes: one that is too long becomes its digest."""
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    import hashlib  # noqa: PLC0415 for names that are seldom so long

    return hashlib.sha256(name.encode()).hexdigest()


def draft_file(session_file: Path) -> Path:
    """Where the line being typed is kept."""
    return session_file.with_suffix(".draft")


def markdown_file(session_file: Path) -> Path:
    """The session for reading."""
    return session_file.with_suffix(".md")


def find_practice(chosen: Path | None) -> Practice:
    """The practice: the one chosen, else COACH_PRACTICE, else the user's data folder on this platform."""
    name = chosen or os.environ.get("COACH_PRACTICE")
    # The practice itself may be a link, and nothing inside it. So everything is reached from its real place.
    return Practice(Path(os.path.realpath(named_path(name) if name else default_root())))


def named_path(name: str | Path) -> Path:
    """The path that a coach named; raises UsageError where no path can have that name, or none can be reached so.

    Nothing need be there.
    """
    words = one_line(clean(str(name)))
    words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    try:
        path = Path(name).expanduser()
    except RuntimeError:
        raise UsageError(f"There is no home folder for {words}.", "Name the whole path.") from None
    try:
        here = path.absolute()
    except OSError:
        raise UsageError("The folder you are in is not there any more.", "Go to another one, then try again.") from None
    try:
        here.stat()
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", errno.EINVAL)
        if number not in _REACHED:
            raise UsageError(f"{words} cannot be used: {_WHY.get(number, _NO_NAME)}.", "Name another one.") from None
    return path


def cache_folder() -> Path:
    """The folder for what can be made anew at any time: COACH_CACHE, else the user's cache folder.

    It is never in the practice, which may be synchronised and copied to where the cache is of no use.
    """
    name = os.environ.get("COACH_CACHE")
    # The user's own folders may be links. From here on nothing is written through one.
    return Path(os.path.realpath(name or default_cache()))


def default_cache() -> Path:
    """The cache folder of a user who chose none."""
    from platformdirs import user_cache_path  # noqa: PLC0415 as below

    return user_cache_path("coachcli", appauthor=False)


def default_root() -> Path:
    """The practice of a coach who chose none."""
    from platformdirs import user_data_path  # noqa: PLC0415 17 ms, and only where nothing is chosen

    return user_data_path("coachcli", appauthor=False)

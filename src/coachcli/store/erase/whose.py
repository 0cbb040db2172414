"""A client whose things are looked for, and how the names of files say that they are that client's."""

from functools import cached_property
from pathlib import Path

from coachcli.patterns import pattern
from coachcli.store.disk.removal import plain_files
from coachcli.store.paths import Practice, bounded
from coachcli.store.session.place import is_session_name

# Behind a client's id: a part of what is theirs, or the time of a session.
_PART = pattern(r"[a-z]+(?:\..*)?|\d{4}-\d\d-\d\d-\d{4}.*")


class Whose:
    """The client with this id and name in a practice; their own folders may be gone already.

    With `keeps_hours` their hours stay as numbers.
    """

    def __init__(self, practice: Practice, client_id: str, name: str = "", *, keeps_hours: bool = True) -> None:
        self.practice, self.client_id, self.name, self.keeps_hours = practice, client_id, name, keeps_hours

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that are this client's with all that is in them."""
        practice = self.practice
        return tuple(parent / self.client_id for parent in (practice.erasing, practice.clients, practice.trash))

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """All files in those folders."""
        return tuple(path for folder in self.folders for path in plain_files(folder))

    @cached_property
    def sessions(self) -> frozenset[str]:
        """The names of their sessions' files, wherever these lie now."""
        return frozenset(path.stem for path in self.files if is_session_name(path.name))

    @cached_property
    def _long_names(self) -> tuple[str, ...]:
        """What stands for the names of sessions that are too long for a file."""
        names = {stem: f"{self.client_id}--{stem}" for stem in self.sessions}
        return tuple(short for name in names.values() if (short := bounded(name)) != name)

    def is_in_name(self, name: str) -> bool:
        """Whether a file that lies with those of all clients is one of this client's, by its name."""
        bare = name.lstrip(".")
        rest = bare.removeprefix(f"{self.client_id}--")
        return (rest != bare and _PART.fullmatch(rest) is not None) or bare.startswith(self._long_names)

"""The files around a framework that is being edited: the copy in the editor, a draft, the version before."""

from itertools import count
from pathlib import Path

from coachcli.domain.value import Value
from coachcli.store.disk import files
from coachcli.store.disk.status import is_file, is_there


class WorkingCopy(Value, frozen=True):
    """The files around the framework at `path` while it is edited, all in its folder and for the coach alone."""

    path: Path

    @property
    def copy(self) -> Path:
        """The file that the editor has open; its ending tells editors that it is YAML."""
        return self.path.with_name(f".{self.path.stem}.edit{self.path.suffix}")

    @property
    def draft(self) -> Path:
        """The text that is kept for later, because it cannot be used yet."""
        return self.path.with_name(f"{self.path.stem}.draft{self.path.suffix}")

    @property
    def earlier(self) -> Path:
        """The version before the last change."""
        return self.path.with_name(f".{self.path.name}.bak")

    def open(self, data: bytes) -> None:
        """Lay a text out for the editor."""
        files.replace(self.copy, data, expected=files.digest_of(self.copy))

    def open_draft(self) -> None:
        """Lay the draft out for the editor."""
        self.open(files.read_bytes(self.draft))
        files.remove(self.draft)

    def rescue(self) -> None:
        """Keep the text that a killed process left in the editor as a draft."""
        if is_file(self.copy):
            self.keep()

    def keep(self) -> Path:
        """Keep the text in the editor as a draft, never over another one; returns its path."""
        names = (
            self.draft if n == 1 else self.path.with_name(f"{self.path.stem}.{n}.draft{self.path.suffix}")
            for n in count(1)
        )
        return files.move_to(self.copy, next(path for path in names if not is_there(path)))

    def drop(self) -> None:
        """Throw the text in the editor away."""
        files.remove(self.copy)

    def take(self, before: bytes | None, after: bytes) -> None:
        """Put the new text in the place of `before`, if that is still there, and keep that one beside it."""
        if before is not None:
            files.replace(self.earlier, before, expected=files.digest_of(self.earlier))
        files.replace(self.path, after, expected=files.digest(before) if before is not None else None)
        self.drop()

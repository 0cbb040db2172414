"""What is kept outside the practice, and since when."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coachcli.store.paths import Practice
from coachcli.store.session import rescue


@dataclass(frozen=True, slots=True)
class Rescued:
    """A copy that the practice could not take, and when it was written."""

    path: Path
    written: datetime

    def as_data(self) -> dict[str, str]:
        """For programs."""
        return {"path": str(self.path), "written": self.written.isoformat(timespec="seconds")}

    def as_row(self) -> str:
        """For people."""
        return f"  {self.path}  (written {self.written:%Y-%m-%d %H:%M})"


def rescued(practice: Practice) -> list[Rescued]:
    """The copies of sessions of a practice, the oldest first."""
    found = (Rescued(path, _written(path)) for path in rescue.copies(practice))
    return sorted(found, key=lambda copy: copy.written)


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()

"""Where a practice is, and where things are inside it."""

import os
from dataclasses import dataclass
from pathlib import Path

from coachcli.store import files

README = """# Your coaching practice

This folder is yours. coachcli keeps your sessions here as plain text; it needs no account and sends nothing anywhere.

- `clients/NAME/sessions/*.yaml` - your sessions. These are the truth; any editor can open them.
- `clients/NAME/sessions/*.md` - the same for reading. Made anew from the YAML, so changes in them are lost.
- `clients/NAME/client.yaml` - the client's name. You may add what you like to it.
- `frameworks/*.yaml` - coaching models of your own. One with the id of a shipped one is used instead of it.
- `.trash/` - what you deleted, until you empty it yourself. `coach session restore` brings a session back.
- `.snapshots/` - frameworks as they were when a session began; a session needs its own to be resumed.

To back it up, copy the whole folder while no session is open. What is in here is confidential: keep it on a disk that
is encrypted, and out of folders that others can see.
"""


@dataclass(frozen=True, slots=True)
class Practice:
    """The folder with everything, and the places in it."""

    root: Path

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
    def editing(self) -> Path:
        """Copies that are open in an editor."""
        return self.root / ".editing"

    def sessions(self, client_id: str) -> Path:
        """Where a client's sessions are."""
        return self.clients / client_id / "sessions"

    def session_file(self, client_id: str, stem: str) -> Path:
        """One session."""
        return self.sessions(client_id) / f"{stem}.yaml"

    def lock_file(self, session_file: Path) -> Path:
        """What is held while a session is open."""
        return self.locks / f"{session_file.parent.parent.name}--{session_file.stem}"


def draft_file(session_file: Path) -> Path:
    """Where the line being typed is kept."""
    return session_file.with_suffix(".draft")


def markdown_file(session_file: Path) -> Path:
    """The session for reading."""
    return session_file.with_suffix(".md")


def find_practice(chosen: Path | None) -> Practice:
    """The practice: the one chosen, else COACH_PRACTICE, else the user's data folder on this platform."""
    named = chosen or os.environ.get("COACH_PRACTICE")
    return Practice(Path(named).expanduser().absolute() if named else default_root())


def default_root() -> Path:
    """The practice of a coach who chose none."""
    from platformdirs import user_data_path  # noqa: PLC0415 17 ms, and only where nothing is chosen

    return user_data_path("coachcli", appauthor=False)


def set_up(practice: Practice) -> None:
    """The folder, for its owner alone, with a page that says what it is."""
    files.make_folder(practice.root, inside=practice.root.parent)
    for folder in (practice.clients, practice.frameworks):
        files.make_folder(folder, inside=practice.root)
    readme = practice.root / "README.md"
    if not readme.exists():
        files.replace(readme, README.encode(), expected=None)

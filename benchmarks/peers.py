"""Other programs that look for the same words in the same text."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from coachcli.store.paths import Practice

Command = tuple[list[str], Mapping[str, str]]
"""The words of a command, and its environment."""


def jrnl(practice: Practice, folder: Path, *words: str) -> Command | None:
    """A command of jrnl, with one entry for each session, of the same words; None where it is not on PATH."""
    program = shutil.which("jrnl")
    if program is None:
        return None
    home = folder / f"jrnl-{practice.root.name}"
    journal, settings = home / "journal.txt", home / "jrnl.yaml"
    if not settings.exists():
        home.mkdir(parents=True, exist_ok=True)
        _write(journal, practice)
        settings.write_text(f"journals:\n  default: {{journal: {journal}}}\nversion: v4.2\n", "utf-8")
    return [program, "--config-file", str(settings), *words], {**os.environ, "HOME": str(home)}


def ripgrep(practice: Practice, word: str) -> Command | None:
    """ripgrep in the files of sessions; None where it is not on PATH."""
    program = shutil.which("rg")
    if program is None:
        return None
    return [program, "--ignore-case", "--no-config", word, str(practice.clients)], os.environ


def _write(journal: Path, practice: Practice) -> None:
    with journal.open("w", encoding="utf-8") as file:
        for path in sorted(practice.clients.glob("*/sessions/*.yaml"), key=lambda path: path.name):
            day, time = path.stem[:10], f"{path.stem[11:13]}:{path.stem[13:15]}"
            file.write(f"[{day} {time}] {path.parent.parent.name}\n{path.read_text('utf-8')}\n")

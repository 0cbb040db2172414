"""The scripts by which shells complete, and their installation where a shell reads them."""

import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store.disk import files
from coachcli.store.paths import named_path

Shell = Literal["bash", "zsh", "fish"]

_SCRIPTS = Path(__file__).parents[1] / "shells"


def script(shell: Shell) -> bytes:
    """The script for a shell."""
    return files.read_bytes(_SCRIPTS / f"coach.{shell}")


def install(shell: Shell, environment: Mapping[str, str], home: Path) -> list[Path]:
    """Put the script in place, and a line that reads it into the shell's own file; returns the files written."""
    settings = named_path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    if shell == "fish":
        return [_put(settings / "fish/completions/coach.fish", script(shell))]
    path = _put(settings / f"coachcli/completion.{shell}", script(shell))
    profile = _profile(shell, environment, home)
    line = f"[ -r {shlex.quote(str(path))} ] && . {shlex.quote(str(path))}"
    return [path, profile] if _append(profile, line) else [path]


def _profile(shell: Shell, environment: Mapping[str, str], home: Path) -> Path:
    """The file that a new terminal reads; on a Mac every bash is a login shell."""
    if shell == "zsh":
        return Path(environment.get("ZDOTDIR") or home) / ".zshrc"
    return home / (".bash_profile" if sys.platform == "darwin" else ".bashrc")


def _put(path: Path, data: bytes) -> Path:
    folder = path.parent.resolve()
    files.make_folder(folder, inside=folder)
    files.replace(folder / path.name, data, expected=files.digest_of(path))
    return path


def _append(path: Path, line: str) -> bool:
    """Add a line to a file of the coach's own, whole or not at all, unless it is there. Their own link is followed."""
    target = _where_it_leads(path)
    try:
        text = files.read_bytes(target)
        status, digest = target.stat(), files.digest(text)
    except NotFoundError:
        text, status, digest = b"", None, None
    if line.encode() in text.split(b"\n"):
        return False
    before = b"" if not text or text.endswith(b"\n") else b"\n"
    files.replace(target, text + before + line.encode() + b"\n", expected=digest, like=status)
    return True


def _where_it_leads(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # in a circle
        raise UnreadableError(f"{path} cannot be read: it is a link that leads nowhere.", "Mend it first.") from None

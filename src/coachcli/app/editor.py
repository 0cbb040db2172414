"""The coach's own editor, on a copy inside the practice."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from coachcli.errors import CoachError, UsageError

_VI = {"vi", "vim", "nvim", "view"}
# An editor's swap and backup files would be copies of what clients said, wherever it keeps them.
_VI_QUIET = ["-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile noswapfile viminfo="]


def command() -> list[str]:
    """The editor as it is to be called, without the file."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual()
    try:
        words = shlex.split(chosen, posix=sys.platform != "win32")
    except ValueError:
        words = []
    if not words or shutil.which(words[0]) is None:
        raise UsageError(f"There is no editor {chosen or 'set'}.", "Set one: export EDITOR=nano")
    return [*words, *_VI_QUIET] if Path(words[0]).stem in _VI else words


def open_in_editor(path: Path) -> None:
    """Open a file and wait; raises CoachError where the editor fails. The file is left where it is."""
    try:
        done = subprocess.run([*command(), str(path)], check=False)  # noqa: S603 the coach's own editor
    except OSError:
        raise CoachError("The editor could not be started.", f"What you wrote is in {path}") from None
    if done.returncode != 0:
        raise CoachError(f"The editor ended with an error ({done.returncode}).", f"What you wrote is in {path}")


def _usual() -> str:
    """The editor of a coach who chose none; without a terminal there is nobody to use it."""
    if sys.stdin.closed or not sys.stdin.isatty():
        return ""
    if sys.platform == "win32":
        return "notepad"
    return next((name for name in ("nano", "vi") if shutil.which(name)), "")

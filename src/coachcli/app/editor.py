"""The coach's own editor, on a copy inside the practice."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from coachcli.errors import CoachError, UsageError

_VI = {"vi", "vim", "nvim", "view"}
# An editor's swap and backup files would be copies of what clients said, wherever it keeps them.
_VI_QUIET = ["-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile noswapfile viminfo="]


# How editors are told where to begin: before the file, or as a part of its name.
_BEFORE = {
    **dict.fromkeys(_VI, "+{line}"),
    **dict.fromkeys(("nano", "pico"), "+{line},{column}"),
    **dict.fromkeys(("emacs", "emacsclient", "micro", "kak"), "+{line}:{column}"),
}
_BEHIND = {"code", "code-insiders", "codium", "cursor", "subl", "hx", "helix", "zed"}
_GO_TO = {"code": "-g", "code-insiders": "-g", "codium": "-g", "cursor": "-g"}
# Those that come back at once, with the file still open, unless they are told to wait.
_WAITING = {
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "zed"), ("--wait", "-w")),
    "subl": ("-w", "--wait"),
}


class Place(NamedTuple):
    """Where in a file the editor is to begin, counted from 1."""

    line: int
    column: int


def command() -> list[str]:
    """The editor as it is to be called, without the file."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual()
    try:
        words = shlex.split(chosen, posix=sys.platform != "win32")
    except ValueError:
        words = []
    if not words or shutil.which(words[0]) is None:
        raise UsageError(f"There is no editor {chosen or 'set'}.", "Set one: export EDITOR=nano")
    name = Path(words[0]).stem
    waiting = _WAITING.get(name, ())
    if waiting and not set(waiting) & set(words):
        words.append(waiting[0])
    return [*words, *_VI_QUIET] if name in _VI else words


def at_place(editor: str, path: Path, place: Place | None) -> list[str]:
    """The file, and where in it to begin, in the words of an editor; where it knows none, the file alone."""
    name = Path(editor).stem
    if place is not None and name in _BEFORE:
        return [_BEFORE[name].format(line=place.line, column=place.column), str(path)]
    if place is not None and name in _BEHIND:
        go_to = [_GO_TO[name]] if name in _GO_TO else []
        return [*go_to, f"{path}:{place.line}:{place.column}"]
    return [str(path)]


def open_in_editor(path: Path, place: Place | None = None) -> None:
    """Open a file and wait; raises CoachError where the editor fails. The file is left where it is."""
    editor = command()
    try:
        done = subprocess.run([*editor, *at_place(editor[0], path, place)], check=False)  # noqa: S603 the coach's own
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

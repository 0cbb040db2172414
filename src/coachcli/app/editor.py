"""The coach's own editor: which program it is, and how it is started."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from coachcli.errors import CoachError, UsageError
from coachcli.patterns import pattern

_VI = {"vi", "vim", "nvim", "view", "gvim", "mvim"}
# Swap and backup files of an editor would be copies of what clients said, wherever the editor keeps them.
_VI_QUIET = ["-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile noswapfile viminfo="]
# How each editor is told at which place to begin: by an argument before the file, or as a part of its name.
_BEFORE = {
    **dict.fromkeys(_VI, "+{line}"),
    **dict.fromkeys(("nano", "pico"), "+{line},{column}"),
    **dict.fromkeys(("emacs", "emacsclient", "micro", "kak"), "+{line}:{column}"),
}
_BEHIND = {"code", "code-insiders", "codium", "cursor", "subl", "hx", "helix", "zed"}
_GO_TO = {"code": "-g", "code-insiders": "-g", "codium": "-g", "cursor": "-g"}
# Editors that come back at once, with the file still open, unless they are told to wait: the first option is added.
_WAITING = {
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "zed", "atom"), ("--wait", "-w")),
    **dict.fromkeys(("subl", "mate", "bbedit"), ("-w", "--wait")),
    **dict.fromkeys(("gvim", "mvim"), ("-f", "--nofork")),
    **dict.fromkeys(("idea", "pycharm", "webstorm", "gedit"), ("--wait", "-w")),
    "kate": ("--block", "-b"),
    "open": ("-Wn", "-W", "--wait-apps"),
}
# Editors that keep the terminal until they are closed.
_IN_TERMINAL = _BEFORE.keys() - _WAITING.keys() - {"emacs", "emacsclient"} | {"hx", "helix"}
# Nobody looks at a text and leaves in so few seconds; and a window may take so many seconds to open.
_AT_ONCE, _SLOWLY = 2.0, 10.0
# On Windows: a program with blanks in its path, which people also write without quotes.
_UNQUOTED = pattern(r"(?:[A-Za-z]:[\\/]|\\\\)[^\"]*?\.(?:exe|cmd|bat|com)(?=\s|$)", re.IGNORECASE)
_QUOTED = pattern(r"\"([^\"]*)\"|'([^']*)'")
_WORD = pattern(r"(?:\"[^\"]*\"|'[^']*'|\S)+")


class Place(NamedTuple):
    """The place in a file at which the editor begins, counted from 1."""

    line: int
    column: int


def command() -> list[str]:
    """The words of the command that starts the editor, without the file."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual()
    words = [chosen] if shutil.which(chosen) else words_of(chosen, windows=sys.platform == "win32")
    if not words or shutil.which(words[0]) is None:
        how = "setx EDITOR notepad" if sys.platform == "win32" else "export EDITOR=nano"
        raise UsageError(f"There is no editor {chosen or 'set'}.", f"Set one: {how}")
    waiting = _WAITING.get(_name_of(words), ())
    if waiting and not set(waiting) & set(words):
        words.append(waiting[0])
    return [*words, *_VI_QUIET] if _name(words[0]) in _VI else words


def words_of(chosen: str, *, windows: bool) -> list[str]:
    """A command split into its program and its arguments; empty where a quotation mark is never closed."""
    if windows:
        program = _UNQUOTED.match(chosen)
        rest = chosen[program.end() :] if program else chosen
        return [*([program[0]] if program else []), *(_QUOTED.sub(r"\1\2", word) for word in _WORD.findall(rest))]
    try:
        return shlex.split(chosen)
    except ValueError:
        return []


def comes_back_within(editor: list[str]) -> float:
    """Within how many seconds an editor may come back by itself, without anybody having closed it."""
    name = _name_of(editor)
    if name in _IN_TERMINAL:
        return 0.0
    return _AT_ONCE if name in _WAITING else _SLOWLY


def at_place(editor: str, path: Path, place: Place | None) -> list[str]:
    """The arguments with which an editor opens a file at a place; for an editor that knows no places, only the file."""
    name = _name(editor)
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


def _name_of(words: list[str]) -> str:
    """The name of an editor, as the tables above have it."""
    name = _name(words[0])
    if name == "open" and sys.platform != "darwin":
        return ""  # another program of that name, which cannot wait
    return "gvim" if name in _VI and "-g" in words else name


def _name(program: str) -> str:
    return Path(program).stem.casefold()


def _usual() -> str:
    """The editor for a coach who chose none; raises where there is no terminal, as nobody is there to use one."""
    if sys.stdin.closed or not sys.stdin.isatty():
        return ""
    if sys.platform == "win32":
        return "notepad"
    return next((name for name in ("nano", "vi") if shutil.which(name)), "")

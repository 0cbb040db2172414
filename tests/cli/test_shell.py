"""Tab in real shells: what is typed and completed reaches coach as the name it is, and no name acts on the shell."""

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli.conftest import Coach

from coachcli.store.paths import Practice

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells of Unix in a terminal of Unix")

HOSTILE = "$(touch pwned)"
QUOTED = 'O\'Hara "Q" `touch pwned` * \\é'
START = {"bash": ["bash", "-i"], "zsh": ["zsh", "-i"], "fish": ["fish", "--private", "-i"]}
SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed"))
    for name in START
]

# What is typed, a Tab at its end, and what coach is then told.
TYPED = {
    "session start Ja": ["session", "start", "Jane Doe"],
    'session start "Jane D': ["session", "start", "Jane Doe"],
    r"session start Dr:\ ": ["session", "start", "Dr: No"],
    r"session start \$": ["session", "start", HOSTILE],
    "session start O": ["session", "start", QUOTED],
    "session start --framework=ega": ["session", "start", "--framework=egan"],
    r"session show Jane\ Doe/2024-03": ["session", "show", "Jane Doe/2024-03-01-1400"],
    "session start nob": ["session", "start", "nob"],
    "session export -o nob": ["session", "export", "-o", "nobodys.txt"],
}


@pytest.fixture
def typing(
    tmp_path: Path, practice: Practice, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Callable[[str], list[str]]]]:
    """A shell set up as a coach sets it up; `coach` in it says what it was told."""
    for number, name in enumerate(["Jane Doe", HOSTILE, QUOTED, "Dr: No"]):
        folder = practice.clients / ("jane-doe" if name == "Jane Doe" else f"c{number}")
        (folder / "sessions").mkdir(parents=True)
        (folder / "client.yaml").write_text(f"name: '{name.replace(chr(39), chr(39) * 2)}'\n", encoding="utf-8")
    (practice.sessions("jane-doe") / "2024-03-01-1400-grow.yaml").touch()
    here, programs = tmp_path / "here", tmp_path / "programs"
    here.mkdir()
    programs.mkdir()
    (here / "nobodys.txt").touch()
    (programs / "coach").write_text(
        f'#!/bin/sh\n[ -n "$_COACH_COMPLETE" ] && exec {shlex.quote(sys.executable)} -m coachcli\n'
        "printf '=told'; printf '<%s>' \"$@\"; echo '='\n"
    )
    (programs / "coach").chmod(0o700)
    home = tmp_path / "home"
    home.mkdir()
    for name, value in {"PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "PS1": "READY> "}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("ZDOTDIR", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    running = []

    def start(shell: str) -> Callable[[str], list[str]]:
        assert coach("--install-completion", shell).code == 0
        terminal = pexpect.spawn(START[shell][0], START[shell][1:], cwd=here, encoding="utf-8", dimensions=(40, 200))
        running.append(terminal)
        terminal.send("coach ready\r")
        terminal.expect_exact("=told<ready>=")

        def told(typed: str) -> list[str]:
            terminal.send(f"coach {typed}\t\r")
            terminal.expect("=told<([^\r\n]*)>=")
            return str(terminal.match[1]).split("><")

        return told

    yield start
    for terminal in running:
        terminal.close(force=True)
    assert [path.name for path in here.iterdir()] == ["nobodys.txt"]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_name_is_completed_as_the_name_it_is(shell: str, typing: Callable[[str], Callable[[str], list[str]]]) -> None:
    told = typing(shell)

    assert {typed: told(typed) for typed in TYPED} == TYPED

"""`coach` as a coach calls it: in this process where that shows the same, in one of its own where it does not."""

import json
import os
import shutil
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from coachcli.cli.main import main
from coachcli.store.paths import Practice

CANARY = "xylophone sorrow"
FIRST = "jane-doe/2024-03-01-1400"
"""The session that `ended` makes."""
WHOSE = "Jane Doe, Friday 1 March 2024, 14:00, GROW\n"
"""What an export without a name says first of that session."""
BROKEN = "title: Mine\nstages:\n- title: One\n  ask:\n  - typ: note\n    ask: What is on your mind?\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The result, read as JSON."""
        return json.loads(self.out)


class Coach(Protocol):
    """Runs `coach` with these words, and with these lines coming through a pipe."""

    def __call__(self, *words: str, typed: str = "") -> Answer: ...


@pytest.fixture
def coach(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Coach:
    """The whole of `main`, without the price of a process."""
    pipe = tmp_path_factory.mktemp("stdin") / "lines"

    def run(*words: str, typed: str = "") -> Answer:
        pipe.write_text(typed, encoding="utf-8")
        with monkeypatch.context() as patch, warnings.catch_warnings(), pipe.open(encoding="utf-8") as lines:
            patch.setattr(sys, "argv", ["coach", *words])
            patch.setattr(sys, "stdin", lines)
            for module, hook in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
                patch.setattr(module, hook, getattr(module, hook))
            with pytest.raises(SystemExit) as left:
                main()
        said = capsys.readouterr()
        return Answer(int(left.value.code or 0), said.out, said.err)

    return run


@pytest.fixture(autouse=True)
def _left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """`main` sets the umask for its process; and no test opens the editor of whoever runs it."""
    monkeypatch.setenv("EDITOR", "no-editor-of-that-name")
    monkeypatch.delenv("VISUAL", raising=False)
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """For each client a practice with one session, to be copied: it takes a while to hold one."""
    calls = {
        "Jane Doe": ("2024-03-01 14:00", f"{CANARY}\n>send the article\n/share client\n/end\n"),
        "Bob": ("2024-04-02 09:30", f"{CANARY} and more\n"),
    }
    root = tmp_path_factory.mktemp("held")
    for client, (at, typed) in calls.items():
        words = ("--practice", str(root / client), "session", "start", client, "--at", at)
        assert process(*words, typed=typed.encode(), TZ="UTC", HOME=str(root), XDG_STATE_HOME=str(root)).code == 0
    return {client: root / client for client in calls}


@pytest.fixture
def ended(held: dict[str, Path], practice: Practice) -> Path:
    """The file of a session with Jane Doe that has ended: a note of the coach's own, and a promise she may see."""
    shutil.copytree(held["Jane Doe"], practice.root, dirs_exist_ok=True)
    return practice.session_file("jane-doe", "2024-03-01-1400-grow")


@pytest.fixture
def paused(held: dict[str, Path], practice: Practice) -> Path:
    """The file of a session with Bob that was left before its end."""
    shutil.copytree(held["Bob"], practice.root, dirs_exist_ok=True)
    return practice.session_file("bob", "2024-04-02-0930-grow")


@pytest.fixture
def broken_framework(practice: Practice) -> Path:
    """A framework of the coach's own that cannot be used."""
    practice.frameworks.mkdir(parents=True, exist_ok=True)
    path = practice.frameworks / "mine.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def process(*words: str, typed: bytes = b"", program: tuple[str, ...] = ("-m", "coachcli"), **more: str) -> Answer:
    """Run `coach`, or another program of Python's, in a process of its own."""
    done = subprocess.run(
        [sys.executable, *program, *words],
        input=typed,
        env={**os.environ, **more},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def everything_in(folder: Path) -> dict[Path, bytes]:
    """Every file with what is in it."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

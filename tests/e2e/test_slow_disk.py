"""A disk that takes its time: nobody waits for it, the mark tells the truth, and nothing is lost meanwhile."""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from e2e.conftest import Opener
from e2e.screen import Home, Key, Window

from coachcli.app.session.draft_recovery import draft_left
from coachcli.live.source import Line
from coachcli.store.session import sessions

assert sys.platform != "win32"  # it has other signals, terminals and locks

# What Python runs before `coach`: nothing is flushed for as long as a file is there.
BUSY_DISK = """
import os, time
from pathlib import Path

def fsync(fd, real=os.fsync, busy=Path(os.environ["HOME"], "busy")):
    while busy.exists():
        time.sleep(0.01)
    real(fd)

os.fsync = fsync
"""


@dataclass(frozen=True, slots=True)
class Disk:
    """Busy, or not."""

    home: Home

    def is_busy(self) -> None:
        """From here on it flushes nothing."""
        (self.home.root / "busy").touch()

    def answers(self) -> None:
        """It does what it was asked."""
        (self.home.root / "busy").unlink()


@pytest.fixture
def disk(home: Home) -> Disk:
    return Disk(home)


@pytest.fixture
def window(coach: Opener, home: Home, tmp_path: Path) -> Window:
    """A call on that disk, with one note taken."""
    (tmp_path / "sitecustomize.py").write_text(BUSY_DISK)
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    window = coach("session", "start", "Jane Example", "-f", "grow", PYTHONPATH=path)
    window.wait_for("What is on your mind as you arrive?")
    window.enter("one")
    assert home.notes() == ["one"]
    return window


def left_by_a_kill(home: Home) -> Line | None:
    stored = sessions.load(home.session_files()[0])
    return draft_left(stored, stored.session)


def test_the_next_question_and_the_next_key_do_not_wait_and_the_mark_says_when_it_is_saved(
    window: Window, home: Home, disk: Disk
) -> None:
    disk.is_busy()
    window.enter("two", lambda: window.line == "" and "saving" in window.words)
    window.enter("three", lambda: window.line == "")
    window.type("half a sen")
    window.wait_for_line("half a sen")
    assert "saving" in window.words
    assert home.notes() == ["one"]

    disk.answers()
    window.wait_for(lambda: "saving" not in window.words)
    assert home.notes() == ["one", "two", "three"]


def test_a_kill_meanwhile_costs_no_line(window: Window, coach: Opener, home: Home, disk: Disk) -> None:
    disk.is_busy()
    window.enter("two", lambda: window.line == "")
    window.settle()
    window.enter("three", lambda: window.line == "")
    window.type("half a sen")
    window.wait_for(lambda: left_by_a_kill(home) == Line.ending("two\nthree\nhalf a sen"))
    window.signal(signal.SIGKILL)
    window.ended()

    disk.answers()
    resumed = coach("session", "resume")
    resumed.wait_for("half a sen")
    resumed.settle()
    resumed.type(Key.ENTER)
    resumed.wait_for_line("")
    resumed.wait_for(lambda: home.notes() == ["one", "two\nthree\nhalf a sen"])


@pytest.mark.parametrize(
    ("leave", "code"),
    [
        (lambda window: window.type("/pause", Key.ENTER), 0),
        (lambda window: window.signal(signal.SIGTERM), 143),
        # Impatience makes it no faster, and costs nothing.
        (lambda window: window.type("/pause", Key.ENTER, Key.CTRL_C, Key.CTRL_C), 130),
    ],
    ids=["pause", "terminate", "impatient"],
)
def test_leaving_waits(window: Window, home: Home, disk: Disk, leave: Callable[[Window], None], code: int) -> None:
    disk.is_busy()
    window.enter("two", lambda: window.line == "" and "saving" in window.words)
    leave(window)
    window.settle()
    disk.answers()

    assert window.ended() == code
    assert home.notes() == ["one", "two"]
    assert left_by_a_kill(home) is None

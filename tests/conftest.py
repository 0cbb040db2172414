"""Every test has a practice, a home and a terminal of its own; none can reach the coach's."""

import itertools
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from coachcli.command_line import on_practice
from coachcli.store import paths
from coachcli.store.paths import Practice

# What is compiled is kept, whatever this shell asks for: compiling the tests took a third of a minute of every run,
# and what they start was compiled anew each time.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A shell that runs the tests in the background ignores these for all that it starts, and `coach` keeps to that.
for _name in ("SIGINT", "SIGQUIT", "SIGHUP"):
    _number = getattr(signal, _name, None)
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.default_int_handler if _name == "SIGINT" else signal.SIG_DFL)

_numbers = itertools.count()
_real_default_root, _real_default_cache = paths.default_root, paths.default_cache


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-screens", action="store_true", help="write tests/e2e/snapshots anew")


@pytest.fixture(autouse=True)
def _world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Nothing of it is made before somebody writes there: most tests touch no disk."""
    wants_folder = "tmp_path" in request.fixturenames
    folder: Path = (
        request.getfixturevalue("tmp_path")
        if wants_folder
        else tmp_path_factory.getbasetemp() / f"world-{next(_numbers)}"
    )
    monkeypatch.setenv("COACH_PRACTICE", str(folder / "practice"))
    if request.node.get_closest_marker("packaging") is None:  # pip finds its index by way of the home folder
        monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.setenv("COACH_CACHE", str(folder / "cache"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "80", "TERM": "xterm", "TZ": "UTC"}.items():
        monkeypatch.setenv(name, value)
    _set_time_zone()
    on_practice(None)
    yield
    monkeypatch.undo()
    _set_time_zone()


def _set_time_zone() -> None:
    if sys.platform != "win32":
        time.tzset()


@pytest.fixture(autouse=True)
def _no_practice_of_the_coach(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that forgets to name a practice must fail, not write into the one of whoever runs it."""
    if "default_root" not in request.fixturenames:
        monkeypatch.setattr(paths, "default_root", _refuse)
    if "default_cache" not in request.fixturenames:
        monkeypatch.setattr(paths, "default_cache", _refuse_cache)


def _refuse() -> NoReturn:
    raise AssertionError("this test came upon the default practice: name one, or ask for the fixture default_root")


def _refuse_cache() -> NoReturn:
    raise AssertionError("this test came upon the cache of whoever runs it: COACH_CACHE names the one of the test")


@pytest.fixture
def default_cache() -> Path:
    """Where things are remembered for a coach who chose no folder for it; with this a test may come upon it."""
    return _real_default_cache()


@pytest.fixture
def default_root() -> Path:
    """Where the practice of a coach is who chose none; with this a test may come upon it."""
    return _real_default_root()


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    """The practice of this test, not laid out yet; COACH_PRACTICE names it."""
    return Practice(tmp_path / "practice")

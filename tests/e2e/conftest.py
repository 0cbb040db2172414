from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from e2e.screen import Home, Window

Opener = Callable[..., Window]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def coach(home: Home) -> Iterator[Opener]:
    """Opens windows of this coach, and closes them in the end."""
    with ExitStack() as windows:
        yield lambda *words, **how: windows.enter_context(Window(home, *words, **how))


@pytest.fixture
def grow(coach: Opener) -> Window:
    """A window at the first question of GROW."""
    window = coach("session", "start", "Jane Example", "-f", "grow")
    window.wait_for("What is on your mind as you arrive?")
    return window

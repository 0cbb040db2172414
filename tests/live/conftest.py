"""Typing into a terminal that is not there, and a screen to look at."""

import threading
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

import pyte
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from coachcli.live.terminal import keys as bindings

HANGS_AFTER = 30.0
"""Seconds after which the keyboard is pulled out, so that a test with too few keys ends."""

Part = str | float | Callable[[], object]


class Keys:
    """What is typed: texts one after the other, pauses in seconds, and whatever else is to happen in between."""

    def __init__(self, pipe: PipeInput) -> None:
        self._pipe = pipe
        self._hands: list[threading.Thread] = []
        self._guard = threading.Timer(HANGS_AFTER, pipe.close)
        self.card_is_drawn = threading.Event()

    def __enter__(self) -> Self:
        self._guard.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        for hand in self._hands:
            hand.join()
        self._guard.cancel()

    def __call__(self, *parts: Part) -> None:
        hand = threading.Thread(target=self._type, args=(parts,), daemon=True)
        self._hands.append(hand)
        hand.start()

    def shown(self) -> None:
        """Wait until the card was drawn: for keys that must not come before."""
        self.card_is_drawn.wait(HANGS_AFTER)

    def unplug(self) -> None:
        """Nobody can type any more."""
        self._pipe.close()

    def _type(self, parts: tuple[Part, ...]) -> None:
        for part in parts:
            if isinstance(part, str):
                self._pipe.send_text(part)
            elif isinstance(part, float):
                time.sleep(part)
            else:
                part()


def until(condition: Callable[[], object]) -> Callable[[], None]:
    """Among keys: wait until something is so."""

    def wait() -> None:
        give_up = time.monotonic() + HANGS_AFTER / 2
        while not condition():
            assert time.monotonic() < give_up, "it never came to be so"
            time.sleep(0.005)

    return wait


@pytest.fixture
def keys() -> Iterator[Keys]:
    """Keys for whatever reads the terminal in this test."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()), Keys(pipe) as hands:
        yield hands


@pytest.fixture(autouse=True)
def somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of which nobody knows whether it marks pastes, wherever the tests are run."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("TERM_PROGRAM", "TMUX", "STY", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def marking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that is known to mark pastes."""
    monkeypatch.setenv("TERM_PROGRAM", "Apple_Terminal")


@pytest.fixture
def no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses Enter has read what is asked."""
    monkeypatch.setattr(bindings, "DOUBLE_ENTER_SECONDS", 0.0)


class Screen:
    """A screen of any size. `write` and `flush` are what a terminal's output needs."""

    encoding = "utf-8"

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.written = ""
        self.broken: OSError | None = None
        """What the system says to whoever writes to a window that is gone."""

    def write(self, text: str) -> int:
        if self.broken is not None:
            raise self.broken
        self.written += text
        self._stream.feed(text)
        return len(text)

    def flush(self) -> None:
        """All is there at once."""

    def isatty(self) -> bool:
        return True

    @property
    def size(self) -> Size:
        return Size(rows=self._screen.lines, columns=self._screen.columns)

    @property
    def rows(self) -> list[str]:
        return [row.rstrip() for row in self._screen.display if row.strip()]

    @property
    def all_rows(self) -> list[str]:
        """The empty ones too."""
        return [row.rstrip() for row in self._screen.display]

    @property
    def words(self) -> str:
        """Everything on the screen on one line, so that a sentence is found wherever it was wrapped."""
        return " ".join(" ".join(self.rows).split())

    def resize(self, columns: int) -> None:
        self._screen.resize(self._screen.lines, columns)

    def output(self, *, tells_cursor: bool = False) -> Vt100_Output:
        return Vt100_Output(self, lambda: self.size, term="xterm", enable_cpr=tells_cursor)  # type: ignore[arg-type]


@pytest.fixture
def screen() -> Screen:
    """A window of the usual size."""
    return Screen()

"""A session as it is typed, step by step, and what the screen held after each step, in a file for reading.

`pytest --update-screens` writes the files anew; without it a test compares.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from e2e.screen import Key, Window
from wcwidth import wcswidth

FOLDER = Path(__file__).with_name("snapshots")
_KEYS = (Key.SHIFT_TAB, Key.TAB, Key.UP, Key.F1, Key.F2, Key.CTRL_C, Key.CTRL_D, Key.CTRL_U)
_NAMES = {key: key.name.replace("_", "-").title() for key in _KEYS}
_UNFINISHED = "\0"
PLACE = "/tmp/example1"
"""Stands for the home of the coach, which is somewhere else each time, with a name that is as long."""
_MANY = 3
# Seconds of silence after which a screen that is not as it was will not become so any more; or is there, when new.
_NOT_COMING, _THERE = 5.0, 1.0


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, what is typed for it, and words that are on the screen then.

    A line is typed with Enter; one that ends with a NUL is not finished yet. A key of `Key` is pressed by itself.
    """

    name: str
    typed: tuple[str, ...]
    then: str


@dataclass(frozen=True, slots=True)
class Shot:
    """A step, and the screen after it."""

    step: Step
    screen: str

    @property
    def text(self) -> str:
        """Both as they stand in the file."""
        typed = f"typed: {'  '.join(map(_shown, self.step.typed))}\n" if self.step.typed else ""
        return f"== {self.step.name}\n{typed}{self.screen}\n"


def page(about: str, shots: list[Shot]) -> str:
    """The file of a session."""
    return "\n".join([f"{about}\n", *(shot.text for shot in shots)])


def screens_of(text: str) -> dict[str, str]:
    """The screens in a file, by the names of their steps."""
    parts = (part.partition("\n") for part in text.split("\n== ")[1:])
    return {name: rest[f"\n{rest}".index("\n+") :].rstrip("\n") for name, _, rest in parts}


def difference(before: str, after: str) -> str:
    """What a reader has to look at; nothing where both are the same."""
    return "\n".join(unified_diff(before.split("\n"), after.split("\n"), "as it was", "as it is", n=50, lineterm=""))


def play(window: Window, steps: tuple[Step, ...], known: Mapping[str, str]) -> Iterator[Shot]:
    """Type the steps; each waits for its screen where it is known, and else until nothing more comes.

    After the last one `coach` is at its end.
    """
    for step in steps:
        for number, keys in enumerate(step.typed):
            if number:
                window.wait_for_line("")
            _press(window, keys)
        if step is steps[-1]:
            window.ended()
        else:
            window.wait_for(step.then)
            _wait_for_screen(window, known.get(step.name))
        yield Shot(step, framed(window))


def _wait_for_screen(window: Window, known: str | None) -> None:
    patience = _THERE if known is None else _NOT_COMING
    window.wait_for(lambda: framed(window) == known or window.is_silent(patience))


def _press(window: Window, keys: str) -> None:
    if keys in _NAMES:
        window.type(keys)
        return
    line = keys.removesuffix(_UNFINISHED)
    if not line:
        window.settle()  # not so soon that it could be meant for the question before
    window.type(line)
    window.wait_for(lambda: (window.line or "").endswith(line))
    if line == keys:
        window.type(Key.ENTER)


def _shown(keys: str) -> str:
    """Keys as the reader sees them."""
    if keys in _NAMES:
        return _NAMES[Key(keys)]
    return keys.removesuffix(_UNFINISHED) if keys.endswith(_UNFINISHED) else f"{keys} ⏎".lstrip()


def framed(window: Window) -> str:
    """The screen in a frame; `v` and `>` on the frame point to the cursor, and many empty rows are told in one."""
    edge = "-" * window.columns
    top = f"{edge[: window.cursor]}v{edge[window.cursor + 1 :]}"
    said = [row.replace(str(window.home.root), PLACE) for row in window.rows]
    rows = [_row(text, window.columns, *("><" if at == window.cursor_row else "||")) for at, text in enumerate(said)]
    return "\n".join([f"+{top}+", *_without_many(rows, _row("", window.columns, "|", "|")), f"+{edge}+"])


def _row(text: str, columns: int, left: str, right: str) -> str:
    return f"{left}{text}{' ' * (columns - wcswidth(text))}{right}"


def _without_many(rows: list[str], empty: str) -> Iterator[str]:
    for row, same in groupby(rows):
        count = sum(1 for _ in same)
        yield from [f"~ {count} empty rows"] if row == empty and count > _MANY else [row] * count

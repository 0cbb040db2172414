"""Pictures of the screen of a call for the pages, drawn from what stood in a real terminal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docs.screens import _in_the_goal, _start
from e2e.screen import Window
from wcwidth import wcwidth

from docs import practice

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
CELL, _HEIGHT, _MARGIN, _BAR = 8.4, 18, 14, 30
_FONTS = "ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace"
_GROUND = ("#ffffff", "#1e2227")
_TEXT = ("#24292f", "#d5d9de")
_EDGE = ("#d0d7de", "#3a4149")
_COLOURS = {
    "black": ("#24292f", "#6e7681"),
    "red": ("#b3261e", "#f28b82"),
    "green": ("#1a7f37", "#7fc98b"),
    "brown": ("#855700", "#e3b667"),
    "blue": ("#0550ae", "#82b1f5"),
    "magenta": ("#8250df", "#d2a8f5"),
    "cyan": ("#0f6b74", "#79c9d3"),
    "white": ("#57606a", "#b6bec8"),
    "grey": ("#656d76", "#939ba6"),
}
"""What the colours of a terminal are in a picture: on a light page, on a dark one."""


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are drawn."""

    colour: str = "default"
    ground: str = "default"
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    faint: bool = False

    @classmethod
    def of(cls, char: Any) -> "Look":
        """That of a cell of the screen."""
        colour, ground = _named(char.fg), _named(char.bg)
        if char.reverse:
            colour, ground = ("ground" if ground == "default" else ground), ("text" if colour == "default" else colour)
        return cls(colour, ground, char.bold, char.italics, char.underscore, char.blink)

    @property
    def shows_blanks(self) -> bool:
        """Whether a blank can be seen."""
        return self.ground != "default" or self.underlined

    @property
    def classes(self) -> str:
        """The names of it in the picture's style."""
        marks = {
            "b": self.bold,
            "i": self.italic,
            "u": self.underlined,
            "f": self.faint,
            self.colour: self.colour != "default",
        }
        return " ".join(name for name, holds in marks.items() if holds)


def _named(colour: str) -> str:
    """The colour as this picture knows it; of one it does not know, none."""
    if colour == "brightblack":
        return "grey"
    name = colour.replace("bfight", "bright").removeprefix("bright")  # pyte's own slip
    return name if name in _COLOURS else "default"


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters that stand side by side and look alike."""

    column: int
    cells: int
    text: str
    look: Look


def drawn(window: Window, title: str) -> str:
    """The screen of a window as an SVG, with its words for those who cannot see it."""
    screen, rows = window.screen, window.text.count("\n") + 1
    width, height = screen.columns * CELL + 2 * _MARGIN, rows * _HEIGHT + _BAR + _MARGIN
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
    parts = [
        # What viewers do that do not know white-space.
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" {size}',
        ' role="img" aria-labelledby="title screen">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="screen">{escape(window.text)}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="window" x=".5" y=".5" width="{width - 1:g}" height="{height - 1:g}" rx="9"/>',
        *(f'<circle class="edge" cx="{_MARGIN + 6 + 18 * at}" cy="15" r="5"/>' for at in range(3)),
        *(part for row in range(rows) for run in _runs(screen, row) for part in _letters(run, row)),
        _cursor(screen),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _style() -> str:
    """The colours, twice: for light pages, and for dark ones."""
    light, dark = (_palette(which) for which in (0, 1))
    shapes = ".b{font-weight:700}.i{font-style:italic}.u{text-decoration:underline}.f{opacity:.75}"
    return f"text{{font:14px {_FONTS};white-space:pre}}{shapes}{light}@media(prefers-color-scheme:dark){{{dark}}}"


def _palette(which: int) -> str:
    named = {"ground": _GROUND, "text": _TEXT, **_COLOURS}
    colours = "".join(f".{name}{{fill:{both[which]}}}" for name, both in named.items())
    window = f".window{{fill:{_GROUND[which]};stroke:{_EDGE[which]}}}.edge{{fill:{_EDGE[which]}}}"
    return f"text{{fill:{_TEXT[which]}}}{colours}{window}.cursor{{fill:{_TEXT[which]};opacity:.6}}"


def _runs(screen: Any, row: int) -> Iterator[_Run]:
    """The letters of a row; a wide one stands alone, so that whatever font there is the columns keep in line."""
    cells = [(column, screen.buffer[row][column]) for column in range(screen.columns)]
    letters = [_Run(column, _cells(char.data), char.data, Look.of(char)) for column, char in cells if char.data]
    for _, found in groupby(letters, lambda one: (one.look, one.column if one.cells > 1 else None)):
        side_by_side = list(found)
        first, text = side_by_side[0], "".join(one.text for one in side_by_side)
        if text.strip() or first.look.shows_blanks:
            yield _Run(first.column, sum(one.cells for one in side_by_side), text, first.look)


def _cells(letter: str) -> int:
    return max(1, wcwidth(letter[0]))


def _letters(run: _Run, row: int) -> Iterator[str]:
    if run.look.ground != "default":
        yield _block(run.column, row, run.cells, run.look.ground)
    words = run.text if run.look.underlined else run.text.strip()
    column = run.column + run.text.index(words)
    length = (run.cells - len(run.text) + len(words)) * CELL
    style = f' class="{run.look.classes}"' if run.look.classes else ""
    place = f'x="{_x(column):g}" y="{_y(row) + 13:g}" textLength="{length:g}"'
    yield f"<text {place}{style}>{escape(words, quote=False)}</text>"


def _cursor(screen: Any) -> str:
    return _block(screen.cursor.x, screen.cursor.y, 1, "cursor") if not screen.cursor.hidden else ""


def _block(column: int, row: int, cells: int, name: str) -> str:
    size = f'width="{cells * CELL:g}" height="{_HEIGHT}"'
    return f'<rect class="{name}" x="{_x(column):g}" y="{_y(row):g}" {size}/>'


def _x(column: int) -> float:
    return round(_MARGIN + column * CELL, 1)


def _y(row: int) -> float:
    return _BAR + row * _HEIGHT


def _at_the_first_question(window: Window) -> None:
    window.wait_for("What is on your mind")


def _in_a_call(window: Window) -> None:
    _in_the_goal(window)
    window.enter("*Block two mornings for the strategy paper by friday 8/10")
    line = "~I want this more than she does; step back"
    window.type(line)
    window.wait_for_line(line)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture shows, and what is typed to come there."""

    title: str
    play: Callable[[Window], None]


SCENES = {
    "first-question": Scene("The first question of a call", _at_the_first_question),
    "call": Scene("The middle of a call, with a line that is being typed", _in_a_call),
}


def picture(name: str) -> str:
    """A picture, drawn just now."""
    scene = SCENES[name]
    with TemporaryDirectory(prefix="coach-picture-") as folder:
        home = practice.lived_in_home(Path(folder) / "home")
        with _start(home, NO_COLOR="") as window:
            scene.play(window)
            window.settle()
            return practice.without_machine(drawn(window, scene.title), home)


def path_of(name: str) -> Path:
    """Where a picture is."""
    return FOLDER / f"{name}.svg"


def main() -> None:
    """Draw all pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in SCENES:
        path_of(name).write_text(picture(name), encoding="utf-8")

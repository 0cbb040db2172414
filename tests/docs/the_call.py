"""The pictures of the page on a call, minute by minute: one call with Jane, drawn as it goes."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from docs.screens import WHEN
from e2e.screen import Home, Window

from docs import practice
from docs.pictures import CELL, drawn, path_of

_STEP = 71
"""Seconds that a line takes, so that what is typed here fills the call."""
_START = ("session", "start", "Jane Example", "-f", "grow", "-m", "50")
_SHOWN_AS = "~/coaching"


@dataclass(frozen=True, slots=True)
class Moment:
    """A picture: its name, what it shows, the lines that lead there, and what is on the screen then."""

    name: str
    title: str
    lines: tuple[str, ...]
    then: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is typed in one window, and the moments that are drawn."""

    words: tuple[str, ...]
    moments: tuple[Moment, ...]
    columns: int = 80
    rows: int = 24


_ARRIVING = ("A good week, and a long list", '"I asked for help and the sky stayed up')
_LOOKING_BACK = ("partly, Sam wants to think, by friday", "", "done, and it has a title", "")
SITTINGS = (
    Sitting(("prep", "jane"), (Moment("prep", "Where things stand before the call", (), "To begin"),)),
    Sitting(
        _START,
        (
            Moment(
                "start",
                "The first question: how she arrives",
                ("",),
                "What is on your mind",
            ),
            Moment(
                "listening",
                "Notes, the client's own words and an insight",
                (*_ARRIVING, "!She sits up straight when she says it"),
                "! insight: She sits up",
            ),
            Moment(
                "probe",
                "A follow-up question below the notes",
                (
                    "",
                    "Sam has the rota from January",
                    "",
                    *_LOOKING_BACK,
                    "What to do with the hours that are free now",
                    "",
                    "Two mornings a week for the strategy paper",
                    "They are in my calendar, and they stay there",
                    "",
                    "8 it is why I took the job",
                    "",
                    "1",
                    "",
                    "Six people still come to her first",
                    "/probe",
                ),
                "… What happened",
            ),
            Moment(
                "map",
                "The stages, each with its notes and its minutes, spent and planned",
                (
                    '"If I am not asked, was I there?',
                    "",
                    "Proud, and a little lost",
                    "",
                    "Closed her door on Tuesday, for an hour",
                    "",
                    "An open door is what I am known for",
                    "/map",
                ),
                "Where to?",
            ),
            Moment(
                "will",
                "In the row above the line: ten minutes are left",
                (
                    "/go options",
                    "Block two mornings, and say why",
                    "Work from home on Thursdays",
                    "Ask who else could be asked first",
                    "Do nothing until January",
                ),
                "10 minutes left.",
            ),
            Moment(
                "action",
                "An action as it was understood, with its day and how sure she is",
                ("/go will", "Tell the team why my door is shut by monday 8/10"),
                "What might get in the way?",
            ),
            Moment(
                "closing",
                "The closing card, and what can be done with a letter",
                ("", "", "/end", "/end", "I can shut a door and still be there", "", "/end"),
                "Enter alone leaves.",
            ),
        ),
    ),
    Sitting(
        _START,
        (Moment("narrow", "The same in a narrow window", ("", *_ARRIVING), "I asked for help"),),
        columns=40,
        rows=12,
    ),
    Sitting(
        (*_START, "--discreet"),
        (
            Moment(
                "discreet",
                "The same with --discreet: no name, and no notes",
                _ARRIVING,
                "2 notes here",
            ),
        ),
    ),
)
NAMES = tuple(moment.name for sitting in SITTINGS for moment in sitting.moments)


def pictures_of(sitting: Sitting) -> dict[str, str]:
    """The pictures of a sitting by their names, drawn just now."""
    # Short, or the paths on the closing card would not fit into 80 columns.
    with TemporaryDirectory(prefix="", dir="/tmp") as folder:
        home = practice.lived_in_home(Path(folder))
        place = home.practice.rename(home.root / "c")
        with _opened(home, sitting, place) as window:
            return dict(_drawn(window, sitting, str(place)))


def main() -> None:
    """Draw all of them anew, sitting by sitting, side by side."""
    with ThreadPoolExecutor() as typists:
        for drawn_anew in typists.map(pictures_of, SITTINGS):
            for name, text in drawn_anew.items():
                path_of(name).write_text(text, encoding="utf-8")


def _opened(home: Home, sitting: Sitting, place: Path) -> Window:
    world = practice.environment(home, now=WHEN, step=_STEP) | {"NO_COLOR": "", "COACH_PRACTICE": str(place)}
    columns, rows = sitting.columns, sitting.rows
    return Window(home, *sitting.words, columns=columns, rows=rows, command=practice.COACH, **world)


def _drawn(window: Window, sitting: Sitting, place: str) -> Iterator[tuple[str, str]]:
    for moment in sitting.moments:
        for line in moment.lines:
            _enter(window, line)
        window.wait_for(moment.then)
        window.settle()
        window.wait_for(lambda: " saving" not in window.text)
        yield moment.name, _placed(drawn(window, moment.title), place)


def _enter(window: Window, line: str) -> None:
    """Type a line and see it taken; Enter alone not so soon that it could be meant for what was there before."""
    window.wait_for_line("")
    if not line:
        window.settle()
    before = window.text
    window.enter(line, lambda: window.text != before and not (window.line or "").endswith(line or "\0"))


def _placed(picture: str, place: str) -> str:
    """The picture with the practice where the pages have it; a row that is shorter so is drawn as short."""
    less = (len(place) - len(_SHOWN_AS)) * CELL
    rows = re.compile(rf'textLength="([\d.]+)"(.*>.*){re.escape(place)}')
    shorter = rows.sub(lambda row: f'textLength="{float(row[1]) - less:g}"{row[2]}{_SHOWN_AS}', picture)
    return shorter.replace(place, _SHOWN_AS)

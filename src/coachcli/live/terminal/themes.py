"""How the parts of the card look: on dark, on light, and without colours."""

import os
from collections.abc import Mapping

from coachcli.domain.terms import Theme

# The sign before the line is not called `prompt`: the library would give the style of that name to the whole card.
# Each part differs from the others in more than its colour: in its place, its sign, or how it is written.
_SHAPES = {
    "past": "dim",
    "rule": "dim",
    "meter": "dim",
    "alarm": "bold",
    "topic": "italic",
    "question": "bold",
    "cue": "italic dim",
    "first": "dim",
    "hint": "italic",
    "sign": "bold",
}
# There are no greys: what one palette calls bright black is the background of another. Dim is dimmed on both.
_COLOURS: dict[Theme, dict[str, str]] = {
    "dark": {
        "alarm": "ansibrightred",
        "topic": "ansicyan",
        "mark": "ansigreen",
        "probe": "ansicyan",
        "remark": "ansiyellow",
        "hint": "ansiyellow",
        "sign": "ansicyan",
    },
    "light": {
        "alarm": "ansired",
        "topic": "ansiblue",
        "mark": "ansigreen",
        "probe": "ansiblue",
        "remark": "ansimagenta",
        "hint": "ansimagenta",
        "sign": "ansiblue",
    },
    "none": {},
}
_PARTS = (
    "past",
    "rule",
    "meter",
    "alarm",
    "topic",
    "question",
    "cue",
    "first",
    "choice",
    "note",
    "mark",
    "probe",
    "remark",
    "hint",
    "page",
    "sign",
)


def style_of(theme: Theme) -> dict[str, str]:
    """The style of each part, as prompt_toolkit writes it; the menu is in the terminal's own colours, reversed."""
    colours = _COLOURS[theme]
    parts = {part: " ".join(filter(None, (_SHAPES.get(part), colours.get(part)))) for part in _PARTS}
    if theme == "none":
        parts |= {"completion-menu": "noinherit", "completion-menu.completion.current": "noinherit reverse"}
    return parts


def theme_for(chosen: Theme | None, environment: Mapping[str, str] = os.environ) -> Theme:
    """No colours where NO_COLOR says so; else the chosen theme; else the one for the terminal's background."""
    if environment.get("NO_COLOR"):
        return "none"
    if chosen is not None:
        return chosen
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in {"7", "15"} else "dark"

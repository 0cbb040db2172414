"""What the parts of the card look like: on dark, on light, and with no colour at all."""

import os
from collections.abc import Mapping

from coachcli.domain.terms import Theme

# The sign before the line is not called prompt: the library gives what is called so to the whole card.
# Each part can be told from the others without its colour: by its place, its sign, or the way it is written.
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
# No greys: what one palette calls bright black is another one's background. Dim is dimmed on both.
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
    """The style of each part, as prompt_toolkit writes it; the menu in the terminal's own colours, turned round."""
    colours = _COLOURS[theme]
    parts = {part: " ".join(filter(None, (_SHAPES.get(part), colours.get(part)))) for part in _PARTS}
    if theme == "none":
        parts |= {"completion-menu": "noinherit", "completion-menu.completion.current": "noinherit reverse"}
    return parts


def theme_for(chosen: Theme | None, environment: Mapping[str, str] = os.environ) -> Theme:
    """No colour where NO_COLOR says so; else the one chosen; else what the terminal tells of its background."""
    if environment.get("NO_COLOR"):
        return "none"
    if chosen is not None:
        return chosen
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in {"7", "15"} else "dark"

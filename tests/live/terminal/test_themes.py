"""Colours: for a dark window, for a light one, and none."""

import re
from typing import get_args

import pytest
from prompt_toolkit.styles import Style

from coachcli.domain.terms import Theme
from coachcli.live.terminal.themes import style_of, theme_for

COLOUR = re.compile(r"ansi|#|bg:")


@pytest.mark.parametrize("theme", get_args(Theme))
def test_every_theme_is_one_the_terminal_understands_and_has_every_part(theme: Theme) -> None:
    parts = style_of(theme)

    Style.from_dict(parts)
    assert {"meter", "alarm", "topic", "question", "cue", "choice", "note", "mark", "probe", "remark", "hint"} <= set(
        parts
    )


def test_without_colours_there_is_none_not_even_in_the_menu() -> None:
    parts = style_of("none")

    assert [part for part, style in parts.items() if COLOUR.search(style)] == []
    assert "noinherit" in parts["completion-menu"]


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_what_is_coloured_looks_otherwise_without_colours_too_or_has_a_sign(theme: Theme) -> None:
    plain, signed = style_of("none"), {"mark", "probe", "remark"}
    coloured = {part for part, style in style_of(theme).items() if COLOUR.search(style)}

    assert {part for part in coloured if not plain[part]} <= signed


def test_no_colour_is_used_that_is_some_palettes_background() -> None:
    assert not re.search(r"black|white|gray", "".join([*style_of("dark").values(), *style_of("light").values()]))


@pytest.mark.parametrize(
    ("chosen", "environment", "theme"),
    [
        (None, {}, "dark"),
        (None, {"COLORFGBG": "15;0"}, "dark"),
        (None, {"COLORFGBG": "0;15"}, "light"),
        (None, {"COLORFGBG": "0;default;7"}, "light"),
        (None, {"COLORFGBG": "nonsense"}, "dark"),
        ("light", {"COLORFGBG": "15;0"}, "light"),
        ("dark", {"COLORFGBG": "0;15"}, "dark"),
        ("none", {}, "none"),
        ("light", {"NO_COLOR": "1"}, "none"),
        ("light", {"NO_COLOR": ""}, "light"),
    ],
)
def test_the_coach_chooses_unless_no_color_is_set(
    chosen: Theme | None, environment: dict[str, str], theme: Theme
) -> None:
    assert theme_for(chosen, environment) == theme

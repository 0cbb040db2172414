"""A colour that a coach chose, as it can be read: WCAG asks for a contrast of 4.5 to 1 for text."""

from coachcli.patterns import pattern

ENOUGH = 4.5
USUAL = "#1f4e79"
"""The colour of a coach who has set none."""
WHITE, DARK = "#ffffff", "#17181a"
"""The papers of a page: by day, and where a reader has their screen dark."""
_COLOUR = pattern("#[0-9a-f]{6}")
_STEPS = 64


def is_colour(text: str) -> bool:
    """Whether a text is a colour as it is written here: #1f4e79."""
    return _COLOUR.fullmatch(text) is not None


def readable(colour: str, paper: str) -> str:
    """The colour as text on a paper: as it is, or as much darker or lighter as it takes to be read."""
    towards = 0 if _light(paper) > 0.18 else 255
    parts = _parts(colour)
    mixed = (_written([round(part + (towards - part) * step / _STEPS) for part in parts]) for step in range(_STEPS + 1))
    return next(one for one in mixed if contrast(one, paper) >= ENOUGH)


def contrast(one: str, other: str) -> float:
    """How well two colours are told apart, from 1 to 21."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    """How much light there is in a colour, from 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (part / 255 for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _written(parts: list[int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in parts)

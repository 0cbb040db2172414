"""The wrapping of the line that is typed: between words, where the library alone would break it anywhere."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth

from coachcli.patterns import pattern

_WORD = pattern(r"\S+")
# A line longer than this is a paste that nobody reads in a window, and going through it at each key takes long.
_MOST = 10_000


def gaps(text: str, width: int, start: int = 0) -> list[tuple[int, int]]:
    """The letters before which blanks are put, each with how many: so that no word is broken that fits on a row.

    The text begins `start` cells into its first row. The last column is kept for the blank behind a word.
    """
    blanks, at, end = list[tuple[int, int]](), start, 0
    for word in _WORD.finditer(text if len(text) <= _MOST else ""):
        at += _cells(text[end : word.start()])
        size, column, end = _cells(word[0]), at % width, word.end()
        if column and column + size >= width and size < width:
            blanks.append((word.start(), width - column))
            at += width - column
        at += size
    return blanks


def rows_of_line(text: str, width: int) -> int:
    """How many rows a line takes, room for the cursor behind it included."""
    return sum(
        1 + (_cells(part) + sum(blanks for _, blanks in gaps(part, width))) // width for part in text.split("\n")
    )


class BetweenWords(Processor):
    """Puts blanks at the end of a row of the line, where the next word does not fit on it."""

    def __init__(self, sign_cells: Callable[[], int]) -> None:
        self._sign_cells = sign_cells

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The line as it is drawn; the line itself stays as it is."""
        fragments = transformation_input.fragments
        start = self._sign_cells() if transformation_input.lineno == 0 else 0
        spaces = gaps(fragment_list_to_text(fragments), transformation_input.width, start)
        if not spaces:
            return Transformation(fragments)
        places = [place for place, _ in spaces]
        sums = list(accumulate((blanks for _, blanks in spaces), initial=0))
        shown = [place + total for place, total in zip(places, sums[1:], strict=True)]
        return Transformation(
            _spread(explode_text_fragments(fragments), spaces),
            source_to_display=lambda at: at + sums[bisect_right(places, at)],
            display_to_source=lambda at: _source(at, places, shown, sums),
        )


def _source(at: int, places: list[int], shown: list[int], sums: list[int]) -> int:
    """The number of the letter at a place on the screen; at the blanks before a word, that of its first letter."""
    passed = bisect_right(shown, at)
    plain = at - sums[passed]
    return min(plain, places[passed]) if passed < len(places) else plain


def _spread(letters: StyleAndTextTuples, spaces: list[tuple[int, int]]) -> StyleAndTextTuples:
    blanks = dict(spaces)
    spread: StyleAndTextTuples = []
    for number, letter in enumerate(letters):
        if number in blanks:
            spread.append(("", " " * blanks[number]))
        spread.append(letter)
    return spread


def _cells(text: str) -> int:
    # A control character is shown in two cells.
    return (
        len(text)
        if text.isascii() and text.isprintable()
        else sum(2 if sign < " " else get_cwidth(sign) for sign in text)
    )

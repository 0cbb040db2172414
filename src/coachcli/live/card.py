"""The view as lines of a terminal: wrapped to any width by cells, and cut to any height with the question in sight."""

from collections.abc import Iterator
from dataclasses import dataclass

from wcwidth import clip, wcswidth, wrap

from coachcli.domain.text import one_line, visible
from coachcli.live.source import Meter, View

NARROW = 60
# From this height on a narrow window has a second row at the top.
_ROOMY = 15
# Rows that are the line's own, or the menu's below it.
LINE_ROWS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the screen. `style` names what it is; the terminal knows how that looks."""

    style: str
    text: str


def rows(view: View, width: int, height: int, line: int = 1) -> list[Row]:
    """The rows above a line that takes `line` rows itself. The oldest notes give way first, the question never."""
    width = max(20, width)
    question = _styled("question", view.question, width, " ")
    cue = _styled("cue", view.cue, width, "   ")
    choices = [row for n, choice in enumerate(view.choices, 1) for row in _choice(n, choice, width)]
    notes = [row for note in view.notes for row in _note(note, width)]
    after = [*_styled("probe", view.probe, width, " … "), *_styled("remark", view.remark, width, " ")]
    # A line that grows takes the other half of what it does not have anyway.
    room = height - max(LINE_ROWS, min(line, (height + LINE_ROWS) // 2)) - len(question)
    top = [Row("meter", top_line(view, width))] if room > 0 else []
    if width < NARROW and height >= _ROOMY and view.crumbs[1:]:
        top.append(Row("meter", cut(f" {_with_whom(view.crumbs)}", width - 1)))
    choices = _first(choices, max(0, room - len(top) - len(after)))
    room -= len(top) + len(after) + len(choices)
    if len(cue) > max(0, room):
        cue = []
    kept = _last(notes, max(0, room - len(cue)))
    return [*top, *question, *cue, *choices, *kept, *after]


def rows_of_line(text: str, width: int) -> int:
    """How many rows a line takes in a terminal that breaks it anywhere."""
    return sum(1 + _cells(part) // width for part in text.split("\n"))


def top_line(view: View, width: int) -> str:
    """Where the conversation is, on the left, and the clock, on the right, in one row of any width."""
    right = cut(_meter(view.meter(), narrow=width < NARROW), width - 2)
    room = width - _cells(right) - 3
    *_, shortest = lefts = list(_lefts(view.crumbs))
    left = next((text for text in lefts if _cells(text) <= room), cut(shortest, room))
    return f" {left}{' ' * max(1, width - 2 - _cells(left) - _cells(right))}{right}".rstrip()


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Text in rows of at most `width` cells, broken between words where there are any; its own lines stay lines."""
    room = max(len(indent) + 10, width - 1)
    lines = visible(text).expandtabs(4).split("\n")
    return [row for line in lines for row in wrap(line, room, initial_indent=indent, subsequent_indent=indent) or [""]]


def cut(text: str, cells: int) -> str:
    """The beginning of a text, in at most so many cells."""
    if _cells(text) <= cells:
        return text
    return clip(text, 0, cells - 1) + "…" if cells > 0 else ""


def _cells(text: str) -> int:
    return max(0, wcswidth(text))


def _styled(style: str, text: str, width: int, indent: str) -> list[Row]:
    if not text:
        return []
    first, *rest = wrapped(text, width, " " * len(indent))
    return [Row(style, indent + first[len(indent) :]), *(Row(style, line) for line in rest)]


def _choice(number: int, choice: str, width: int) -> list[Row]:
    return _styled("choice", choice, width, f"  {number:>2} ")


def _note(note: str, width: int) -> list[Row]:
    return _styled("note", note, width, "   ")


def _first(choices: list[Row], room: int) -> list[Row]:
    if len(choices) <= room:
        return choices
    kept = choices[: max(0, room - 1)]
    return [*kept, Row("choice", f"     … {len(choices) - len(kept)} more below")] if room else []


def _last(notes: list[Row], room: int) -> list[Row]:
    if len(notes) <= room:
        return notes
    if room < 2:
        return notes[len(notes) - room :] if room else []
    hidden = len(notes) - room + 1
    return [Row("note", f"   … {hidden} more above"), *notes[hidden:]]


def _with_whom(crumbs: tuple[str, ...]) -> str:
    """The client first, as theirs is the name that must not be mistaken; then the rest."""
    return " · ".join(one_line(visible(crumb)) for crumb in reversed(crumbs[1:]))


def _lefts(crumbs: tuple[str, ...]) -> Iterator[str]:
    """The crumbs, with fewer of them as the room shrinks: client first, then the model."""
    shown = [one_line(visible(crumb)) for crumb in crumbs]
    for count in range(len(shown), 0, -1):
        yield " · ".join(shown[:count])


def _meter(meter: Meter, *, narrow: bool) -> str:
    over = meter.over.split(" in ", 1)[0] if narrow else meter.over
    return "  ".join(one_line(visible(part)) for part in (over, meter.clock, meter.saved) if part)

"""The view as lines of a terminal: wrapped to any width by cells, and cut to any height with the question in sight."""

from collections.abc import Iterator
from dataclasses import dataclass

from wcwidth import clip, wcswidth, wrap

from coachcli.domain.text import visible
from coachcli.live.source import Meter, View

NARROW = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the screen. `style` names what it is; the terminal knows how that looks."""

    style: str
    text: str


def rows(view: View, width: int, height: int) -> list[Row]:
    """The rows above the line being typed. The oldest notes give way first, then the cue."""
    width = max(20, width)
    top = [Row("meter", top_line(view, width))]
    question = _styled("question", view.question, width, " ")
    cue = _styled("cue", view.cue, width, "   ")
    choices = [row for n, choice in enumerate(view.choices, 1) for row in _choice(n, choice, width)]
    notes = [row for note in view.notes for row in _note(note, width)]
    after = [*_styled("probe", view.probe, width, " … "), *_styled("remark", view.remark, width, " ")]
    # Two rows for the line itself, one that a long line grows into.
    room = height - 3 - len(top) - len(question) - len(choices) - len(after)
    if len(cue) > max(0, room):
        cue = []
    kept = _last(notes, max(0, room - len(cue)))
    return [*top, *question, *cue, *choices, *kept, *after]


def top_line(view: View, width: int) -> str:
    """Where the conversation is, on the left, and the clock, on the right, in one row of any width."""
    right = _meter(view.meter(), narrow=width < NARROW)
    room = width - _cells(right) - 3
    left = next((text for text in _lefts(view.crumbs) if _cells(text) <= room), cut(view.crumbs[0], max(0, room)))
    gap = width - 1 - _cells(left) - _cells(right) - 1
    return f" {left}{' ' * max(1, gap)}{right}"[: width + 4] if right else f" {left}"


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Text in rows of at most `width` cells, broken between words where there are any; its own lines stay lines."""
    room = max(len(indent) + 10, width - 1)
    lines = visible(text).expandtabs(4).split("\n")
    return [row for line in lines for row in wrap(line, room, initial_indent=indent, subsequent_indent=indent) or [""]]


def cut(text: str, cells: int) -> str:
    """The beginning of a text, in at most so many cells."""
    return text if _cells(text) <= cells else clip(text, 0, max(0, cells - 1)) + "…"


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


def _last(notes: list[Row], room: int) -> list[Row]:
    if len(notes) <= room:
        return notes
    if room < 2:
        return notes[len(notes) - room :] if room else []
    hidden = len(notes) - room + 1
    return [Row("note", f"   … {hidden} more above"), *notes[hidden:]]


def _lefts(crumbs: tuple[str, ...]) -> Iterator[str]:
    """The crumbs, with fewer of them as the room shrinks: client first, then the model, then the count."""
    shown = [visible(crumb) for crumb in crumbs]
    yield " · ".join(shown)
    for count in range(len(shown) - 1, 0, -1):
        yield " · ".join(shown[:count])


def _meter(meter: Meter, *, narrow: bool) -> str:
    over = meter.over.split(" in ", 1)[0] if narrow else meter.over
    return "  ".join(part for part in (over, meter.clock, meter.saved) if part)

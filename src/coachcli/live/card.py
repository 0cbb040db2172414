"""The view as lines of a terminal: wrapped to any width by cells, and cut to any height with the question in sight."""

from coachcli.live import heading
from coachcli.live.fitting import Row, cells, cut, wrapped
from coachcli.live.source import View

# Rows that are the line's own, or the menu's below it.
LINE_ROWS = 4


def rows(view: View, width: int, height: int, line: int = 1, status: int = 0) -> list[Row]:
    """The rows above a line that takes `line` rows itself. The oldest notes give way first, the question never.

    A hint comes and goes while the line is typed, which must not move: `status` rows are kept for it, and one where
    there is room.
    """
    width = max(20, width)
    # A line that grows takes the other half of what it does not have anyway.
    room = height - max(LINE_ROWS, min(line, (height + LINE_ROWS) // 2))
    hint = _styled("hint", view.meter().hint, width, " ")
    hint += [Row("hint", "")] * (status - len(hint))
    top = heading.rows(view, width, height)
    shown = _page(view, width, room, [top, hint]) if view.page else _card(view, width, room, [top, hint])
    return shown if hint or len(shown) >= room else [*shown, Row("hint", "")]


def _card(view: View, width: int, room: int, around: list[list[Row]]) -> list[Row]:
    """The question with all about it, between what stands above and below."""
    top, hint = around
    question = _styled("question", view.question, width, " ")
    after = [*_styled("probe", view.probe, width, " … "), *_styled("remark", view.remark, width, " "), *hint]
    room -= len(question)
    top = top[: max(min(1, room), room - len(after))] if room > 0 else []
    room -= len(top) + len(after)
    choices = _first([row for n, choice in enumerate(view.choices, 1) for row in _choice(n, choice, width)], room)
    room -= len(choices)
    cue = _styled("cue", view.cue, width, "   ")
    cue = cue if len(cue) <= max(0, room) else []
    notes = _last([row for note in view.notes for row in _note(note, width)], room - len(cue))
    return [*top, *question, *cue, *choices, *notes, *after]


def rows_of_line(text: str, width: int) -> int:
    """How many rows a line takes in a terminal that breaks it anywhere."""
    return sum(1 + cells(part) // width for part in text.split("\n"))


def _styled(style: str, text: str, width: int, indent: str) -> list[Row]:
    if not text:
        return []
    first, *rest = wrapped(text.lstrip(" "), width, " " * len(indent))
    return [Row(style, indent + first[len(indent) :]), *(Row(style, line) for line in rest)]


def _choice(number: int, choice: str, width: int) -> list[Row]:
    return _styled("choice", choice, width, f"  {number:>2} ")


def _note(note: str, width: int) -> list[Row]:
    return _styled("note", note, width, "   ")


def _page(view: View, width: int, room: int, around: list[list[Row]]) -> list[Row]:
    """A page as far as there is room, with what there is to say about it; the clock stays."""
    top, hint = around
    below = [*_styled("remark", view.remark, width, " "), *hint]
    page = [row for text in view.page for row in _styled("page", text, width, _margin(text)) or [Row("page", "")]]
    top = top if len(top) + len(page) + len(below) <= room else top[:1]
    if not view.remark and len(top) + len(page) + len(below) < room:
        below.insert(0, Row("cue", cut(" Enter shows the question; or write on.", width - 1)))
    kept = page[: max(1, room - len(top) - len(below))]
    return [*top[: max(0, room - 1)], *kept, *below]


def _margin(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" "))]


def _first(choices: list[Row], room: int) -> list[Row]:
    room = max(0, room)
    if len(choices) <= room:
        return choices
    kept = choices[: max(0, room - 1)]
    return [*kept, Row("choice", f"     … {len(choices) - len(kept)} more below")] if room else []


def _last(notes: list[Row], room: int) -> list[Row]:
    room = max(0, room)
    if len(notes) <= room:
        return notes
    if room < 2:
        return notes[len(notes) - room :] if room else []
    hidden = len(notes) - room + 1
    return [Row("note", f"   … {hidden} more above"), *notes[hidden:]]

"""The view as lines of a terminal: wrapped to any width by cells, and cut to any height with the question in sight."""

from collections.abc import Sequence

from coachcli.cells import cut
from coachcli.domain.value import changed
from coachcli.live import heading
from coachcli.live.lists import choices, notes, styled
from coachcli.live.past import Past, rows_above
from coachcli.live.rows import Row, begun
from coachcli.live.source import View

# Rows that are the line's own, or the menu's below it.
LINE_ROWS = 4
# What a newcomer needs, in the row that is kept for hints.
_FIRST = " F1 help · /end closes · Up corrects"
# Longer rows are hard to read.
_READING_WIDTH = 92
# From this height on the question stands apart from what is around it.
_AIRY = 30
# In this order each part gets one row; where it is named again, all the rows that it needs.
_ON_A_CARD = ("question", "hint", "remark", "probe", "lead", "clock", "remark", "hint", "probe", "question", "lead")
_ON_A_PAGE = ("back", "hint", "remark", "page", "top", "hint", "remark", "page", "top")


def rows(  # noqa: PLR0913, PLR0917 the window, and what else it has to hold
    view: View, width: int, height: int, line: int = 1, status: int = 0, past: Past | None = None
) -> list[Row]:
    """The rows above a line that takes `line` rows itself; never more than there is room for.

    A hint comes and goes while the line is typed, which must not move, nor may anything else come and go with it. So
    a row is always kept for it, and `status` rows once it took more. Below the `past` the question has one place.
    """
    width = max(20, width)
    # A line that grows gets up to half of the rows beyond its own.
    room = max(1, height - max(LINE_ROWS, min(line, (height + LINE_ROWS) // 2)))
    text = min(width, _READING_WIDTH)
    hint = styled("hint", view.meter().hint, text, " ")
    hint += [Row("hint", "")] * (status - len(hint))
    if view.is_early and not hint and not view.page:
        hint = [Row("first", cut(_FIRST, width - 1))]
    top = heading.rows(view, width, height)
    if view.page:
        return _page(view, width, room, [top, hint])
    if past is None:
        return _card(view, text, room, [top, hint])
    top += [Row("topic", "")] * ((not view.topic) + (height >= _AIRY))
    lead = past.rows(width, min(rows_above(height), max(0, room - _least(view, text, hint))))
    return [*lead, *_card(view, text, room - len(lead), [top, hint])]


def _card(view: View, width: int, room: int, around: list[list[Row]]) -> list[Row]:
    """The question with all that belongs to it, between the top and the hint; what must be seen gets its rows first."""
    top, hint = around
    older = view.notes[:-1]
    parts = {**_parts(view, width, hint), "clock": top[:1]}
    question, hint, remark, probe, lead, clock = _shared(parts, _ON_A_CARD, room, width)
    newest = lead if view.notes else []
    left = room - sum(map(len, [question, hint, remark, probe, newest, clock]))
    head, cue, chosen, above = _what_fits(view, top[1:], older, width, left)
    newest = _after_others(newest) if older and not above else newest
    return [*clock, *head, *question, *cue, *chosen, *above, *newest, *probe, *remark, *hint]


def _parts(view: View, width: int, hint: list[Row]) -> dict[str, list[Row]]:
    """What must be seen, as long as it is."""
    newest = view.notes[-1] if view.notes else ""
    return {
        "question": styled("question", view.question, width, " "),
        "hint": hint or [Row("hint", "")],
        "remark": styled("remark", view.remark, width, " "),
        "probe": styled("probe", view.probe, width, " … "),
        # Where nothing is noted yet, what may be chosen is sure of a row.
        "lead": styled("note", newest, width, "   ") or [Row("choice", "") for _ in view.choices[:1]],
    }


def _least(view: View, width: int, hint: list[Row]) -> int:
    """How many rows the question needs with all that must be seen; the clock is part of that."""
    return 1 + sum(map(len, _parts(view, width, hint).values()))


def _what_fits(
    view: View, head: list[Row], older: Sequence[str], width: int, room: int
) -> tuple[list[Row], list[Row], list[Row], list[Row]]:
    """What gives way where there is little room: the older notes first, then the cue, the rest of the top, choices.

    A row is kept to say that there are older notes.
    """
    kept = min(room, 1 if older else 0)
    chosen = choices(view.choices, width, room - kept)
    head = head[: room - kept - len(chosen)]
    words = f"{view.cue} Esc cancels." if view.escapes else view.cue
    cue = begun(styled("cue", words, width, "   "), room - kept - len(chosen) - len(head), width)
    return head, cue, chosen, notes(older, width, room - len(chosen) - len(head) - len(cue))


def _shared(parts: dict[str, list[Row]], turns: Sequence[str], room: int, width: int) -> list[list[Row]]:
    """Each part as far as there is room when its turn comes; a part that does not fit whole says so."""
    given = dict.fromkeys(parts, 0)
    for number, name in enumerate(turns):
        most = len(parts[name]) if name in turns[:number] else min(1, len(parts[name]))
        given[name] += min(most - given[name], room - sum(given.values()))
    return [begun(part, given[name], width) for name, part in parts.items()]


def _after_others(newest: list[Row]) -> list[Row]:
    """The newest note where there is no row to say how many there are above it."""
    return [*(changed(row, text=f" … {row.text[3:]}") for row in newest[:1]), *newest[1:]]


def _page(view: View, width: int, room: int, around: list[list[Row]]) -> list[Row]:
    """A page as far as there is room, with the way back to the question and the clock.

    A hint has the row that is empty otherwise, or where the page fills all of them, the last of the page.
    """
    top, hint = around
    enter = "turns the page" if view.further else "shows the question"
    back = [Row("cue", cut(f" Enter {enter}; or write on.", width - 1))]
    remark = styled("remark", view.remark, width, " ")
    page = [row for text in view.page for row in styled("page", text, width, _margin(text)) or [Row("page", "")]]
    least = len(page) + len(remark) + len(back) + len(hint)
    top = top if len(top) + least <= room else top[:1]
    page = page if len(top) + least <= room else [row for row in page if row.text.strip()]
    parts = {"back": back, "hint": hint, "remark": remark, "page": page, "top": top}
    back, hint, remark, page, top = _shared(parts, _ON_A_PAGE, room, width)
    shown = [*top, *page, *remark, *back, *hint]
    return shown if hint or len(shown) == room else [*shown, Row("hint", "")]


def _margin(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" "))]

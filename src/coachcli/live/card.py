"""A view as rows of a terminal: wrapped to any width, and cut to any height so that the question stays in sight."""

from collections.abc import Sequence

from coachcli.cells import cut
from coachcli.domain.value import changed
from coachcli.live import heading
from coachcli.live.lists import choices, notes, styled
from coachcli.live.past import Past, rows_above
from coachcli.live.rows import Row, begun
from coachcli.live.source import View

# So many rows are kept for the line, and the menu below it.
LINE_ROWS = 4
# What a newcomer needs; it stands in the row that is kept for hints.
_FIRST = " F1 help · /end closes · Up corrects"
# Rows longer than this are hard to read.
_READING_WIDTH = 92
# In a window of at least this height, an empty row stands above the question.
_AIRY = 30
# The order in which parts get rows: one row where a part is named first; where it is named again, all that it needs.
_ON_A_CARD = ("question", "hint", "remark", "probe", "lead", "clock", "remark", "hint", "probe", "question", "lead")
_ON_A_PAGE = ("back", "hint", "remark", "page", "top", "hint", "remark", "page", "top")


def rows(  # noqa: PLR0913, PLR0917 the window, and what else it has to hold
    view: View, width: int, height: int, line: int = 1, status: int = 0, past: Past | None = None
) -> list[Row]:
    """The rows above the line, which takes `line` rows itself; never more than there is room for.

    A hint comes and goes while a line is typed, but the line must not move, nor any other row. So one row is always
    kept for it, or `status` rows once it took so many. Where there is a `past`, the question has one place below it.
    """
    width = max(20, width)
    # A long line gets up to half of the rows that are not kept for it anyway.
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
    """The question and all that belongs to it, between the top and the hint; what must be seen gets rows first."""
    top, hint = around
    older = view.notes[:-1]
    parts = {**_parts(view, width, hint), "clock": top[:1]}
    question, hint, remark, probe, lead, clock = _shared(parts, _ON_A_CARD, room, width)
    newest = lead if view.notes else []
    left = room - sum(map(len, [question, hint, remark, probe, newest, clock]))
    head, cue, options, above = _what_fits(view, top[1:], older, width, left)
    newest = _after_others(newest) if older and not above else newest
    return [*clock, *head, *question, *cue, *options, *above, *newest, *probe, *remark, *hint]


def _parts(view: View, width: int, hint: list[Row]) -> dict[str, list[Row]]:
    """The parts that must be seen, each in all its rows."""
    newest = view.notes[-1] if view.notes else ""
    return {
        "question": styled("question", view.question, width, " "),
        "hint": hint or [Row("hint", "")],
        "remark": styled("remark", view.remark, width, " "),
        "probe": styled("probe", view.probe, width, " … "),
        # Where nothing is noted yet, a row is kept for what may be chosen.
        "lead": styled("note", newest, width, "   ") or [Row("choice", "") for _ in view.choices[:1]],
    }


def _least(view: View, width: int, hint: list[Row]) -> int:
    """How many rows all that must be seen needs, the clock included."""
    return 1 + sum(map(len, _parts(view, width, hint).values()))


def _what_fits(
    view: View, head: list[Row], older: Sequence[str], width: int, room: int
) -> tuple[list[Row], list[Row], list[Row], list[Row]]:
    """The rest of the top, the cue, the choices and the older notes, as far as there is room; notes are cut first.

    The cue is cut next, then the top, then the choices; but a row is kept to say that there are older notes.
    """
    reserve = min(room, 1 if older else 0)
    options = choices(view.choices, width, room - reserve)
    head = head[: room - reserve - len(options)]
    words = f"{view.cue} Esc cancels." if view.escapes else view.cue
    cue = begun(styled("cue", words, width, "   "), room - reserve - len(options) - len(head), width)
    return head, cue, options, notes(older, width, room - len(options) - len(head) - len(cue))


def _shared(parts: dict[str, list[Row]], turns: Sequence[str], room: int, width: int) -> list[list[Row]]:
    """Each part, as far as there is room at its turns; one that does not fit whole ends in a sign that says so."""
    shares = dict.fromkeys(parts, 0)
    for number, name in enumerate(turns):
        most = len(parts[name]) if name in turns[:number] else min(1, len(parts[name]))
        shares[name] += min(most - shares[name], room - sum(shares.values()))
    return [begun(part, shares[name], width) for name, part in parts.items()]


def _after_others(newest: list[Row]) -> list[Row]:
    """The newest note, marked as one with others above it, where there is no row to say how many."""
    return [*(changed(row, text=f" … {row.text[3:]}") for row in newest[:1]), *newest[1:]]


def _page(view: View, width: int, room: int, around: list[list[Row]]) -> list[Row]:
    """A page, as far as there is room; with the clock, and the row that says how to go on.

    A hint takes the row that is empty otherwise; where the page fills every row, it takes the last one.
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

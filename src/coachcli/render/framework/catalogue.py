"""The frameworks there are, in groups: a line for each with its id, and its purpose below."""

from collections.abc import Iterator, Sequence

from coachcli.cells import cells
from coachcli.command_line import command
from coachcli.domain.framework.summary import GROUPS, Listed
from coachcli.domain.text import one_line, visible
from coachcli.render.table import folded

_ROW, _BELOW = "  ", "    "
_TOGETHER = "\u00a0"


def framework_list(listed: Sequence[Listed], width: int) -> str:
    """The list of all frameworks, in their groups."""
    groups = [(title, [one for one in listed if one.kind == kind]) for kind, title in GROUPS.items()]
    return "\n".join("".join(f"{line}\n" for line in _group(title, group, width)) for title, group in groups if group)


def _group(title: str, group: Sequence[Listed], width: int) -> Iterator[str]:
    yield title
    columns = [_columns(one) for one in group]
    widths = [max(cells(row[n]) for row in columns) for n in range(3)]
    aligned = cells(_ROW) + sum(widths) + 4 <= width
    for one, row in zip(group, columns, strict=True):
        padded = [f"{cell}{' ' * (size - cells(cell))}" for cell, size in zip(row, widths, strict=True)]
        yield from _entry(one, "  ".join(padded if aligned else filter(None, row)).rstrip(), width)


def _columns(one: Listed) -> tuple[str, str, str]:
    minutes = f"{one.minutes}{_TOGETHER}min" if one.minutes else ""
    return visible(one.id), one_line(visible(one.title)), minutes


def _entry(one: Listed, head: str, width: int) -> Iterator[str]:
    """One framework: its line, with its origin where that fits, and what it is for."""
    origin = visible(_origin(one))
    beside = cells(_ROW) + cells(head) + 2 + cells(origin) <= width
    first, *more = [f"{head}  {origin}"] if beside else folded(head, width - cells(_BELOW))
    yield f"{_ROW}{first}".replace(_TOGETHER, " ")
    for text in [*([] if beside else [origin]), one.purpose, one.problem]:
        more += folded(one_line(visible(text)), width - cells(_BELOW)) if text else []
    if one.problem:
        # The command stays in one piece, so that it can be copied.
        more.append(visible(command("framework", "check", one.id)))
    yield from (f"{_BELOW}{line}".replace(_TOGETHER, " ") for line in more)


def _origin(one: Listed) -> str:
    """Where a framework comes from, and its languages where there is another than English."""
    languages = "" if one.languages in {(), ("en",)} else f" · {' '.join(one.languages)}"
    return f"{one.origin}{languages}"

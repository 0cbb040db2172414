"""Pages on a terminal, wrapped to its width and quietly coloured; no other module uses rich."""

import os
import sys
from typing import TYPE_CHECKING

from coachcli.domain.page.chart import Chart, caption, chart_words
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.domain.text import visible
from coachcli.render.page.narrow import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coachcli.render.find.rows import FoundRow


def shows_colour() -> bool:
    """Whether standard output is a terminal that may be coloured."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show_page(report: Page) -> None:
    """Print a report on the terminal."""
    from rich.console import Console, Group, RenderableType  # noqa: PLC0415 35 ms, and only where it is seen
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Column  # noqa: PLC0415
    from rich.table import Table as Grid  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    def section(part: Section) -> list[RenderableType]:
        title = Text(visible(part.title), "bold cyan" if part.depth == 1 else "bold")
        told: list[Text | Grid] = [
            *map(line, part.lines),
            *(row for one in part.charts for row in chart(one, part.title)),
        ]
        told += map(grid, part.tables)
        return [Text(), title, *(Padding(item, (0, 0, 0, 2)) for item in told)]

    def chart(one: Chart, heading: str) -> list[Text]:
        title = caption(one, heading)
        return [*([Text(visible(title), "yellow")] if title else []), *(line(Line(said)) for said in chart_words(one))]

    def grid(one: Table) -> Grid:
        rows = Grid(
            *(Column(Text(visible(name))) for name in one.columns), box=None, pad_edge=False, header_style="dim"
        )
        for row in one.rows:
            rows.add_row(*(Text(visible(cell)) for cell in row))
        return rows

    def line(item: Line) -> Text:
        text = Text({"task": "☐ ", "quote": "", "text": "· "}[item.style], "dim")
        if item.label:
            text.append(f"{visible(item.label)} ", "yellow")
        text.append("“" if item.style == "quote" else "", "dim")
        text.append(visible(item.text), "italic" if item.style == "quote" else "")
        text.append("”" if item.style == "quote" else "", "dim")
        text.append("".join(f" · {visible(detail)}" for detail in item.details), "dim")
        return text

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    facts = [Text(f"{name}: {visible(value)}", "dim") for name, value in report.facts.items()]
    parts = [part for whole in narrow(report, console.width).sections for part in section(whole)]
    console.print(Group(Text(visible(report.title), "bold"), *facts, *parts))


def show_marked(rows: "Iterable[FoundRow]") -> None:
    """Print what was found on the terminal, with what was looked for in bold."""
    from rich.console import Console  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    for row in rows:
        text = Text("", "cyan" if row.is_title else "dim" if row.is_command else "")
        for part, is_sought in row.pieces:
            text.append(visible(part), "bold" if is_sought else "")
        if row.is_command:  # within a padding it would be cut off
            console.print(Text(" " * row.indent) + text, soft_wrap=True)
        else:
            console.print(Padding(text, (0, 0, 0, row.indent)))


def show_outline(lines: list[tuple[int, str]]) -> None:
    """Print an outline on the terminal, each line wrapped under its own beginning."""
    from rich.console import Console  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    for depth, text in lines:
        bold = depth == 0 and len(text) < 60
        console.print(Padding(Text(visible(text), "bold" if bold else ""), (0, 0, 0, depth * 2)))

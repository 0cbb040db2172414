"""A page: headings, lines, charts and tables. Every form is made of it, and holds nothing besides."""

from datetime import date

from coachcli.domain.note_kinds import Style
from coachcli.domain.page.chart import Chart
from coachcli.domain.value import Value, field


class Line(Value, frozen=True):
    """One thing to read. `label` says what it is where the heading does not, `details` what belongs to it."""

    text: str
    style: Style = "text"
    label: str = ""
    details: tuple[str, ...] = ()


class Table(Value, frozen=True):
    """Rows under the names of their columns; each row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Section(Value, frozen=True):
    """A heading with what stands under it: lines, then charts, then tables. `depth` 1 is a section of the page."""

    title: str
    lines: tuple[Line, ...] = ()
    depth: int = 1
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()


class Page(Value, frozen=True):
    """A title, facts such as the date, and sections. Empty sections are never in it.

    `greeting` and `closing` make a letter of it: the line before all, the lines below all. `on` is the day of what it
    tells, and the only day that a file tells of itself.
    """

    title: str
    facts: dict[str, str]
    sections: tuple[Section, ...]
    front_matter: dict[str, str | int] = field(default_factory=dict)
    greeting: str = ""
    closing: tuple[str, ...] = ()
    on: date | None = None

"""A page as one HTML file: nothing fetched, no script, and a policy in its head that lets nothing else happen."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from coachcli.domain.page.chart import Chart, caption, chart_words
from coachcli.domain.page.colour import DARK, USUAL, WHITE, readable
from coachcli.domain.page.letterhead import PLAIN, Letterhead
from coachcli.domain.page.model import Page, Section, Table
from coachcli.domain.text import visible
from coachcli.patterns import pattern
from coachcli.render.page.chart import inline_svg

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_NUMBERS = pattern(r"[\d.,:/%+\- ]*")
_JPEG = b"\xff\xd8"


def html(page: Page, letterhead: Letterhead = PLAIN) -> str:
    """The whole page."""
    from markupsafe import Markup  # noqa: PLC0415 with jinja2, 40 ms, and only for a page of HTML

    environment = _environment()
    style = _style(environment, letterhead.colour or USUAL)
    logo = _data_of(letterhead.logo) if letterhead.logo else ""
    return environment.get_template("page.html").render(
        page=page,
        letterhead=letterhead,
        logo=logo,
        policy=_policy(style, has_picture=bool(logo)),
        style=Markup(style),  # noqa: S704 it is ours
        sections=[*_sections(page)],
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 as above

    return Environment(
        loader=PackageLoader("coachcli", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_as_words,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _as_words(value: Any) -> Any:
    """Whatever the template shows goes through here: people's words become such that nothing in them acts."""
    from markupsafe import Markup  # noqa: PLC0415 as above

    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _style(environment: "Environment", colour: str) -> str:
    """The style of the page with the coach's colour in it, as it can be read on either paper."""
    style = environment.get_template("page.css")
    return style.render(accent_by_day=readable(colour, WHITE), accent_in_the_dark=readable(colour, DARK))


def _policy(style: str, *, has_picture: bool) -> str:
    """What a browser may do with the page: show this very style and the coach's logo, and nothing else."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    picture = "; img-src data:" if has_picture else ""
    return f"default-src 'none'; style-src 'sha256-{digest}'{picture}; base-uri 'none'; form-action 'none'"


def _data_of(picture: bytes) -> str:
    kind = "jpeg" if picture.startswith(_JPEG) else "png"
    return f"data:image/{kind};base64,{b64encode(picture).decode()}"


def _sections(page: Page) -> Iterator[dict[str, Any]]:
    """The sections as the template has them, each with a heading that is at most one level below that before it."""
    level = 1
    for number, section in enumerate(page.sections, 1):
        level = min(section.depth + 1, level + 1, 4)
        yield {
            "name": f"section-{number}",
            "level": level,
            "title": section.title,
            "lines": section.lines,
            "charts": [_chart(chart, section, f"chart-{number}-{at}") for at, chart in enumerate(section.charts, 1)],
            "tables": [_table(table) for table in section.tables],
        }


def _chart(chart: Chart, section: Section, name: str) -> dict[str, Any]:
    return {"caption": caption(chart, section.title), "drawing": _drawing(chart, name), "words": chart_words(chart)}


def _drawing(chart: Chart, name: str) -> "Markup":
    from markupsafe import Markup  # noqa: PLC0415 as above

    return Markup(inline_svg(chart, name))  # noqa: S704 its words were escaped when it was written


def _table(table: Table) -> dict[str, Any]:
    columns = [{"name": name, "is_numbers": _is_numbers(table, at)} for at, name in enumerate(table.columns)]
    return {"columns": columns, "rows": table.rows}


def _is_numbers(table: Table, at: int) -> bool:
    """Whether a column has nothing but numbers in it, which are read best with their ends below one another."""
    return at > 0 and all(_NUMBERS.fullmatch(row[at]) for row in table.rows)

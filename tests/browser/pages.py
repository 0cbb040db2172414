"""The pages that a browser is shown: those of six months with Jane Example, and one with everything in it."""

from datetime import date
from io import BytesIO
from pathlib import Path

import typer
from e2e.months.script import Months
from hostile.calls import Command, commands

from coachcli.cli.main import app
from coachcli.domain.note_kinds import Style
from coachcli.domain.page.chart import Chart, Course, Curve, Reading, Share, Shares, Side, ThenAndNow, Wheel
from coachcli.domain.page.letterhead import Letterhead
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.render.page.html import html

_MIDPOINT, _ENDED = "2026-11-20", "2027-02-21"
_SESSION = "jane-example/2026-11-19-1000"
COMMANDS: dict[str, tuple[str, Command]] = {
    "card": ("2026-11-18", ("prep", "jane")),
    "summary-me": (_MIDPOINT, ("session", "export", _SESSION, "--for", "me")),
    "summary-client": (_MIDPOINT, ("session", "export", _SESSION, "--for", "client")),
    "summary-sponsor": (_MIDPOINT, ("session", "export", _SESSION, "--for", "sponsor")),
    "progress": (_ENDED, ("progress", "jane")),
    "report-me": (_ENDED, ("report", "jane", "--for", "me")),
    "report-client": (_ENDED, ("report", "jane", "--for", "client", "--until", "closing", "--yes")),
    "report-sponsor": (_ENDED, ("report", "jane", "--for", "sponsor", "--until", "closing", "--yes")),
    "hours": (_ENDED, ("hours",)),
}
"""Each page by its name: the day on which it is made, and the command that makes it."""
EVERYTHING = "everything"
ROWS = 60
_LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3
_BAGS = "סדנאות היו עמוסות השבוע"


def written(months: Months, folder: Path) -> dict[str, Path]:
    """Every page as a file in a folder, by its name."""
    for name, (day, words) in COMMANDS.items():
        with months.desk(day) as says:
            answer = says(*words, "--as", "html", "-o", str(folder / f"{name}.html"))
        assert answer.code == 0, f"{name}\n{answer.err}"
    (folder / f"{EVERYTHING}.html").write_text(html(_everything(), _letterhead()), encoding="utf-8")
    return {path.stem: path for path in sorted(folder.glob("*.html"))}


def makers_of_pages() -> dict[Command, list[str]]:
    """Every command that makes a web page, with the readers it is made for."""
    choices = {command: _choices(command) for command, _ in commands() if command}
    return {command: of.get("--for", []) for command, of in choices.items() if "html" in of.get("--as", [])}


def _choices(command: Command) -> dict[str, list[str]]:
    """What can be chosen behind the options of a command."""
    found = typer.main.get_command(app)
    for name in command:
        found = found.commands[name]  # type: ignore[attr-defined]
    return {one.opts[0]: [*one.type.choices] for one in found.params if hasattr(one.type, "choices")}


def _everything() -> Page:
    """A page in which there is one of each thing, with words that do not fit."""
    lines = tuple(
        Line(said, style, "What it is", ("a detail", said)) for said in ("Words", _LONG, _BAGS) for style in _STYLES
    )
    table = Table(
        ("What", "When", "Hours", "How"),
        tuple((f"Row {at}", "3 Sep 2026", f"{at}.50", "By video") for at in range(ROWS)),
    )
    sections = (
        Section("Lines", lines),
        Section("Deeper", lines[:1], depth=2),
        Section("Deepest", lines[1:2], depth=3),
        Section("Charts", charts=_charts()),
        Section("Tables", tables=(table, Table(("Name", "Words"), (("Long", _LONG), ("From the right", _BAGS))))),
        Section(_LONG, (Line("Under a long heading"),)),
    )
    facts = {"For": "Jane Example", "Of": _LONG}
    return Page("Everything", facts, sections, greeting="Dear Jane,", closing=("With warm regards,", "Alex Example"))


_STYLES: tuple[Style, ...] = ("text", "quote", "task")


def _charts() -> tuple[Chart, ...]:
    names = ("Delegating", "Being heard on the board", "Sleep", "Saying no", "Time for what is not work at all")
    days = [date(2026, 9, 1), date(2026, 10, 5), date(2026, 11, 19), date(2027, 2, 9)]
    curves = tuple(
        Curve(name, tuple(Reading(day, 2 + at + on) for on, day in enumerate(days))) for at, name in enumerate(names)
    )
    sides = tuple(Side(name, 2 + at, 8 - at) for at, name in enumerate((*names, "Energy", _BAGS)))
    shares = (Share("kept", 6), Share("partly", 1), Share("dropped", 2), Share("open", 8))
    return (
        Course("Areas over time", 0, 10, curves),
        ThenAndNow("Then and now", 0, 10, sides),
        Wheel("The wheel", 0, 10, sides),
        Shares("What became of them", shares),
    )


def _letterhead() -> Letterhead:
    from PIL import Image

    logo = BytesIO()
    Image.new("RGB", (240, 80), "#1f4e79").save(logo, "PNG")
    return Letterhead("Alex Example", "alex@example.com", logo.getvalue(), "#ffd400")

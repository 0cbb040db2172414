"""Pages on a terminal: what was said is seen as it was said, and does nothing."""

import re
import sys

import pytest
from domain.strategies import SOMETIMES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from coachcli.domain.page.chart import Share, Shares
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.domain.text import visible
from coachcli.render.find.rows import FoundRow
from coachcli.render.session.console import show_marked, show_outline, show_page, shows_colour

ATTACKS = [
    ("[/John]", "[/John]"),
    ("[bold red]loud[/] [link=x]y[/link]", None),
    (":x: :smile:", None),
    ("\x1b[31mred\x1b[0m", "‹U+001B›[31mred‹U+001B›[0m"),
    ("\x1b]52;c;aGk=\a", "‹U+001B›]52;c;aGk=‹U+0007›"),
    ("\x9b2J", "‹U+009B›2J"),
    ("\u202etxt.exe", "‹U+202E›txt.exe"),
    ("https://example.com/a_b 'x' 42 True", None),
    ("\\[x]", None),
    ("日本語 👩‍👩‍👧", None),
]


@pytest.fixture
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that can show colours, whatever the tests run in."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR")


def everywhere(said: str) -> Page:
    """A page with the same words in every place."""
    lines = (Line(said, "text", said, (said,)), Line(said, "quote"), Line(said, "task"))
    return Page(said, {"For": said}, (Section(said, lines), Section(said, depth=2)))


def test_a_page_reads_from_top_to_bottom(capsys: pytest.CaptureFixture[str]) -> None:
    lines = (
        Line("Call Ana", "task", details=("by Friday", "8/10")),
        Line("Never", "quote"),
        Line("Rest", label="value"),
        Line("Now", "quote", "Note 2:"),
    )
    show_page(Page("Jane, Friday", {"Client": "Jane"}, (Section("Actions", lines), Section("Opening", depth=2))))

    assert [row.rstrip() for row in capsys.readouterr().out.split("\n")] == [
        "Jane, Friday",
        "Client: Jane",
        "",
        "Actions",
        "  ☐ Call Ana · by Friday · 8/10",
        "  “Never”",
        "  · value Rest",
        "  Note 2: “Now”",
        "",
        "Opening",
        "",
    ]


@pytest.mark.parametrize(("said", "seen"), ATTACKS)
def test_what_was_said_is_seen_and_does_nothing(
    said: str, seen: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    show_page(everywhere(said))
    shown = capsys.readouterr().out

    assert shown.count(seen or said) == 9
    assert shown == visible(shown)


@pytest.mark.usefixtures("_colours")
@pytest.mark.parametrize(("said", "seen"), ATTACKS)
def test_nor_does_it_on_a_terminal_with_colours(
    said: str, seen: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    show_page(everywhere(said))
    show_outline([(0, said), (1, said)])
    shown = capsys.readouterr().out

    assert "\x1b[" in shown
    assert "\x1b]" not in shown
    assert "\a" not in shown
    assert "\x9b" not in shown
    assert "\u202e" not in shown
    assert shown.count(seen or said) == 11


@pytest.mark.parametrize(("said", "seen"), ATTACKS)
def test_an_outline_shows_it_the_same_way(said: str, seen: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    show_outline([(0, said), (2, said)])

    top, below, _ = capsys.readouterr().out.split("\n")

    assert top.rstrip() == seen or said
    assert below.rstrip() == f"    {seen or said}"


@settings(SOMETIMES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=200))
def test_no_words_reach_the_terminal_as_anything_but_words(capsys: pytest.CaptureFixture[str], said: str) -> None:
    show_page(everywhere(said))
    show_outline([(0, said)])
    shown = capsys.readouterr().out

    assert shown == visible(shown)


@pytest.mark.parametrize("width", [40, 80])
def test_a_long_note_is_wrapped_to_the_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    show_page(everywhere("a long story about 日本語 " * 20))
    show_outline([(3, "a long question " * 20)])

    rows = capsys.readouterr().out.split("\n")

    assert max(wcswidth(row) for row in rows) <= width
    assert all(row.startswith("      ") for row in rows if "question" in row)


@pytest.mark.usefixtures("_colours")
def test_no_color_leaves_bold_and_dim_and_takes_the_colours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    show_page(everywhere("words"))

    attributes = set(re.findall(r"\d+", " ".join(re.findall(r"\x1b\[([\d;]*)m", capsys.readouterr().out))))

    assert attributes <= {"0", "1", "2", "3"}


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)
def test_pages_are_coloured_on_a_terminal_that_wants_it(
    environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert shows_colour() is coloured

    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert shows_colour() is False


def test_charts_are_told_in_words_and_tables_stand_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    shares = Shares("What became of them", (Share("kept [b]", 3),))
    table = Table(("Month", "Hours"), (("November [/x]", "7.5"),))
    show_page(Page("Page", {}, (Section("Actions", charts=(shares,), tables=(table,)),)))
    rows = [row.strip() for row in capsys.readouterr().out.split("\n")]

    assert rows[2:6] == ["Actions", "What became of them", "· kept [b]: 3.", "Month          Hours"]
    assert rows[6] == "November [/x]  7.5"


@pytest.mark.usefixtures("_colours")
def test_what_was_looked_for_is_bold(capsys: pytest.CaptureFixture[str]) -> None:
    show_marked([FoundRow(4, (("the ", False), ("budget", True)))])

    assert "    the \x1b[1mbudget" in capsys.readouterr().out


def test_a_command_below_what_was_found_is_never_cut_nor_broken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    typed = "coach session show jane-example/2026-11-29-1112 --at 1"

    show_marked([FoundRow(2, ((typed, False),), is_command=True)])

    assert capsys.readouterr().out == f"  {typed}\n"


@pytest.mark.parametrize(("said", "shown"), ATTACKS)
def test_what_was_found_does_nothing(said: str, shown: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    show_marked([FoundRow(0, ((said, False), (said, True)))])

    assert capsys.readouterr().out.rstrip() == (shown or said) * 2


def test_no_cell_of_a_table_is_cut_in_a_narrow_window(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table(("Credential", "Hours", "Clients"), (("EMCC EIA Senior Practitioner", "22.02 of 250", "9 of 20"),))
    page = Page("Hours", {}, (Section("On the way", tables=(table,)),))
    monkeypatch.setenv("COLUMNS", "40")
    show_page(page)
    shown = " ".join(capsys.readouterr().out.split())

    assert "…" not in shown
    assert "EMCC EIA Senior Practitioner: Hours 22.02 of 250 · Clients 9 of 20" in shown

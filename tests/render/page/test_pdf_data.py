"""What the template of the PDF is given."""

import json
from typing import Any

import pytest

from coachcli.domain.page.chart import Share, Shares
from coachcli.domain.page.colour import ENOUGH, WHITE, contrast
from coachcli.domain.page.letterhead import PLAIN, Letterhead
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.render.page.pdf_data import pdf_data


def section_of(section: Section) -> dict[str, Any]:
    (only,) = pdf_data(Page("Page", {}, (section,)), PLAIN)["sections"]
    assert isinstance(only, dict)
    return only


def table_of(*rows: tuple[str, ...]) -> dict[str, Any]:
    (only,) = section_of(Section("Table", tables=(Table(rows[0], rows[1:]),)))["tables"]
    assert isinstance(only, dict)
    return only


def test_what_nobody_set_is_not_there() -> None:
    data = pdf_data(Page("Page", {}, ()), PLAIN)

    assert (data["author"], data["on"], data["logo"], data["greeting"]) == ([], None, [], None)


def test_the_letterhead_is_there_in_its_colour() -> None:
    data = pdf_data(Page("Page", {}, ()), Letterhead("Alex", "alex@example.com", b"\x01\xff", "#123456"))

    assert (data["name"], data["mail"], data["logo"], data["colour"]) == (
        "Alex",
        "alex@example.com",
        [1, 255],
        "#123456",
    )


def test_a_colour_that_is_hard_to_read_on_paper_is_darkened() -> None:
    data = pdf_data(Page("Page", {}, ()), Letterhead(colour="#ffff00"))

    assert contrast(data["colour"], WHITE) >= ENOUGH


def test_lines_of_one_style_are_one_list() -> None:
    runs = section_of(Section("All", (Line("a"), Line("b"), Line("c", "task"), Line("d"))))["runs"]

    assert [(run["style"], len(run["lines"])) for run in runs] == [("text", 2), ("task", 1), ("text", 1)]


@pytest.mark.parametrize(
    ("words", "is_from_the_right"),
    [
        ("Jane", False),
        ("محمد", True),
        ("ישראל", True),
        ("3 ישראל and Jane", True),
        ("Jane ישראל", False),
        ("12", False),
    ],
)
def test_words_are_read_in_the_direction_of_their_first_letter(words: str, is_from_the_right: bool) -> None:
    (run,) = section_of(Section("All", (Line(words),)))["runs"]

    assert run["rtl"] is is_from_the_right


@pytest.mark.parametrize("mark", ["\u0301", "\u05b0", "\u0e34", "\ufe0f", "\u200d"])
def test_no_letter_has_thousands_of_marks(mark: str) -> None:
    words = "a" + mark * 1000
    page = Page(words, {words: words}, (Section(words, (Line(words, label=words, details=(words,)),)),))

    assert mark * 41 not in json.dumps(pdf_data(page, Letterhead(words)), ensure_ascii=False)
    assert "e\u0301\u0302" in pdf_data(Page("e\u0301\u0302", {}, ()), PLAIN)["title"]


def test_figures_stand_below_each_other() -> None:
    told = table_of(
        ("Goal", "First", "Now", "Kept", ""), ("Lead", "3", "6.5", "80 %", ""), ("Rest", "", "–2", "5 of 6", "")
    )

    assert told["are_figures"] == [False, True, True, False, False]


def test_the_widest_column_takes_what_is_left_of_the_page_where_the_table_fits() -> None:
    assert table_of(("Goal", "Now"), ("Lead the division", "3"))["stretched"] == 0
    assert table_of(("Goal", "Now"), ("Lead the division " * 9, "3"))["stretched"] is None


def test_a_chart_is_told_in_words() -> None:
    (chart,) = section_of(Section("Kept", charts=(Shares("Actions", (Share("Done", 4),)),)))["charts"]

    assert [said["text"] for said in chart["words"]] == ["Done: 4."]
    assert chart["title"]["text"] == "Actions"
    assert chart["alt"] == "Chart: Actions. The list after it has all that it shows."
    assert "sans-serif" not in chart["drawing"]


def test_words_stand_beside_a_chart_where_they_are_few_and_short() -> None:
    charts = (
        Shares("a", (Share("Done", 4),)),
        Shares("b", (Share("Done " * 20, 4),)),
        Shares("c", (Share("d", 1),) * 11),
    )

    told = section_of(Section("Kept", charts=charts))["charts"]

    assert [chart["fits_beside"] for chart in told] == [True, False, False]


def test_a_chart_below_a_heading_of_the_same_words_has_no_title_of_its_own() -> None:
    (chart,) = section_of(Section("Actions", charts=(Shares("Actions", (Share("Done", 4),)),)))["charts"]

    assert chart["title"] is None
    assert chart["alt"].startswith("Chart: Actions.")

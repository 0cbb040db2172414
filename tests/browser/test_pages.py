"""Every page in a real browser: in a hand, on a table, on paper; by day and in the dark; seen, and read aloud."""

import re
from io import BytesIO

import pytest
from browser.pages import COMMANDS, EVERYTHING, ROWS, makers_of_pages, written
from browser.sight import CHROMIUM, Seen, looked_at, opened
from e2e.months.careerminds import SCRIPT
from e2e.months.script import played
from pypdf import PdfReader

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here to look at the pages with"),
]
ACTS = "<script>document.title = 'acted'</script><img src='https://example.com/seen.png' alt='seen'></main>"
FAULTS = """
<p style="width: 90rem; font-size: 11px">small print</p>
<svg role="img" width="90" height="20"><text x="-50" y="12" style="fill: #eee">lost</text></svg>
<p style="color: #bbb; background: #fff">pale</p>
<h6 style="font-size: 1rem">too deep</h6>
<img src="data:,">
</main>"""
_POLICY = re.compile(r"<meta http-equiv=[^>]*>\n")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """Every page as it was seen, and three that were spoiled; by one browser, which is closed again."""
    assert CHROMIUM is not None
    folder = tmp_path_factory.mktemp("looked-at")
    pages = written(played(folder / "months", SCRIPT), folder)
    whole = pages[EVERYTHING].read_text(encoding="utf-8")
    spoiled = {
        "acts": whole.replace("</main>", ACTS),
        "acts without the policy": _POLICY.sub("", whole).replace("</main>", ACTS),
        "faults": _POLICY.sub("", whole).replace("</main>", FAULTS),
    }
    for name, page in spoiled.items():
        pages[name] = folder / f"{name}.html"
        pages[name].write_text(page, encoding="utf-8")
    with opened(CHROMIUM) as browser:
        return {name: looked_at(browser, page) for name, page in pages.items()}


@pytest.fixture(scope="module")
def made(seen: dict[str, Seen]) -> dict[str, Seen]:
    """The pages as they are."""
    return {name: seen[name] for name in (*COMMANDS, EVERYTHING)}


def test_every_command_and_reader_of_a_web_page_is_looked_at() -> None:
    made = [(" ".join(words), words) for _, words in COMMANDS.values()]

    for command, readers in makers_of_pages().items():
        of_command = [words for said, words in made if said.startswith(" ".join(command))]
        assert of_command, command
        assert {words[words.index("--for") + 1] for words in of_command if "--for" in words} == {*readers}, command


def test_nothing_is_wrong_with_any_page(made: dict[str, Seen]) -> None:
    """Nothing is too wide, too small, too pale, cut off, badly told to who hears it, or complained of by a browser."""
    assert {name: page.faults for name, page in made.items() if page.faults} == {}


def test_each_chart_has_a_name_for_who_hears_the_page(made: dict[str, Seen]) -> None:
    assert {name: len(page.heard) for name, page in made.items()} == {
        name: len(page.charts) for name, page in made.items()
    }
    assert [name for name, page in made.items() if page.charts] == [
        "progress",
        "report-me",
        "report-client",
        EVERYTHING,
    ]


def test_nothing_is_fetched_but_the_page(made: dict[str, Seen]) -> None:
    assert {name: [url.rpartition("/")[2] for url in page.fetched] for name, page in made.items()} == {
        name: [f"{name}.html"] for name in made
    }


def test_a_page_is_dark_where_its_reader_wants_it_dark_and_never_on_paper(made: dict[str, Seen]) -> None:
    papers = {"desktop": "#ffffff", "phone": "#ffffff", "dark": "#17181a", "paper": "#ffffff"}

    assert {name: page.papers for name, page in made.items()} == dict.fromkeys(made, papers)


def test_on_paper_the_head_of_a_table_is_on_each_sheet_and_a_chart_is_on_one(made: dict[str, Seen]) -> None:
    sheets = [re.sub(r"\s", "", sheet.extract_text()) for sheet in PdfReader(BytesIO(made[EVERYTHING].printed)).pages]
    rows = [re.findall(r"Row(\d+?)3Sep", sheet) for sheet in sheets]

    assert [int(at) for sheet in rows for at in sheet] == [*range(ROWS)]
    assert [sheet.count("WhenHoursHow") for sheet in sheets] == [int(bool(sheet)) for sheet in rows]
    assert len([sheet for sheet in rows if sheet]) > 1
    for chart in made[EVERYTHING].charts:
        shown = [re.sub(r"\s", "", words) for words in chart if words.isascii()]
        assert [sheet for sheet in sheets if all(words in sheet for words in shown)], shown


def test_under_its_policy_nothing_that_got_into_a_page_acts_or_is_fetched(seen: dict[str, Seen]) -> None:
    page = seen["acts"]

    assert page.title == "Everything"
    assert page.fetched[1:] == ["https://example.com/seen.png", "csp"]
    assert len(page.complaints) == 2


def test_without_it_that_would_act_and_be_fetched(seen: dict[str, Seen]) -> None:
    page = seen["acts without the policy"]

    assert page.title == "acted"
    assert page.fetched[1:] == ["https://example.com/seen.png", "net::ERR_NAME_NOT_RESOLVED"]


def test_what_is_wrong_is_seen(seen: dict[str, Seen]) -> None:
    page = seen["faults"]

    assert page.too_wide == [f"{where}: small print" for where in ("desktop", "phone", "dark", "paper")]
    assert page.too_small == [f"{where}: small print" for where in ("desktop", "phone", "dark")]
    assert page.too_pale == [f"{where}: lost" for where in ("desktop", "phone", "paper")]
    assert page.cut_off == [f"{where}: lost" for where in ("desktop", "phone", "dark", "paper")]
    assert {one.partition(",")[0] for one in page.inaccessible} == {
        *("heading-order", "image-alt", "svg-img-alt", "color-contrast"),
    }

"""A page as HTML: our headings, lists and tables, people's words as words, and nothing that acts or is fetched."""

import hashlib
import re
from base64 import b64encode
from datetime import date
from html.parser import HTMLParser

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.page.chart import Course, Curve, Reading, Share, Shares
from coachcli.domain.page.colour import ENOUGH, contrast
from coachcli.domain.page.letterhead import Letterhead
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.domain.text import one_line, visible
from coachcli.render.page.html import html

ATTACKS = [
    *("<script>alert(1)</script>", "</style><script>x</script>", "</title>", "<img src=x onerror=y>", "<!-- hidden"),
    *('" onmouseover="x', "' autofocus onfocus='x", "javascript:x", "{{ 7 * 7 }}", "{% for x in y %}", "{# gone #}"),
    *("&amp;", "&#60;b&#62;", "]]>", "<svg/onload=x>", "data:text/html,x", "url(x)", "https://example.com", "`x`"),
    *("\x1b[2J", "a\u202eb", "\ud800", "a\u2028b", "\x85", "\x00", "\U000e0041"),
]
READINGS = (Reading(date(2026, 9, 3), 3), Reading(date(2026, 11, 10), 6))


def everywhere(said: str) -> Page:
    """A page with the same words wherever words can be."""
    lines = (Line(said, "text", said, (said, said)), Line(said, "quote"), Line(said, "task"))
    charts = (Course(said, 0, 10, (Curve(said, READINGS),)), Shares(f"{said}.", (Share(said, 1),)))
    section = Section("Title", lines, charts=charts, tables=(Table((said, said), ((said, said),)),))
    return Page(said, {said: said}, (section, Section(said, depth=2)), greeting=said, closing=(said, said))


class Seen(HTMLParser):
    """What a browser makes of a page: its tags, their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._in_style = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._in_style and data.strip():
            self.words.append(one_line(data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


SHAPE = [name for name, _ in Seen(html(everywhere("words"))).tags]


def looks_the_same(said: str) -> None:
    """Whatever is said, the page has the same tags, and every attribute is one of ours."""
    seen = Seen(html(everywhere(said)))
    ours = [name for name, _ in seen.tags if name not in {"text", "br"}]

    assert ours == [name for name in SHAPE if name not in {"text", "br"}]
    for name, attributes in seen.tags:
        assert not [one for one in attributes if one.startswith("on") or one in {"href", "src", "style", "action"}], (
            name
        )
        values = " ".join(str(value) for value in attributes.values())
        assert name == "meta" or not re.search(r"http|url\(|data:", values)


@pytest.mark.parametrize("said", ATTACKS)
def test_nothing_that_people_wrote_is_markup(said: str) -> None:
    looks_the_same(f"words {said}")


@pytest.mark.parametrize("said", ATTACKS)
def test_it_is_read_as_it_was_written(said: str) -> None:
    page = Page("Title", {}, (Section("Section", (Line(f"words {said} more"),)),))

    assert one_line(visible(f"words {said} more")) in Seen(html(page)).words


@OFTEN
@given(st.text(st.characters(), min_size=1))
def test_whatever_is_said_the_page_stays_ours(said: str) -> None:
    looks_the_same(f"words {said}")


def test_the_same_page_is_the_same_bytes() -> None:
    assert html(everywhere("words")) == html(everywhere("words"))


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = html(everywhere("words"))

    assert not re.search(r"<script|http:|https:|url\(|@import|<link|<iframe|<object", page)


def test_the_policy_in_its_head_lets_this_style_be_and_nothing_else() -> None:
    page = html(everywhere("words"))
    (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = (one["content"] for one in Seen(page).named("meta") if "http-equiv" in one)

    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_it_says_its_language_its_title_and_no_program() -> None:
    seen = Seen(html(Page("Our session", {}, ())))

    assert seen.named("html") == [{"lang": "en"}]
    assert seen.words[0] == "Our session"
    assert {one.get("name") for one in seen.named("meta")} == {None, "viewport", "color-scheme", "referrer"}


def test_every_colour_of_words_and_lines_can_be_read_on_both_papers() -> None:
    by_day, in_the_dark, *_ = re.findall(r":root \{(.*?)\}", html(everywhere("words")), re.DOTALL)
    for colours in (by_day, in_the_dark):
        named = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", colours))
        read = [name for name in named if name in {"ink", "quiet", "accent"} or name.startswith("curve")]

        assert len(read) == 7
        assert [name for name in read if contrast(named[name], named["paper"]) < ENOUGH] == []


def test_headings_come_in_order() -> None:
    sections = (Section("a", depth=2), Section("b"), Section("c", depth=2), Section("d", depth=3))
    levels = [name for name, _ in Seen(html(Page("Title", {}, sections))).tags if re.fullmatch(r"h\d", name)]

    assert levels == ["h1", "h2", "h2", "h3", "h4"]


def test_every_name_is_there_once_and_all_that_are_meant_are_there() -> None:
    seen = Seen(html(everywhere("words")))
    names = [attributes["id"] for _, attributes in seen.tags if "id" in attributes]
    meant = [str(attributes["aria-labelledby"]) for _, attributes in seen.tags if "aria-labelledby" in attributes]

    assert len(set(names)) == len(names)
    assert {name for one in meant for name in one.split(" ")} == set(names)


def test_a_table_says_what_its_cells_are_under_and_beside() -> None:
    table = Table(("Month", "Hours"), (("May", "7.5"), ("June", "12")))
    seen = Seen(html(Page("Title", {}, (Section("Hours", tables=(table,)),))))

    assert [one["scope"] for one in seen.named("th")] == ["col", "col", "row", "row"]
    assert [one.get("class") for one in seen.named("td")] == ["numbers", "numbers"]


def test_a_chart_has_its_words_beside_it() -> None:
    course = Course("Goals over time", 0, 10, (Curve("Lead", READINGS),))
    words = Seen(html(Page("Title", {}, (Section("Goals", charts=(course,)),)))).words

    assert "Goals over time" in words
    assert "Lead: 3 on Thursday 3 September 2026, 6 on Tuesday 10 November 2026 (from 0 to 10)." in words


def test_the_lines_of_a_note_stay_lines() -> None:
    page = html(Page("Title", {}, (Section("Section", (Line("one\ntwo  \n\nthree"),)),)))

    assert '<span class="said">one\ntwo  \n\nthree</span>' in page
    assert ".said { white-space: pre-line;" in page


class TestTheLetterhead:
    HEAD = Letterhead("Alex <b>", "alex@example.com", b"\x89PNG picture", "#ffee00")

    def test_it_has_the_coachs_name_address_and_logo(self) -> None:
        seen = Seen(html(Page("Title", {}, ()), self.HEAD))
        (picture,) = seen.named("img")
        (policy,) = (one["content"] for one in seen.named("meta") if "http-equiv" in one)

        assert seen.words[1:3] == ["Alex <b>", "alex@example.com"]
        assert picture == {"src": "data:image/png;base64,iVBORyBwaWN0dXJl", "alt": ""}
        assert "; img-src data:;" in str(policy)
        assert {"name": "author", "content": "Alex <b>"} in seen.named("meta")

    def test_a_photograph_is_told_from_a_drawing(self) -> None:
        page = html(Page("Title", {}, ()), Letterhead(logo=b"\xff\xd8 picture"))

        assert "data:image/jpeg;base64," in page

    def test_the_colour_can_be_read_by_day_and_in_the_dark(self) -> None:
        page = html(Page("Title", {}, ()), self.HEAD)
        by_day, in_the_dark = re.findall("--accent: (#[0-9a-f]{6});", page)

        assert by_day != "#ffee00"
        assert in_the_dark == "#ffee00"

    def test_without_one_nothing_stands_above_the_page(self) -> None:
        assert Seen(html(Page("Title", {}, ()))).named("header") == []

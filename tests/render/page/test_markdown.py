"""Whatever people wrote, the page that is made of it has our headings and lists, and their words as words."""

import re
from collections.abc import Callable, Iterator

import pytest
from builders import note, session_of, turn_with
from domain.strategies import OFTEN
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coachcli.domain.export.session_page import coach_page
from coachcli.domain.page.chart import Share, Shares
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.domain.text import one_line, visible
from coachcli.domain.value import changed
from coachcli.render.page.markdown import escaped, markdown
from coachcli.store.yaml_io.nodes import Plain, plain
from coachcli.store.yaml_io.strict_reader import RECORD, read

READER = MarkdownIt("gfm-like", {"html": True, "linkify": True})
SAID = "something"


def page_of(*lines: Line, title: str = "Page", fact: str = "Jane", section: str = "Section") -> Page:
    return Page(title, {"For": fact}, (Section(section, (*lines, Line("after it"))),))


# Each makes a page in which some words stand in one place.
MANY_LINES: dict[str, Callable[[str], Page]] = {
    "text": lambda words: page_of(Line(words)),
    "quote": lambda words: page_of(Line(words, "quote")),
    "task": lambda words: page_of(Line(words, "task")),
    "text with a label and details": lambda words: page_of(Line(words, label="goal", details=("by Friday", "8/10"))),
    "quote with a label and details": lambda words: page_of(Line(words, "quote", "asked", ("shared",))),
    "task with details": lambda words: page_of(Line(words, "task", details=("by Friday",))),
}
ONE_LINE: dict[str, Callable[[str], Page]] = {
    "label": lambda words: page_of(Line("7 of 10", label=words)),
    "label of a quote": lambda words: page_of(Line("7 of 10", "quote", words)),
    "detail": lambda words: page_of(Line("Call Ana", "task", details=("by Friday", words, "8/10"))),
    "detail of a quote": lambda words: page_of(Line("one\n\ntwo", "quote", details=(words,))),
    "heading": lambda words: page_of(section=words),
    "title": lambda words: page_of(title=words),
    "fact": lambda words: page_of(fact=words),
    "what was asked": lambda words: coach_page(session_of(turn_with(note(), asked=words)), "Jane"),
    "name of the client": lambda words: coach_page(session_of(turn_with(note())), words.strip()),
}
PLACES = MANY_LINES | ONE_LINE

ATTACKS = [
    *("# a heading", "###### six", "a heading\n===", "a heading\n---", "a heading\n-", "=", "words\n=\n-"),
    *("[ ] a box", "[x] a box", "- [ ] a box", "words\n- [ ] a box", "1. [x] a box"),
    *("[words](https://example.com)", "[words][1]\n\n[1]: https://example.com", "[1]: https://example.com", "[words]"),
    *("![seen](https://example.com/seen.png)", "!\\[seen](https://example.com)", "![[seen.png]]", "<img src=x>"),
    *("https://example.com/a_b*c", "_http://example.com", "éhttp://example.com", "x:http://example.com", "FTP://a.org"),
    *("http://localhost:80//example.com", "//example.com", "a ////localhost/x", "://example.com", "//1.5"),
    *("www.example.com", "WWW.EXAMPLE.COM", "(www.example.com)", "_www.example.com", "example.com", "see notes.md."),
    *("пример.рф", "a.b.co.uk/x?y=z#w", "not a *b*.com or __c__.org", "wait...what.is", "e.g. 7.5", "192.168.0.1:80"),
    *("ana@example.com", "mail ana.b+c@example.com.", "mailto:ana@example.com", "xmpp:a@b.org", "a\\@b.com c.com @me"),
    *("<https://example.com>", "<ana@example.com>", "<mailto:ana@example.com>", "<a href='x'>y</a>"),
    *("<script>alert(1)</script>", "<!-- hidden -->", "<?php ?>", "<!DOCTYPE x>", "<![CDATA[x]]>", "</li></ul>", "<b"),
    *("&amp; &lt;script&gt; &#35; &#x23; &nbsp;", "&copy", "AT&T", "&"),
    *("`code`", "``a ` b``", "```\ncode\n```", "~~~ sh\ncode", "`", "\\`code\\`"),
    *("    code", "\tcode", "a\n\n        code", "a\n\n\tcode"),
    *("| a | b |\n| --- | --- |\n| c | d |", "a | b\n-|-\nc | d", "a\n:-", "|"),
    *("1. one", "1) one", "words\n1. one\n2. two", "1.", "0.5"),
    *("123456789) x", "1234567890. x", "٣. three", "1.example.com"),
    *("- one", "+ one", "* one", "words\n- one\n+ two\n* three", "-", "+", "*", "-\n-", "–", "- - -", "  - deep"),
    *("---", "***", "___", "words\n***\nwords", "_ _ _", "*" * 40),
    *("> said", "words\n> said\n>> said", ">"),
    *("a note[^1]\n\n[^1]: below", "^[inline]", "[[wiki]]", "[[wiki|shown]]", "#tag #a/b", "==mark==", "%%hidden%%"),
    *("~~gone~~", "~one~", "$x$", "$$\nx\n$$", "*a* **b** _c_ __d__ ***e***"),
    *("a*b*c snake_case_word", ":smile: :+1: :x:"),
    *("\\", "words\\", "words\\\nmore", "\\# \\* \\\\", "two blanks  \nmore"),
    *("a\n\n\n\nb", "\n\nlate", "early\n\n", "a\n \t \nb"),
    *("a\u202eb\u202c", "\x1b[31mred", "\x1b]52;c;aGk=\a", "\x9b1m", "a\x85# b", "a\u2028- b", "a\u2029b"),
    *("\x0b# a", "\0", "a\r- b", "\ud83d", "\u00a0# a", "\ufeff- a", "\u200b1. a", "\u3000- wide"),
    *("---\nclient: other\n---", "{{ x }} {% y %}", ":::note\nx\n:::", 'key: "value"'),
    *("Term\n: meaning", "'quoted' (c) --", "日本語 👩‍👩‍👧 e\u0301 עברית"),
]
SIGNS = [
    *"\\`*_[]<>&#|~$%^=@!()-+.:/'\"{} \t\n1aé",
    *("\n\n", "    ", "---", "```", "[x] ", "1. ", "&amp;", "<b>"),
    *("http://", "mailto:", "www.", "b.com", "//"),
]
words_of_signs = st.lists(st.sampled_from(SIGNS), max_size=20).map("".join)
words = (st.text(st.characters()) | words_of_signs).filter(lambda text: text.strip())


def tokens(page: str) -> Iterator[Token]:
    """All of a page but its front matter."""
    return (token for block in READER.parse(body(page)) for token in (block, *(block.children or ())))


def body(page: str) -> str:
    return page.split("\n---\n", 1)[1] if page.startswith("---\n") else page


def structure(page: str) -> list[str]:
    """What a page is made of but paragraphs, words and breaks within a line: links, lists, boxes and all that."""
    kinds: list[str] = []
    for token in tokens(page):
        if token.type not in {"paragraph_open", "paragraph_close", "inline", "text", "hardbreak"}:
            kinds.append(f"{token.type} {token.tag}")
        if token.type == "inline" and token.content.startswith(("[ ]", "[x]", "[X]")):
            kinds.append("box")
    return kinds


def shown(page: str) -> str:
    """The words of a page as they are read, a line for each line, without what is blank at either end."""
    inlines = [token for token in tokens(page) if token.type == "inline"]
    rows = "\n".join("".join(child.content or "\n" for child in leaves(token)) for token in inlines)
    return trimmed(rows)


def leaves(inline: Token) -> list[Token]:
    return [child for child in inline.children or () if child.type not in {"em_open", "em_close"}]


def trimmed(text: str) -> str:
    return "\n".join(row.strip() for row in text.split("\n") if row.strip())


def assert_words_stay_words(place: str, said: str) -> None:
    page, innocent = markdown(PLACES[place](said)), markdown(PLACES[place](SAID))
    readable = trimmed(visible(said)) if place in MANY_LINES else visible(one_line(said)).strip()

    assert structure(page) == structure(innocent)
    assert shown(page) == trimmed(shown(innocent).replace(SAID, readable))


@pytest.mark.parametrize("place", PLACES)
def test_no_words_become_anything_but_words(place: str) -> None:
    for attack in ATTACKS:
        assert_words_stay_words(place, attack)


@settings(OFTEN, max_examples=150)
@given(st.sampled_from(sorted(PLACES)), words)
def test_nor_do_any_others(place: str, said: str) -> None:
    assert_words_stay_words(place, said)


def said_alike(page: str, said: str) -> bool:
    """Whether the page says the same where nobody renders it: no sign of ours at the ends of its lines."""
    rows = page.split("\n")
    return not any(row.endswith("\\") for row in rows if not said.rstrip().endswith("\\")) and not any(
        re.match(r"[\s>*-]*\\[-+]", row) for row in rows
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "said", ["one\ntwo\n\nthree", "Who:\n- Ann\n- Sam\n", "- Ann", "+ 1", "-", "---", "1. Ann\n2) Sam", "-5 degrees"]
)
def test_no_line_ends_in_a_backslash_or_begins_with_an_escaped_dash(place: str, said: str) -> None:
    page = markdown(PLACES[place](said))

    assert said_alike(page, said)
    assert_words_stay_words(place, said)


@settings(OFTEN, max_examples=60)
@given(st.sampled_from(sorted(PLACES)), words.filter(lambda said: "\\" not in said))
def test_nor_does_any_other(place: str, said: str) -> None:
    assert said_alike(markdown(PLACES[place](said)), said)


def test_the_test_would_see_them() -> None:
    assert not said_alike("- one\\\n  two\n", "one\ntwo")
    assert not said_alike("- one\n  \\- two\n", "one\n- two")


def test_a_letter_begins_with_its_greeting_and_ends_with_its_closing() -> None:
    letter = changed(page_of(Line("call Tom")), greeting="Hello Jane,", closing=("Warm regards,", "- Alex"))

    assert markdown(letter) == (
        "# Page\n\nHello Jane,\n\n- For: Jane\n\n## Section\n\n- call Tom\n- after it\n\n"
        "Warm regards,  \n\N{NO-BREAK SPACE}- Alex\n"
    )


def test_a_reader_would_see_what_is_not_escaped() -> None:
    bare = "ana@example.com, a <b>, ![a](b), `c`\n\n- [ ] box\n\n# h\n\n|a|\n|-|\n"

    assert structure(bare) == [
        *("link_open a", "link_close a", "html_inline ", "image img", "code_inline code"),
        *("bullet_list_open ul", "list_item_open li", "box", "list_item_close li", "bullet_list_close ul"),
        *("heading_open h1", "heading_close h1"),
        *("table_open table", "thead_open thead", "tr_open tr", "th_open th"),
        *("th_close th", "tr_close tr", "thead_close thead", "table_close table"),
    ]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Write to Ana, half an hour (or so).", "Write to Ana, half an hour (or so)."),
        ("It's 10:30 - e.g. 7.5 + 1 - and/or... fine!", "It's 10:30 - e.g. 7.5 + 1 - and/or... fine!"),
        ("1. First", "\N{NO-BREAK SPACE}1. First"),
        ("- and then", "\N{NO-BREAK SPACE}- and then"),
        ("-5 degrees -- and + 2", "-5 degrees -- and + 2"),
        ("1.5 hours", "1.5 hours"),
        ("ana@example.com", r"ana\@example\.com"),
        ("https://example.com", r"https\://example\.com"),
        ("www.1st.org", r"www\.1st\.org"),
        ("#tag", r"\#tag"),
    ],
)
def test_the_page_stays_good_to_read_as_it_is_written(said: str, written: str) -> None:
    assert escaped(said) == written


def test_the_page_of_a_coach_reads_from_top_to_bottom() -> None:
    report = Page(
        "Jane, Friday",
        {"Client": "Jane"},
        (
            Section("Actions", (Line("Call Ana", "task", details=("by Friday", "8/10")),)),
            Section("Opening"),
            Section("What is on your mind?", (Line("one\ntwo\n\nthree"), Line("Never\nagain", "quote")), depth=2),
            Section("What matters?", (Line("Rest", label="value"),), depth=2),
        ),
    )

    assert markdown(report) == (
        "# Jane, Friday\n\n- Client: Jane\n\n"
        "## Actions\n\n- [ ] Call Ana · by Friday · 8/10\n\n"
        "## Opening\n\n"
        "### What is on your mind?\n\n- one  \n  two\n\n  three\n- > Never  \n  > again\n\n"
        "### What matters?\n\n- *value* Rest\n"
    )


def test_a_page_without_anything_is_its_title() -> None:
    assert markdown(Page("Coaching session", {}, ())) == "# Coaching session\n"


def test_a_label_of_blanks_is_no_label() -> None:
    assert markdown(Page("Page", {}, (Section("Also noted", (Line("yes", label=" "),)),))).endswith("\n- yes\n")


class TestFrontMatter:
    @staticmethod
    def values(page: str) -> Plain:
        assert page.startswith("---\n")
        return plain(read(page.split("\n---\n", maxsplit=1)[0].removeprefix("---\n").encode(), RECORD))

    @pytest.mark.parametrize("said", ATTACKS)
    def test_it_holds_a_name_to_the_letter(self, said: str) -> None:
        page = markdown(Page("Page", {}, (), {"client": said, "minutes": 43}))

        assert self.values(page) == {"client": visible(said), "minutes": "43"}

    @OFTEN
    @given(words)
    def test_whatever_the_name(self, said: str) -> None:
        assert self.values(markdown(Page("Page", {}, (), {"client": said}))) == {"client": visible(said)}

    @pytest.mark.parametrize("name", ["no", "10:30", "1.10", "~", "", "2026-11-18", "\ufeff", "\uffff"])
    def test_a_text_that_looks_like_something_else_stays_text(self, name: str) -> None:
        page = markdown(Page("Page", {}, (), {"client": name}))

        assert self.values(page) == {"client": name}

    def test_it_says_what_the_page_was_made_from(self) -> None:
        page = markdown(Page("Page", {}, (), {"client": "Jane"}), made_from="2026-11-18-1400-grow.yaml")

        assert page == (
            "---\n"
            "# Made from 2026-11-18-1400-grow.yaml; changes here are lost, change that one.\n"
            'client: "Jane"\n'
            "---\n\n# Page\n"
        )


SHARES = Shares("What became of them", (Share("kept", 3), Share("open", 1)))


def test_a_chart_is_told_in_sentences_below_its_title() -> None:
    page = Page("Page", {}, (Section("Actions", charts=(SHARES,)), Section("Next")))

    assert markdown(page) == ("# Page\n\n## Actions\n\n**What became of them**\n\n- kept: 3.\n- open: 1.\n\n## Next\n")


def test_a_title_that_says_what_the_heading_does_is_left_out() -> None:
    assert "**" not in markdown(Page("Page", {}, (Section("what became of them", charts=(SHARES,)),)))


def test_a_table_has_a_cell_for_each_of_ours_whatever_stands_in_it() -> None:
    table = Table(("Month | Year", "Hours"), (("May\n| --- |", "`7`|<b>"), ("", "-")))
    tokens = READER.parse(markdown(Page("Page", {}, (Section("Hours", (Line("before"),), tables=(table,)),))))
    cells = [tokens[number + 1].content for number, one in enumerate(tokens) if one.type in {"th_open", "td_open"}]

    assert [words_in(cell) for cell in cells] == ["Month | Year", "Hours", "May | --- |", "`7`|<b>", "", "-"]


def words_in(cell: str) -> str:
    """The words of a cell as a reader sees them."""
    (inline,) = READER.parseInline(cell)
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    return "".join(child.content for child in inline.children or ())

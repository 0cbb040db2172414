"""A page as a PDF, as another program reads it."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import no_sockets
import pytest
import typst
from domain.strategies import SOMETIMES
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from coachcli.domain.page.chart import (
    Chart,
    Course,
    Curve,
    Reading,
    Share,
    Shares,
    Side,
    ThenAndNow,
    Wheel,
    chart_words,
)
from coachcli.domain.page.letterhead import PLAIN, Letterhead
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.errors import NotSavedError, UsageError
from coachcli.render.page.pdf import pdf

assert sys.platform != "win32"

ALEX = Letterhead("Alex Example", "alex@example.com", colour="#7a2e5d")
FRIDAY = date(2026, 11, 20)
# A red dot of two by two.
LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001049444154789c63f8cfc000"
    "440c100a001fee03fd8b5f14d40000000049454e44ae426082"
)
SUMMARY = Page(
    "Our session on Friday",
    {"For": "Jane Example", "We meet again": "Friday 4 December 2026"},
    (
        Section("What you will do", (Line("Call Ana", "task", details=("by Friday", "8/10")),)),
        Section("In your own words", (Line("Never again.\nNot on Sundays", "quote"),)),
        Section("Also noted"),
        Section("How near are you?", (Line("7 of 10", label="Today:"),), depth=2),
        Section("Hours", tables=(Table(("Month", "Hours"), (("September", "7.5"),)),)),
    ),
    greeting="Hello Jane,",
    closing=("Warm regards,", "Alex Example"),
    on=FRIDAY,
)


def opened(page: Page, letterhead: Letterhead = PLAIN) -> PdfReader:
    return PdfReader(io.BytesIO(pdf(page, letterhead)))


def words_of(page: Page, letterhead: Letterhead = PLAIN) -> list[str]:
    return [row for sheet in opened(page, letterhead).pages for row in sheet.extract_text().split("\n")]


def saying(*lines: str) -> Page:
    return Page("Page", {}, (Section("Section", tuple(Line(text) for text in lines)),))


def parts(reader: PdfReader) -> Iterator[DictionaryObject]:
    """What a screen reader is told, in the order in which it is read."""
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    yield from _parts(root["/StructTreeRoot"])


def _parts(part: Any) -> Iterator[DictionaryObject]:
    part = part.get_object()
    if isinstance(part, ArrayObject):
        for inner in part:
            yield from _parts(inner)
    elif isinstance(part, DictionaryObject):
        if "/S" in part:
            yield part
        if "/K" in part:
            yield from _parts(part["/K"])


def tags(reader: PdfReader) -> list[str]:
    """What each part is to a screen reader."""
    return [str(part["/S"]).removeprefix("/") for part in parts(reader)]


def test_a_page_reads_from_top_to_bottom() -> None:
    assert words_of(SUMMARY, ALEX) == [
        "Alex Example",
        "alex@example.com",
        "Our session on Friday",
        "Hello Jane,",
        "For Jane Example",
        "We meet again Friday 4 December 2026",
        "What you will do",
        "☐ Call Ana",
        "by Friday · 8/10",
        "In your own words",
        "Never again.",
        "Not on Sundays",
        "Also noted",
        "How near are you?",
        "• Today: 7 of 10",
        "Hours",
        "Month Hours",
        "September 7.5",
        "Warm regards,",
        "Alex Example",
        "Alex Example 1 of 1",
    ]


def test_a_page_without_anything_is_its_title() -> None:
    assert words_of(Page("Coaching session", {}, ())) == ["Coaching session", "1 of 1"]


@pytest.mark.parametrize(
    "words",
    [
        '#read("/etc/passwd") #import "@preview/cetz:0.3.0"',
        "*bold* _slant_ `code` $x^2$ [text] <mark> @mark // none /* nor this */",
        "= No heading",
        "- no list, + none, / term: none",
        """\\ #let x = 1; #x a "quote", a \\u{41} and \\n ... -- --- ~ 'it' {{ 1 + 1 }} </style> &amp;""",
    ],
)
def test_what_people_wrote_is_read_as_they_wrote_it(words: str) -> None:
    lines = (Line(words, "task", words, (words,)), Line(words, "quote", words, (words,)))
    sections = (Section(words, lines), Section("Table", tables=(Table((words, "Hours"), ((words, "1"),)),)))
    page = Page(words, {words: words}, sections, greeting=words, closing=(words,))

    read = "".join(words_of(page, Letterhead(words, words))).replace("\N{ZERO WIDTH SPACE}", "").replace(" ", "")
    assert read.count(words.replace(" ", "")) == 17
    assert "root:" not in read


def test_what_acts_on_a_screen_is_spelled_out_and_what_cannot_be_seen_is_not_lost() -> None:
    assert words_of(saying("a\u202eb\x07c"))[2] == "• a‹U+202E›b‹U+0007›c"


@given(st.text(st.characters(exclude_categories=["Lo", "Lm", "Lt"]), max_size=40))
@SOMETIMES
def test_any_words_make_a_page_or_are_refused_for_want_of_a_font(words: str) -> None:
    page = Page(words, {words: words}, (Section(words, (Line(words, "quote", words, (words,)),), depth=3),))
    try:
        made = pdf(page, Letterhead(words))
    except NotSavedError as error:
        assert error.message == "This computer has no font for some letters on the page."  # noqa: PT017
    else:
        assert made.startswith(b"%PDF-1.7")


def test_nothing_is_left_behind_and_nothing_beside_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    monkeypatch.chdir(tmp_path)

    read = words_of(saying('#read("secret.txt")', '#read("/secret.txt")'))

    assert "the secret" not in read
    assert [path.name for path in tmp_path.rglob("*")] == ["secret.txt"]


def test_a_template_that_reads_what_lies_beside_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    monkeypatch.chdir(tmp_path)
    compiled = typst.compile

    def with_a_curious_template(files: dict[str, Any], **named: Any) -> bytes:
        template = b'#set document(title: "x")\n#read("/secret.txt")'
        made: bytes = compiled({**files, "main.typ": template}, **named)
        return made

    monkeypatch.setattr(typst, "compile", with_a_curious_template)
    with pytest.raises(NotSavedError):
        pdf(SUMMARY, PLAIN)


OFFLINE = """
from no_sockets import forbid_sockets
forbid_sockets()
"""
A_PAGE = """
from coachcli.domain.page.chart import (
    Chart,
    Course,
    Curve,
    Reading,
    Share,
    Shares,
    Side,
    ThenAndNow,
    Wheel,
    chart_words,
)
from coachcli.domain.page.letterhead import PLAIN
from coachcli.domain.page.model import Page
from coachcli.render.page.pdf import pdf
pdf(Page('#import "@preview/cetz:0.3.0"', {}, ()), PLAIN)
"""
A_PACKAGE = """
import typst
typst.compile(b'#import "@preview/cetz:0.3.0"')
"""


@pytest.mark.skipif(not no_sockets.KNOWN, reason="sockets are forbidden by the kernel of Linux alone")
@pytest.mark.parametrize(("code", "ends"), [(A_PAGE, 0), (A_PACKAGE, -31)])
def test_no_socket_is_opened(code: str, ends: int) -> None:
    """The second shows that a package that is fetched would be seen: the kernel ends the process."""
    ran = subprocess.run([sys.executable, "-c", OFFLINE + code], cwd=Path(no_sockets.__file__).parent, check=False)

    assert ran.returncode == ends


def test_title_author_and_day_are_those_of_the_page() -> None:
    told = opened(SUMMARY, ALEX).metadata

    assert told is not None
    assert (told.title, told.author) == ("Our session on Friday", "Alex Example")
    assert told.creation_date == told.modification_date == datetime(2026, 11, 20, tzinfo=UTC)
    assert set(told) == {"/Title", "/Author", "/Creator", "/CreationDate", "/ModDate"}


def test_without_a_name_or_a_day_neither_is_told_and_no_other_is_in_their_place() -> None:
    made = pdf(Page("Page", {}, ()), PLAIN)
    told = PdfReader(io.BytesIO(made)).metadata

    assert told is not None
    assert set(told) == {"/Title", "/Creator"}
    assert str(datetime.now(tz=UTC).year).encode() not in made


def test_the_same_page_is_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pdf(SUMMARY, ALEX)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")

    assert pdf(SUMMARY, ALEX) == first


def test_a_screen_reader_is_told_what_each_part_is() -> None:
    reader = opened(SUMMARY)
    root: Any = reader.trailer["/Root"]
    told = tags(reader)

    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert [tag for tag in told if tag in {"Title", "H1", "H2"}] == ["Title", "H1", "H1", "H1", "H2", "H1"]
    assert {"L", "LI", "Lbl", "LBody", "BlockQuote", "Table", "TH", "TD"} <= set(told)


CHARTS: tuple[Chart, ...] = (
    Course("Goals", 0, 10, (Curve("Be heard", (Reading(FRIDAY, 3), Reading(date(2026, 12, 1), 6))),)),
    ThenAndNow("Areas", 1, 10, (Side("Presence", 3, 6),)),
    Wheel("Wheel", 1, 10, (Side("Presence", 3, 6), Side("Delegation", 5, 5), Side("Rest", 2, 4))),
    Shares("Actions", (Share("Done", 4), Share("Dropped", 1))),
)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.title)
def test_a_chart_is_a_drawing_that_is_told_and_its_words_are_beside_it(chart: Chart) -> None:
    page = Page("Page", {}, (Section("Section", charts=(chart,)),))
    reader = opened(page)
    (figure,) = (part for part in parts(reader) if str(part["/S"]) == "/Figure")
    read = " ".join(words_of(page)).replace("  ", " ")

    assert str(figure["/Alt"]) == f"Chart: {chart.title}. The list after it has all that it shows."
    assert all(said in read for said in chart_words(chart))


def test_a_heading_without_words_is_none() -> None:
    assert words_of(Page("Page", {}, (Section(" ", (Line("a"),)), Section("b")))) == ["Page", "• a", "b", "1 of 1"]


def test_a_heading_that_goes_down_too_far_goes_down_by_one() -> None:
    told = tags(opened(Page("Page", {}, (Section("a", depth=2), Section("b", depth=3), Section("c", depth=3)))))

    assert [tag for tag in told if tag.startswith("H")] == ["H1", "H2", "H3"]


def test_a_long_table_has_its_head_on_every_page_and_pages_are_counted() -> None:
    table = Table(("Session", "Hours"), tuple((f"Session {number}", "1") for number in range(100)))
    sheets = [sheet.extract_text() for sheet in opened(Page("Hours", {}, (Section("All", tables=(table,)),))).pages]

    assert all("Session Hours" in sheet for sheet in sheets)
    assert [sheet.split("\n")[-1] for sheet in sheets] == [f"{1 + at} of {len(sheets)}" for at in range(len(sheets))]
    assert len(sheets) > 1


def test_a_logo_stands_on_the_first_page_and_is_read_by_nobody() -> None:
    reader = opened(SUMMARY, Letterhead("Alex Example", logo=LOGO))

    assert len(reader.pages[0].images) == 1
    assert "Figure" not in tags(reader)


def test_a_logo_that_is_none_is_an_error_without_its_words() -> None:
    with pytest.raises(NotSavedError, match="could not be made into a PDF"):
        pdf(SUMMARY, Letterhead(logo=b"no picture"))


def test_a_word_without_an_end_stays_on_the_page() -> None:
    rows = words_of(saying("w" * 1000))[2:-1]

    assert max(map(len, rows)) < 100
    assert "".join(rows).replace("\N{ZERO WIDTH SPACE}", "") == "• " + "w" * 1000


@pytest.mark.parametrize("text", ["a note of many words " * 10_000, "a line\n" * 10_000, "w" * 200_000])
def test_a_very_long_note_is_all_there(text: str) -> None:
    made = pdf(saying(text), PLAIN)

    assert len(PdfReader(io.BytesIO(made)).pages) > 20


def test_without_the_package_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(UsageError) as raised:
        pdf(SUMMARY, PLAIN)

    assert raised.value.message == "A PDF needs a package that is not installed."
    assert "pip install 'coachcli[pdf]'" in raised.value.hint
    assert "print the page from your browser" in raised.value.hint


def test_what_the_compiler_says_goes_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise typst.TypstError("a secret", 'error: in "a secret"')

    monkeypatch.setattr(typst, "compile", fail)

    with pytest.raises(NotSavedError) as raised:
        pdf(saying("a secret"), PLAIN)

    assert "secret" not in f"{raised.value.message} {raised.value.hint}"
    assert raised.value.__suppress_context__


def test_where_the_compiler_breaks_its_words_go_nowhere(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class PanicException(BaseException):
        """What a library in Rust raises: no Exception."""

    def broken(*_: object, **__: object) -> bytes:
        os.write(2, b"thread panicked at a secret")
        raise PanicException("inside a secret")

    monkeypatch.setattr(typst, "compile", broken)
    with pytest.raises(NotSavedError, match="could not be made into a PDF"):
        pdf(saying("a secret"), PLAIN)
    os.write(2, b"as before")

    assert capfd.readouterr().err == "as before"


def test_whoever_breaks_it_off_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(typst, "compile", interrupted)
    with pytest.raises(KeyboardInterrupt):
        pdf(SUMMARY, PLAIN)


class TestWithFewFonts:
    """On a computer that has no fonts but those the package brings."""

    @pytest.fixture(autouse=True)
    def few_fonts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        compiled = typst.compile
        monkeypatch.setattr(typst, "compile", partial(compiled, ignore_system_fonts=True))

    def test_words_that_it_cannot_show_are_refused(self) -> None:
        with pytest.raises(NotSavedError) as raised:
            pdf(saying("山田太郎"), PLAIN)

        assert raised.value.message == "This computer has no font for some letters on the page."
        assert "山" not in raised.value.hint

    def test_a_picture_that_it_cannot_show_is_told_by_its_number(self) -> None:
        assert words_of(saying("well done 🧑‍💻!"))[2] == "• well done ‹U+1F9D1›‹U+200D›‹U+1F4BB›!"

    def test_hebrew_greek_and_cyrillic_are_there(self) -> None:
        read = " ".join(words_of(saying("Ελένη", "Анна")))

        assert "Ελένη" in read
        assert "Анна" in read

"""A page in every form says the same, and each form has its ending."""

import io
from typing import get_args

import pytest
from pypdf import PdfReader

from coachcli.app.page_forms import ENDINGS, LAID_OUT, PageForm, ToldForm, page_bytes, told_bytes
from coachcli.cli.terminal import handout
from coachcli.domain.page.letterhead import Letterhead
from coachcli.domain.page.model import Line, Page, Section

PAGE = Page("Our session", {"For": "Jane Example"}, (Section("What you will do", (Line("Call Ana", "task"),)),))
FORMS: tuple[PageForm, ...] = get_args(PageForm)


def words_of(page: bytes) -> str:
    """What there is to read in a page, whatever it is."""
    if not page.startswith(b"%PDF"):
        return page.decode()
    return "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page)).pages)


@pytest.mark.parametrize("form", FORMS)
def test_a_page_is_whole_in_each_form(form: PageForm) -> None:
    page = page_bytes(PAGE, form)

    assert all(words in words_of(page) for words in ("Our session", "Jane Example", "Call Ana"))
    assert page_bytes(PAGE, form) == page


@pytest.mark.parametrize("form", FORMS)
def test_the_letterhead_is_asked_for_where_it_is_shown_and_nowhere_else(form: PageForm) -> None:
    asked: list[str] = []

    def letterhead() -> Letterhead:
        asked.append(form)
        return Letterhead("Alex Example")

    page = page_bytes(PAGE, form, letterhead)

    assert ("Alex Example" in words_of(page)) is (form in LAID_OUT)
    assert asked == [form] * (form in LAID_OUT)


def test_programs_read_data_of_their_own() -> None:
    assert told_bytes("json", PAGE, lambda: {"sessions": 2}) == b'{\n  "sessions": 2\n}\n'
    assert told_bytes("text", PAGE, dict) == page_bytes(PAGE, "text")


def test_every_form_has_an_ending_of_its_own() -> None:
    assert set(ENDINGS) == set(get_args(ToldForm))
    assert len(set(ENDINGS.values())) == len(ENDINGS)


def test_commands_offer_the_forms_that_there_are() -> None:
    assert get_args(handout.PageForm) == get_args(PageForm)
    assert get_args(handout.ToldForm) == get_args(ToldForm)

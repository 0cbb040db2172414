"""A page in every form says the same, and each form has its ending."""

from typing import get_args

import pytest

from coachcli.app.page_forms import ENDINGS, PageForm, ToldForm, page_bytes, told_bytes
from coachcli.cli.terminal import handout
from coachcli.domain.page.model import Line, Page, Section

PAGE = Page("Our session", {"For": "Jane Example"}, (Section("What you will do", (Line("Call Ana", "task"),)),))
FORMS: tuple[PageForm, ...] = get_args(PageForm)


@pytest.mark.parametrize("form", FORMS)
def test_a_page_is_whole_in_each_form(form: PageForm) -> None:
    page = page_bytes(PAGE, form).decode()

    assert all(words in page for words in ("Our session", "Jane Example", "Call Ana"))
    assert page_bytes(PAGE, form) == page.encode()


def test_programs_read_data_of_their_own() -> None:
    assert told_bytes("json", PAGE, lambda: {"sessions": 2}) == b'{\n  "sessions": 2\n}\n'
    assert told_bytes("text", PAGE, dict) == page_bytes(PAGE, "text")


def test_every_form_has_an_ending_of_its_own() -> None:
    assert set(ENDINGS) == set(get_args(ToldForm))
    assert len(set(ENDINGS.values())) == len(ENDINGS)


def test_commands_offer_the_forms_that_there_are() -> None:
    assert get_args(handout.PageForm) == get_args(PageForm)
    assert get_args(handout.ToldForm) == get_args(ToldForm)

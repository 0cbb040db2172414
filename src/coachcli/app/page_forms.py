"""A page in each form that people can ask for, whatever it tells: its ending, and its bytes."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from coachcli.domain.page.letterhead import Letterhead
from coachcli.domain.page.model import Page

PageForm = Literal["markdown", "text", "html", "pdf"]
ToldForm = Literal[PageForm, "json"]
"""A page for people in its forms, and the same for programs."""
ENDINGS: Mapping[str, str] = {"markdown": "md", "text": "txt", "html": "html", "pdf": "pdf", "json": "json"}
LAID_OUT = {"html", "pdf"}
"""What has the letterhead above it, and other lines than those that its reader sees."""


def page_bytes(page: Page, form: PageForm, letterhead: Callable[[], Letterhead] = Letterhead) -> bytes:
    """The page in one form. The letterhead is on those that are laid out; the others are plain text."""
    # Each form is loaded where it is asked for: a call begins before any of them is.
    match form:
        case "markdown":
            from coachcli.render.page.markdown import markdown  # noqa: PLC0415

            return markdown(page).encode()
        case "text":
            from coachcli.render.page.text import text  # noqa: PLC0415

            return text(page).encode()
        case "html":
            from coachcli.render.page.html import html  # noqa: PLC0415

            return html(page, letterhead()).encode()
        case "pdf":
            from coachcli.render.page.pdf import pdf  # noqa: PLC0415

            return pdf(page, letterhead())


def told_bytes(
    form: ToldForm, page: Page, data: Callable[[], Any], letterhead: Callable[[], Letterhead] = Letterhead
) -> bytes:
    """The page for people, or the `data` of its own that programs read."""
    if form == "json":
        from coachcli.render.session.data import as_json  # noqa: PLC0415

        return as_json(data()).encode()
    return page_bytes(page, form, letterhead)

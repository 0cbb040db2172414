"""A page as a PDF, typeset by a template that takes what people wrote as data, and never as markup."""

import json
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coachcli.domain.page.letterhead import Letterhead
from coachcli.domain.page.model import Page
from coachcli.errors import NotSavedError, UsageError, harmless
from coachcli.patterns import pattern
from coachcli.render.page.pdf_data import pdf_data

_PAGES = Path(__file__).parents[2] / "pages"
# How the compiler names what of a page no font has; it names all of it, but seldom at once.
_WITHOUT_FONT = pattern(r'the text `"(.+?)"` could not be displayed')
_NUMBERED = pattern(r"\\u\{([0-9a-f]+)\}")
_ROUNDS = 5
# What the compiler raises where it fails in itself: no Exception, as its makers think that nobody should go on.
_PANIC = "PanicException"
_STANDARD_ERROR = 2


def pdf(page: Page, letterhead: Letterhead) -> bytes:
    """The page below the coach's letterhead, tagged for screen readers; the same page gives the same bytes."""
    data = json.dumps(pdf_data(page, letterhead), ensure_ascii=False)
    for _ in range(_ROUNDS):
        made = _typeset(data)
        if isinstance(made, bytes):
            return made
        _refuse_letters(made)
        data = data.translate({ord(sign): f"‹U+{ord(sign):04X}›" for sign in made})
    raise _not_made()


def _typeset(data: str) -> bytes | set[str]:
    """What the template makes of the data, or the signs that no font of this computer has."""
    try:
        import typst  # noqa: PLC0415 an extra; nothing but this loads its 80 MB
    except ImportError:
        raise _not_installed() from None
    files = {"main.typ": _PAGES / "page.typ", "page.json": data.encode()}
    try:
        with _silence():
            # Nothing above the root can be read, and below it lie the templates alone.
            made: bytes = typst.compile(files, root=_PAGES, format="pdf", pdf_standards=["ua-1"])  # type: ignore[call-overload]
    except BaseException as error:
        if not isinstance(error, RuntimeError) and type(error).__name__ != _PANIC:
            raise
        # Its words may hold some of the page's, so none of them goes on.
        signs = _without_font(getattr(error, "diagnostic", ""))
        if not signs:
            raise _not_made() from None
        return signs
    return made


@contextmanager
def _silence() -> Iterator[None]:
    """Have nothing reach standard error: where the compiler breaks it writes there, even of what it typesets."""
    shown = os.dup(_STANDARD_ERROR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(shown, _STANDARD_ERROR)
        os.close(nowhere)
        os.close(shown)


def _without_font(diagnostic: str) -> set[str]:
    told = "".join(_WITHOUT_FONT.findall(diagnostic))
    signs = _NUMBERED.sub(lambda match: chr(int(match[1], 16)), told)
    return {sign for sign in signs if not sign.isascii()}


def _refuse_letters(signs: set[str]) -> None:
    """Signs and pictures are told by their number; words that are spelled so can be read by nobody."""
    if any(unicodedata.category(sign)[0] == "L" for sign in signs):
        raise NotSavedError(
            harmless("This computer has no font for some letters on the page."),
            harmless("Install one that has them, such as Noto; or say --as html and print it from your browser."),
        )


def _not_made() -> NotSavedError:
    return NotSavedError(
        harmless("This page could not be made into a PDF."),
        harmless("Say --as html, and print it from your browser."),
    )


def _not_installed() -> UsageError:
    return UsageError(
        harmless("A PDF needs a package that is not installed."),
        harmless("Get it: pip install 'coachcli[pdf]'; or say --as html and print the page from your browser."),
    )

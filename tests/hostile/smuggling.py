"""Faults by which something hidden would get out, each by another way: planted to see that they are found.

Each has a secret to carry, that is other whenever a session of the client's is other.
"""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hostile.handouts import Handout

from coachcli.app.report import client_draft, draft, sponsor_draft
from coachcli.app.session import export
from coachcli.domain.page.chart import Course
from coachcli.domain.page.model import Page, Section
from coachcli.domain.value import changed
from coachcli.render.hours import workbook
from coachcli.render.page import html, markdown, pdf
from coachcli.render.session import calendar, mail_draft


@dataclass(frozen=True)
class Secret:
    """What is in the sessions of a client, in the forms in which it could be carried."""

    root: Path

    @property
    def text(self) -> str:
        """All that is in their files."""
        return "".join(
            path.read_text("utf-8") for path in sorted(self.root.glob("clients/jane-example/sessions/*.yaml"))
        )

    @property
    def words(self) -> int:
        """How many words there are."""
        return len(re.findall(r"\w+", self.text))

    @property
    def digest(self) -> str:
        """A hash of it."""
        return hashlib.sha256(self.text.encode()).hexdigest()


Patch = pytest.MonkeyPatch
Plant = Callable[[Patch, Secret], None]


class Smuggler(NamedTuple):
    """A fault, and the beginning of a call in which it shows, with the reader and the form."""

    name: str
    plant: Plant
    call: tuple[str, ...]
    reader: str
    form: str

    def shows_in(self, call: Handout) -> bool:
        """Whether a call is such a one."""
        words = call.words[: len(self.call)]
        return (words, call.reader, call.form) == (self.call, self.reader, self.form)


def _after(patch: Patch, module: Any, name: str, change: Callable[[Any], Any]) -> None:
    """Have a function of a module return something else."""
    real = getattr(module, name)
    patch.setattr(module, name, lambda *args, **kwargs: change(real(*args, **kwargs)))


def _closing(words: Callable[[Secret], str]) -> Plant:
    """Words at the end of every page."""

    def plant(patch: Patch, secret: Secret) -> None:
        for module, name in ((export, "page_for"), (sponsor_draft, "sponsor_page"), (client_draft, "client_page")):
            _after(patch, module, name, lambda page: changed(page, closing=(*page.closing, words(secret))))

    return plant


def _base64(patch: Patch, secret: Secret) -> None:
    def more(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "state": base64.b64encode(secret.text.encode()).decode()}

    _after(patch, sponsor_draft, "plain", more)


def _order(patch: Patch, secret: Secret) -> None:
    def turned(section: Section) -> Section:
        by = secret.words % max(1, len(section.lines))
        return changed(section, lines=(*section.lines[by:], *section.lines[:by]))

    def page(made: Page) -> Page:
        return changed(made, sections=tuple(map(turned, made.sections)))

    _after(patch, export, "page_for", page)


def _file_name(patch: Patch, secret: Secret) -> None:
    name = property(lambda self: f"{self.client.id}-{secret.words}")
    patch.setattr(draft.Draft, "name", name)


def _scale(patch: Patch, secret: Secret) -> None:
    def wider(section: Section) -> Section:
        charts = (
            changed(one, high=one.high + secret.words) if isinstance(one, Course) else one for one in section.charts
        )
        return changed(section, charts=tuple(charts))

    def page(made: Page) -> Page:
        return changed(made, sections=tuple(map(wider, made.sections)))

    _after(patch, client_draft, "client_page", page)


def _within(module: Any, name: str, before: str, now: str) -> Plant:
    """Something more where this stands in a text that is made."""

    def plant(patch: Patch, secret: Secret) -> None:
        def change(text: str) -> str:
            assert before in text
            return text.replace(before, now.format(words=secret.words, digest=secret.digest), 1)

        _after(patch, module, name, change)

    return plant


def _blanks(patch: Patch, secret: Secret) -> None:
    _after(patch, markdown, "markdown", lambda text: text.replace("\n", " " * (secret.words % 7) + "\n", 1))


def _padding(patch: Patch, secret: Secret) -> None:
    _after(patch, pdf, "pdf", lambda data: data + b"\n" * (secret.words % 7 + 1))


def _pdf_title(patch: Patch, secret: Secret) -> None:
    real = pdf.pdf
    patch.setattr(pdf, "pdf", lambda page, above: real(changed(page, on=page.on + timedelta(secret.words)), above))


def _moment(module: Any, name: str) -> Plant:
    """Another moment, by so many seconds as there are words."""

    def plant(patch: Patch, secret: Secret) -> None:
        real = getattr(module, name)

        def later(first: Any, *rest: Any, **named: Any) -> Any:
            moved = [one + timedelta(seconds=secret.words) if hasattr(one, "tzinfo") else one for one in rest]
            return real(first, *moved, **named)

        patch.setattr(module, name, later)

    return plant


def _workbook_author(patch: Patch, secret: Secret) -> None:
    real = workbook.workbook
    patch.setattr(workbook, "workbook", lambda sheets, origin: real(sheets, origin._replace(author=f"{secret.words}")))


_REPORT, _EXPORT = ("report",), ("session", "export")
SMUGGLERS = (
    Smuggler("a count of words", _closing(lambda secret: str(secret.words)), _REPORT, "sponsor", "markdown"),
    Smuggler("a hash", _closing(lambda secret: secret.digest), _EXPORT, "sponsor", "html"),
    Smuggler("base64", _base64, _REPORT, "sponsor", "json"),
    Smuggler("a length", _closing(lambda secret: "x" * (secret.words % 50)), _REPORT, "client", "text"),
    Smuggler("the order of lines", _order, _EXPORT, "client", "markdown"),
    Smuggler("the name of a file", _file_name, _REPORT, "sponsor", "json"),
    Smuggler("the scale of a chart", _scale, _REPORT, "client", "html"),
    Smuggler(
        "the words for whoever cannot see a chart",
        _within(html, "html", "</desc>", " {words}</desc>"),
        _REPORT,
        "client",
        "html",
    ),
    Smuggler(
        "the title of a chart",
        _within(html, "html", "</title><desc", " {words}</title><desc"),
        _REPORT,
        "client",
        "html",
    ),
    Smuggler(
        "the head of a page",
        _within(html, "html", "<meta ", '<meta name="x" content="{digest}"><meta '),
        _EXPORT,
        "client",
        "html",
    ),
    Smuggler("a class", _within(html, "html", "<body", '<body class="c{words}"'), _EXPORT, "sponsor", "html"),
    Smuggler("a comment", _within(html, "html", "</body>", "<!--{words}--></body>"), _REPORT, "sponsor", "html"),
    Smuggler("blanks at the end of a line", _blanks, _EXPORT, "client", "markdown"),
    Smuggler("the length of a PDF", _padding, _EXPORT, "client", "pdf"),
    Smuggler("the dates of a PDF", _pdf_title, _REPORT, "client", "pdf"),
    Smuggler("the moment of a calendar", _moment(calendar, "calendar"), _EXPORT, "client", "ics"),
    Smuggler("the moment of a mail", _moment(mail_draft, "mail_draft"), _EXPORT, "sponsor", "eml"),
    Smuggler("the author of a workbook", _workbook_author, ("hours",), "books", "xlsx"),
)

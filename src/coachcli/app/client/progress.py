"""The progress of one client, from all sessions with them and what was said between these."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from coachcli.app.client.history import brought
from coachcli.app.context import Context
from coachcli.app.letterhead import letterhead
from coachcli.app.page_forms import ToldForm, told_bytes
from coachcli.app.theme.gap import told_gap
from coachcli.domain.client.coverage import Library, library_of
from coachcli.domain.client.model import Client
from coachcli.domain.client.progress import Asked, Progress, progress
from coachcli.domain.framework.model import Framework
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.session.framework_change import elsewhere_in
from coachcli.errors import CoachError
from coachcli.store.framework import catalogue, packs


class Told(NamedTuple):
    """The progress, and what was passed over for it."""

    progress: Progress
    passed_over: tuple[CoachError, ...]


def told(context: Context, client: Client, since: date | None = None) -> Told:
    """The progress of a client; with `since`, what was said from that day on."""
    known = brought(context, client.id)
    library = library_for(context, known.extracts)
    gap = told_gap(context, client.id, known, library.scales)
    asked = Asked(context.clock.now().date(), since, gap.others)
    passed_over = (*known.passed_over, *gap.passed_over)
    return Told(progress(client, known.extracts, known.entries, library, asked), passed_over)


def page(context: Context, progress: Progress, form: ToldForm) -> bytes:
    """The page in one form, with nothing cut."""
    from coachcli.domain.report.progress_page import progress_page  # noqa: PLC0415 a screen has a page of its own
    from coachcli.render.client.progress_data import progress_data  # noqa: PLC0415

    return told_bytes(form, progress_page(progress), lambda: progress_data(progress), lambda: letterhead(context))


def library_for(context: Context, extracts: Iterable[SessionExtract]) -> Library:
    """What there was to cover in these sessions, and what their scales are called today."""
    return library_of([*frameworks_of(context, extracts)], packs.names(context.practice.frameworks))


def frameworks_of(context: Context, extracts: Iterable[SessionExtract]) -> Iterable[Framework]:
    """The frameworks of these sessions as they are today; what is gone or broken only loses its new names."""
    ids = {one.framework.id for one in extracts}
    ids |= {name for one in extracts for turn in one.turns if (name := elsewhere_in(turn.question))}
    for framework_id in sorted(ids):
        with suppress(CoachError):
            yield catalogue.load(catalogue.find(context.practice, framework_id))

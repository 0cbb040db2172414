"""An engagement as it stands: its road worked out from the client's sessions, with the titles of its stops."""

from collections.abc import Sequence

from coachcli.app.client import history
from coachcli.app.context import Context
from coachcli.app.engagement.choice import Ask, Theirs, meant, theirs
from coachcli.app.framework.catalogue import titles
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.page import Page, on_roads, work_of
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.value import Value
from coachcli.errors import CoachError


class Shown(Value, frozen=True):
    """The page of an engagement, and what was passed over for it."""

    page: Page
    passed_over: tuple[CoachError, ...] = ()


def show(context: Context, client: str, wanted: str | None, ask: Ask) -> Shown:
    """The page of the engagement that the coach means."""
    who = theirs(context, client)
    return shown(context, who, meant(context, who, wanted, ask))


def shown(context: Context, who: Theirs, engagement: Engagement) -> Shown:
    """The page of an engagement of a client."""
    brought = history.brought(context, who.client.id)
    return Shown(page_of(context, who, engagement, brought.extracts), (*who.passed_over, *brought.passed_over))


def page_of(context: Context, who: Theirs, engagement: Engagement, extracts: Sequence[SessionExtract]) -> Page:
    """The page of an engagement, from what is remembered of the client's sessions."""
    today = context.clock.now().date()
    work = work_of(engagement, extracts, who.found, titles(context, on_roads([engagement])), today)
    return Page(
        engagement=engagement,
        counts=work.counts,
        road=work.road,
        today=today,
        client=who.client.id,
        client_name=who.client.name,
        others=tuple(one.id for one in who.found if one.id != engagement.id),
    )

"""An engagement as it stands: its road worked out from the client's sessions, with the titles of its stops."""

from collections.abc import Sequence
from contextlib import suppress

from coachcli.app.client import history
from coachcli.app.context import Context
from coachcli.app.engagement.choice import Ask, Theirs, meant, theirs
from coachcli.domain.engagement.counts import counts_of
from coachcli.domain.engagement.membership import sessions_in
from coachcli.domain.engagement.model import SESSION, Engagement
from coachcli.domain.engagement.page import Page, Titled
from coachcli.domain.engagement.road import road_of
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.value import Value
from coachcli.errors import CoachError
from coachcli.store.framework import catalogue


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
    sessions = sessions_in(engagement, extracts, who.found)
    road = road_of(engagement, sessions, today)
    return Page(
        client=who.client.id,
        client_name=who.client.name,
        engagement=engagement,
        counts=counts_of(engagement, sessions, road, today),
        road=tuple(Titled(stop, title_of(context, stop.milestone.do)) for stop in road),
        today=today,
        others=tuple(one.id for one in who.found if one.id != engagement.id),
    )


def title_of(context: Context, framework: str) -> str:
    """The title of a framework; its id where it cannot be had."""
    with suppress(CoachError):
        return catalogue.load(catalogue.find(context.practice, framework)).title
    return "Session with the client" if framework == SESSION else framework

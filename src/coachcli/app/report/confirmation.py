"""Sessions that say no engagement: the coach says whether they belong to the one of a report."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from coachcli.app.client.history import ClientHistory
from coachcli.app.context import Context
from coachcli.app.session.lock import locked
from coachcli.domain.engagement.membership import engagement_of, under_way
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.room import is_call
from coachcli.domain.session.model import NO_ENGAGEMENT
from coachcli.domain.session.wording import full_date
from coachcli.domain.value import changed
from coachcli.live.choice.chooser import Chooser
from coachcli.live.choice.shortlist import Option
from coachcli.store.session import sessions

Tell = Callable[[str], None]


class Desk(NamedTuple):
    """Where the coach sits: somebody to ask, and a function that tells them something."""

    chooser: Chooser
    tell: Tell


def unconfirmed(
    engagement: Engagement, known: Sequence[SessionExtract], engagements: Sequence[Engagement]
) -> list[SessionExtract]:
    """The sessions with the client that say no engagement, and that by their day may be of this one."""
    unsaid = (one for one in known if one.engagement is None and is_call(one.framework.room))
    return [one for one in unsaid if engagement in under_way(one.started.date(), engagements)]


def fitting(
    engagement: Engagement, open_ones: Sequence[SessionExtract], engagements: Sequence[Engagement]
) -> list[SessionExtract]:
    """Those of them whose day fits no other engagement."""
    return [one for one in open_ones if engagement_of(None, one.started.date(), engagements) == engagement]


def confirm(
    context: Context, known: ClientHistory, engagement: Engagement, open_ones: Sequence[SessionExtract], desk: Desk
) -> None:
    """Show these sessions, ask whose they are, and have each say it."""
    many = f"{len(open_ones)} sessions say" if len(open_ones) > 1 else "1 session says"
    desk.tell(f"{many} no engagement. By the day it would be {engagement.name}:\n")
    desk.tell("".join(f"  {_named(one)}\n" for one in open_ones))
    options = [
        Option("later", "not now", "they are not in this report"),
        Option("all", "all of it", f"they belong to {engagement.name}"),
        Option("each", "one by one"),
    ]
    chosen = desk.chooser.pick("Do they belong to it?", options)
    for one in open_ones if chosen != "later" else ():
        said = engagement.id if chosen == "all" else _of_one(desk.chooser, one, engagement)
        if said is not None:
            _say(context, known, one, said)


def _of_one(ask: Chooser, one: SessionExtract, engagement: Engagement) -> str | None:
    options = [
        Option("later", "not now", "it is not in this report"),
        Option("yes", f"of {engagement.name}", ""),
        Option(NO_ENGAGEMENT, "of none", "it is in no sponsor's report"),
    ]
    chosen = ask.pick(f"{_named(one)}: whose is it?", options)
    return None if chosen == "later" else engagement.id if chosen == "yes" else NO_ENGAGEMENT


def _named(one: SessionExtract) -> str:
    return f"{full_date(one.started.date())}, {one.framework.title}"


def _say(context: Context, known: ClientHistory, one: SessionExtract, engagement_id: str) -> None:
    """Have the file of a session say to which engagement it belongs."""
    path = known.files[one.id]
    with locked(context, path):
        stored = sessions.load(path)
        sessions.save(stored, changed(stored.session, engagement=engagement_id))

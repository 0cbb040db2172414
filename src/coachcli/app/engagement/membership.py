"""The engagement that a session which begins belongs to: as it is said; else the only one that its day fits."""

from collections.abc import Sequence
from datetime import date

from coachcli.app.context import Context
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.domain.client.own import OWN_WORK
from coachcli.domain.engagement.membership import under_way
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.session.model import NO_ENGAGEMENT
from coachcli.domain.spellings import is_part_of
from coachcli.domain.text import clean, folded
from coachcli.errors import NotFoundError, Saying
from coachcli.live.choice.chooser import Chooser
from coachcli.live.choice.shortlist import Option
from coachcli.live.conversation import Conversation
from coachcli.store.client import engagements


def engagement_of(
    context: Context, request: StartRequest, client: Client | str, day: date, conversation: Conversation
) -> str | None:
    """The id of the engagement, or that it is none; None where nobody said so, and more than one fits, or none does."""
    said = request.engagement.strip() if request.engagement is not None else None
    if said is not None and folded(said) == NO_ENGAGEMENT:
        return NO_ENGAGEMENT
    there = _those_of(context, client, conversation)
    if said is not None:
        return _named(clean(said), there).id
    fitting = under_way(day, there)
    if len(fitting) == 1:
        return fitting[0].id
    if conversation.chooser is None or conversation.discreet:
        return None
    # Enter takes the first: what has ended comes last where the day lies within it, and nowhere else at all.
    offered = sorted(fitting, key=lambda one: one.ended is not None) or [one for one in there if one.ended is None]
    return _picked(conversation.chooser, offered) if offered else None


def _those_of(context: Context, client: Client | str, conversation: Conversation) -> Sequence[Engagement]:
    if not isinstance(client, Client) or client == OWN_WORK:
        return ()
    known = engagements.of_client(context.practice, client.id)
    conversation.say(*(Saying(f" {error.message}", discreet=f" {error.discreet}") for error in known.passed_over))
    return known.found


def _named(words: str, there: Sequence[Engagement]) -> Engagement:
    """The engagement of that id or title, else the only one with these words in its title."""
    exact = [one for one in there if folded(words) in {folded(one.id), folded(one.name)}]
    meant = exact or [one for one in there if is_part_of(words, one.name)]
    if len(meant) == 1:
        return meant[0]
    refusal = Saying(f"There is no engagement {words[:60]}.", discreet="There is no such engagement.")
    known = ", ".join(one.id for one in there[:5])
    hint = f"There is: {known}. Or say none." if known else "Say none, or leave it out."
    raise NotFoundError(refusal, Saying(hint, discreet="Say none, or leave it out."))


def _picked(chooser: Chooser, among: Sequence[Engagement]) -> str:
    options = [Option(one.id, one.name, _dates(one)) for one in among]
    none = Option(NO_ENGAGEMENT, "none of them", "it belongs to no engagement")
    return chooser.pick("To which engagement does it belong?", [*options, none])


def _dates(one: Engagement) -> str:
    return f"{_day(one.start)} to {_day(one.last_day)}" if one.last_day else f"from {_day(one.start)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"

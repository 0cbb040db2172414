"""Which engagement of which client is meant."""

from collections.abc import Callable, Sequence

from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.membership import under_way
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.near_names import near
from coachcli.domain.text import folded, one_line
from coachcli.domain.value import Value
from coachcli.errors import CoachError, NotFoundError, Saying, UsageError
from coachcli.live.choice.chooser import Chooser
from coachcli.live.choice.shortlist import Option
from coachcli.store.client import clients, engagements
from coachcli.store.client.engagements import DamagedEngagementError

Ask = Callable[[], Chooser | None]
_LONGEST = 60


class Theirs(Value, frozen=True):
    """A client with all their engagements, and what cannot be read of these."""

    client: Client
    found: tuple[Engagement, ...]
    passed_over: tuple[CoachError, ...] = ()


def theirs(context: Context, name: str) -> Theirs:
    """The client of this name, with their engagements."""
    client = clients.existing(name, *clients.known(context.practice))
    known = engagements.of_client(context.practice, client.id)
    return Theirs(client, known.found, known.passed_over)


def meant(context: Context, who: Theirs, wanted: str | None, ask: Ask) -> Engagement:
    """The engagement of this name; else the one under way, or the last; the coach is asked where several are."""
    if not who.found:
        raise _none(who)
    if wanted is not None:
        return _named(who, wanted)
    now = [one for one in under_way(context.clock.now().date(), who.found) if one.ended is None]
    if len(now) <= 1:
        return now[0] if now else who.found[-1]
    chooser = ask()
    if chooser is None:
        names = " or ".join(one.id for one in now)
        raise UsageError(
            Saying(f"Which engagement of {who.client.name}: {names}?", discreet="Which engagement?"),
            f"Name it: {command('engagement', 'show', who.client.id, now[-1].id)}",
        )
    key = chooser.pick("Which engagement?", [Option(one.id, one.name, f"since {one.start}") for one in now])
    return next(one for one in now if one.id == key)


def _named(who: Theirs, wanted: str) -> Engagement:
    key = folded(wanted)
    exact = [one for one in who.found if key in {one.id, folded(one.name)}]
    within = [one for one in who.found if key and (key in one.id or key in folded(one.name))]
    for found in (exact, within):
        if len(found) == 1:
            return found[0]
    # The name of a file that is there and cannot be read must not sound as if it were not there.
    if not within and (unread := next((error for error in who.passed_over if _is_of(error, key)), None)):
        raise unread
    close: Sequence[str] = [one.id for one in within] or near(key, [one.id for one in who.found])
    words = one_line(wanted)[:_LONGEST]
    message = Saying(f"{who.client.name} has no engagement {words}.", discreet="There is no engagement of that name.")
    raise NotFoundError(message, f"Did you mean {' or '.join(close or [one.id for one in who.found])}?")


def _is_of(error: CoachError, key: str) -> bool:
    return isinstance(error, DamagedEngagementError) and key == folded(error.engagement)


def _none(who: Theirs) -> CoachError:
    if who.passed_over:
        return who.passed_over[0]
    return NotFoundError(
        Saying(f"There is no engagement with {who.client.name}.", discreet="There is no engagement."),
        f"Begin one: {command('engagement', 'start', who.client.id)}",
    )

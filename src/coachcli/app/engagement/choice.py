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
Again = Callable[[str, str], str]
"""Makes the command that names an engagement, of the id of its client and its own."""
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


def _shown(client: str, engagement: str) -> str:
    return command("engagement", "show", client, engagement)


def meant(context: Context, who: Theirs, wanted: str | None, ask: Ask, again: Again = _shown) -> Engagement:
    """The engagement of this name; else the one under way, or the last; the coach is asked where several are.

    `again` is the command that names one, for where nobody can be asked.
    """
    if not who.found:
        raise _none(who)
    if wanted is not None:
        return _named(who, wanted)
    now = [one for one in under_way(context.clock.now().date(), who.found) if one.ended is None]
    return _asked(who, now, ask, again) if now else who.found[-1]


def surely_meant(who: Theirs, wanted: str | None, ask: Ask, again: Again) -> Engagement:
    """The engagement of this name, or the only one there is: of several none is taken unless the coach says so."""
    if not who.found:
        raise _none(who)
    return _named(who, wanted) if wanted is not None else _asked(who, who.found, ask, again)


def _asked(who: Theirs, among: Sequence[Engagement], ask: Ask, again: Again) -> Engagement:
    if len(among) == 1:
        return among[0]
    chooser = ask()
    if chooser is None:
        names = " or ".join(one.id for one in among)
        raise UsageError(
            Saying(f"Which engagement of {who.client.name}: {names}?", discreet="Which engagement?"),
            f"Name it: {again(who.client.id, among[-1].id)}",
        )
    key = chooser.pick("Which engagement?", [Option(one.id, one.name, f"since {one.start}") for one in among])
    return next(one for one in among if one.id == key)


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

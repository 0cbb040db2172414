"""The goals with each client, open or not, and those of which nobody ever said whether they last."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.silence import with_silence
from coachcli.domain.history.goals import AllGoals, Goal, all_goals, goals
from coachcli.domain.text import folded
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError
from coachcli.store.client import clients, engagements
from coachcli.store.framework.before import says_what_lasts
from coachcli.store.index.folded import Folded
from coachcli.store.index.goals import goals_with

if TYPE_CHECKING:
    from coachcli.app.between.entries import Taken


class Theirs(Value, frozen=True):
    """A client with their goals. `doubtful` are the numbers of those that may have been for one hour alone."""

    client: Client
    goals: tuple[Goal, ...]
    doubtful: tuple[int, ...] = ()


class Listed(NamedTuple):
    """The goals with each client, by name, and what was passed over."""

    found: tuple[Theirs, ...]
    passed_over: tuple[CoachError, ...]


def listed(context: Context, client: str | None, *, closed: bool = False) -> Listed:
    """The goals with one client, or with each; those that are over, or were left by work that ended, where `closed`."""
    everyone = clients.known(context.practice)
    chosen = [clients.existing(client, *everyone)] if client else everyone.working
    goals_of = _read_now if client else _remembered
    known = [(person, goals_of(context, person)) for person in chosen]
    work = engagements.of_clients(context.practice, [person.id for person in chosen])
    says = cache(partial(says_what_lasts, context.practice.frameworks))
    today = context.clock.now().date()
    waiting = [(person, _awaited(theirs.outcome, work[person.id].found, today)) for person, theirs in known]
    found = tuple(_theirs(person, theirs, says, closed=closed) for person, theirs in waiting)
    wrong = (error for one, theirs in known for error in (*theirs.passed_over, *work[one.id].passed_over))
    return Listed(found, (*everyone.passed_over, *wrong))


def _awaited(known: AllGoals, agreed: Sequence[Engagement], today: date) -> AllGoals:
    """The goals, each saying whether anybody is still reminded of it."""
    things = with_silence([one.followed for one in known.goals], agreed, today)
    goals = (changed(one, followed=thing) for one, thing in zip(known.goals, things, strict=True))
    return changed(known, goals=tuple(goals))


def _read_now(context: Context, client: Client) -> Folded[AllGoals]:
    """The goals of one client, with what lies elsewhere and says that it is theirs."""
    from coachcli.app.client.history import brought  # noqa: PLC0415 it loads YAML, which a list of all needs none of

    history = brought(context, client.id)
    return Folded(all_goals(history.extracts, history.entries), history.passed_over)


def _remembered(context: Context, client: Client) -> Folded[AllGoals]:
    return goals_with(context.practice, client.id)


def as_it_is(context: Context, taken: "Taken") -> Goal | None:
    """The goal that a command was about, as it is after it."""
    from coachcli.app.client.history import brought  # noqa: PLC0415 as above

    words = taken.one.thing.what if taken.one else taken.note.text if taken.note else ""
    history = brought(context, taken.client.id)
    alike = (one for one in goals(history.extracts, history.entries) if folded(one.what) == folded(words))
    return next(alike, None)


def _theirs(person: Client, known: AllGoals, says_what_lasts: Callable[[str], bool], *, closed: bool) -> Theirs:
    shown = tuple(one for one in known.goals if closed or one.followed.is_awaited)
    from_where = ((one.followed, known.frameworks.get(one.followed.thing.session)) for one in shown)
    # From frameworks that the tool does not ship, and that do not say what lasts.
    doubtful = (one.number for one, where in from_where if where and one.is_open and not says_what_lasts(where))
    return Theirs(person, shown, tuple(doubtful))

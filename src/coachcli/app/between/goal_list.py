"""The goals with each client, open or not, and those of which nobody ever said whether they last."""

from collections.abc import Iterator
from typing import NamedTuple

from coachcli.app.between.entries import Taken
from coachcli.app.client.history import ClientHistory, brought
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.history.goals import Goal, goals
from coachcli.domain.text import folded
from coachcli.domain.value import Value
from coachcli.errors import CoachError
from coachcli.store.client import clients
from coachcli.store.framework.before import says_what_lasts


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
    """The goals with one client, or with each; those that were reached or let go only where `closed` asks for them."""
    everyone = clients.known(context.practice)
    chosen = [clients.existing(client, *everyone)] if client else everyone.working
    known = [(person, brought(context, person.id)) for person in chosen]
    found = tuple(_theirs(context, person, history, closed=closed) for person, history in known)
    return Listed(found, (*everyone.passed_over, *(error for _, history in known for error in history.passed_over)))


def as_it_is(context: Context, taken: Taken) -> Goal | None:
    """The goal that a command was about, as it is after it."""
    words = taken.one.thing.what if taken.one else taken.note.text if taken.note else ""
    history = brought(context, taken.client.id)
    alike = (one for one in goals(history.extracts, history.entries) if folded(one.what) == folded(words))
    return next(alike, None)


def _theirs(context: Context, person: Client, history: ClientHistory, *, closed: bool) -> Theirs:
    shown = [one for one in goals(history.extracts, history.entries) if closed or one.followed.is_open]
    return Theirs(person, tuple(shown), tuple(_doubtful(context, shown, history)))


def _doubtful(context: Context, shown: list[Goal], history: ClientHistory) -> Iterator[int]:
    """The numbers of the open goals from frameworks that the tool does not ship, and that do not say what lasts."""
    frameworks = {extract.id: extract.framework.id for extract in history.extracts}
    for goal in shown:
        framework = frameworks.get(goal.followed.thing.session)
        if framework and goal.followed.is_open and not says_what_lasts(context.practice.frameworks, framework):
            yield goal.followed.number

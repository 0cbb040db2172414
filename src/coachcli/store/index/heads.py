"""What a list needs to know of each session: its head, read without building the whole."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from coachcli.errors import CoachError
from coachcli.store.index.census import Kind, census
from coachcli.store.index.facts import Head, head_from, head_version
from coachcli.store.index.memory import Part, forget_others
from coachcli.store.paths import Practice
from coachcli.store.session import folder
from coachcli.store.session.place import age


class Heads(NamedTuple):
    """The heads of sessions, the newest first, and what was passed over."""

    found: tuple[Head, ...]
    passed_over: tuple[CoachError, ...]


def heads(practice: Practice, client_id: str | None = None) -> Heads:
    """Every session, or one client's, in the order of the instants at which they began."""
    there = folder.session_folders(practice, client_id)
    kind = Kind(Part.HEADS, head_version(), head_from)
    if client_id is None:
        forget_others(practice, (theirs.client for theirs in there.found))
    by_client = [census(practice, theirs, kind) for theirs in there.found]
    found = (head for each in by_client for _, head in each.found)
    unread = sorted((one for each in by_client for one in each.unread), key=lambda one: age(one[0]), reverse=True)
    passed_over = (
        *there.passed_over,
        *(error for theirs in there.found for error in theirs.passed_over),
        *(error for _, error in unread),
        *(error for each in by_client for error in each.strays),
    )
    return Heads(tuple(_newest_first(found)), passed_over)


def _newest_first(found: Iterable[Head]) -> Iterator[Head]:
    """Those of the same instant, which are few, are in the order of their names."""
    for _, same in groupby(sorted(found, key=_instant, reverse=True), key=_instant):
        first, *more = same
        yield from sorted((first, *more), key=lambda head: age(head.path), reverse=True) if more else (first,)


def _instant(head: Head) -> float:
    return head.started.timestamp()


def remember(practice: Practice, client_id: str) -> None:
    """Have what lists need of a client's sessions ready, so that the next one need not build them."""
    heads(practice, client_id)

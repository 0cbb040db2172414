"""The head of each session, which is all a list needs, read without building the whole session."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from coachcli.errors import CoachError
from coachcli.store.index.census import Kind, census, known
from coachcli.store.index.facts import Head, head_from, head_version
from coachcli.store.index.memory import Part, forget_others
from coachcli.store.paths import Practice
from coachcli.store.session import folder
from coachcli.store.session.place import age


class Heads(NamedTuple):
    """The heads of sessions, the newest first, and errors for files passed over."""

    found: tuple[Head, ...]
    passed_over: tuple[CoachError, ...]


def heads(practice: Practice, client_id: str | None = None) -> Heads:
    """The heads of all sessions, or of one client's; the one that began last comes first."""
    there = folder.session_folders(practice, client_id)
    kind = Kind(Part.HEADS, head_version(), head_from)
    if client_id is None:
        forget_others(practice, (theirs.client for theirs in there.found))
    by_client = [census(practice, theirs, kind) for theirs in there.found]
    all_heads = (head for each in by_client for _, head in each.found)
    unread = sorted((one for each in by_client for one in each.unread), key=lambda one: age(one[0]), reverse=True)
    passed_over = (
        *there.passed_over,
        *(error for theirs in there.found for error in theirs.passed_over),
        *(error for _, error in unread),
        *(error for each in by_client for error in each.strays),
    )
    return Heads(tuple(_newest_first(all_heads)), passed_over)


def codes_known(practice: Practice, client_id: str) -> list[str]:
    """The codes of those who were asked about a client, as they are remembered: no session is read for it."""
    there = folder.session_folders(practice, client_id)
    kind = Kind(Part.HEADS, head_version(), head_from)
    return sorted({head.code for theirs in there.found for head in known(practice, theirs, kind) if head.code})


def _newest_first(all_heads: Iterable[Head]) -> Iterator[Head]:
    """The heads, the newest first; those of the same instant, which are few, in the order of their names."""
    dated = sorted(((head.started.timestamp(), head) for head in all_heads), key=_instant, reverse=True)
    if len({instant for instant, _ in dated}) == len(dated):
        yield from (head for _, head in dated)
        return
    for _, same in groupby(dated, key=_instant):
        yield from sorted((head for _, head in same), key=lambda head: age(head.path), reverse=True)


_instant = itemgetter(0)


def remember(practice: Practice, client_id: str) -> None:
    """Read a client's sessions for lists, so that the next list need not do so."""
    heads(practice, client_id)

"""Looks through the notes of all sessions and of the time between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coachcli.app.context import Context
from coachcli.domain.find.occasion import Occasion
from coachcli.domain.find.query import Query
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError
from coachcli.store.client import clients
from coachcli.store.session.notes_files import NotesFile, files_in_trash, notes_files, occasions

if TYPE_CHECKING:
    from coachcli.domain.client.model import Client

# The name of a file has the day of one clock, and sessions are in the order of all clocks.
_CLOCKS = timedelta(days=2)


class Scope(Value, frozen=True):
    """Where to look: with one client or with all, on which days, and whether also in what was put away."""

    client: str | None = None
    since: date | None = None
    until: date | None = None
    archived: bool = False
    trash: bool = False

    def has(self, occasion: Occasion) -> bool:
        """Whether something happened on one of the days."""
        day = occasion.at.date()
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)

    def may_have(self, file: NotesFile) -> bool:
        """Whether something in a file may have happened on one of the days."""
        since, until = self.since and str(self.since - _CLOCKS), self.until and str(self.until + _CLOCKS)
        return not file.day or ((not since or file.day >= since) and (not until or file.day <= until))


class Found(NamedTuple):
    """What was found, the newest first, whether there may be more, and what was passed over."""

    occasions: tuple[Occasion, ...]
    may_be_more: bool
    passed_over: tuple[CoachError, ...]

    @property
    def notes(self) -> int:
        """How many notes were found."""
        return _notes(self.occasions)


def search(context: Context, query: Query, scope: Scope, most: int | None = None) -> Found:
    """The notes that are looked for; of many the newest `most`."""
    everyone = clients.known(context.practice)
    names = _names(context, everyone, scope)
    there = notes_files(context.practice, names)
    passed_over = [*everyone.passed_over, *there.passed_over]
    pieces, found = query.pieces, list[Occasion]()
    for file in filter(scope.may_have, _all_files(context, there.found, names, scope)):
        if _is_too_old(file, found, most):
            break
        try:
            name = names.get(file.client, file.client)
            found += filter(scope.has, occasions(context.practice, file, name, query, pieces))
        except CoachError as error:
            passed_over.append(error)
    shown = tuple(_newest(found, most))
    return Found(shown, _notes(found) > _notes(shown), tuple(passed_over))


def _names(context: Context, everyone: clients.Clients, scope: Scope) -> dict[str, str]:
    """What each client is called with whom to look, by their id."""
    if scope.client is not None:
        chosen: Sequence[Client] = [clients.about(context.practice, scope.client, everyone)]
    else:
        with_all = everyone.found if scope.archived else everyone.working
        chosen = [*with_all, *clients.own_work(context.practice)]
    return {person.id: person.name for person in chosen}


def _all_files(
    context: Context, there: Sequence[NotesFile], names: Mapping[str, str], scope: Scope
) -> Sequence[NotesFile]:
    """The files to look into, the newest first; those in the trash among them where that is wanted."""
    if not scope.trash:
        return there
    away = {client.id for client in clients.clients(context.practice)} - {*names}
    is_meant = names.__contains__ if scope.client is not None else lambda client: client not in away
    trashed = [file for file in files_in_trash(context.practice) if is_meant(file.client)]
    # Those without a day come first.
    return sorted([*there, *trashed], key=lambda file: file.day or "~", reverse=True)


def _is_too_old(file: NotesFile, found: Sequence[Occasion], most: int | None) -> bool:
    """Whether all that is in a file, and in those after it, is older than as much as is wanted."""
    if most is None or not file.day or _notes(found) <= most:
        return False
    *_, oldest = _newest(found, most)
    return file.day < str(oldest.at.date() - _CLOCKS)


def _newest(found: Iterable[Occasion], most: int | None) -> Iterator[Occasion]:
    """The newest, with so many notes in all."""
    left = most
    for one in sorted(found, key=lambda one: one.at.timestamp(), reverse=True):
        if left is None or len(one.findings) <= left:
            yield one
        else:
            yield changed(one, findings=one.findings[-left:])
        left = None if left is None else left - len(one.findings)
        if left is not None and left <= 0:
            return


def _notes(found: Iterable[Occasion]) -> int:
    return sum(len(one.findings) for one in found)

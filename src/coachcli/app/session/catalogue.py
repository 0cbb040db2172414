"""Lists of sessions, made from what is remembered of each: no session is built for them."""

from datetime import date
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.domain.terms import Room
from coachcli.errors import CoachError
from coachcli.store.client import clients
from coachcli.store.index.facts import Head
from coachcli.store.index.heads import heads
from coachcli.store.session.place import OWN

_OTHERS: dict[Room, str] = {
    "three": " with the sponsor too",
    "sponsor": " with the sponsor",
    "stakeholder": " with somebody else",
}


class ListedSession(NamedTuple):
    """A session in the list, with its client's name."""

    head: Head
    name: str

    def as_row(self) -> tuple[str, ...]:
        """The session as a coach reads it in a list."""
        head = self.head
        spent = f"{head.minutes} min" if head.minutes is not None else ""
        count = f"{head.notes} note{'' if head.notes == 1 else 's'}"
        state = "" if head.status == "ended" else ", unfinished"
        return (head.id, self.name, f"{head.framework_title}{self._who}", spent, f"{count}{state}")

    @property
    def _who(self) -> str:
        """Who was there, where it was not the client alone."""
        room, code = self.head.room, self.head.code
        if room == "alone":
            return " (alone)" if self.head.client != OWN else ""
        return f" with {code}" if code else _OTHERS.get(room, "")

    def plain(self) -> dict[str, object]:
        """The session for programs."""
        head = self.head
        return {
            "id": head.id,
            "client": head.client,
            "client_name": self.name,
            "framework": head.framework,
            "with": head.room,
            **({"who": {"code": head.code, **({"group": head.group} if head.group else {})}} if head.code else {}),
            "status": head.status,
            "started": head.started.isoformat(),
            "minutes": head.minutes,
            "notes": head.notes,
            "file": str(head.path),
        }


class Listed(NamedTuple):
    """The sessions, newest first, and what was passed over."""

    sessions: tuple[ListedSession, ...]
    passed_over: tuple[CoachError, ...]


def list_sessions(context: Context, client: str | None, since: date | None) -> Listed:
    """All sessions, or those of one client; with `since`, those from that day on."""
    everyone = clients.known(context.practice)
    only = clients.about(context.practice, client, everyone).id if client else None
    names = {person.id: person.name for person in (*everyone.found, *clients.own_work(context.practice))}
    there = heads(context.practice, only)
    heads_since = (head for head in there.found if since is None or head.started.date() >= since)
    listed = tuple(ListedSession(head, names.get(head.client, head.client)) for head in heads_since)
    return Listed(listed, (*everyone.passed_over, *there.passed_over))


def since_day(context: Context, words: str | None, option: str = "--since") -> date | None:
    """The day, in the coach's words, from which on sessions are listed, or up to which; `option` is where it stood."""
    if words is None:
        return None
    from coachcli.app.dates import said_moment  # noqa: PLC0415 only where a day is named
    from coachcli.store import settings  # noqa: PLC0415

    say = f'Say it like this: {option} "1 March", or {option} 2026-03-01'
    return said_moment(words, context.clock.now(), settings.load(context.practice).date_order, say).date()

"""The list of clients: how many sessions, the last and the next one, and how often they are to be seen."""

from datetime import date
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.domain.client.cadence import cadence_words
from coachcli.domain.client.model import Client, people_words
from coachcli.domain.client.standing import Standing
from coachcli.domain.engagement.outlook import agreed_rhythm
from coachcli.errors import CoachError
from coachcli.store.client import clients, engagements
from coachcli.store.index.standing import standing


class ListedClient(NamedTuple):
    """A client in the list, how things stand with them, and how often they are to be seen."""

    client: Client
    standing: Standing
    cadence: str

    @property
    def last(self) -> date | None:
        """The day of the last session."""
        return max(self.standing.seen, default=None)

    def next(self, today: date) -> date | None:
        """The day of the next session, where one is agreed and not over."""
        day = self.standing.next
        return day if day is not None and day >= today else None

    def as_row(self, today: date) -> tuple[str, ...]:
        """The client as a coach reads them in a list."""
        following = self.next(today)
        last = f"last {_short(self.last, today)}" if self.last else ""
        marks = (people_words(self.client.people), "archived" if self.client.is_archived else "")
        return (
            self.client.name,
            _count(self.standing.counted),
            last,
            f"next {_short(following, today)}" if following else "",
            cadence_words(self.cadence),
            ", ".join(filter(None, marks)),
        )

    def plain(self, today: date) -> dict[str, object]:
        """The client for programs."""
        following = self.next(today)
        return {
            "id": self.client.id,
            "name": self.client.name,
            "sessions": self.standing.counted,
            "last": self.last.isoformat() if self.last else None,
            "next": following.isoformat() if following else None,
            "cadence": self.cadence or None,
            "people": int(self.client.people) if people_words(self.client.people) else 1,
            "language": self.client.language or None,
            "archived": self.client.is_archived,
        }


class Directory(NamedTuple):
    """The clients by name, how many more are archived and not among them, and what was passed over."""

    found: tuple[ListedClient, ...]
    archived: int
    passed_over: tuple[CoachError, ...]


def directory(context: Context, today: date, *, archived: bool) -> Directory:
    """The clients the coach works with, as of today; with `archived`, all there are."""
    there = clients.known(context.practice)
    shown = there.found if archived else there.working
    agreed = engagements.of_clients(context.practice, [client.id for client in shown])
    errors, found = list(there.passed_over), list[ListedClient]()
    for client in shown:
        known, work = standing(context.practice, client.id), agreed[client.id]
        errors += (*known.passed_over, *work.passed_over)
        found.append(ListedClient(client, known.standing, agreed_rhythm(work.found, today) or client.cadence))
    return Directory(tuple(found), len(there.found) - len(shown), tuple(errors))


def _count(sessions: int) -> str:
    return "no session yet" if not sessions else f"{sessions} session{'' if sessions == 1 else 's'}"


def _short(day: date, today: date) -> str:
    return f"{day.day} {day:%b}{'' if day.year == today.year else f' {day.year}'}"

"""What was held, for tests of hours: sessions, entries and engagements with nothing else that matters."""

from datetime import UTC, date, datetime

from coachcli.domain.engagement.model import Engagement
from coachcli.domain.hours.credential import Credential, LogCell, LogColumn, Rules, Source
from coachcli.domain.hours.entry import Entry, HeldSession, Party

TODAY = date(2026, 11, 29)
JANE = Party("jane-example", "Jane Example")
TEAM = Party("northern-team", "Northern Team", 6)
SOURCE = Source(where="example.com", read="2026-11")
CELLS: dict[str, LogCell] = {"Client": "client", "Contact": "contact", "Kind": "kind", "People": "people"}
TIMES: dict[str, LogCell] = {"Start": "start", "End": "end", "Paid": "paid", "Pro bono": "pro_bono"}
RULES = Rules(
    id="rules",
    title="Rules",
    mentoring=("mentoring",),
    supervision=("supervision-clear",),
    log=tuple(LogColumn(heading=heading, holds=cell) for heading, cell in {**CELLS, **TIMES}.items()),
)


def held(day: date = date(2026, 11, 2), minutes: int | None = 60, hour: int = 14, **more: object) -> HeldSession:
    """A session with Jane along GROW that was held on a day for so many minutes, unless it is said otherwise."""
    begun = HeldSession(
        client="jane-example",
        framework="grow",
        title="GROW",
        room="client",
        started=datetime(day.year, day.month, day.day, hour, tzinfo=UTC),
        minutes=minutes,
        planned=None,
        way=None,
        engagement=None,
    )
    return begun._replace(**more)  # type: ignore[arg-type]


def entry(seconds: int | None = 3600, day: date | None = date(2026, 11, 2), **more: object) -> Entry:
    """An hour of coaching with Jane, unless it is said otherwise."""
    said: dict[str, object] = {"party": JANE, "work": "coaching", "first": day, "last": day, "seconds": seconds, **more}
    return Entry(**said)  # type: ignore[arg-type]


def agreed(**more: object) -> Engagement:
    """An engagement with Jane from September 2026 on."""
    return Engagement(**{"id": "lead", "start": date(2026, 9, 1), **more})  # type: ignore[arg-type]


def credential(**more: object) -> Credential:
    """A credential for which ten hours are asked."""
    said = {"id": "acc", "title": "ACC", "hours": 10.0, "sources": (SOURCE,), **more}
    return Credential(**said)  # type: ignore[arg-type]

"""Engagements and the sessions in them, for tests: with their dates and nothing else that matters."""

from datetime import UTC, date, datetime

from coachcli.domain.engagement.model import Engagement, Milestone
from coachcli.domain.history.agreed_dates import AgreedDate
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.session.model import FrameworkRef, When
from coachcli.domain.terms import Room
from coachcli.store.paths import Practice

START = date(2026, 9, 1)


def engagement(*road: Milestone, **more: object) -> Engagement:
    """An engagement from the first of September 2026."""
    said = {"id": "lead", "start": START, **more}
    return Engagement(**said, road=road)  # type: ignore[arg-type]


def session_on(
    day: date, framework: str = "grow", room: Room = "client", said: str | None = None, hour: int = 14
) -> SessionExtract:
    """A session that was held on a day, along a framework."""
    return SessionExtract(
        id=f"jane-doe/{day}-{hour}00",
        engagement=said,
        framework=FrameworkRef(id=framework, title=framework, room=room, version=1, sha256="0" * 64),
        status="ended",
        started=datetime(day.year, day.month, day.day, hour, tzinfo=UTC),
    )


def three_way_on(day: date, agreed: date = date(2026, 9, 12), said: str | None = None) -> AgreedDate:
    """A meeting of three that was agreed for a day."""
    return AgreedDate(
        name="Three-way meeting",
        room="three",
        person="",
        framework="three-way",
        question="next_three",
        session="jane-doe/2026-09-12-1400",
        agreed=agreed,
        when=When(words="then", on=day),
        engagement=said,
    )


def written(practice: Practice, client: str, text: str, name: str = "lead") -> None:
    """The file of an engagement, put on the disk."""
    folder = practice.engagements(client)
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")

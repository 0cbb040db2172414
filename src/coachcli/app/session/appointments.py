"""The date of the next session: read as people say it, and kept in the session."""

from datetime import datetime
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.dates import misfit
from coachcli.app.session.lock import locked
from coachcli.domain.day.hours import time_in
from coachcli.domain.day.outlook import Order
from coachcli.domain.day.reader import DateReader
from coachcli.domain.session.model import Appointment, Session
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import changed
from coachcli.errors import Saying
from coachcli.store.session import sessions


def read_appointment(words: str, now: datetime, order: Order) -> Appointment:
    """The appointment in the words in which it was said at `now`, and the day and time understood from them, if any."""
    text = one_line(clean(words))
    at, _ = time_in(text)
    day = DateReader(now.date(), order)(text.strip(" ,;"))
    return Appointment(words=text, on=day, at=f"{at:%H:%M}" if day and at else None)


def not_understood(words: str, now: datetime, order: Order) -> Saying:
    """What to say to the coach where no day was understood."""
    why = misfit(words, now, order) or f'no day understood in "{one_line(clean(words))[:40]}".'
    return Saying(f"Kept as you said it: {why}", discreet="Kept as you said it: no day was understood.")


def keep_next(context: Context, path: Path, appointment: Appointment) -> Session:
    """Keep the appointment in the session file, and make the page beside it anew."""
    from coachcli.app.session.export import refresh_page  # noqa: PLC0415 pages are of no use before the end

    with locked(context, path):
        stored = sessions.load(path)
        stored = sessions.save(stored, changed(stored.session, next=appointment))
        refresh_page(context, path)
    return stored.session

"""How the next session is told."""

from coachcli.domain.session.model import Appointment
from coachcli.domain.session.wording import full_date
from coachcli.domain.text import one_line


def appointment_words(next_one: Appointment) -> str:
    """Friday 4 December 2026, 14:00; else as it was said."""
    if next_one.on is None:
        return one_line(next_one.words)
    return ", ".join([full_date(next_one.on), *([next_one.at] if next_one.at else [])])

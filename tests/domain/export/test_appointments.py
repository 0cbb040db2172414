import pytest
from builders import FRIDAY

from coachcli.domain.export.appointments import appointment_words
from coachcli.domain.session.model import Appointment


@pytest.mark.parametrize(
    ("appointment", "told"),
    [
        (Appointment(words="friday 2pm", on=FRIDAY, at="14:00"), "Friday 27 November 2026, 14:00"),
        (Appointment(words="friday", on=FRIDAY), "Friday 27 November 2026"),
        (Appointment(words="after\nher  holiday"), "after her holiday"),
    ],
)
def test_the_next_time_is_told_as_understood_or_else_as_said(appointment: Appointment, told: str) -> None:
    assert appointment_words(appointment) == told

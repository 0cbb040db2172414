"""The clocks of this machine."""

import pytest

from coachcli.app.context import SystemClock
from coachcli.store.paths import Practice


def test_the_time_is_that_of_the_wall_with_its_offset_to_the_second() -> None:
    now = SystemClock().now()

    assert now.utcoffset() is not None
    assert now.microsecond == 0


def test_what_is_measured_never_goes_back() -> None:
    clock = SystemClock()
    earlier = clock.monotonic()

    assert clock.monotonic() >= earlier


def test_a_context_is_what_it_is_made_of(practice: Practice) -> None:
    from coachcli.app.context import Context

    context = Context(practice, SystemClock())
    with pytest.raises(AttributeError):
        context.practice = practice  # type: ignore[misc]

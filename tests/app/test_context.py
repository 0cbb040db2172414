"""The clocks of this machine."""

from coachcli.app.context import SystemClock


def test_the_time_is_that_of_the_wall_with_its_offset_to_the_second() -> None:
    now = SystemClock().now()

    assert now.utcoffset() is not None
    assert now.microsecond == 0


def test_what_is_measured_never_goes_back() -> None:
    clock = SystemClock()
    earlier = clock.monotonic()

    assert clock.monotonic() >= earlier

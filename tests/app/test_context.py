"""The clocks of this machine, and time that is counted by them."""

from app.scripted_call import FakeClock

from coachcli.app.context import Stopwatch, SystemClock


def test_the_time_is_that_of_the_wall_with_its_offset_to_the_second() -> None:
    now = SystemClock().now()

    assert now.utcoffset() is not None
    assert now.microsecond == 0


def test_what_is_measured_never_goes_back() -> None:
    clock = SystemClock()
    earlier = clock.monotonic()

    assert clock.monotonic() >= earlier


class TestStopwatch:
    def test_it_gives_whole_seconds_and_keeps_the_rest(self) -> None:
        clock = FakeClock()
        watch = Stopwatch(clock)
        taken = 0
        for _ in range(10):
            clock.pass_(0.7)
            taken += watch.take()

        assert taken == 7

    def test_it_stands_still_when_stopped_and_runs_on(self) -> None:
        clock = FakeClock()
        watch = Stopwatch(clock)
        clock.pass_(5)
        watch.stop()
        clock.pass_(100)
        assert watch.take() == 5
        watch.go()
        clock.pass_(3)

        assert watch.take() == 3

    def test_stopping_twice_or_going_twice_changes_nothing(self) -> None:
        clock = FakeClock()
        watch = Stopwatch(clock)
        clock.pass_(2)
        watch.stop()
        watch.stop()
        watch.go()
        watch.go()
        clock.pass_(2)

        assert watch.take() == 4

    def test_a_clock_that_goes_back_costs_nothing(self) -> None:
        clock = FakeClock(seconds=10)
        watch = Stopwatch(clock)
        clock.seconds = 4

        assert watch.take() == 0

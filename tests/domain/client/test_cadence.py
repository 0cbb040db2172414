"""How often somebody is seen: as it was said, or as it has been."""

from datetime import date, timedelta

import pytest

from coachcli.domain.client.cadence import EXAMPLE, Cadence, cadence_words, read_cadence, rhythm

FIRST = date(2026, 1, 5)


def days(*numbers: int) -> list[date]:
    return [FIRST + timedelta(days=number) for number in numbers]


class TestReading:
    @pytest.mark.parametrize(
        ("words", "every"),
        [
            ("2 weeks", 14),
            ("1 week", 7),
            ("10 days", 10),
            ("1 month", 31),
            ("2 months", 61),
            ("every month", 31),
            ("Every  3 Weeks", 21),
            ("week", 7),
            ("daily", 1),
            ("weekly", 7),
            ("fortnightly", 14),
            ("monthly", 31),
            ("none", 0),
            ("Never", 0),
        ],
    )
    def test_a_span_is_so_many_days(self, words: str, every: int) -> None:
        assert read_cadence(words) == Cadence(every, is_set=True)

    @pytest.mark.parametrize(
        "words", ["", "14", "0 days", "two weeks", "-2 weeks", "2 years", "1.5 weeks", "9999 days", "[...]", "weeks 2"]
    )
    def test_anything_else_is_none(self, words: str) -> None:
        assert read_cadence(words) is None

    def test_the_example_can_be_read(self) -> None:
        assert read_cadence(EXAMPLE.removeprefix("cadence: ")) == Cadence(14, is_set=True)


class TestTheRhythmSoFar:
    def test_it_is_the_usual_gap(self) -> None:
        assert rhythm(days(0, 14, 28, 70, 84)) == Cadence(14, is_set=False)

    def test_in_whatever_order_the_days_come(self) -> None:
        assert rhythm(reversed(days(0, 7, 14))) == Cadence(7, is_set=False)

    def test_fewer_than_three_days_have_none(self) -> None:
        assert rhythm([]) is None
        assert rhythm(days(0, 14)) is None
        assert rhythm(days(0, 0, 0, 14)) is None

    def test_only_the_latest_gaps_count(self) -> None:
        assert rhythm(days(*range(0, 70, 7), 93, 123, 153, 183, 213, 243)) == Cadence(30, is_set=False)


class TestWaiting:
    @pytest.mark.parametrize(("since", "is_over"), [(0, False), (13, False), (14, False), (15, True), (183, True)])
    @pytest.mark.parametrize("is_set", [True, False])
    def test_it_is_over_when_it_is_longer_than_that(self, since: int, is_over: bool, is_set: bool) -> None:
        assert Cadence(14, is_set=is_set).is_over(since) == is_over

    def test_who_stayed_away_for_half_a_year_has_left_unless_their_file_says_otherwise(self) -> None:
        assert not Cadence(14, is_set=False).is_over(184)
        assert Cadence(14, is_set=True).is_over(184)

    def test_for_nobody_there_is_no_waiting(self) -> None:
        assert not Cadence(0, is_set=True).is_over(9999)


@pytest.mark.parametrize(
    ("words", "told"),
    [("2 weeks", "every 2 weeks"), ("every month", "every month"), ("weekly", "weekly"), ("none", ""), ("", "")],
)
def test_a_cadence_is_told_in_words(words: str, told: str) -> None:
    assert cadence_words(words) == told

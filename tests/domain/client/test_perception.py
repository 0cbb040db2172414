"""What others say is told as one whole number, and never so that one of them can be found out."""

import pytest
from domain.client.months import held, interviews, rated

from coachcli.domain.client.perception import Others, others_of
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.history.series import CLIENT, all_series


def others(*sessions: SessionExtract) -> Others | None:
    everyone = all_series(sessions)
    return others_of(next(one for one in everyone if one.speaker == CLIENT), everyone)


def test_of_five_people_it_is_the_mean_as_a_whole_number() -> None:
    assert others(held(0, rated(3)), *interviews(1, 6, 7, 5, 6, 8)) == Others(5, 6)
    assert others(held(0, rated(3)), *interviews(1, 6, 7, 6, 6, 8)) == Others(5, 7)


@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_of_fewer_there_is_no_number_at_all(people: int) -> None:
    assert others(held(0, rated(3)), *interviews(1, *[6] * people)) == Others(people)


def test_where_nobody_was_asked_there_is_nothing_to_say() -> None:
    assert others(held(0, rated(3))) is None


def test_the_sponsor_is_none_of_the_others() -> None:
    sponsor = held(9, rated(10), room="sponsor", who="P9")

    assert others(held(0, rated(3)), *interviews(1, 6, 6, 6, 6), sponsor) == Others(4)


def test_who_has_no_code_may_have_been_counted_already() -> None:
    nobody = held(9, rated(6), room="stakeholder")

    assert others(held(0, rated(3)), *interviews(1, 6, 6, 6, 6), nobody) == Others(4)


def test_who_is_asked_twice_is_one_person_and_the_last_number_counts() -> None:
    assert others(held(0, rated(3)), *interviews(1, 6, 6, 6, 6), *interviews(20, 9)) == Others(4)
    assert others(held(0, rated(3)), *interviews(1, 6, 6, 6, 6, 6), *interviews(20, 10, 10)) == Others(5, 8)


def test_what_they_said_of_another_thing_does_not_count() -> None:
    other = held(9, rated(6, "Listening"), room="stakeholder", who="P9")

    assert others(held(0, rated(3)), *interviews(1, 6, 6, 6, 6), other) == Others(4)


def test_a_round_is_over_with_the_clients_next_number_and_a_sixth_person_does_not_show_in_it() -> None:
    over = [held(0, rated(3)), *interviews(1, 6, 6, 6, 6, 6), held(20, rated(5))]

    assert others(*over) == others(*over, *interviews(30, 10, first=6)) == Others(5, 6)


def test_the_next_round_is_told_once_it_has_five_people_again() -> None:
    over = [held(0, rated(3)), *interviews(1, 6, 6, 6, 6, 6), held(20, rated(5))]

    assert others(*over, *interviews(30, 8, 8, 8, 8)) == Others(5, 6)
    assert others(*over, *interviews(30, 8, 8, 8, 8, 8)) == Others(5, 8)

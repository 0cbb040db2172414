"""What others say is told as one whole number, and never so that one of them can be found out."""

from collections.abc import Sequence

import pytest
from domain.client.months import held, interviews, rated

from coachcli.domain.client.perception import Others, Perception
from coachcli.domain.history.between import GroupMean, ToldMean
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.session.model import Person
from coachcli.domain.terms import Group
from coachcli.domain.value import changed

INTAKE, NEXT = held(0, rated(3)), held(20, rated(5))


class Reports:
    """Reports in a row, of the sessions as they are each time; what was told is remembered between them."""

    def __init__(self) -> None:
        self.told: tuple[ToldMean, ...] = ()

    def next(self, *sessions: SessionExtract) -> Others | None:
        perception = Perception(sessions, {})
        self.told = (*self.told, *perception.closed_since(self.told))
        return next(iter(perception.others(self.told).values()), None)


def others(*sessions: SessionExtract) -> Others | None:
    return Reports().next(*sessions)


def debrief(day: int, status: str = "ended", framework: str = "feedback-debrief") -> SessionExtract:
    session = held(day, rated(4, "Something else"))
    return changed(session, status=status, framework=changed(session.framework, id=framework))


def of_groups(sizes: dict[Group | None, list[int]]) -> list[SessionExtract]:
    said = [(group, number) for group, numbers in sizes.items() for number in numbers]
    talks = interviews(1, *[number for _, number in said])
    people = [Person(code=f"P{at}", group=group) for at, (group, _) in enumerate(said, 1)]
    return [changed(talk, person=person) for talk, person in zip(talks, people, strict=True)]


class TestRounds:
    def test_of_five_people_it_is_the_mean_as_a_whole_number(self) -> None:
        assert others(INTAKE, *interviews(1, 6, 7, 5, 6, 8), NEXT) == Others(5, 6)
        assert others(INTAKE, *interviews(1, 6, 7, 6, 6, 8), NEXT) == Others(5, 7)

    @pytest.mark.parametrize("people", [0, 1, 2, 3, 4])
    def test_of_fewer_nothing_is_told_not_even_how_many(self, people: int) -> None:
        assert others(INTAKE, *interviews(1, *[6] * people), NEXT) is None

    @pytest.mark.parametrize("people", [1, 4, 5, 6, 9])
    def test_of_a_round_that_is_open_nothing_is_told(self, people: int) -> None:
        assert others(INTAKE, *interviews(1, *[6] * people)) is None

    def test_the_debrief_ends_a_round_for_every_number(self) -> None:
        assert others(INTAKE, *interviews(1, 6, 7, 5, 6, 8), debrief(20)) == Others(5, 6)

    def test_a_debrief_that_is_not_over_or_a_talk_along_something_else_does_not(self) -> None:
        asked = [INTAKE, *interviews(1, 6, 7, 5, 6, 8)]

        assert others(*asked, debrief(20, status="paused")) is None
        assert others(*asked, debrief(20, framework="grow")) is None

    def test_a_number_that_client_and_sponsor_gave_together_ends_no_round(self) -> None:
        assert others(INTAKE, *interviews(1, 6, 7, 5, 6, 8), held(20, rated(5), room="three")) is None

    def test_too_few_go_on_into_the_next_round(self) -> None:
        assert others(INTAKE, *interviews(1, 6, 6, 6), NEXT, *interviews(30, 9, 9, first=4), held(50, rated(6))) == (
            Others(5, 7)
        )

    def test_the_next_round_is_told_once_it_has_five_people_again_and_is_over(self) -> None:
        over = [INTAKE, *interviews(1, 6, 6, 6, 6, 6), NEXT]

        assert others(*over, *interviews(30, 8, 8, 8, 8), held(50, rated(6))) == Others(5, 6)
        assert others(*over, *interviews(30, 8, 8, 8, 8, 8)) == Others(5, 6)
        assert others(*over, *interviews(30, 8, 8, 8, 8, 8), held(50, rated(6))) == Others(5, 8)

    def test_of_negative_numbers_the_mean_is_rounded_in_the_same_way(self) -> None:
        assert others(INTAKE, *interviews(1, -3, -3, -3, -3, -4), NEXT) == Others(5, -3)


class TestWhoCounts:
    def test_the_sponsor_is_none_of_the_others(self) -> None:
        sponsor = held(9, rated(10), room="sponsor", who="P9")
        asked_too = held(10, rated(10), room="stakeholder", who="p9")

        assert others(INTAKE, *interviews(1, 6, 6, 6, 6), sponsor, asked_too, NEXT) is None

    def test_who_has_no_code_may_have_been_counted_already(self) -> None:
        assert others(INTAKE, *interviews(1, 6, 6, 6, 6), held(9, rated(6), room="stakeholder"), NEXT) is None

    def test_who_is_asked_twice_is_one_person_and_the_last_number_counts(self) -> None:
        assert others(INTAKE, *interviews(1, 6, 6, 6, 6), *interviews(10, 9), NEXT) is None
        assert others(INTAKE, *interviews(1, 6, 6, 6, 6, 6), *interviews(10, 10, 10), NEXT) == Others(5, 8)

    def test_a_code_in_other_letters_is_the_same_person(self) -> None:
        again = held(9, rated(6), room="stakeholder", who="p1")

        assert others(INTAKE, *interviews(1, 6, 6, 6, 6), again, NEXT) is None

    def test_what_they_said_of_another_thing_does_not_count(self) -> None:
        other = held(9, rated(6, "Listening"), room="stakeholder", who="P9")

        assert others(INTAKE, *interviews(1, 6, 6, 6, 6), other, NEXT) is None


class TestOnceTold:
    """It is this number or none."""

    OVER = (INTAKE, *interviews(1, 6, 6, 6, 6, 6), NEXT)

    def after(self, *now: SessionExtract) -> Others | None:
        reports = Reports()
        assert reports.next(*self.OVER) == Others(5, 6)
        return reports.next(*now)

    def test_who_is_asked_later_changes_nothing(self) -> None:
        assert self.after(*self.OVER, *interviews(30, 10, first=6), held(50, rated(6))) == Others(5, 6)

    def test_an_interview_written_up_late_has_it_told_no_more(self) -> None:
        assert self.after(*self.OVER, held(10, rated(1), room="stakeholder", who="P6")) is None

    def test_nor_is_it_after_one_was_deleted(self) -> None:
        more = [INTAKE, *interviews(1, 6, 6, 6, 6, 6, 1), NEXT]
        reports = Reports()

        assert reports.next(*more) == Others(6, 5)
        assert reports.next(*more[:6], NEXT) is None
        assert reports.next(*more) == Others(6, 5)

    def test_nor_after_a_number_was_corrected_so_that_the_mean_is_another(self) -> None:
        assert self.after(INTAKE, *interviews(1, 6, 6, 6, 6, 1), NEXT) is None

    def test_it_stays_where_the_clients_number_that_ended_the_round_is_gone(self) -> None:
        assert self.after(*self.OVER[:-1], *interviews(30, 10, first=6), held(50, rated(6))) == Others(5, 6)

    def test_whoever_was_in_a_round_that_was_told_is_in_no_other(self) -> None:
        # The number that ended the round is gone, and the next one comes after a sixth person.
        reports = Reports()
        reports.next(*self.OVER)
        reports.next(*self.OVER[:-1], *interviews(12, 10, first=6), held(50, rated(6)))

        assert len(reports.told) == 1

    def test_an_earlier_number_of_the_client_written_up_late_makes_no_other_round_of_it(self) -> None:
        more = [INTAKE, *interviews(1, 6, 6, 6, 6, 6, 1), NEXT]
        reports = Reports()
        reports.next(*more)

        assert reports.next(*more, held(5, rated(4))) == Others(6, 5)
        assert len(reports.told) == 1

    def test_a_scale_that_was_given_a_name_since_is_the_same_thing(self) -> None:
        own, named = rated(3, "Delegating", None), {"short.now": "areas"}
        asked = [held(0, own), *(held(day, own, room="stakeholder", who=f"P{day}") for day in range(1, 6))]
        over = [*asked, held(20, own)]
        told = Perception(over, {}).closed_since(())

        assert len(told) == 1
        assert Perception(over, named).closed_since(told) == ()
        assert [*Perception(over, named).others(told).values()] == [Others(5, 3)]


class TestGroups:
    def test_are_told_where_each_has_five_people(self) -> None:
        talks = of_groups({"peer": [4] * 5, "report": [8] * 6})

        assert others(INTAKE, *talks, NEXT) == Others(
            11, 6, (GroupMean(group="peer", people=5, mean=4), GroupMean(group="report", people=6, mean=8))
        )

    @pytest.mark.parametrize("left", [1, 4])
    def test_are_not_where_those_left_over_are_fewer(self, left: int) -> None:
        for rest in ("boss", None):
            told = others(INTAKE, *of_groups({"peer": [4] * 5, "report": [8] * 5, rest: [1] * left}), NEXT)

            assert told is not None
            assert told.groups == ()

    def test_who_is_in_no_group_is_told_of_as_what_is_left(self) -> None:
        told = others(INTAKE, *of_groups({"peer": [4] * 5, None: [8] * 5}), NEXT)

        assert told == Others(10, 6, (GroupMean(group="peer", people=5, mean=4),))

    def test_one_group_alone_says_nothing_that_is_not_said(self) -> None:
        assert others(INTAKE, *of_groups({"peer": [4] * 6}), NEXT) == Others(6, 4)


NUMBERS: Sequence[Sequence[int]] = ([1, 1, 1, 1], [1, 10, 1, 10], [10, 10, 10, 10])


@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_of_fewer_than_five_no_number_changes_anything(people: int) -> None:
    told = [others(INTAKE, *interviews(1, *numbers[:people]), NEXT, debrief(30)) for numbers in NUMBERS]

    assert told == [None] * len(NUMBERS)


def test_of_five_nothing_but_the_mean_is_told() -> None:
    assert others(INTAKE, *interviews(1, 1, 3, 5, 7, 9), NEXT) == others(INTAKE, *interviews(1, 5, 5, 5, 5, 5), NEXT)

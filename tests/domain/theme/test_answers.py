"""The coach reads every answer by its question, and nothing by which two are known as one person's."""

import random

import pytest
from builders import NOW, note, turn_with
from domain.client.months import rated
from domain.theme.voices import interview, said

from coachcli.domain.session.model import Session, Turn
from coachcli.domain.theme.answers import Answered, Tagged, answers, tags_of, wordings_of
from coachcli.domain.theme.interviews import interviews
from coachcli.domain.value import changed

WORDINGS = wordings_of(
    [
        ("stakeholder-interview.does_well", "What does {client} do well, {who}?", "note"),
        ("stakeholder-interview.less_well", "And less well than {does_well}?", "note"),
        ("stakeholder-interview.their_part", "What will you do?", "action"),
        ("stakeholder-interview.now", "How are things with {item}?", "scale"),
    ]
)
OWN = frozenset({"delegating"})


def read(*sessions: Session) -> tuple[Answered, ...]:
    return answers(sessions, WORDINGS, "Jane", OWN)


def number(score: float, item: str) -> Turn:
    return changed(rated(score, item), room="stakeholder")


HELD = [
    interview("P3", said("Zest"), said("Late", question="less_well"), number(7, "Delegating"), day=1, group="boss"),
    interview("P1", said("calm", "Asks"), said("Loud", question="less_well"), number(10, "Delegating"), day=2),
    interview("P2", said("Calm"), said("Loud", question="less_well"), number(7, "Delegating"), day=3),
]


def test_answers_are_sorted_by_their_words_below_each_question_and_the_same_ones_are_one() -> None:
    assert read(*HELD) == (
        Answered("What does Jane do well, …?", (("Asks", 1), ("Calm", 1), ("calm", 1), ("Zest", 1))),
        Answered("And less well than …?", (("Late", 1), ("Loud", 2))),
        Answered("How are things with Delegating?", (("7 of 10", 2), ("10 of 10", 1))),
    )


def test_neither_the_order_of_interviews_nor_codes_days_and_groups_make_any_difference() -> None:
    for seed in range(6):
        mixed = random.Random(seed).sample(HELD, len(HELD))
        others = [
            changed(one, person=interview(f"P{at}", group="peer").person, started=HELD[at - 7].started, id=f"jane/{at}")
            for at, one in enumerate(mixed, 7)
        ]
        assert read(*mixed) == read(*HELD)
        assert read(*others) == read(*HELD)


def test_whose_answer_to_one_question_goes_with_which_to_another_makes_no_difference() -> None:
    swapped = [
        changed(one, turns=(one.turns[0], other.turns[1], one.turns[2]))
        for one, other in zip(HELD, [*HELD[1:], HELD[0]], strict=True)
    ]

    assert read(*swapped) == read(*HELD)


def test_a_thing_of_their_own_that_they_were_asked_about_is_not_named() -> None:
    (one,) = read(interview("P1", number(3, "The budget that only I know")))

    assert one == Answered("How are things with …?", (("3 of 10", 1),))


def test_what_is_the_coachs_own_is_no_answer() -> None:
    alone = changed(turn_with(note("Looks away", "observation"), question="does_well"), room="stakeholder")
    after = said("I believe her", question="does_well", phase="after_call")

    assert read(interview("P1", alone, after)) == ()


def test_an_action_that_was_set_down_beside_a_question_is_no_answer_to_it_and_one_that_was_asked_for_is() -> None:
    beside = turn_with(note("Late"), note("Ask HR", "action"), note("The budget", "parked"), question="less_well")
    asked_for = turn_with(note("Back her up", "action"), question="their_part")
    turns = (changed(beside, room="stakeholder"), changed(asked_for, room="stakeholder"))

    assert [one.answers for one in read(interview("P1", *turns))] == [(("Late", 1),), (("Back her up", 1),)]


def test_what_was_added_once_they_had_gone_is_no_answer() -> None:
    turn = said("Calm")
    added = changed(note("Calm in meetings"), added=NOW)

    assert [one.answers for one in read(interview("P1", changed(turn, notes=(*turn.notes, added))))] == [(("Calm", 1),)]


def test_the_clients_list_that_is_read_out_is_no_answer_and_what_they_add_is() -> None:
    again = changed(said("Delegating", "Humour", question="areas"), again="areas")

    assert [one.answers for one in read(interview("P1", again))] == [(("Humour", 1),)]


def test_a_question_that_is_gone_keeps_its_answers_and_tells_no_words_that_were_put_into_it() -> None:
    asked = changed(said("Yes", question="gone"), asked="Why did you say Late, P1?")

    assert read(interview("P1", asked)) == (Answered("A question that its framework has no more", (("Yes", 1),)),)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_questions_come_in_the_order_of_the_framework(order: tuple[int, int]) -> None:
    turns = [said("A"), said("B", question="less_well")]

    asked = [one.asked for one in read(interview("P1", *(turns[at] for at in order)))]

    assert asked == ["What does Jane do well, …?", "And less well than …?"]


def test_tags_come_with_the_people_they_were_set_with() -> None:
    held = interviews(
        [interview("P1", said("x #listens #late")), interview("P2", said("x #Listens")), interview(None, said("#late"))]
    )

    assert tags_of(held) == (Tagged("#listens", 2), Tagged("#late", 1))

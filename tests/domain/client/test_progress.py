"""Progress is what the dated conversations come to: each number of the one who gave it, and none that is in no file."""

from datetime import date, timedelta

from builders import note, turn_with
from domain.client.months import chose, held, interviews, looked_back, rated
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.client.coverage import Library
from coachcli.domain.client.model import Client
from coachcli.domain.client.perception import Others, Perception
from coachcli.domain.client.progress import Asked, Progress, progress
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.value import changed

JANE = Client("jane-example", "Jane Example")
TODAY = date(2027, 5, 20)
INTAKE = held(0, rated(3), rated(5, "Listening"), chose("Lead the division", kind="goal"))


def told(*sessions: SessionExtract, since: date | None = None) -> Progress:
    perception = Perception(sessions, {})
    others = perception.others(perception.closed_since(()))
    return progress(JANE, sessions, (), Library(), Asked(TODAY, since, others))


def scores(one: Progress) -> dict[tuple[str, str, str], list[float]]:
    """By speaker, heading and title."""
    return {
        (group.speaker, group.heading, numbers.title): [point.score for point in numbers.points]
        for group in one.groups
        for numbers in group.numbers
    }


def test_each_area_has_its_numbers_from_the_first_on() -> None:
    assert scores(told(INTAKE, held(90, rated(6)))) == {
        ("", "Areas", "Delegating"): [3, 6],
        ("", "Areas", "Listening"): [5],
    }


def test_everybody_speaks_under_a_heading_of_their_own_and_a_stakeholder_under_none() -> None:
    sessions = [INTAKE, held(5, rated(9), room="sponsor"), held(6, rated(2), room="alone"), *interviews(7, 1)]

    assert scores(told(*sessions, held(8, rated(4), room="three"))) == {
        ("", "Areas", "Delegating"): [3],
        ("", "Areas", "Listening"): [5],
        ("Client and sponsor together", "Areas", "Delegating"): [4],
        ("The sponsor", "Areas", "Delegating"): [9],
        ("You", "Areas", "Delegating"): [2],
    }


def test_what_others_say_stands_beside_the_clients_own_number_alone() -> None:
    over = [INTAKE, held(5, rated(9), room="sponsor"), *interviews(7, 6, 6, 6, 6, 6), held(20, rated(4))]
    (areas, sponsor) = told(*over).groups

    assert [one.others for one in areas.numbers] == [Others(5, 6), None]
    assert [one.others for one in sponsor.numbers] == [None]


def test_a_question_without_a_series_is_told_once_it_was_asked_again() -> None:
    first, again = held(0, rated(3, None, None)), held(9, rated(6, None, None))

    assert told(first).groups == ()
    assert list(scores(told(first, again)).values()) == [[3, 6]]


def test_the_sides_of_one_thing_are_a_round() -> None:
    sides = [rated(score, None, f"seven_{name}", name) for name, score in (("team", 7), ("results", 8))]

    assert [group.is_round for group in told(held(0, *sides, rated(3))).groups] == [True, False]


def test_a_goal_has_its_numbers_and_how_it_ended() -> None:
    (goal,) = told(
        INTAKE, held(60, rated(6, "Lead the division", None)), held(90, rated(8, "Lead the division", None))
    ).goals

    assert (goal.what, goal.outcome, [point.score for point in goal.points]) == ("Lead the division", "", [6, 8])


def test_values_are_the_clients_own_with_their_days() -> None:
    said = turn_with(note("fairness", "value"))
    others = held(5, said, room="three")

    (value,) = told(held(0, said), others, held(60, said, turn_with(note("play", "value"), phase="after_call"))).values
    assert (value.words, value.days) == ("fairness", (date(2026, 11, 20), date(2027, 1, 19)))


def test_themes_are_the_tags_of_sessions_with_the_client_the_most_frequent_first() -> None:
    both, one = turn_with(note("#sleep #trust #skill")), turn_with(note("#trust"))
    others = held(9, turn_with(note("#secret")), room="stakeholder", who="P1")

    assert [(tag.words, len(tag.days)) for tag in told(held(0, both), held(5, one), others).tags] == [
        ("#trust", 2),
        ("#sleep", 1),
    ]


def test_nothing_that_others_chose_is_an_action_of_the_client() -> None:
    theirs = held(5, chose("Ask HR about the complaint"), room="stakeholder", who="P1")

    assert told(INTAKE, theirs).actions.all == ()


def test_since_a_day_only_what_was_said_from_then_on_is_told() -> None:
    later = held(90, rated(6), looked_back("Call Tom", "done"))
    one = told(held(0, rated(3), chose("Call Tom")), later, since=date(2027, 1, 1))

    assert scores(one) == {("", "Areas", "Delegating"): [6]}
    assert one.actions.counts() == {"kept": 1}


def test_no_part_of_the_time_tells_what_one_of_the_others_has_said() -> None:
    asked = [INTAKE, *interviews(7, 6, 6, 6, 6, 6, 10), held(40, rated(6))]
    (group,) = told(*asked, since=date(2026, 11, 28)).groups

    assert [one.others for one in group.numbers] == [Others(6, 7)]


def test_without_sessions_there_is_nothing_to_tell() -> None:
    assert told().is_empty
    assert not told(INTAKE).is_empty


HISTORY = [
    INTAKE,
    held(5, rated(9), room="sponsor"),
    *interviews(7, 6, 7, 5, 6, 8),
    held(40, rated(6), turn_with(note("fairness #trust", "value")), chose("Call Tom")),
    held(90, rated(8), looked_back("Call Tom", "done"), rated(7, "Lead the division", None)),
]


@given(st.sets(st.integers(0, len(HISTORY) - 1)), st.integers(-3, 3))
def test_deleting_or_moving_any_sessions_never_makes_anything_appear_that_is_in_no_file(
    gone: set[int], days: int
) -> None:
    left = [one for number, one in enumerate(HISTORY) if number not in gone]
    moved = [changed(one, started=one.started + timedelta(days=days)) for one in left]

    said = told(*moved)
    written = {(one.started.date(), n.scale.score) for one in moved for _, n in one.notes if n.scale}
    texts = {n.text for one in moved for _, n in one.notes}
    points = [point for group in said.groups for numbers in group.numbers for point in numbers.points]
    assert {(point.on, point.score) for point in [*points, *(p for goal in said.goals for p in goal.points)]} <= written
    assert {goal.what for goal in said.goals} | {one.what for one in said.actions.all} <= texts
    dates = {day for one in (*said.values, *said.tags) for day in one.days}
    assert dates | {one.on for one in said.actions.all if one.on} <= {one.started.date() for one in moved}

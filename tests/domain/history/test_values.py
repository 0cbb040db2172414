"""The values that stay in sight: those that the client named last, and nobody else."""

from datetime import timedelta

from builders import NOW, session_of

from coachcli.domain.history.extract import extract_of
from coachcli.domain.history.values import values_of
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.terms import Room
from coachcli.domain.value import changed


def named(*values: str, room: Room = "client", question: str = "ranked", **more: object) -> Turn:
    notes = tuple(Note(kind="value", text=value) for value in values)
    return changed(Turn(room=room, stage="s", question=question, asked="?", at=NOW, notes=notes), **more)


def held(*turns: Turn, days: int = 0) -> Session:
    return session_of(*turns, started=NOW - timedelta(days=days), id=f"jane-doe/{days}")


def values(*sessions: Session) -> tuple[str, ...]:
    return values_of(map(extract_of, sessions))


def test_the_last_list_counts_in_its_order() -> None:
    assert values(held(named("Play"), days=60), held(named("Fairness", "Rest"), days=30), held()) == (
        "Fairness",
        "Rest",
    )


def test_of_several_lists_in_a_call_the_last_one_does_over_all_its_visits() -> None:
    turns = named("Play", "Rest", question="words"), named("Rest"), named("Order\nand calm", "Rest")

    assert values(held(*turns)) == ("Rest", "Order and calm")


def test_what_others_value_and_what_the_coach_thought_afterwards_is_not_theirs() -> None:
    rooms: tuple[Room, ...] = ("three", "sponsor", "stakeholder", "alone")
    others = [held(named("Speed", room=room), days=days) for days, room in enumerate(rooms)]

    assert values(*others, held(named("Ease", phase="after_call"), days=9)) == ()
    assert values(held(named("Play"), days=60), *others) == ("Play",)


def test_one_value_that_came_up_in_a_call_does_not_push_the_list_out_of_sight() -> None:
    ranked = held(named("Fairness", "Family", "Craft"), days=60)
    calls = held(named("fairness", question="worth"), days=30), held(named("Calm", question="rests_on"), days=9)

    assert values(ranked, *calls) == ("fairness", "Family", "Craft", "Calm")


def test_a_list_that_was_brought_again_and_cut_down_to_one_takes_the_place_of_the_first() -> None:
    ranked = held(named("Fairness", "Family"), days=60), held(named("Family", again="ranked", question="now"), days=9)

    assert values(*ranked) == ("Family",)

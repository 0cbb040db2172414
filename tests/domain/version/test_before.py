"""A session file from before it said who was in the room, as plain data."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.before import rooms_of
from coachcli.domain.version.before import dated, is_from_before

Data = dict[str, Any]

_WORDS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.sampled_from(["goal", "client"]))
_KEYS = st.sampled_from(["framework", "id", "kind", "turns", "switched_from", "notes", "stage", "question", "scale"])
_ANYTHING = st.recursive(_WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4))


def session(framework: str, *turns: Data, kind: str = "meeting", **rest: Any) -> Data:
    return {"format": 1, "framework": {"id": framework, "kind": kind}, "turns": list(turns), **rest}


def turn(question: str, *notes: Data, stage: str = "first") -> Data:
    return {"stage": stage, "question": question, "notes": list(notes)}


def quote(words: str, share_with: str | None = None) -> Data:
    return {"kind": "quote", "text": words, **({"share_with": share_with} if share_with else {})}


def test_a_file_of_before_is_one_whose_framework_says_nothing_of_the_room() -> None:
    assert is_from_before(session("grow"))
    assert not is_from_before({"framework": {"id": "grow", "with": "client"}})
    assert not is_from_before({"framework": "grow"})


def test_a_mark_in_a_talk_with_the_sponsor_is_void_and_counted() -> None:
    said = quote("She still answers every page", "client")

    data, void = dated(session("sponsor-checkin", turn("seen", said, quote("More calm"))), rooms_of)

    assert void == 1
    assert data["framework"]["with"] == "sponsor"
    assert data["turns"][0]["with"] == "sponsor"
    assert data["turns"][0]["notes"] == [quote("She still answers every page"), quote("More calm")]


def test_a_mark_in_a_conversation_with_the_client_holds() -> None:
    turns = turn("topic", quote("I answer every page", "client"))

    data, void = dated(session("grow", turns, kind="conversation"), rooms_of)

    assert void == 0
    assert data["turns"] == [{"with": "client", **turns}]


def test_only_the_sponsors_stage_of_a_midpoint_was_with_all_three() -> None:
    data, _ = dated(session("midpoint", turn("a"), turn("b", stage="sponsor")), rooms_of)

    assert [one["with"] for one in data["turns"]] == ["client", "three"]


def test_what_was_wanted_from_an_hour_of_grow_is_an_aim_and_the_goal_of_an_intake_stays_one() -> None:
    goal = {"kind": "goal", "text": "Lead the division"}

    hour, _ = dated(session("grow", turn("outcome", goal, quote("Yes")), kind="conversation"), rooms_of)
    work, _ = dated(session("intake", turn("goal", goal)), rooms_of)

    assert [note["kind"] for note in hour["turns"][0]["notes"]] == ["aim", "quote"]
    assert work["turns"][0]["notes"] == [goal]


def test_the_numbers_of_intake_belong_to_their_series() -> None:
    rating = {"kind": "scale", "scale": {"score": 3, "from": 1, "to": 10}}

    data, _ = dated(session("intake", turn("area_now", rating), turn("area_now", quote("Low"))), rooms_of)

    assert [one.get("series") for one in data["turns"]] == ["areas", None]


def test_a_session_that_went_on_in_another_framework_keeps_the_room_of_each() -> None:
    data, void = dated(
        session(
            "egan",
            turn("grow.outcome", {"kind": "goal", "text": "Rest"}, stage="grow.goal"),
            turn("goal", {"kind": "goal", "text": "Sleep"}),
            kind="conversation",
            switched_from=[{"id": "grow", "kind": "conversation"}],
        ),
        rooms_of,
    )

    assert data["switched_from"] == [{"id": "grow", "kind": "conversation", "with": "client"}]
    assert [note["kind"] for one in data["turns"] for note in one["notes"]] == ["aim", "aim"]
    assert void == 0


@pytest.mark.parametrize("kind", ["conversation", "reflection"])
def test_a_reflection_was_the_coachs_own(kind: str) -> None:
    data, _ = dated(session("mine", turn("a"), kind=kind), rooms_of)

    assert data["framework"]["with"] == ("alone" if kind == "reflection" else "client")


def test_the_day_of_the_next_meeting_is_an_agreed_date_and_keeps_its_mark() -> None:
    day = {"kind": "date", "day": {"words": "17 Nov", "date": "2026-11-17"}, "share_with": "sponsor"}

    data, void = dated(session("three-way", turn("next_three", day), turn("practical", day)), rooms_of)

    (agreed,), (other,) = (one["notes"] for one in data["turns"])
    assert (agreed, other, void) == ({**day, "kind": "next"}, day, 0)


@given(_ANYTHING, st.lists(_ANYTHING, max_size=3))
def test_data_of_any_shape_is_read_and_comes_out_as_a_file_of_today(framework: Any, turns: list[Any]) -> None:
    data = {"framework": framework, "turns": turns, "switched_from": framework}

    if is_from_before(data):
        after, _ = dated(data, rooms_of)

        assert not is_from_before(after)
        assert {key: value for key, value in after["framework"].items() if key != "with"} == framework


def test_nothing_is_changed_in_the_data_that_was_read() -> None:
    before = session("sponsor-checkin", turn("seen", quote("Calm", "client")))

    dated(before, rooms_of)

    assert before == session("sponsor-checkin", turn("seen", quote("Calm", "client")))

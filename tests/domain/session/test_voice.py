"""Whose a thing is, before whom it comes up again, and which words are the client's own."""

import pytest
from builders import note, turn_with

from coachcli.domain.room import ROOMS
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note
from coachcli.domain.session.voice import (
    addresses_client,
    comes_up,
    is_clients,
    is_with_client,
    owner_words,
    who_said,
    whose,
)
from coachcli.domain.terms import Kind, Room, ShareWith, Whose
from coachcli.domain.value import changed

JANE, THREE, SPONSOR, OTHER, OWN = ROOMS


def said(room: Room, who: str = "", kind: Kind = "action", person: str = "", share: ShareWith = "nobody") -> Carried:
    taken = Note(kind=kind, text="x", details={"who": who} if who else {})
    return Carried(
        kind,  # type: ignore[arg-type]
        "x",
        "jane-example/1",
        share_with=share,
        room=room,
        person=person,
        whose=whose(taken, room),
    )


# Where it was said, of whom, and of what kind; in which rooms it comes up unmarked, and marked for the sponsor.
TABLE: list[tuple[Room, str, Kind, set[Room], set[Room]]] = [
    ("client", "", "action", {JANE}, {JANE, THREE}),
    ("client", "client", "action", {JANE}, {JANE, THREE}),
    ("client", "coach", "action", {JANE}, {JANE, THREE}),
    ("client", "sponsor", "action", set(), {THREE}),
    ("client", "other", "action", set(), set()),
    ("client", "Sam", "action", set(), set()),
    ("client", "", "promise", {JANE}, {JANE, THREE}),
    ("client", "", "goal", {JANE}, {JANE, THREE}),
    ("client", "", "parked", {JANE}, {JANE, THREE}),
    ("three", "", "action", {JANE}, {JANE, THREE}),
    ("three", "client", "action", {JANE}, {JANE, THREE}),
    ("three", "sponsor", "action", {SPONSOR}, {SPONSOR, THREE}),
    ("three", "coach", "action", {JANE}, {JANE, THREE, SPONSOR}),
    ("three", "Sam", "action", set(), set()),
    ("three", "", "promise", {JANE}, {JANE, THREE, SPONSOR}),
    ("three", "", "goal", {JANE}, {JANE, THREE}),
    ("three", "", "parked", {JANE}, {JANE, THREE, SPONSOR}),
    ("sponsor", "", "action", {SPONSOR}, {SPONSOR}),
    ("sponsor", "sponsor", "action", {SPONSOR}, {SPONSOR}),
    ("sponsor", "coach", "action", {SPONSOR}, {SPONSOR}),
    ("sponsor", "client", "action", set(), set()),
    ("sponsor", "Sam", "action", set(), set()),
    ("sponsor", "", "promise", {SPONSOR}, {SPONSOR}),
    ("sponsor", "", "goal", {SPONSOR}, {SPONSOR}),
    ("sponsor", "", "parked", {SPONSOR}, {SPONSOR}),
    ("stakeholder", "", "action", {OTHER}, {OTHER}),
    ("stakeholder", "coach", "action", {OTHER}, {OTHER}),
    ("stakeholder", "client", "action", set(), set()),
    ("stakeholder", "sponsor", "action", set(), set()),
    ("stakeholder", "other", "action", set(), set()),
    ("stakeholder", "", "promise", {OTHER}, {OTHER}),
    ("stakeholder", "", "parked", {OTHER}, {OTHER}),
    ("alone", "", "action", {OWN}, {OWN}),
    ("alone", "coach", "action", {OWN}, {OWN}),
    ("alone", "client", "action", set(), set()),
    ("alone", "", "parked", {OWN}, {OWN}),
]


@pytest.mark.parametrize(("room", "who", "kind", "unmarked", "marked"), TABLE)
def test_who_may_be_asked_is_capped_by_the_room_and_narrowed_by_who(
    room: Room, who: str, kind: Kind, unmarked: set[Room], marked: set[Room]
) -> None:
    for share, expected in (("nobody", unmarked), ("client", unmarked), ("sponsor", marked)):
        thing = changed(said(room, who, kind, person="P3"), share_with=share)

        assert {into for into in ROOMS if comes_up(thing, into, "P3")} == expected


@pytest.mark.parametrize(("room", "theirs", "asked", "again"), [
    ("sponsor", "S1", "S1", True),
    ("sponsor", "S1", "S2", False),
    ("sponsor", "S1", "", False),
    ("sponsor", "", "", True),
    ("stakeholder", "P3", "P3", True),
    ("stakeholder", "P3", "P4", False),
    ("stakeholder", "", "", False),
])  # fmt: skip
def test_what_somebody_said_comes_up_before_them_alone(room: Room, theirs: str, asked: str, *, again: bool) -> None:
    assert comes_up(said(room, person=theirs), room, asked) == again


@pytest.mark.parametrize(("typed", "owner"), [
    ("client", "client"), ("Coach", "coach"), (" sponsor ", "sponsor"), ("other", "other"), ("Jane", "other"),
    ("the sponsor", "other"), ("Jane Doe", "other"), ("me", "coach"), ("Myself", "coach"), ("I", "coach"),
])  # fmt: skip
def test_whose_it_is_is_never_guessed_from_a_name(typed: str, owner: Whose) -> None:
    assert said("client", typed).whose == owner


def test_an_action_of_the_coach_is_a_promise() -> None:
    assert said("client", "coach").is_promise
    assert said("client", kind="promise").whose == "coach"


@pytest.mark.parametrize(("asked", "to_client"), [
    ("What do you hear in that, {client}?", True),
    ("What has come of it, {client}, measured by what we agreed?", True),
    ("{client}, what would you add?", True),
    ("What would you like {client} to know?", False),
    ("What do you see in {client} today, compared with then?", False),
    ("What will you do to support this?", False),
])  # fmt: skip
def test_a_question_is_the_clients_where_it_calls_them_by_name(asked: str, *, to_client: bool) -> None:
    assert addresses_client(asked) == to_client


@pytest.mark.parametrize(("room", "to_client", "theirs"), [
    ("client", False, True), ("three", True, True), ("three", False, False), ("sponsor", False, False),
    ("stakeholder", False, False), ("alone", False, False),
])  # fmt: skip
def test_words_are_the_clients_where_they_were_asked(room: Room, *, to_client: bool, theirs: bool) -> None:
    quote = note("I stay", "quote")

    assert is_clients(changed(turn_with(quote), room=room, to_client=to_client), quote) == theirs


def test_what_is_thought_of_afterwards_or_seen_by_the_coach_is_not_the_clients() -> None:
    assert not is_clients(turn_with(phase="after_call"), note("I stay", "insight"))
    assert not is_clients(turn_with(), note("She sighs", "observation"))


def test_the_coach_is_told_whose_it_is() -> None:
    words = [
        owner_words(one)
        for one in (
            said("client"),
            said("client", "Sam"),
            said("sponsor"),
            said("sponsor", person="S1"),
            said("stakeholder", "coach", person="P3"),
            said("alone"),
        )
    ]

    assert words == ["The client", "Somebody else", "The sponsor", "S1", "You", "You"]


def test_between_client_and_coach_is_what_they_agreed_with_one_another() -> None:
    assert is_with_client(said("three", "coach"))
    assert not is_with_client(said("client", "Sam"))
    assert not is_with_client(said("sponsor", "coach"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("me", "coach"),
        ("I", "coach"),
        ("Coach", "coach"),
        ("the client", "client"),
        ("Sponsor", "sponsor"),
        ("Sam", "Sam"),
    ],
)
def test_who_does_it_is_one_of_the_words_for_it_or_a_name(typed: str, kept: str) -> None:
    assert who_said(typed) == kept

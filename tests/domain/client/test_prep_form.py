"""The form for a client holds what is marked for them, and nothing else changes one byte of it."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from builders import NOW, note, session_of, turn_with
from domain.strategies import SOMETIMES, notes
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.client.prep_form import Form, ever_in_it, form_for
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import extract_of
from coachcli.domain.session.edits import as_taken_in
from coachcli.domain.session.model import Note, Reviewed, Session, When
from coachcli.domain.terms import FrameworkKind, Outcome, Room, ShareWith
from coachcli.domain.value import changed
from coachcli.render.client.prep_form import form_markdown, form_text


def held(day: int, *said: Note, kind: FrameworkKind = "conversation") -> Session:
    room: Room = "alone" if kind == "reflection" else "client"
    turn = changed(turn_with(*(as_taken_in(room, one) for one in said)), room=room)
    plain = session_of(turn, id=f"jane-doe/{day}", started=NOW + timedelta(days=day))
    return changed(plain, framework=changed(plain.framework, kind=kind, room=room))


def action(what: str, share: ShareWith = "client", due: When | None = None) -> Note:
    return changed(note(what, "action", share), due=due)


def came_of(what: str, outcome: Outcome, share: ShareWith = "nobody", due: When | None = None) -> Note:
    seen = Reviewed(kind="action", what=what, session="jane-doe/0", outcome=outcome)
    return Note(kind="review", text="between us", reviewed=seen, due=due, share_with=share)


def form(*sessions: Session, between: Iterable[Note] = ()) -> Form:
    entries = [Entry(at=NOW + timedelta(days=9), notes=tuple(between))] if between else []
    return form_for("Jane", [extract_of(session) for session in sessions], entries, sessions[::-1])


def bytes_of(made: Form) -> tuple[str, str]:
    return form_markdown(made), form_text(made)


def test_it_holds_what_is_open_and_shared_with_its_day() -> None:
    friday = When(words="friday", on=date(2026, 11, 27))
    made = form(held(0, action("call Tom", due=friday), action("rest", "sponsor"), action("mine", "nobody")))

    assert made.actions == ("call Tom · by Friday 27 November 2026", "rest")


def test_it_holds_the_last_takeaway_that_is_shared() -> None:
    told, kept = note("I can ask", "takeaway", "client"), note("I never will", "takeaway")

    assert form(held(0, told, kept)).took_away == "I can ask"
    assert form(held(0, told), held(1, kept)).took_away == "I can ask"
    assert form(held(0, kept)).took_away == ""


def test_what_was_done_is_not_in_it_even_if_only_the_coach_noted_that() -> None:
    assert form(held(0, action("call Tom")), between=[came_of("call Tom", "done")]).actions == ()


def test_a_day_that_only_the_coach_knows_of_is_not_in_it() -> None:
    later = came_of("call Tom", "partly", due=When(words="after she is fired"))

    assert form(held(0, action("call Tom")), between=[later]).actions == ("call Tom",)


def test_chosen_again_for_the_coach_alone_it_stays_as_the_client_knows_it() -> None:
    assert form(held(0, action("call Tom")), held(1, action("Call Tom", "nobody"))).actions == ("call Tom",)


def test_what_the_coach_chose_alone_is_not_in_it() -> None:
    assert form(held(0, action("listen"), kind="reflection")).actions == ()


def test_tags_are_not_in_it_and_what_is_nothing_else_is_left_out() -> None:
    due = When(words="after the fair #one")
    made = form(
        held(0, action("call Tom #one", due=due), action("#one"), note("I can ask #two", "takeaway", "client")),
        between=[action("call Ana #one"), came_of("call Ana #one", "done")],
    )

    assert (made.actions, made.took_away) == (("call Tom · by after the fair",), "I can ask")


def test_what_comes_back_is_known_with_its_tags_and_without() -> None:
    session = held(0, action("call Tom #one"), note("I can ask #two", "takeaway", "client"))
    ours = ever_in_it([extract_of(session)], [], [session])

    assert {"call Tom", "call Tom #one", "I can ask", "I can ask #two"} <= ours


HIDDEN: list[Note] = [
    note("hidden"),
    action("hidden", "nobody", When(words="hidden")),
    note("hidden", "takeaway"),
    note("hidden", "goal"),
    note("hidden", "promise"),
    note("hidden", "parked"),
    note("hidden", "quote"),
    note("hidden", "observation"),
    changed(note("hidden", "takeaway"), share_with="nobody"),
    came_of("call Tom", "partly", due=When(words="hidden")),
]


@pytest.mark.parametrize("hidden", HIDDEN, ids=lambda one: one.kind)
def test_no_word_that_is_not_shared_changes_a_byte(hidden: Note) -> None:
    shown = [action("call Tom"), note("I can ask", "takeaway", "client")]
    without = bytes_of(form(held(0, *shown), held(1)))

    assert bytes_of(form(held(0, *shown, hidden), held(1, hidden), between=[hidden])) == without
    assert not any("hidden" in page for page in without)


@SOMETIMES
@given(st.lists(notes(("note", "action", "takeaway", "goal", "quote", "promise", "insight")), max_size=6))
def test_whatever_is_not_shared_makes_no_difference(drawn: list[Note]) -> None:
    unshared = [changed(one, share_with="nobody") for one in drawn]
    shown = [action("call Tom"), note("I can ask", "takeaway", "client")]

    assert bytes_of(form(held(0, *unshared, *shown, *unshared))) == bytes_of(form(held(0, *shown)))


def test_an_unshared_word_that_reached_it_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coachcli.domain.history.still_open.may_see", lambda _note, _audience, _room: True)
    leaking = bytes_of(form(held(0, action("hidden", "nobody"))))

    assert all("hidden" in page for page in leaking)


def test_lines_of_an_earlier_form_are_known_again() -> None:
    friday = When(words="friday", on=date(2026, 11, 27))
    session = held(0, action("call Tom", due=friday), note("I can ask", "takeaway", "client"))
    done = Entry(at=NOW + timedelta(days=2), notes=(came_of("call Tom", "done"),))

    assert {"call Tom · by Friday 27 November 2026", "call Tom", "I can ask"} <= ever_in_it(
        [extract_of(session)], [done], [session]
    )

"""The card of a call: what is asked, whether all is saved, and the clock."""

from app.scripted_call import FakeClock, Kept, Script, services_of
from builders import ACTIONS, FRAMEWORK, framework_of, typed_in, walked

from coachcli.app.call.call import Call
from coachcli.app.call.mode import Asking, Rewriting
from coachcli.app.call.view import meter, view
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.session.walk import Walk
from coachcli.domain.value import changed
from coachcli.live.card import rows

TROUBLE = "NOT SAVED: the disk is full."


def test_the_mark_says_saving_until_it_is_saved(call: Call, keeper: Kept) -> None:
    keeper.pending = True
    assert meter(call).saved == "saving"

    keeper.pending = False
    assert meter(call).saved == "saved"


def test_trouble_is_told_for_as_long_as_it_lasts(call: Call, keeper: Kept) -> None:
    keeper.trouble = TROUBLE
    call.tell("Taken back.")

    assert view(call).remark == "Taken back."
    assert view(call).meter().hint == TROUBLE
    assert view(call).meter().hint == TROUBLE
    assert (meter(call).saved, meter(call).alarm) == ("NOT SAVED", True)


def test_the_clock_counts_what_is_not_saved_yet(call: Call, clock: FakeClock) -> None:
    clock.pass_(125)

    assert meter(call).clock == "2 min, 48 left"


def test_a_tag_written_in_this_call_is_offered_before_those_of_the_practice(keeper: Kept, clock: FakeClock) -> None:
    noted = typed_in(walked(), ["Ralf said yes #deadlines"])
    call = Call(services_of(Walk(FRAMEWORK, "Jane"), Script([]), keeper, clock), noted)

    assert [one.text for one in view(call).complete("and #de", False)] == ["#deadlines", "#delegation"]
    assert view(call).complete("said", False) == []


def test_whoever_rewrites_is_told_what_each_key_does_in_two_rows_beside_a_video(keeper: Kept, clock: FakeClock) -> None:
    call = Call(services_of(Walk(FRAMEWORK, "Jane"), Script([]), keeper, clock), typed_in(walked(), ["one"]))
    call.turn_to(Rewriting(NoteRef(0, 0), Asking()))

    cues = [row.text for row in rows(view(call), 40, 14) if row.style == "cue"]
    assert cues == ["   Enter saves. Empty deletes. Esc", "   cancels."]


def test_tab_completes_who_does_it_and_still_completes_commands(keeper: Kept, clock: FakeClock) -> None:
    who = framework_of(changed(ACTIONS, fields=("what", "who")))
    session = typed_in(walked(framework=who), ["Ask twice"], who)
    complete = view(Call(services_of(Walk(who, "Jane"), Script([]), keeper, clock), session)).complete

    assert [one.text for one in complete("spo", True)] == ["sponsor"]
    assert [one.text for one in complete("/und", True)] == ["/undo"]

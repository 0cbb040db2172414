"""Pages to look back from: all that was noted, the notes that hold a word, and last time's card."""

import pytest
from app.scripted_call import FakeClock, Kept, Script, Sitting, Step, play, services_of
from builders import FRAMEWORK, walked

from coachcli.app.call import loop
from coachcli.app.call.call import Call
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import Phase, Room
from coachcli.domain.value import changed

NOTED = ("Sam is late", "!Sam matters", "/go shall we work", "the rota", "/go will you do", "*Ask Sam by friday 8/10")


def held(*steps: Step, discreet: bool = False) -> Sitting:
    return play(FRAMEWORK, walked(), steps, discreet=discreet)


def shown(*steps: str, discreet: bool = False) -> list[str]:
    """The page that was shown last."""
    return [list(view.page) for view in held(*steps, discreet=discreet).script.views if view.page][-1]


class _Low(Script):
    """A window of few rows."""

    def page_size(self) -> tuple[int, int]:
        return 40, 8


def pages_in_a_low_window(*steps: str) -> list[list[str]]:
    script = _Low(list(steps))
    loop.run(Call(services_of(Walk(FRAMEWORK, "Jane"), script, Kept(script.log), FakeClock()), walked()))
    return [list(page) for page in script.views[-1].pages]


def test_all_of_it_is_there_by_stage_and_question() -> None:
    assert shown(*NOTED, "/notes") == [
        " Noted so far",
        " Opening",
        "   What is going on?",
        "     · Sam is late",
        "     ! insight: Sam matters",
        "   What shall we work on?",
        "     · topic: the rota  → client",
        " Will",
        "   What will you do?",
        "     * action: Ask Sam · by Friday 27 November 2026 · 8/10  → client",
    ]


def test_what_was_said_at_two_visits_stands_together() -> None:
    rows = shown("late", "/go shall we work", "/back", "and tired", "/notes")

    assert rows == [" Noted so far", " Opening", "   What is going on?", "     · late", "     · and tired"]


@pytest.mark.parametrize("stage", ["3", "will"])
def test_a_stage_can_be_asked_for_alone(stage: str) -> None:
    assert shown(*NOTED, f"/notes {stage}")[1] == " Will"


def test_where_nothing_is_noted_it_says_so() -> None:
    assert held("/notes").remarks == ["Nothing is noted yet."]
    assert held("late", "/notes 3").remarks == ["Nothing is noted in Will yet."]
    assert held("/notes 8").remarks == ["The stages are: 1 Opening, 2 Middle, 3 Will."]


def test_what_does_not_fit_on_a_page_is_on_the_next_under_its_stage() -> None:
    pages = pages_in_a_low_window(*(f"note number {number}" for number in range(9)), "*Ask Sam", "/notes")

    assert [page[0] for page in pages] == [f" Noted so far · page {number} of 3" for number in (1, 2, 3)]
    assert pages[1][1] == " Opening, continued"
    assert max(map(len, pages)) <= 8 - 1
    assert [row.strip()[-1] for page in pages for row in page if "note number" in row] == list("012345678")


def test_a_note_stays_whole_where_a_page_has_room_for_it() -> None:
    long = "a note that takes two rows of a narrow window"
    pages = pages_in_a_low_window("one", "two", "three", long, "word " * 70, "/notes")

    assert [row.strip() for row in pages[1][2:4]] == ["· a note that takes two rows of a", "narrow window"]
    assert max(map(len, pages)) <= 8 - 1
    assert " ".join(row.strip() for page in pages for row in page).count("word") == 70


def test_no_page_ends_with_the_title_of_a_stage() -> None:
    pages = pages_in_a_low_window("one", "two", "three", "/go will you do", "*Ask Sam", "/notes")

    assert [page[1] for page in pages] == [" Opening", " Will"]


def test_on_a_shared_screen_it_counts_and_shows_no_word() -> None:
    rows = shown(*NOTED, "/notes", discreet=True)

    assert rows == [" Noted so far", "   Opening  3 notes", "   Will  1 note"]


# The notes that hold a word


def found(*steps: str) -> list[str]:
    """The page that was shown last."""
    return [list(view.page) for view in held(*steps).script.views if view.page][-1]


def test_what_is_found_is_shown_with_where_it_was_noted() -> None:
    assert found("Sam is late", "!Sam matters", "", "what of sam?", "/find SAM") == [
        " Opening · What is going on?",
        "   · Sam is late",
        "   ! insight: Sam matters",
        " Opening · What shall we work on?",
        "   · topic: what of sam?  → client",
    ]


def test_nothing_found_says_so() -> None:
    assert held("Sam is late", "/find budget").remarks == ["Nothing here says budget."]


def test_of_many_the_newest_are_shown_and_how_many_more_there_are() -> None:
    said = found(*(f"Sam {number}" for number in range(12)), "/find sam")

    assert said[0] == "   … and 4 before these; a longer word finds fewer."
    assert said[-1] == "   · Sam 11"


def test_of_a_long_note_it_is_said_who_sees_it_whatever_is_left_out() -> None:
    said = found("/go work on", f"Sam {'and so on ' * 30}", "/find Sam")[-1]

    assert said.endswith(" …  → client")


def test_it_wants_a_word() -> None:
    assert held("/find").remarks == ["Find what? For example: /find budget"]


def test_on_a_shared_screen_nothing_is_shown() -> None:
    sitting = held("Sam is late", "/find Sam", discreet=True)

    assert sitting.remarks == ["Notes are hidden now; /discreet shows them."]
    assert "Sam is late" not in "\n".join(sitting.script.said)


# Last time's card


def with_card(card: list[str], *, discreet: bool = False, **here: Room | Phase) -> Script:
    """What there was to see when /last was typed and then a note."""
    script = Script(["/last", "a note"])

    def last_card(columns: int, rows: int) -> list[str]:
        assert (columns, rows) == script.page_size()
        return card

    desk = services_of(Walk(FRAMEWORK, "Jane"), script, Kept(script.log), FakeClock(), last_card=last_card)
    session = walked()
    session = changed(session, turns=(*session.turns[:-1], changed(session.turns[-1], **here)))
    loop.run(Call(desk, session, discreet=discreet))
    return script


def test_the_card_stands_there_until_the_next_line() -> None:
    assert [view.page for view in with_card([" Session 2", " Actions"]).views] == [(), (" Session 2", " Actions"), ()]


def test_where_there_is_none_it_says_so() -> None:
    assert with_card([]).views[1].remark == "There is no card of last time here."


def test_where_others_can_see_the_screen_it_stays_hidden() -> None:
    script = with_card([" Session 2"], discreet=True)

    assert [view.page for view in script.views] == [(), (), ()]
    assert script.views[1].remark == "Notes are hidden now; /discreet shows them."


@pytest.mark.parametrize("room", ["three", "sponsor", "stakeholder"])
def test_where_somebody_else_than_the_client_is_there_it_stays_hidden(room: Room) -> None:
    script = with_card([" Session 2"], room=room)

    assert script.views[1].page == ()
    assert script.views[1].remark == "The card stays hidden while others than the client are there."


@pytest.mark.parametrize(("room", "phase"), [("alone", "call"), ("three", "after_call")])
def test_once_the_coach_is_alone_it_is_shown(room: Room, phase: Phase) -> None:
    assert with_card([" Session 2"], room=room, phase=phase).views[1].page == (" Session 2",)

"""/notes: everything noted so far, by stage, to sum up from."""

import pytest
from app.desk import FakeClock, Kept, Script, Sitting, Step, desk_of, play
from builders import FRAMEWORK, walked

from coachcli.app.call import loop
from coachcli.app.call.call import Call
from coachcli.domain.session.walk import Walk

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
    loop.run(Call(desk_of(Walk(FRAMEWORK, "Jane"), script, Kept(script.log), FakeClock()), walked()))
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

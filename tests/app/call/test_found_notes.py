"""Finding a word in the notes during the call."""

from app.desk import Sitting, Step, play
from builders import FRAMEWORK, walked


def held(*steps: Step, discreet: bool = False) -> Sitting:
    return play(FRAMEWORK, walked(), steps, discreet=discreet)


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

"""What today is about, set and told during the call."""

from app.desk import Sitting, Step, play
from builders import FRAMEWORK, FREE, walked


def held(*steps: Step, discreet: bool = False) -> Sitting:
    return play(FRAMEWORK, walked(), steps, discreet=discreet)


def test_it_is_noted_wherever_the_call_is_and_told_again() -> None:
    sitting = held("/go how much", "/topic the rota", "/topic")

    assert [(note.kind, note.text, note.share_with) for _, note in sitting.session.notes] == [
        ("topic", "the rota", "nobody")
    ]
    assert sitting.remarks == ["Today: the rota"]


def test_the_last_one_counts() -> None:
    assert held("/topic the rota", "/topic trust", "/topic").remarks[-1] == "Today: trust"


def test_it_can_be_set_before_anything_was_asked() -> None:
    sitting = play(FREE, walked(framework=FREE), ["/topic the rota"])

    assert sitting.words == ["the rota"]


def test_nothing_is_said_yet() -> None:
    assert held("/topic").remarks == ["Nothing is said yet of what today is about: /topic TEXT"]


def test_on_a_shared_screen_it_is_not_told() -> None:
    assert held("/topic the rota", "/topic", discreet=True).remarks == ["Notes are hidden now; /discreet shows them."]


def test_a_line_for_the_coach_alone_is_no_topic() -> None:
    (note,) = [note for _, note in held("/topic ~the affair").session.notes]

    assert (note.kind, note.text, note.share_with) == ("observation", "the affair", "nobody")


def test_nor_is_what_only_looks_like_a_sign() -> None:
    sitting = held("/topic **Hunch**: afraid", "/topic")

    assert [note.kind for _, note in sitting.session.notes] == ["note"]
    assert sitting.remarks[-1] == "Nothing is said yet of what today is about: /topic TEXT"
    assert held("/topic \\~the affair").words == ["~the affair"]

"""Turning the last note into another kind."""

import pytest
from app.desk import Sitting, Step, play
from builders import ACTIONS, IMPORTANCE, STORY, framework_of, walked

from coachcli.domain.session.moves import Jumped
from coachcli.live.source import Line

FRAMEWORK = framework_of(STORY, IMPORTANCE, ACTIONS)


def held(*steps: Step, at: str = "story", discreet: bool = False) -> Sitting:
    return play(FRAMEWORK, walked(Jumped(at), framework=FRAMEWORK), steps, discreet=discreet)


def test_the_last_note_is_another_kind_and_said_as_what_it_is_now() -> None:
    sitting = held("she sits up", "/kind insight")

    assert sitting.remarks == ["Now ! insight: she sits up"]
    assert [note.kind for _, note in sitting.session.notes] == ["insight"]


def test_an_action_reads_its_day() -> None:
    assert held("call Tom by friday 8/10", "/kind *").remarks == [
        "Now * action: call Tom · by Friday 27 November 2026 · 8/10  → client"
    ]


def test_it_reaches_a_note_taken_elsewhere_and_undo_takes_it_back() -> None:
    sitting = held("she sits up", "/go how much", "/kind quote", "/undo")

    assert sitting.remarks[0].startswith('Now "')
    assert [note.kind for _, note in sitting.session.notes] == ["note"]


def test_an_answer_stays_what_it_is() -> None:
    sitting = held("7", "/kind insight", at="importance")

    assert sitting.remarks == ["The last note is an answer of its own sort, and stays that. /edit corrects it."]
    assert [note.kind for _, note in sitting.session.notes] == ["scale"]


def test_what_is_asked_of_an_action_is_not_asked_of_what_it_has_become() -> None:
    sitting = held("call Tom", "/kind insight", at="actions")

    assert sitting.questions == ["What will you do?", "By when?", "What will you do?"]


def test_alone_it_lists_what_there_is() -> None:
    (remark,) = held("she sits up", "/kind").remarks

    assert remark.startswith("The last note is: note. /kind NAME turns it into: note, topic, goal, insight,")


@pytest.mark.parametrize(
    ("name", "said"),
    [("o", "That could be: option, obstacle, observation. Which one?"), ("mood", "A note can be: note, topic,")],
)
def test_what_is_not_clear_is_given_back(name: str, said: str) -> None:
    sitting = held("she sits up", f"/kind {name}")

    assert sitting.remarks[0].startswith(said)
    assert sitting.script.lines[-1] == Line.ending(f"/kind {name}")


def test_without_a_note_there_is_nothing_to_turn() -> None:
    assert held("/kind insight").remarks == ["There is no note yet."]


def test_on_a_shared_screen_the_words_are_not_shown() -> None:
    assert "sits up" not in held("she sits up", "/kind insight", discreet=True).remarks[-1]

"""/map 2: the questions of one stage, which of them were asked, and the way to one."""

import pytest
from app.scripted_call import Sitting, Step, play
from builders import FRAMEWORK, FREE, STORY, TOPIC, framework_of, walked

from coachcli.domain.framework.model import Framework
from coachcli.domain.value import changed
from coachcli.live.source import Line, View


def held(*steps: Step, framework: Framework = FRAMEWORK, discreet: bool = False) -> Sitting:
    return play(framework, walked(framework=framework), steps, discreet=discreet)


def last_view(*steps: Step, framework: Framework = FRAMEWORK, discreet: bool = False) -> View:
    return held(*steps, framework=framework, discreet=discreet).script.views[-1]


@pytest.mark.parametrize("stage", ["1", "opening", "open", "going on"])
def test_the_questions_of_a_stage_are_listed_with_what_each_holds(stage: str) -> None:
    view = last_view("tired", "late again", "/next", f"/map {stage}")

    assert view.question == "Which question of Opening?"
    assert view.choices == ("What is going on?  2 notes", "What shall we work on?  asked", "What could you do?")


def test_a_number_goes_to_the_question_of_that_number() -> None:
    assert held("/map 1", "3").questions[-1] == "What could you do?"
    assert held("/map middle", "2").questions[-1] == "How is your energy?"


def test_words_of_a_question_go_there_before_those_of_another_stage() -> None:
    assert held("/map 3", "you do").questions[-1] == "What will you do?"
    assert held("/map 3", "middle").questions[-1] == "How much does … matter?"


def test_a_number_that_is_not_there_is_given_back_and_no_note() -> None:
    sitting = held("/map 1", "7")

    assert sitting.script.lines[-1] == Line.ending("7").refused()
    assert sitting.remarks == ["There are 3 questions here; a number or their words go there."]
    assert sitting.words == []


def test_enter_goes_back_to_the_question_at_hand() -> None:
    sitting = held("/map 2", "")

    assert sitting.questions == ["What is going on?", "Which question of Middle?", "What is going on?"]
    assert len(sitting.session.turns) == 1


def test_from_the_map_enter_goes_back_to_the_map() -> None:
    assert held("/map 2", "", framework=FREE).questions[1:] == [
        "Which question of Middle?",
        "Where does it begin today?",
    ]


def test_anything_said_there_is_kept_as_at_the_map() -> None:
    sitting = held("tired", "/map 2", "~she looks away while we talk of it")

    assert sitting.words == ["tired", "she looks away while we talk of it"]


def test_a_stage_that_is_not_there_says_which_are_and_gives_the_line_back() -> None:
    sitting = held("/map 9")

    assert sitting.remarks == ["The stages are: 1 Opening, 2 Middle, 3 Will."]
    assert sitting.script.lines[-1] == Line.ending("/map 9").refused()
    assert sitting.questions == ["What is going on?"] * 2


def test_what_is_asked_only_under_a_condition_is_listed_where_that_holds() -> None:
    framework = framework_of(STORY, changed(TOPIC, when="story answered"))

    assert len(last_view("/map 1", framework=framework).choices) == 1
    assert len(last_view("tired", "/map 1", framework=framework).choices) == 2


def test_on_a_shared_screen_nothing_is_quoted() -> None:
    steps = ("/go shall we work", "trust in the team", "/map middle")

    assert "trust in the team" in last_view(*steps).choices[0]
    assert last_view(*steps, discreet=True).choices[0] == "How much does … matter?"


def test_no_question_is_wider_than_the_window() -> None:
    framework = framework_of(changed(STORY, ask="What is it " * 12))

    (line,) = last_view("/map 1", framework=framework).choices
    assert line.endswith("…  asked")
    assert len(line) < 75

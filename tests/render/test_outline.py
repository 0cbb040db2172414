"""A framework as a coach reads it before a call."""

from typing import get_args

import pytest
from builders import ACTIONS, FRAMEWORK, REFLECTION, STORY, USEFUL, framework_of

from coachcli.domain.framework import Framework, LineQuestion, Stage, Step
from coachcli.domain.framework import Question as AnyQuestion
from coachcli.render.outline import _TYPES, outline

SMALL = framework_of(STORY, USEFUL, REFLECTION)


def texts(framework: Framework, *, probes: bool = False) -> list[str]:
    return [f"{'  ' * depth}{text}" for depth, text in outline(framework, probes=probes)]


def test_the_whole_reads_from_top_to_bottom() -> None:
    framework = Framework(
        id="grow",
        title="GROW",
        minutes=50,
        about="Four\nstages.",
        credit="After Whitmore.",
        stages=(
            Stage(
                id="goal",
                title="Goal",
                minutes=10,
                aim="To know\n  where to.",
                cue="Slowly.",
                exit="A goal.",
                ask=(STORY,),
            ),
            Stage(
                id="will",
                title="Will",
                cue="At last.",
                steps=(
                    Step(id="how", title="How", cue="One at\na time.", ask=(ACTIONS,)),
                    Step(id="end", title="End", ask=(USEFUL, REFLECTION)),
                ),
            ),
        ),
    )

    assert texts(framework) == [
        "GROW (grow, 50 minutes)",
        "Four stages.",
        "After Whitmore.",
        "",
        "Goal  10 min",
        "  Aim: To know where to.",
        "  Cue: Slowly.",
        "  - What is going on? [notes]",
        "  On leaving: A goal.",
        "",
        "Will",
        "  Cue: At last.",
        "  How",
        "    Cue: One at a time.",
        "    - What will you do? [actions]",
        "  End",
        "    - How useful was this? [a number, before the call ends]",
        "    - What do I take to supervision? [notes, after the call]",
    ]


def test_probes_stand_under_their_question_where_they_are_wanted() -> None:
    assert texts(SMALL, probes=True)[3:6] == [
        "  - What is going on? [notes]",
        "    … And what else?",
        "    … Since when?",
    ]
    assert not any("…" in text for text in texts(SMALL))


def test_a_framework_without_minutes_does_not_speak_of_them() -> None:
    assert texts(SMALL)[0] == "Small (small)"


def test_a_question_of_two_lines_is_shown_on_one() -> None:
    question = LineQuestion(id="a", type="line", ask="What\nis it?", probes=("And\nelse?",))

    assert texts(framework_of(question), probes=True)[3:] == ["  - What is it? [a line]", "    … And else?"]


@pytest.mark.parametrize("question", get_args(get_args(AnyQuestion)[0]))
def test_every_type_of_question_has_a_name(question: type) -> None:
    (type_name,) = get_args(question.__annotations__["type"])

    assert _TYPES[type_name]


def test_every_question_is_in_it() -> None:
    shown = "\n".join(texts(FRAMEWORK))

    assert all(f"- {place.question.ask} [" in shown for place in FRAMEWORK.places)

"""A framework as a coach reads it before a call."""

import pytest
from builders import ACTIONS, FRAMEWORK, REFLECTION, STORY, USEFUL, framework_of

from coachcli.domain.framework.checks import EnoughNoted, WasVisited
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import (
    ChoiceQuestion,
    LineQuestion,
    NoteQuestion,
    ReviewQuestion,
    SayQuestion,
    ScaleQuestion,
    YesNoQuestion,
)
from coachcli.domain.framework.questions import Question as AnyQuestion
from coachcli.domain.value import changed
from coachcli.render.framework.outline import outline

SMALL = framework_of(STORY, USEFUL, REFLECTION)


def texts(framework: Framework, *, probes: bool = False) -> list[str]:
    return [f"{'  ' * depth}{text}" for depth, text in outline(framework, probes=probes)]


def told_of(*questions: AnyQuestion) -> list[str]:
    """What is said of each question, without the stage around them."""
    return [text.strip() for text in texts(framework_of(*questions))[3:]]


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
        "    - What will you do? [actions] → client",
        "  End",
        "    - How useful was this? [a number, 1 to 10, before the call ends] → client",
        "    - What do I take to supervision? [notes, after the call]",
    ]


def test_what_kind_of_conversation_it_is_is_said_where_it_is_not_the_usual_one() -> None:
    framework = changed(SMALL, kind="meeting", order="free", packs=("presence", "change"), language="de", minutes=30)

    assert texts(framework)[:4] == [
        "Small (small, 30 minutes, German)",
        "A meeting of an engagement.",
        "It begins with the map of its stages.",
        "More follow-up questions: presence, change",
    ]
    assert "no client present" in texts(changed(SMALL, kind="reflection"))[1]
    assert texts(SMALL)[1] == ""


def test_conditions_loops_and_hints_are_told_in_words() -> None:
    ways = LineQuestion(id="ways", type="line", ask="Which ways?", many=8, keep_as="option")
    fit = ScaleQuestion(id="fit", type="scale", ask="Does {item} fit?", low="no", high="yes", to=5)
    framework = Framework(
        id="a",
        title="A",
        checks=(WasVisited(visited="two", say="Two was left out."),),
        stages=(
            Stage(
                id="one",
                title="One",
                packs=("presence",),
                ask=(ways,),
                checks=(
                    EnoughNoted(at_least=3, of="option", say="And what\nelse?"),
                    WasVisited(visited="two", say="Go on.", at="entering"),
                ),
            ),
            Stage(
                id="two",
                title="Two",
                when="ways answered",
                steps=(Step(id="s", title="Best", for_each="ways", most=4, when="ways answered", ask=(fit,)),),
            ),
        ),
    )

    assert texts(framework)[2:] == [
        "One",
        "  More follow-up questions: presence",
        "  - Which ways? [ways: a line; kept as option]",
        "  Hint on leaving: And what else?",
        "  Hint on entering: Go on.",
        "",
        "Two",
        "  Only if ways answered",
        "  Best  (for each of ways, 4 at most)",
        "    Only if ways answered",
        "    - Does {item} fit? [a number, 1 (no) to 5 (yes)]",
        "",
        "Hint at the close: Two was left out.",
    ]


SURE = ScaleQuestion(id="sure", type="scale", ask="How sure?", required=True)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            NoteQuestion(id="a", type="note", ask="Why?", when="sure below 8"),
            "- Why? [notes; only if sure below 8]",
        ),
        (
            YesNoQuestion(id="a", type="yesno", ask="So?", share_with="sponsor"),
            "- So? [yes or no] → client and sponsor",
        ),
        (ReviewQuestion(id="a", type="review", ask="And?", of="goals"), "- And? [what came of the goals]"),
        (SayQuestion(id="a", type="say", ask="Hello.", share_with="client"), "- Hello. [to say]"),
        (LineQuestion(id="a", type="line", ask="One word?", keep_as="takeaway"), "→ client"),
    ],
)
def test_a_question_says_what_it_takes_and_who_will_see_it(question: AnyQuestion, line: str) -> None:
    first, second = told_of(SURE, question)

    assert second.endswith(line)
    assert "listed before the end" in first


def test_what_others_speak_of_goes_by_its_id() -> None:
    other = NoteQuestion(id="a", type="note", ask="You said {sure}. Why?")

    assert told_of(SURE, other)[0].startswith("- How sure? [sure: a number")
    assert told_of(SURE)[0].startswith("- How sure? [a number")


def test_choices_stand_below_their_question() -> None:
    question = ChoiceQuestion(id="a", type="choice", ask="Which?", choices=("Red", "Blue\nor so"))
    later = ChoiceQuestion(id="b", type="choice", ask="And?", choices_from="story")

    assert told_of(question, later) == ["- Which? [one of several]", "Red / Blue or so", "- And? [one of story]"]


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


def test_every_question_is_in_it() -> None:
    shown = "\n".join(texts(FRAMEWORK))

    assert all(f"- {place.question.ask} [" in shown for place in FRAMEWORK.places)

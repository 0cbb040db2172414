"""Follow-up questions: the question's own, then those of the packs that the framework names, or of one asked for."""

from collections.abc import Callable

import pytest
from app.scripted_call import Sitting, play
from app.scripted_call import Step as Typed
from builders import OPTIONS, STORY, TOPIC, framework_of, walked

from coachcli.domain.framework.model import Framework, Pack, Stage, Step
from coachcli.domain.framework.questions import LineQuestion
from coachcli.domain.session.moves import Jumped
from coachcli.domain.value import changed
from coachcli.errors import CoachError, NotFoundError, UnreadableError
from coachcli.live.source import Line

PACKS = {
    "delegation": Pack(id="delegation", title="Delegation", probes=("What would you keep?", "Who is ready for more?")),
    "trust": Pack(id="trust", title="Trust", probes=("Whom do you trust, {client}?",)),
}


def shelf(name: str) -> Pack:
    """Where packs are found by their names."""
    if name == "broken":
        raise UnreadableError("broken.yaml:1:1: there is nothing in it", "Mend the file.")
    if name not in PACKS:
        raise NotFoundError(f"There is no topic pack {name}.", "Did you mean delegation?")
    return PACKS[name]


def drawing(*packs: str, of_stage: tuple[str, ...] = ()) -> Framework:
    """A framework that names packs, and one stage that names some of its own."""
    first = Stage(id="first", title="First", packs=of_stage, ask=(STORY, TOPIC))
    second = Stage(id="second", title="Second", ask=(LineQuestion(id="last", type="line", ask="Last?"),))
    return Framework(id="drawing", title="Drawing", packs=packs, stages=(first, second))


def held(framework: Framework, *steps: Typed, at: str = "story", packs: Callable[[str], Pack] = shelf) -> Sitting:
    return play(framework, walked(Jumped(at), framework=framework), steps, packs=packs)


def shown(sitting: Sitting) -> list[str]:
    """The follow-ups at each prompt but the first."""
    return [view.probe for view in sitting.script.views[1:]]


def test_a_questions_own_come_first_and_then_those_of_the_framework() -> None:
    assert shown(held(drawing("delegation"), *["/probe"] * 5)) == [
        "And what else?",
        "Since when?",
        "What would you keep?  (Delegation)",
        "Who is ready for more?  (Delegation)",
        "And what else?",
    ]


def test_those_of_the_stage_come_before_those_of_the_framework_and_none_twice() -> None:
    framework = drawing("delegation", "trust", of_stage=("trust",))

    assert shown(held(framework, *["/probe"] * 3, at="topic")) == [
        "Whom do you trust, Jane?  (Trust)",
        "What would you keep?  (Delegation)",
        "Who is ready for more?  (Delegation)",
    ]


def test_those_of_a_stage_are_shown_in_that_stage_alone() -> None:
    framework = drawing(of_stage=("trust",))

    assert shown(held(framework, "/probe", at="topic")) == ["Whom do you trust, Jane?  (Trust)"]
    assert "There are no follow-up questions here" in held(framework, "/probe", at="last").remarks[-1]


def test_after_the_last_of_all_it_says_that_it_begins_again() -> None:
    sitting = held(drawing("trust"), *["/probe"] * 4)

    assert sitting.remarks == ["That was the last of them; from the top again."]
    assert shown(sitting)[-1] == "And what else?"


def test_a_pack_may_be_asked_for_by_its_name_anywhere() -> None:
    sitting = held(framework_of(TOPIC), "/probe delegation", "/probe delegation", "/probe delegation", at="topic")

    assert shown(sitting) == [
        "What would you keep?  (Delegation)",
        "Who is ready for more?  (Delegation)",
        "What would you keep?  (Delegation)",
    ]
    assert sitting.remarks == ["That was the last of them; from the top again."]


def test_a_pack_asked_for_goes_on_at_the_next_question() -> None:
    assert shown(held(drawing(), "/probe delegation", "/next", "/probe delegation")) == [
        "What would you keep?  (Delegation)",
        "",
        "Who is ready for more?  (Delegation)",
    ]


def test_it_can_be_asked_for_at_the_map() -> None:
    assert shown(held(drawing(), "/map", "/probe trust")) == ["", "Whom do you trust, Jane?  (Trust)"]


def test_a_name_that_no_pack_has_is_given_back_with_what_was_meant() -> None:
    sitting = held(drawing(), "/probe delegatoin")

    assert sitting.remarks == ["There is no topic pack delegatoin. Did you mean delegation?"]
    assert sitting.script.lines[-1] == Line.ending("/probe delegatoin")
    assert shown(sitting) == [""]


@pytest.mark.parametrize("missing", ["gone", "broken"])
def test_a_pack_that_vanished_or_broke_stops_nothing(missing: str) -> None:
    sitting = held(drawing(missing, "trust"), *["/probe"] * 3)

    assert shown(sitting)[-1] == "Whom do you trust, Jane?  (Trust)"
    assert sitting.remarks == []
    assert "There are no follow-up questions here" in held(drawing(missing), "/probe", at="topic").remarks[-1]


def test_a_pack_that_vanishes_while_the_call_is_held_stops_nothing() -> None:
    there = ["trust"]

    def vanishing(name: str) -> Pack:
        if not there:
            raise CoachError("It is gone.", "")
        there.pop()
        return shelf(name)

    sitting = held(drawing("trust"), *["/probe"] * 3, packs=vanishing)

    assert shown(sitting) == ["And what else?", "Since when?", "And what else?"]
    assert sitting.session.status == "paused"


def test_of_one_thing_after_another_each_has_them_from_the_top() -> None:
    fit = LineQuestion(id="fit", type="line", ask="{item}?", probes=("What else?", "What more?"))
    steps = (
        Step(id="listing", title="Listing", ask=(OPTIONS,)),
        Step(id="each", title="Each", for_each="options", ask=(fit,)),
    )
    framework = Framework(id="looped", title="Looped", stages=(Stage(id="only", title="Only", steps=steps),))
    sitting = held(framework, "stay", "leave", "", "/probe", "/probe", "well", "", "/probe", at="options")

    assert shown(sitting)[3:] == ["What else?", "What more?", "What more?", "", "What else?"]


def test_what_a_pack_asked_at_one_question_it_does_not_ask_again_at_the_next() -> None:
    sitting = held(drawing("delegation"), "/probe", "/probe", "/probe", "/next", "/probe", "/probe")

    assert shown(sitting)[2:] == [
        "What would you keep?  (Delegation)",
        "",
        "Who is ready for more?  (Delegation)",
        "What would you keep?  (Delegation)",
    ]
    assert sitting.remarks == ["That was the last of them; from the top again."]


def test_what_was_asked_for_by_name_does_not_come_again_by_itself() -> None:
    assert shown(held(drawing("delegation"), "/probe delegation", "/probe", at="topic"))[-1] == (
        "Who is ready for more?  (Delegation)"
    )


def test_the_same_words_come_once() -> None:
    again = changed(STORY, probes=("Since when?", "Whom do you trust, {client}?", "Since when?"))
    framework = changed(framework_of(again), packs=("trust",))

    assert shown(held(framework, *["/probe"] * 3)) == ["Since when?", "Whom do you trust, Jane?", "Since when?"]


def test_it_goes_on_where_it_was_when_the_question_is_come_back_to() -> None:
    assert shown(held(drawing(), "/probe", "/next", "/back", "/probe"))[-1] == "Since when?"


def packs_kept(*steps: Typed, at: str = "story") -> list[tuple[str, ...]]:
    return [turn.packs for turn in held(drawing("delegation"), *steps, at=at).session.turns]


def test_what_a_pack_was_asked_for_is_kept_with_the_question_and_once() -> None:
    assert packs_kept("/probe trust", "/probe trust", "/probe delegation") == [("trust", "delegation")]


def test_a_questions_own_follow_ups_are_of_no_pack() -> None:
    assert packs_kept("/probe", "/probe") == [()]
    assert packs_kept("/probe", "/probe", "/probe") == [("delegation",)]


def test_a_follow_up_of_a_pack_takes_nothing_back_that_was_written_before() -> None:
    sitting = held(drawing("delegation"), "She is late", "/probe trust", "/undo")

    assert [turn.notes for turn in sitting.session.turns] == [()]

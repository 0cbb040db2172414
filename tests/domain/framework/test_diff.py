"""What changed in a framework: nothing where nothing did, and every single thing that did."""

import pytest
from builders import FRAMEWORK, IMPORTANCE, MOOD, OPTIONS, STILL, STORY, TOPIC, framework_of
from domain.strategies import OFTEN, frameworks
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.checks import EnoughNoted
from coachcli.domain.framework.diff import Change, differences
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion, Question, ScaleQuestion, YesNoQuestion
from coachcli.domain.value import changed

SMALL = framework_of(STORY, TOPIC, STILL)
STAGE = SMALL.stages[0]


def told(old: Framework, new: Framework) -> list[str]:
    return [change.text for change in differences(old, new)]


def the_only(old: Framework, new: Framework) -> Change:
    (change,) = differences(old, new)
    return change


def note(question_id: str, ask: str) -> NoteQuestion:
    return NoteQuestion(id=question_id, type="note", ask=ask)


def with_stage(**changes: object) -> Framework:
    return changed(SMALL, stages=(changed(STAGE, **changes),))


def with_question(question: Question, **changes: object) -> tuple[Framework, Framework]:
    return framework_of(question), framework_of(changed(question, **changes))


@OFTEN
@given(frameworks())
def test_nothing_changed_where_nothing_did(framework: Framework) -> None:
    assert differences(framework, changed(framework)) == []


@OFTEN
@given(frameworks(), frameworks())
def test_something_changed_where_anything_did(old: Framework, new: Framework) -> None:
    assert bool(differences(old, new)) == (old != new)


@OFTEN
@given(frameworks(), st.data())
def test_every_single_setting_is_told_where_it_stands(framework: Framework, data: st.DataObject) -> None:
    stage = data.draw(st.sampled_from(framework.stages))
    name, value = data.draw(st.sampled_from([("aim", "New words"), ("minutes", 77), ("when", "a is yes")]))
    stages = tuple(changed(one, **{name: value}) if one == stage else one for one in framework.stages)
    change = the_only(framework, changed(framework, stages=stages))

    assert (change.part, change.after) == (stage.id, str(value))


@OFTEN
@given(frameworks(), st.data())
def test_a_question_that_went_is_told_and_one_that_came_back(framework: Framework, data: st.DataObject) -> None:
    stage = data.draw(st.sampled_from(framework.stages))
    part: Stage | Step = stage if stage.steps is None else data.draw(st.sampled_from(stage.steps))
    added = note("quite_new", "Zebra?")
    more = changed(part, ask=(*(part.ask or ()), added))
    whole = (
        more
        if isinstance(more, Stage)
        else changed(stage, steps=tuple(more if step == part else step for step in stage.steps or ()))
    )
    grown = changed(framework, stages=tuple(whole if one == stage else one for one in framework.stages))

    came, went = the_only(framework, grown), the_only(grown, framework)
    assert (came.what, came.part, came.after) == ("new", "quite_new", "Zebra?")
    assert (went.what, went.part, went.before) == ("gone", "quite_new", "Zebra?")


@pytest.mark.parametrize(
    ("changes", "text", "before", "after"),
    [
        ({"minutes": 20}, "The framework, minutes (new)", "", "20"),
        ({"title": "Tiny"}, "The framework, title", "Small", "Tiny"),
        ({"order": "free"}, "The framework, order", "fixed", "free"),
        ({"about": "For a short call."}, "The framework, about (new)", "", "For a short call."),
        ({"packs": ("delegation",)}, "The framework, topic pack (new)", "", "delegation"),
        ({"share_with": "client"}, "The framework, who may see it (new)", "", "client"),
        ({"renamed": {"tale": "story"}}, "The framework, renamed (new)", "", "tale is story now"),
        (
            {"checks": (EnoughNoted(at_least=3, of="option", say="Too few."),)},
            "The framework, hint (new)",
            "",
            "Too few. (at_least 3, of option)",
        ),
    ],
)
def test_the_whole(changes: dict[str, object], text: str, before: str, after: str) -> None:
    change = the_only(SMALL, changed(SMALL, **changes))

    assert (change.what in {"changed", "reworded"}, change.part) == (True, "")
    assert (change.text, change.before, change.after) == (text, before, after)


@pytest.mark.parametrize(
    ("question", "changes", "text", "before", "after"),
    [
        (IMPORTANCE, {"low": "none"}, "“How much does {topic} matter?”, low", "little", "none"),
        (IMPORTANCE, {"to": 7}, "“How much does {topic} matter?”, to", "10", "7"),
        (TOPIC, {"when": "still is yes"}, "“What shall we work on?”, asked only if (new)", "", "still is yes"),
        (TOPIC, {"keep_as": "option"}, "“What shall we work on?”, kept as", "topic", "option"),
        (TOPIC, {"share_with": None}, "“What shall we work on?”, who may see it (gone)", "client", ""),
        (STORY, {"phase": "after_call"}, "“What is going on?”, asked in", "call", "after_call"),
        (STORY, {"required": True}, "“What is going on?”, listed before the end", "no", "yes"),
        (STORY, {"probes": STORY.probes[:1]}, "“What is going on?”, follow-up question (gone)", "Since when?", ""),
        (STORY, {"probes": STORY.probes[::-1]}, "“What is going on?”, follow-up question",
         "And what else?, Since when?", "Since when?, And what else?"),
        (MOOD, {"choices": (*(MOOD.choices or ()), "Glad")}, "“How do you feel?”, choice (new)", "", "Glad"),
        (OPTIONS, {"many": 3}, "“What could you do?”, many", "5", "3"),
    ],
)  # fmt: skip
def test_a_question(question: Question, changes: dict[str, object], text: str, before: str, after: str) -> None:
    change = the_only(*with_question(question, **changes))

    assert (change.part, change.text, change.before, change.after) == (question.id, text, before, after)


def test_other_words_are_told_with_the_old_ones() -> None:
    change = the_only(*with_question(STORY, ask="What is\nnew?"))

    assert change == Change("reworded", "story", "Reworded in Only", "What is going on?", "What is new?")


def test_stages_steps_and_questions_come_and_go() -> None:
    step = Step(id="deep", title="Deep", ask=(note("deeper", "And deeper?"),))
    more = changed(SMALL, stages=(STAGE, Stage(id="values", title="Values", steps=(step,))))

    assert told(SMALL, more) == ["New stage", "New step in Values", "New question in Values, Deep"]
    assert told(more, SMALL) == ["Stage gone", "Step gone from Values", "Question gone from Values, Deep"]


def test_another_order_is_told_once() -> None:
    change = the_only(SMALL, with_stage(ask=(STILL, STORY, TOPIC)))

    assert change == Change("moved", "still", "Moved within Only: “Is this still the goal, {client}?”", after="first")


def test_a_stage_that_moves_takes_its_questions_along_without_a_word() -> None:
    first, middle, last = FRAMEWORK.stages
    change = the_only(FRAMEWORK, changed(FRAMEWORK, stages=(middle, last, first)))

    assert change == Change("moved", "opening", "Moved: Opening", after="after Will")


def test_a_question_that_moves_elsewhere_is_neither_new_nor_gone() -> None:
    first, middle, last = FRAMEWORK.stages
    moved = (
        changed(first, ask=(STORY, TOPIC)),
        middle,
        changed(last, ask=(OPTIONS, *(last.ask or ()))),
    )
    change = the_only(FRAMEWORK, changed(FRAMEWORK, stages=moved))

    assert change == Change("moved", "options", "Moved: “What could you do?”", "Opening", "Will, first")


def test_a_stage_with_another_title_and_so_another_id_is_still_the_same() -> None:
    renamed = with_stage(id="beginning", title="Beginning")

    assert told(SMALL, renamed) == ["Beginning, id", "Beginning, title"]


def test_a_question_that_lost_its_id_with_its_words_is_told_how_to_keep_its_history() -> None:
    old, new = (
        framework_of(note("what_brings_you", "What brings you?")),
        framework_of(note("what_brings_you_here", "What brings you here?")),
    )
    lost, reworded = differences(old, new)

    assert (lost.before, lost.after) == ("what_brings_you", "what_brings_you_here")
    assert lost.hint.endswith("renamed: {what_brings_you: what_brings_you_here}")
    assert reworded.text == "Reworded in Only"


def test_what_is_renamed_keeps_its_history_whatever_its_words() -> None:
    old = framework_of(note("a", "What brings you?"))
    new = changed(framework_of(note("b", "Zebra?")), renamed={"a": "b"})

    assert told(old, new) == ["The framework, renamed (new)", "“Zebra?”, id", "Reworded in Only"]
    assert not any(change.hint for change in differences(old, new))


@pytest.mark.parametrize("other", ["line", "note"])
def test_any_answer_can_be_read_as_text(other: str) -> None:
    scale = ScaleQuestion(id="sure", type="scale", ask="How sure?")
    texts: dict[str, Question] = {
        "line": LineQuestion(id="sure", type="line", ask="How sure?"),
        "note": note("sure", "How sure?"),
    }
    change = the_only(framework_of(scale), framework_of(texts[other]))

    assert (change.text, change.before, change.after, change.hint) == ("“How sure?”, type", "scale", other, "")


def test_an_answer_of_another_kind_cannot_be_compared_with_earlier_ones() -> None:
    scale = ScaleQuestion(id="sure", type="scale", ask="How sure?", to=5, low="not")
    change = the_only(framework_of(scale), framework_of(YesNoQuestion(id="sure", type="yesno", ask="How sure?")))

    assert change.hint == "earlier answers are of another kind; give it another id"


def test_words_in_two_languages_are_not_compared() -> None:
    german = NoteQuestion(id="story", type="note", ask="Was ist los?", probes=("Seit wann?",), when='mood is "Ruhig"')
    old, new = framework_of(changed(STORY, when='mood is "Calm"')), framework_of(german)
    new = changed(new, language="de", title="Klein")

    assert told(old, new) == ["The framework, language"]


def test_a_long_question_is_cut_where_it_is_only_named() -> None:
    ask = "What would " + "very " * 20 + "much help?"
    change = the_only(*with_question(note("long", ask), cue="Wait."))

    assert change.text.endswith("very …”, cue (new)")
    assert len(change.text) < 90

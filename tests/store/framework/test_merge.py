"""A framework of a coach's own that extends another: what it comes to, and what is told of how it does so."""

from dataclasses import dataclass
from textwrap import dedent

import pytest
from domain.strategies import frameworks
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from store.extending import PARENT, Around, extending, read, resolved, shape

from coachcli.domain.framework.fields import source_of
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import ChoiceQuestion, LineQuestion, NoteQuestion, ScaleQuestion
from coachcli.domain.framework.scope import Spots
from coachcli.domain.value import changed
from coachcli.store.framework.check import check

WHOLE = ["start: topic goal sure why", "work: look(seen mood) find(ideas)", "close: actions"]


class TestWhatIsInherited:
    def test_all_of_it_but_the_name(self) -> None:
        framework = resolved("")

        assert shape(framework) == WHOLE
        assert (framework.id, framework.title) == ("mine", "Mine")
        assert (framework.minutes, framework.about, framework.renamed) == (30, "For whom.", {"aim": "goal"})

    def test_what_is_written_replaces_it(self) -> None:
        framework = resolved("title: My way\nminutes: 60\nversion: 3\norder: free\n")

        assert (framework.title, framework.minutes, framework.version, framework.order) == ("My way", 60, 3, "free")
        assert framework.about == "For whom."

    def test_a_setting_with_nothing_behind_it_takes_the_inherited_one_away(self) -> None:
        framework = resolved("about:\nstages:\n- id: start\n  cue:\n  ask:\n  - {id: why, when: }\n")

        assert framework.about is None
        assert framework.stages[0].cue is None
        assert framework.by_id["why"].question.when is None
        assert framework.by_id["why"].question.ask == "What is missing?"

    def test_nothing_of_how_it_was_made_is_left_in_it(self) -> None:
        text = "remove: [why]\nstages:\n- id: start\n  after: work\n  ask:\n  - {id: sure, before: topic}\n"
        canonical = str(source_of(resolved(text)))

        assert not [word for word in ("extends", "remove", "before", "after") if f"'{word}'" in canonical]


class TestPatches:
    def test_a_question_keeps_what_it_is_not_told_otherwise(self) -> None:
        text = "stages:\n- id: start\n  minutes: 8\n  ask:\n  - {id: sure, ask: How alive is it?, high: very}\n"
        framework = resolved(text)

        question = framework.by_id["sure"].question
        assert isinstance(question, ScaleQuestion)
        assert (question.ask, question.low, question.high, question.cue) == (
            "How alive is it?", "not at all", "very", "Wait.",
        )  # fmt: skip
        assert (framework.stages[0].minutes, framework.stages[0].cue) == (8, "Slowly.")
        assert shape(framework) == WHOLE

    def test_lists_are_replaced_whole(self) -> None:
        framework = resolved("stages:\n- id: start\n  ask:\n  - {id: goal, probes: [Really?]}\n")

        assert framework.by_id["goal"].question.probes == ("Really?",)

    def test_another_type_keeps_only_what_every_question_has(self) -> None:
        framework = resolved("stages:\n- id: start\n  ask:\n  - {id: sure, type: line}\nremove: [why]\n")

        question = framework.by_id["sure"].question
        assert isinstance(question, LineQuestion)
        assert (question.ask, question.cue) == ("How sure are you?", "Wait.")

    def test_choices_give_way_to_what_they_are_taken_from(self) -> None:
        text = """\
            stages:
            - id: work
              steps:
              - id: find
                ask:
                - {id: mood, choices_from: ideas, after: ideas}
        """
        question = resolved(text).by_id["mood"].question

        assert isinstance(question, ChoiceQuestion)
        assert (question.choices, question.choices_from) == (None, "ideas")

    def test_a_stage_is_known_by_its_title_too(self) -> None:
        framework = resolved("stages:\n- {title: Work, minutes: 5}\n")

        assert shape(framework) == WHOLE
        assert framework.stages[1].minutes == 5

    def test_a_question_without_an_id_is_a_new_one_even_in_the_same_words(self) -> None:
        framework = resolved("stages:\n- id: close\n  ask: [What will you do?, '{client}, what else?']\n")

        assert shape(framework)[2] == "close: actions what_will_you_do client_what_else"


class TestPlaces:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("- {id: new, ask: New?}", "topic goal sure why new"),
            ("- New?", "topic goal sure why new"),
            ("- {id: new, ask: New?, before: topic}", "new topic goal sure why"),
            ("- {id: new, ask: New?, after: topic}", "topic new goal sure why"),
            ("- {id: a, ask: A?, after: topic}\n  - {id: b, ask: B?, after: topic}", "topic a b goal sure why"),
            ("- {id: a, ask: A?, before: goal}\n  - {id: b, ask: B?, before: goal}", "topic a b goal sure why"),
            ("- {id: a, ask: A?, after: b}\n  - {id: b, ask: B?, before: goal}", "topic b a goal sure why"),
            ("- {id: goal, before: topic}", "goal topic sure why"),
            ("- {id: topic, after: why}", "goal sure why topic"),
            (
                "- {id: b, ask: B?, after: what}\n  - {ask: What?, before: topic, id: what}",
                "what b topic goal sure why",
            ),
        ],
    )
    def test_a_question_goes_where_it_says_or_to_the_end(self, written: str, expected: str) -> None:
        assert shape(resolved(f"stages:\n- id: start\n  ask:\n  {written}\n"))[0] == f"start: {expected}"

    def test_stages_and_steps_do_too(self) -> None:
        text = """\
            stages:
            - {id: close, before: work}
            - {title: Values, after: start, ask: [Which?]}
            - id: work
              steps:
              - {id: find, before: look}
              - {title: Pause, before: look, ask: [Breathe?]}
        """

        assert shape(resolved(text)) == [
            "start: topic goal sure why",
            "values: which",
            "close: actions",
            "work: find(ideas) pause(breathe) look(seen mood)",
        ]

    def test_a_question_written_in_another_stage_moves_there(self) -> None:
        text = "stages:\n- id: close\n  ask:\n  - {id: seen, ask: What did you see?, before: actions}\n"

        assert shape(resolved(text)) == [
            "start: topic goal sure why",
            "work: look(mood) find(ideas)",
            "close: seen actions",
        ]

    def test_a_step_moves_with_its_questions(self) -> None:
        text = "stages:\n- {title: More, steps: [{id: look, ask: [{id: seen, cue: Hm.}, And?]}]}\n"

        assert shape(resolved(text)) == [
            "start: topic goal sure why",
            "work: find(ideas)",
            "close: actions",
            "more: look(seen mood and)",
        ]


class TestRemoving:
    @pytest.mark.parametrize(
        ("removed", "expected"),
        [
            ("why", ["start: topic goal sure", *WHOLE[1:]]),
            ("start.why", ["start: topic goal sure", *WHOLE[1:]]),
            ("look", [WHOLE[0], "work: find(ideas)", WHOLE[2]]),
            ("work.look", [WHOLE[0], "work: find(ideas)", WHOLE[2]]),
            ("work.mood", [WHOLE[0], "work: look(seen) find(ideas)", WHOLE[2]]),
            ("look.mood", [WHOLE[0], "work: look(seen) find(ideas)", WHOLE[2]]),
            ("work", [WHOLE[0], WHOLE[2]]),
            ("stages.work", [WHOLE[0], WHOLE[2]]),
        ],
    )
    def test_what_is_named_goes(self, removed: str, expected: list[str]) -> None:
        assert shape(resolved(f"remove: [{removed}]\n")) == expected

    def test_what_is_removed_can_be_asked_anew(self) -> None:
        framework = resolved("remove: [sure, why]\nstages:\n- id: start\n  ask:\n  - {id: sure, ask: Sure?}\n")

        assert shape(framework)[0] == "start: topic goal sure"
        assert framework.by_id["sure"].question == NoteQuestion(id="sure", type="note", ask="Sure?")

    def test_a_question_can_be_saved_from_a_stage_that_goes(self) -> None:
        framework = resolved("remove: [work]\nstages:\n- id: close\n  ask:\n  - {id: ideas, before: actions}\n")

        assert shape(framework) == [WHOLE[0], "close: ideas actions"]

    def test_a_stage_of_questions_becomes_one_of_steps(self) -> None:
        framework = resolved("remove: [actions]\nstages:\n- id: close\n  steps: [{title: Last, ask: [Done?]}]\n")

        assert shape(framework)[2] == "close: last(done)"

    def test_what_was_renamed_to_something_that_goes_is_forgotten(self) -> None:
        assert resolved("remove: [goal]\n").renamed == {}
        assert resolved("remove: [goal]\nrenamed: {goal: topic}\n").renamed == {"goal": "topic"}
        assert resolved("renamed: {subject: topic}\n").renamed == {"aim": "goal", "subject": "topic"}


@dataclass(frozen=True)
class Slip:
    """What a file says below `extends: parent`, and what is told of it: `marked` is what the carets stand under."""

    text: str
    code: str
    line: int
    marked: str
    said: str
    hint: str


SLIPS = {
    "removing what is not there": Slip(
        "remove: [sure, wy, why]", "E325", 2, "wy", "there is nothing called 'wy' in parent to remove",
        "did you mean 'why'?",
    ),
    "removing what nobody knows": Slip(
        "remove: [xyz]", "E325", 2, "xyz", "there is nothing called 'xyz' in parent to remove",
        "coach framework show parent shows what there is",
    ),
    "removing from the wrong stage": Slip(
        "remove: [close.topic]", "E325", 2, "close.topic", "there is nothing called 'close.topic' in parent to remove",
        "coach framework show parent shows what there is",
    ),
    "removing one thing without a list": Slip(
        "remove: why", "E207", 2, "why", "remove should be a list ('- ' items), but it is 'why'", "",
    ),
    "removing settings": Slip(
        "remove: [{id: why}]", "E207", 2, "{id: why", "remove names one id an item", "for example  - reality.now",
    ),
    "before what is not there": Slip(
        "stages:\n- {title: A, before: wrok, ask: [B?]}", "E325", 3, "wrok",
        "there is no stage 'wrok' here to stand before", "did you mean 'work'?",
    ),
    "after what stands elsewhere": Slip(
        "stages:\n- id: close\n  ask:\n  - {id: a, ask: B?, after: topic}", "E325", 5, "topic",
        "there is no question 'topic' here to stand after", "'topic' stands in 'start'; write this question there",
    ),
    "before what nobody knows": Slip(
        "stages:\n- id: start\n  ask:\n  - {ask: A?, before: xyz}", "E325", 5, "xyz",
        "there is no question 'xyz' here to stand before", "there are: topic, goal, sure, why, a",
    ),
    "before and after": Slip(
        "stages:\n- {id: close, before: work, after: start}", "E326", 3, "after",
        "a part stands before another or after one, not both", "leave one of the two out",
    ),
    "before two": Slip(
        "stages:\n- {id: close, before: [work]}", "E207", 3, "[work", "before takes one id", "write  before: now",
    ),
    "after itself": Slip(
        "stages:\n- {id: close, after: close}", "E327", 3, "close",
        "'close' cannot stand after 'close', which waits for it in turn", "let one of them stay where it is",
    ),
    "changing what is not there": Slip(
        "stages:\n- id: start\n  ask:\n  - {id: shure, low: no}", "E325", 5, "shure",
        "there is no question 'shure' in parent to change", "did you mean 'sure'?",
    ),
    "changing a stage that is not there": Slip(
        "stages:\n- {id: xyz, minutes: 3}", "E325", 3, "xyz", "there is no stage 'xyz' in parent to change",
        "one of your own has an  ask:",
    ),
    "questions for a stage of steps": Slip(
        "stages:\n- id: work\n  ask: [And?]", "E328", 4, "ask", "this stage has steps in parent",
        "write  steps:  and ask in one of these: look, find",
    ),
    "steps for a stage of questions": Slip(
        "stages:\n- id: close\n  steps: [{title: A, ask: [B?]}]", "E328", 4, "steps",
        "this stage has no steps in parent", "to divide it, first remove: actions",
    ),
    "a stage of which nothing is left": Slip(
        "remove: [actions]", "E202", 1, "parent", "nothing is left to ask in 'close'",
        "remove it as well, or ask something of your own there",
    ),
    "nothing left at all": Slip(
        "remove: [start, work, close]", "E202", 1, "parent", "nothing is left to ask in parent",
        "remove it as well, or ask something of your own there",
    ),
    "a wrong setting in a patch": Slip(
        "stages:\n- id: start\n  ask:\n  - {id: sure, to: ten}", "E205", 5, "ten",
        "to must be a whole number, not 'ten'",
        "",
    ),
    "a setting of another type in a patch": Slip(
        "stages:\n- id: start\n  ask:\n  - {id: sure, lwo: none}", "E201", 5, "lwo", "'lwo' is not a setting here",
        "did you mean 'low'?",
    ),
    "a condition on what was removed": Slip(
        "remove: [sure]", "E311", 1, "parent", "in 'why' of parent: no earlier question has the id 'sure'",
        "change 'why' here as well, or remove it",
    ),
    "two patches of one question": Slip(
        "stages:\n- id: start\n  ask:\n  - {id: sure, low: a}\n  - {id: sure, low: b}", "E301", 6, "sure",
        "two questions have the id 'sure'", "ids must differ across the whole framework",
    ),
    "an unknown pack": Slip(
        "packs: [travel, travle]", "E331", 2, "travle", "there is no topic pack 'travle'", "did you mean 'travel'?",
    ),
    "a pack nobody knows": Slip(
        "stages:\n- {id: close, packs: [xyz]}", "E331", 3, "xyz", "there is no topic pack 'xyz'", "there are: travel",
    ),
    "renamed to nothing": Slip(
        "renamed: {old: shure}", "E341", 2, "shure", "no question has the id 'shure'", "did you mean 'sure'?",
    ),
    "renamed and still there": Slip(
        "renamed: {topic: goal}", "E341", 2, "goal", "'topic' was not renamed: there still is a question with that id",
        "leave this line out",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_with_its_place_and_what_to_do(name: str) -> None:
    slip = SLIPS[name]

    checked = extending(f"{slip.text}\n")

    assert checked.framework is None
    (problem,) = checked.errors
    assert (problem.code, problem.line, problem.text, problem.hint) == (slip.code, slip.line, slip.said, slip.hint)
    line = checked.lines[problem.line - 1]
    assert line[problem.column - 1 : problem.column - 1 + problem.width] == slip.marked


@pytest.mark.parametrize(
    ("removed", "said", "hint", "instead"),
    [
        ("goal", "a stage and a question", "write stages.goal for the stage, goal.goal for the question", "goal.goal"),
        ("tell", "a step and a question", "write steps.tell for the step, tell.tell for the question", "steps.tell"),
    ],
)
def test_a_name_that_means_two_things_is_told_with_how_to_say_which(
    removed: str, said: str, hint: str, instead: str
) -> None:
    parent = read("""\
        stages:
        - {id: goal, title: Goal, ask: [{id: goal, ask: What?}, And?]}
        - title: Story
          steps:
          - {title: Tell, ask: [{id: tell, ask: What?}, {id: a, ask: A?}]}
          - {title: Last, ask: [B?]}
    """)
    checked = extending(f"remove: [{removed}]\n", parent)

    (problem,) = checked.errors
    assert (problem.code, problem.line, problem.column, problem.width) == ("E325", 2, 10, 4)
    assert (problem.text, problem.hint) == (f"'{removed}' is {said} in parent", hint)
    assert len(resolved(f"remove: [{instead}]\n", parent).places) < len(parent.places)


def test_all_slips_are_told_at_once() -> None:
    text = """\
        remove: [nothing]
        stages:
        - id: start
          ask:
          - {id: sure, to: ten, before: nowhere}
          - {id: shure, low: no}
        - {id: a, title: A, ask: [A?], after: b}
        - {id: b, title: B, ask: [B?], after: a}
    """

    assert [(problem.line, problem.code) for problem in extending(text).errors] == [
        (2, "E325"),
        (6, "E205"),
        (6, "E325"),
        (7, "E325"),
        (8, "E327"),
        (9, "E327"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "marked", "said"),
    [
        ("remove: [a]\nstages: [{title: A, ask: [B?]}]", 1, "remove", "remove"),
        ("stages:\n- title: A\n  after: b\n  ask: [B?]", 3, "after", "after"),
        ("stages:\n- title: A\n  steps:\n  - {title: S, before: b, ask: [B?]}", 4, "before", "before"),
        ("stages:\n- title: A\n  ask:\n  - {ask: B?, before: b}", 4, "before", "before"),
    ],
)
def test_what_only_a_file_that_extends_another_says_is_told_apart(text: str, line: int, marked: str, said: str) -> None:
    (problem,) = check(text.encode(), "mine").errors

    assert (problem.code, problem.line, problem.width) == ("E210", line, len(marked))
    assert problem.text == f"'{said}' is only for a framework that extends another"
    assert problem.hint == "add  extends: grow  (or another), or leave this out"


@pytest.mark.parametrize(
    ("written", "code", "said"),
    [
        ("extends: parnet", "E321", "there is no framework 'parnet'"),
        ("extends: [parent]", "E207", "extends takes the id of one framework"),
        ("extends: {id: parent}", "E207", "extends takes the id of one framework"),
    ],
)
def test_a_parent_that_cannot_be_had_is_told_at_its_name_and_nothing_else(written: str, code: str, said: str) -> None:
    text = f"title: Mine\n{written}\nstages:\n- {{id: start, minutes: 3}}\n"

    (problem,) = check(text.encode(), "mine", references=Around()).problems

    assert (problem.code, problem.line, problem.column, problem.text) == (code, 2, 10, said)


def test_an_empty_extends_extends_nothing() -> None:
    assert check(b"extends:\nstages: [{title: A, ask: [B?]}]\n", "mine").framework == read(
        "stages: [{title: A, ask: [B?]}]"
    )


def test_a_text_that_stands_alone_says_that_nothing_can_be_looked_up() -> None:
    (problem,) = check(b"extends: grow\n", "mine").problems

    assert (problem.text, problem.hint) == (
        "'grow' cannot be looked up from here",
        "put the file into the frameworks folder of your practice",
    )


# What holds for whatever framework is built upon.


def named(framework: Framework) -> dict[str, object]:
    """A framework without what is never inherited."""
    return {name: value for name, value in source_of(framework).items() if name not in {"id", "title"}}


def written(framework: Framework) -> list[str]:
    """The ids of its questions, but for those that ask which things a step is to look at."""
    return [part.question.id for part in Spots(framework).all]


@settings(max_examples=40, deadline=None)
@given(frameworks())
def test_a_file_that_changes_nothing_comes_to_the_same(parent: Framework) -> None:
    assert named(resolved("", parent)) == named(parent)


@settings(max_examples=40, deadline=None)
@given(frameworks())
def test_a_file_that_names_every_part_and_changes_nothing_comes_to_the_same(parent: Framework) -> None:
    lines = ["stages:"]
    for stage in parent.stages:
        lines.append(f"- id: {stage.id}")
        lines += ["  ask:", *(f"  - id: {question.id}" for question in stage.ask)] if stage.ask else ["  steps:"]
        for step in stage.steps or ():
            lines += [f"  - id: {step.id}", "    ask:", *(f"    - id: {question.id}" for question in step.ask)]

    assert named(resolved("\n".join(lines), parent)) == named(parent)


@settings(max_examples=40, deadline=None)
@given(frameworks(), st.data())
def test_what_is_removed_is_gone_and_all_else_is_there_in_its_order(parent: Framework, data: st.DataObject) -> None:
    goes = data.draw(st.sets(st.sampled_from(written(parent)), max_size=3))
    checked = extending(f"remove: [{', '.join(sorted(goes))}]\n", parent)
    # A question that quotes one that is gone, or a stage that is left empty, is told of.
    assume(checked.framework is not None)

    assert checked.framework is not None
    assert written(checked.framework) == [name for name in written(parent) if name not in goes]


@settings(max_examples=40, deadline=None)
@given(frameworks(), st.data())
def test_a_patch_changes_what_it_says_and_nothing_else(parent: Framework, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([place for place in parent.places if place.question.id in written(parent)]))
    inner = f"ask: [{{id: {place.question.id}, cue: Mind this.}}]"
    inner = f"steps: [{{id: {place.step.id}, {inner}}}]" if place.step else inner

    found = resolved(f"stages: [{{id: {place.stage.id}, {inner}}}]\n", parent)

    assert [q.question.id for q in found.places] == [q.question.id for q in parent.places]
    for before, after in zip(parent.places, found.places, strict=True):
        is_patched = before.question is place.question
        assert after.question == (changed(before.question, cue="Mind this.") if is_patched else before.question)


@settings(max_examples=40, deadline=None)
@given(frameworks())
def test_what_it_comes_to_survives_its_canonical_form(parent: Framework) -> None:
    from coachcli.store.framework.snapshots import text_of

    framework = resolved("stages:\n- {title: Zz end, ask: [The last?]}\n", parent)

    assert check(text_of(framework), "mine").framework == framework
    assert "The last?" in dedent(text_of(framework).decode())


def test_a_list_of_nothing_beside_inherited_questions_is_as_if_it_were_not_there() -> None:
    assert shape(resolved("stages:\n- {id: close, steps: }\n- {id: work, ask: }\n")) == WHOLE


DERIVED = b"""\
extends: parent
remove: [why, look.mood]
stages:
- id: start
  ask:
  - {id: sure, type: scale, before: topic}
  - {id: new, ask: New?, after: goal}
- title: More
  before: work
  steps: [{id: find, ask: [And?]}]
"""
PIECES = [
    b"\n",
    b" ",
    b"- ",
    b": ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"id: ",
    b"ask:",
    b"steps:",
    b"before: x\n",
    b"\xff",
    b"why",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(DERIVED)), st.integers(0, 9), st.sampled_from(PIECES)), max_size=4))
def test_whatever_becomes_of_a_file_it_is_a_framework_or_told_in_its_own_lines(
    changes: list[tuple[int, int, bytes]],
) -> None:
    data = DERIVED
    for at, length, piece in changes:
        data = data[:at] + piece + data[at + length :]

    checked = check(data, "mine", references=Around(parent=read(PARENT, "parent")))

    assert (checked.framework is None) == bool(checked.errors)
    assert all(1 <= problem.line <= len(checked.lines) and problem.column >= 1 for problem in checked.problems)

"""The first version of a framework made from another; that it works: tests/app/framework/test_starter.py."""

from builders import FRAMEWORK, STORY, framework_of

from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion
from coachcli.domain.value import changed
from coachcli.render.framework.derived_starter import derived_starter

FIRST = NoteQuestion(id="first", type="note", ask="What: is #1?")
SECOND = NoteQuestion(id="second", type="note", ask="And then?")


def test_the_whole_of_it() -> None:
    parent = changed(framework_of(FIRST, SECOND), id="grow", minutes=40)

    assert derived_starter("mine", "Mine: all", parent, "meeting") == (
        "# yaml-language-server: $schema=./coach-framework-derived.schema.json\n"
        "# $schema: ./coach-framework-derived.schema.json\n"
        "#\n"
        "# Mine: all: as grow is, but for what is written here. When grow changes, so does this one.\n"
        '# It works as it stands. Take the "# " away from a line to use it; what belongs together stands together.\n'
        "#   coach framework show mine      how it reads now\n"
        "#   coach framework check mine     whether all is well\n"
        "id: mine\n"
        'title: "Mine: all"\n'
        "extends: grow\n"
        "version: 1\n"
        "kind: meeting\n"
        "\n"
        "## How long you book it for.\n"
        "# minutes: 40\n"
        "\n"
        "## The questions there are, each by its id:\n"
        "##   only: first, second\n"
        "\n"
        "## Leave out a question, a step or a stage.\n"
        "# remove: [second]\n"
        "\n"
        "# stages:\n"
        "#   - id: only\n"
        "#     ask:\n"
        "## In your own words. It keeps its id, so earlier answers still belong to it;\n"
        "## what you do not write, such as its probes, stays as it is.\n"
        "#       - id: first\n"
        '#         ask: "What: is #1?"\n'
        "## A question of your own. Without before: or after: it comes last.\n"
        "#       - id: my_question\n"
        "#         ask: What else should I know?\n"
        "#         after: first\n"
        "## A stage of your own, after one that is there.\n"
        "#   - id: my_stage\n"
        "#     title: My stage\n"
        "#     after: only\n"
        "#     minutes: 5\n"
        "#     ask:\n"
        "#       - What would somebody who knows you well say to this?\n"
    )


def test_what_others_speak_of_or_what_would_leave_nothing_is_not_left_out() -> None:
    quoting = changed(SECOND, ask="You said {first}. And?", keep_as="topic")
    lonely = framework_of(STORY)

    assert "remove:" not in derived_starter("mine", "Mine", framework_of(FIRST, quoting))
    assert "remove:" not in derived_starter("mine", "Mine", lonely)


def test_names_that_are_taken_are_not_taken_again() -> None:
    taken = NoteQuestion(id="my_question", type="note", ask="Mine?")
    parent = Framework(id="a", title="A", stages=(Stage(id="my_stage", title="S", ask=(FIRST, taken)),))
    text = derived_starter("mine", "Mine", parent)

    assert "- id: my_question_2\n" in text
    assert "- id: my_stage_2\n" in text


def test_a_question_in_a_step_is_changed_there() -> None:
    step = Step(id="how", title="How", ask=(FIRST, SECOND))
    text = derived_starter(
        "mine", "Mine", Framework(id="a", title="A", stages=(Stage(id="s", title="S", steps=(step,)),))
    )

    assert "#     steps:\n#       - id: how\n#         ask:\n" in text


def test_many_questions_stand_on_lines_of_their_own() -> None:
    many = [LineQuestion(id=f"quite_a_long_name_{n}", type="line", ask="What?") for n in range(12)]
    text = derived_starter("mine", "Mine", framework_of(*many))

    assert all(question.id in text for question in many)
    assert max(map(len, text.split("\n"))) <= 120


def test_nothing_of_the_parent_acts_on_an_editor() -> None:
    sly = NoteQuestion(id="sly", type="note", ask="One\u2028title: Two\u202e")
    text = derived_starter("mine", "Mine\u2028extends: x", framework_of(sly, SECOND))

    assert not set(text) & {"\u2028", "\u202e"}
    assert derived_starter("mine", "Mine", FRAMEWORK)

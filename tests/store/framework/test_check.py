"""What a coach is told of a slip in a framework: which line, which column, how wide, in words, and what was meant."""

from dataclasses import dataclass
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.domain.framework.model import Framework
from coachcli.domain.problems import Problem
from coachcli.store.framework.check import Checked, check, named

TYPES = "types: note, line, scale, yesno, choice, choices, date, number, goal, action, review, say"
NOTE_KEYS = "settings here: ask, cue, default, id, keep_as, phase, probes, required, share_with, type, when"
ROLES = "topic, goal, insight, option, action, obstacle, resource, value, measure, takeaway"

# No client is there, so nobody misses a goal or an action.
OWN_WORK = "kind: reflection\n"


@dataclass(frozen=True)
class Slip:
    """A framework with one slip in it: `marked` is what the carets stand under."""

    text: str
    code: str
    line: int
    column: int
    marked: str
    said: str
    hint: str = ""


def asking(*lines: str) -> str:
    """A framework with these lines below its only `ask:`, which is line 3; they begin at column 7."""
    return "\n".join(["stages:", "  - title: Start", "    ask:", *(f"      {line}" for line in lines), OWN_WORK])


SLIPS = {
    "an unknown setting": Slip(
        "titel: Mine\n" + asking("- What?"),
        "E201", 1, 1, "titel", "'titel' is not a setting here", "did you mean 'title'?",
    ),
    "an unknown setting of a stage": Slip(
        "stages:\n  - title: A\n    minuts: 10\n    ask: [What?]\n",
        "E201", 3, 5, "minuts", "'minuts' is not a setting here", "did you mean 'minutes'?",
    ),
    "a misspelt title": Slip(
        "stages:\n  - titel: A\n    ask: [What?]\n",
        "E201", 2, 5, "titel", "'titel' is not a setting here", "did you mean 'title'?",
    ),
    "a misspelt stages": Slip(
        "stage:\n  - title: A\n    ask: [What?]\n",
        "E201", 1, 1, "stage", "'stage' is not a setting here", "did you mean 'stages'?",
    ),
    "an unknown setting of a question": Slip(
        asking("- ask: What?", "  prob: [And?]"),
        "E201", 5, 9, "prob", "'prob' is not a setting here", "did you mean 'probes'?",
    ),
    "a misspelt ask": Slip(
        asking("- type: scale", "  aks: What?"),
        "E201", 5, 9, "aks", "'aks' is not a setting here", "did you mean 'ask'?",
    ),
    "a setting of another type": Slip(
        asking("- ask: What?", "  smart: full"), "E201", 5, 9, "smart", "'smart' is not a setting here", NOTE_KEYS
    ),
    "after a wide text": Slip(
        asking("- {ask: 質問 🙂, typ: scale}"),
        "E201", 4, 21, "typ", "'typ' is not a setting here", "did you mean 'type'?",
    ),
    "minutes in words": Slip(
        "minutes: one hour\n" + asking("- What?"),
        "E205", 1, 10, "one hour", "minutes must be a whole number, not 'one hour'",
    ),
    "minutes and a half": Slip(
        "minutes: 1.5\n" + asking("- What?"), "E205", 1, 10, "1.5", "minutes must be a whole number, not '1.5'"
    ),
    "no minutes": Slip(
        "stages:\n  - title: A\n    minutes: 0\n    ask: [What?]\n",
        "E205", 3, 14, "0", "minutes is out of range: '0'", "at least 1",
    ),
    "minutes of days": Slip(
        "minutes: 2000\n" + asking("- What?"),
        "E205", 1, 10, "2000", "minutes is out of range: '2000'", "at most 1440",
    ),
    "too many": Slip(
        asking("- {ask: What?, type: line, many: 1000}"),
        "E205", 4, 40, "1000", "many is out of range: '1000'", "at most 100",
    ),
    "an id with signs": Slip(
        asking("- id: Sure-ness", "  ask: What?"),
        "E206", 4, 13, "Sure-ness", "'Sure-ness' cannot be an id", "try 'sure_ness'",
    ),
    "an id of a framework with a blank": Slip(
        "id: My Model\n" + asking("- What?"),
        "E206", 1, 5, "My Model", "'My Model' cannot be an id", "try 'my_model'",
    ),
    "an id that begins with a digit": Slip(
        asking("- {id: 2nd, ask: What?}"), "E206", 4, 14, "2nd", "'2nd' cannot be an id", "try 'my_2nd'"
    ),
    "an id that is too long": Slip(
        f"id: {'a' * 61}\n" + asking("- What?"),
        "E206", 1, 5, "a" * 61, f"the text '{'a' * 40}…' is too long for an id", "at most 60 letters",
    ),
    "an unknown type": Slip(
        asking("- ask: What?", "  type: scael"),
        "E203", 5, 15, "scael", "there is no question type 'scael'", f"did you mean 'scale'? {TYPES}",
    ),
    "a type there is not": Slip(
        asking("- type: poem", "  ask: What?"), "E203", 4, 15, "poem", "there is no question type 'poem'", TYPES
    ),
    "a wrong audience": Slip(
        asking("- ask: What?", "  share_with: clients"),
        "E204", 5, 21, "clients", "'clients' is not allowed for share_with",
        "did you mean 'client'? allowed: nobody, client, sponsor",
    ),
    "a wrong role": Slip(
        asking("- {ask: What?, keep_as: goals}"),
        "E204", 4, 31, "goals", "'goals' is not allowed for keep_as", f"did you mean 'goal'? allowed: {ROLES}",
    ),
    "a wrong order": Slip(
        "order: random\n" + asking("- What?"),
        "E204", 1, 8, "random", "'random' is not allowed for order", "allowed: free, fixed",
    ),
    "a wrong field": Slip(
        asking("- {ask: What?, type: action, fields: [what, when]}"),
        "E204", 4, 51, "when", "'when' is not allowed for an item of fields",
        "did you mean 'by_when'? allowed: what, who, by_when, confidence, obstacles, support, measure",
    ),
    "neither yes nor no": Slip(
        asking("- {ask: What?, type: scale, half_points: perhaps}"),
        "E208", 4, 48, "perhaps", "half_points must be yes or no, not 'perhaps'",
    ),
    "a text for a list": Slip(
        "stages:\n  - title: A\n    ask: What will you do?\n",
        "E207", 3, 10, "What will you do?", "ask should be a list ('- ' items), but it is 'What will you do?'",
    ),
    "a text for probes": Slip(
        asking("- ask: What?", "  probes: And?"),
        "E207", 5, 17, "And?", "probes should be a list ('- ' items), but it is 'And?'",
    ),
    "one stage for a list": Slip(
        "stages:\n  title: A\n  ask: [What?]\n",
        "E207", 2, 3, "title: A", "stages should be a list ('- ' items), but it is a group of settings",
    ),
    "a stage of words": Slip(
        "stages:\n  - Opening\n",
        "E207", 2, 5, "Opening", "an item of stages should be settings such as  title: ..., but it is 'Opening'",
    ),
    "a list for a text": Slip(
        asking("- ask: [What?, And?]"),
        "E207", 4, 14, "[What?", "ask should be a text, but it is a list", "put it in quotes if it is one",
    ),
    "a question of two": Slip(
        asking("- - What?"),
        "E207", 4, 9, "- What?", "an item of ask should be settings such as  title: ..., but it is a list",
    ),
    "only words": Slip(
        "What brings you here?\n",
        "E207", 1, 1, "W", "a framework is a list of settings such as  title: GROW",
    ),
    "no stages": Slip("id: x\ntitle: X\n", "E202", 1, 1, "id: x", "'stages' is missing here", "add  stages: ..."),
    "stages of nothing": Slip("id: x\nstages:\n", "E202", 2, 8, "", "'stages' is missing here", "add  stages: ..."),
    "no stage": Slip(
        "stages: []\n", "E202", 1, 9, "[", "stages is empty", "write something there, or leave the setting out"
    ),
    "no question": Slip(
        "stages:\n  - title: A\n    ask: []\n",
        "E202", 3, 10, "[", "ask is empty", "write something there, or leave the setting out",
    ),
    "a question of nothing": Slip(
        asking("- What?", "-"),
        "E202", 5, 8, "", "an item of ask is empty", "write something there, or leave the setting out",
    ),
    "a title of nothing": Slip(
        "title: ''\n" + asking("- What?"),
        "E202", 1, 8, "''", "title is empty", "write something there, or leave the setting out",
    ),
    "no ask": Slip(
        asking("- type: scale", "  low: none"),
        "E202", 4, 9, "type: scale", "'ask' is missing here", "add  ask: ...",
    ),
    "an ask with a colon in it": Slip(
        asking("- What now: or later?", "  cue: Wait."),
        "E202", 4, 9, "What now: or later?", "'ask' is missing here", 'write  - ask: "What now: or later?"',
    ),
    "no title": Slip(
        "stages:\n  - ask: [What?]\n", "E202", 2, 5, "ask: [What?", "'title' is missing here", "add  title: ..."
    ),
    "no title of a step": Slip(
        "stages:\n  - title: A\n    steps:\n      - ask: [What?]\n",
        "E202", 4, 9, "ask: [What?", "'title' is missing here", "add  title: ...",
    ),
    "both ask and steps": Slip(
        "stages:\n  - title: A\n    ask: [What?]\n    steps: [{title: B, ask: [And?]}]\n",
        "E209", 2, 5, "title: A", "a stage has either ask: or steps:, one of the two",
    ),
    "neither ask nor steps": Slip(
        "stages:\n  - title: A\n  - title: B\n    ask: [What?]\n",
        "E209", 2, 5, "title: A", "a stage has either ask: or steps:, one of the two",
    ),
    "no choices": Slip(
        asking("- ask: What?", "  type: choice"),
        "E209", 4, 9, "ask: What?", "give either choices: or choices_from:, one of the two",
    ),
    "a scale that falls": Slip(
        asking("- ask: How much?", "  type: scale", "  from: 10", "  to: 1"),
        "E209", 4, 9, "ask: How much?", "a scale must end higher than it starts",
    ),
    "two questions of one id": Slip(
        asking("- {id: sure, ask: What?}", "- {id: sure, ask: And?}"),
        "E301", 5, 14, "sure", "two questions have the id 'sure'", "ids must differ across the whole framework",
    ),
    "two stages of one id": Slip(
        "stages:\n  - {id: a, ask: [What?]}\n  - {id: a, ask: [And?]}\n",
        "E301", 3, 10, "a", "two stages have the id 'a'", "ids must differ across the whole framework",
    ),
    "two steps of one id": Slip(
        "stages:\n  - title: A\n    steps:\n      - {id: a, ask: [What?]}\n      - {id: a, ask: [And?]}\n",
        "E301", 5, 14, "a", "two steps have the id 'a'", "ids must differ across the whole framework",
    ),
    "a quote of nobody": Slip(
        asking("- {id: topic, ask: What?}", "- ask: How is {topik}?"),
        "E311", 5, 21, "{topik}", "no earlier question has the id 'topik'", "did you mean 'topic'?",
    ),
    "a quote of what comes later": Slip(
        asking("- ask: How is {topic}?", "- {id: topic, ask: What?}"),
        "E311", 4, 21, "{topic}", "'topic' is asked later than this question",
    ),
    "a quote in a probe": Slip(
        asking("- ask: What?", "  probes:", "    - And?", "    - And for {clinet}?"),
        "E311", 7, 21, "{clinet}", "no earlier question has the id 'clinet'", "did you mean 'client'?",
    ),
    "choices from what comes later": Slip(
        asking("- {type: choice, ask: Which?, choices_from: ideas}", "- {id: ideas, type: line, many: 3, ask: What?}"),
        "E311", 4, 51, "ideas", "'ideas' is asked later than this question",
    ),
    "choices from nowhere": Slip(
        asking("- {id: ideas, ask: What?}", "- {type: choice, ask: Which?, choices_from: idea}"),
        "E311", 5, 51, "idea", "no earlier question has the id 'idea'", "did you mean 'ideas'?",
    ),
    "nothing during the call": Slip(
        asking("- {ask: What?, phase: after_call}"),
        "E302", 1, 1, "stages", "no question is asked during the call", "leave phase: out of at least one",
    ),
    "an empty file": Slip("", "E107", 1, 1, "", "the file is empty"),
    "a file of comments": Slip("# soon\n", "E107", 1, 1, "#", "the file is empty"),
    "a name twice": Slip(
        "stages:\n  - title: A\n    title: B\n    ask: [What?]\n",
        "E114", 3, 5, "title", "'title' is given twice (first on line 2); YAML would silently keep only the last",
        "delete or rename one of them",
    ),
    "a tab": Slip(
        "stages:\n\t- {title: A, ask: [What]}\n", "E101", 2, 1, "\t", "a tab is used to indent; YAML takes only blanks",
        "put blanks in its place; most editors can do that at once",
    ),
    "two colons": Slip(
        asking("- Rank these: money: time"),
        "E100", 4, 26, ":", "this ': ' has no place here",
        'write  - "Rank these: money: time"',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_with_its_place_and_what_to_do(name: str) -> None:
    slip = SLIPS[name]

    checked = check(slip.text.encode(), "mine")

    assert checked.framework is None
    (problem,) = checked.errors
    assert (problem.code, problem.line, problem.column) == (slip.code, slip.line, slip.column)
    assert (problem.text, problem.hint, problem.level) == (slip.said, slip.hint, "error")
    assert problem.width == max(1, len(slip.marked))
    assert marked(checked, problem) == slip.marked


def marked(checked: Checked, problem: Problem) -> str:
    """What the carets stand under."""
    line = checked.lines[problem.line - 1]
    return line[problem.column - 1 : problem.column - 1 + problem.width]


def test_all_slips_are_told_at_once_in_the_order_of_the_file() -> None:
    text = dedent("""\
        titel: Mine
        minutes: an hour
        stages:
          - title: A
            minuts: 3
            ask:
              - type: scael
                ask: What?
              - What matters: money or time?
              - ask: And?
                share_with: boss
          - title: B
            ask: What else?
    """)

    problems = check(text.encode(), "mine").problems

    assert [(problem.line, problem.code) for problem in problems] == [
        (1, "E201"),
        (2, "E205"),
        (5, "E201"),
        (7, "E203"),
        (8, "W404"),
        (9, "W115"),
        (11, "E204"),
        (13, "E207"),
    ]


@pytest.mark.parametrize(
    ("name", "good"), [("My GROW", "my-grow"), ("über", "ueber"), ("2024", "my-2024"), ("a b", "a-b")]
)
def test_a_file_whose_name_cannot_be_an_id_says_what_to_call_it(name: str, good: str) -> None:
    (problem,) = check(asking("- What?").encode(), name).problems

    assert (problem.code, problem.line, problem.text) == ("E206", 1, "the name of the file cannot be an id")
    assert problem.hint == f"call the file {good}.yaml"
    assert check(f"id: mine\n{asking('- What?')}".encode(), name).framework is not None


@pytest.mark.parametrize(
    ("name", "hint"),
    [("yours", "write  id: yours  or name the file mine.yaml"), ("My GROW", "name the file mine.yaml")],
)
def test_what_is_proposed_for_a_file_of_another_name_can_be_done(name: str, hint: str) -> None:
    checked = named(check(f"id: mine\n{asking('- What?')}".encode(), name), name)

    (problem,) = checked.problems
    assert (problem.code, problem.hint) == ("E303", hint)


class TestColons:
    @pytest.mark.parametrize(
        ("written", "read", "hint"),
        [
            (
                "What matters most here: money or time?",
                "What matters most here: money or time?",
                '- "What matters most here: money or time?"',
            ),
            ("What matters:", "What matters:", '- "What matters:"'),
            ('What does "free": cost?', 'What does "free": cost?', "- 'What does \"free\": cost?'"),
            ('It\'s "so": why?', 'It\'s "so": why?', "- 'It''s \"so\": why?'"),
            ("質問: 🙂?", "質問: 🙂?", '- "質問: 🙂?"'),
        ],
    )
    def test_a_question_with_a_colon_is_read_back_and_told_of(self, written: str, read: str, hint: str) -> None:
        checked = check(asking("- Why?", f"- {written}").encode(), "mine")

        assert checked.framework is not None
        assert [place.question.ask for place in checked.framework.places] == ["Why?", read]
        (warning,) = checked.problems
        assert (warning.code, warning.level, warning.line, warning.column) == ("W115", "warning", 5, 9)
        assert warning.text == "read as one text, although it contains a colon"
        assert warning.hint == f"to be certain, write  {hint}"
        assert marked(checked, warning) == written
        assert checked.errors == []

    def test_the_hint_is_taken_at_its_word(self) -> None:
        checked = check(asking("""- It's "so": why?""").encode(), "mine")
        hint = checked.problems[0].hint.removeprefix("to be certain, write  ")

        assert check(asking(hint).encode(), "mine").framework == checked.framework
        assert check(asking(hint).encode(), "mine").problems == ()

    @pytest.mark.parametrize("where", ["probes: [And: what?]", "type: choice\n        choices: [And: what?, No]"])
    def test_probes_and_choices_may_hold_one_as_well(self, where: str) -> None:
        checked = check(asking("- ask: What?", f"  {where}").encode(), "mine")

        assert checked.framework is not None
        assert [problem.code for problem in checked.problems] == ["W115"]

    def test_a_question_that_is_a_setting_is_no_such_text(self) -> None:
        checked = check(asking("- ask: What?").encode(), "mine")

        assert checked.framework is not None
        assert checked.framework.places[0].question.ask == "What?"
        assert checked.problems == ()


class TestShortForms:
    def test_six_lines_are_a_framework(self) -> None:
        text = dedent("""\
            stages:
              - title: Start
                ask:
                  - What brings you here today?
                  - What would make this call worth your time?
                  - What is one step you will take?
        """)

        framework = read(text, "my_first-model")

        assert (framework.id, framework.title, framework.order) == ("my_first-model", "My first model", "fixed")
        assert [(place.question.id, place.question.type) for place in framework.places] == [
            ("what_brings_you_here_today", "note"),
            ("what_would_make_this_call_worth", "note"),
            ("what_is_one_step_you_will", "note"),
        ]
        assert framework.stages[0].id == "start"

    def test_words_stay_as_they_are_written(self) -> None:
        framework = read(asking("- Yes", "- NO", "- 10:30", "- 1.10", "- 2026-01-01", "- null", "- ~"), "mine")

        asked = [place.question.ask for place in framework.places]
        assert asked == ["Yes", "NO", "10:30", "1.10", "2026-01-01", "null", "~"]

    def test_a_setting_with_nothing_behind_it_was_left_out(self) -> None:
        framework = read("about:\nminutes:\n" + asking("- ask: What?", "  cue:", "  type:"), "mine")

        assert (framework.about, framework.minutes) == (None, None)
        assert framework.places[0].question.type == "note"

    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_it_may_come_from_any_editor(self, ending: str, mark: str) -> None:
        text = mark + asking("- What?", "- And?").replace("\n", ending)

        assert len(read(text, "mine").places) == 2

    def test_lines_are_counted_as_an_editor_counts_them(self) -> None:
        checked = check(
            ("\ufeff" + asking("- What?", "- {ask: And?, typ: note}").replace("\n", "\r\n")).encode(), "mine"
        )

        (problem,) = checked.errors
        assert marked(checked, problem) == "typ"


def read(text: str, name: str) -> Framework:
    framework = check(text.encode(), name).framework
    assert framework is not None
    return framework


class TestAnythingAtAll:
    @settings(max_examples=75, deadline=None)
    @given(st.binary(max_size=200))
    def test_no_bytes_do_more_than_be_told_of(self, data: bytes) -> None:
        checked = check(data, "mine")

        assert checked.framework is not None or checked.errors

    @settings(max_examples=125, deadline=None)
    @given(
        st.recursive(
            st.sampled_from(["", "x", "1", "yes", "scale", "choice", "action", "after_call", "{x}", "What: now?"]),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["id", "title", "stages", "steps", "ask", "type", "choices", "probes", "from", "x"]
                    ),
                    inner,
                    max_size=4,
                )
            ),
            max_leaves=15,
        ),
        st.sampled_from(["{}", "stages: {}", "stages: [{{title: A, ask: {}}}]", "stages: [{{title: A, ask: [{}]}}]"]),
    )
    def test_no_shape_does_either_and_each_problem_has_a_place(self, value: object, around: str) -> None:
        checked = check(around.format(flow(value)).encode(), "mine")

        assert checked.framework is not None or checked.errors
        for problem in checked.problems:
            assert 1 <= problem.line <= len(checked.lines)
            assert 1 <= problem.column <= len(checked.lines[problem.line - 1]) + 1
            assert problem.text
            assert "\n" not in problem.text + problem.hint


def flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return f'"{value}"' if value else "~"

"""What a coach is told of a slip in a framework: which line, which column, how wide, in words, and what was meant."""

from dataclasses import dataclass

import pytest
from store.slips import asking, marked

from coachcli.store.framework.check import check

TYPES = "types: note, line, scale, yesno, choice, choices, date, number, goal, action, review, say"


NOTE_KEYS = "settings here: ask, cue, default, id, keep_as, passes_on, phase, probes, required, share_with, type, when"


ROLES = "topic, aim, goal, insight, option, action, obstacle, resource, value, measure, takeaway, theme, next"


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


class TestNewSettings:
    @pytest.mark.parametrize(
        ("line", "code", "said", "hint"),
        [
            (
                "kind: metting", "E204", "'metting' is not allowed for kind",
                "did you mean 'meeting'? allowed: conversation, meeting, reflection",
            ),
            ("renamed: {Old One: goal}", "E206", "'Old One' cannot be an id", "try 'old_one'"),
            ("renamed: [a]", "E207", "renamed should be settings such as  old_id: new_id, but it is a list", ""),
            ("packs: delegation", "E207", "packs should be a list ('- ' items), but it is 'delegation'", ""),
            ("checks: {say: What}", "E207", "checks should be a list ('- ' items), but it is a group of settings", ""),
            ("before: goal", "E201", "'before' is not a setting here", None),
        ],
    )  # fmt: skip
    def test_are_told_of_in_words(self, line: str, code: str, said: str, hint: str | None) -> None:
        text = f"{line}\nstages:\n  - {{title: A, ask: [{{type: goal, id: goal, ask: A}}]}}\n"
        problem = check(text.encode(), "mine").errors[0]

        assert (problem.line, problem.code, problem.text) == (1, code, said)
        assert hint is None or problem.hint == hint

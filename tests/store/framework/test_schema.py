"""One mistake hides no other: whole files as a coach would write them, with everything that is said of them."""

from textwrap import dedent

import pytest

from coachcli.domain.framework.questions import TYPES
from coachcli.render.framework.problems import problem_text, summary
from coachcli.store.framework.check import Checked, check

MANY = """\
titel: My framework
minutes: one hour
stages:
  - title: Start
    minuts: 10
    ask:
      - What matters most here: money or time?
      - What is your #1 goal?
      - ask: How sure are you?
        type: scael
        from: ten
      - id: Sure-ness
        type: scale
        ask: How calm are you?
        share_with: clients
      - type: choice
        ask: Which one?
      - id: done
        type: yesno
        ask: Did you do it?
        required: perhaps
  - title: Way
    title: Way forward
    ask: What will you do?
"""


SAID_OF_MANY = f"""\
many.yaml:1:1: error[E201]: 'titel' is not a setting here
    1 | titel: My framework
      | ^^^^^
      = did you mean 'title'?
many.yaml:2:10: error[E205]: minutes must be a whole number, not 'one hour'
    2 | minutes: one hour
      |          ^^^^^^^^
many.yaml:5:5: error[E201]: 'minuts' is not a setting here
    5 |     minuts: 10
      |     ^^^^^^
      = did you mean 'minutes'?
many.yaml:7:9: warning[W115]: read as one text, although it contains a colon
    7 |       - What matters most here: money or time?
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = to be certain, write  - "What matters most here: money or time?"
many.yaml:8:22: warning[W112]: everything after ' #' is a comment and was left out
    8 |       - What is your #1 goal?
      |                      ^^^^^^^^
      = write it as  "What is your #1 goal?"
many.yaml:9:14: warning[W404]: no id: if you reword this question, its history starts again
    9 |       - ask: How sure are you?
      |              ^^^^^^^^^^^^^^^^^
      = add  id: how_sure_are_you
many.yaml:10:15: error[E203]: there is no question type 'scael'
   10 |         type: scael
      |               ^^^^^
      = did you mean 'scale'? types: {", ".join(TYPES)}
many.yaml:11:15: error[E205]: from must be a whole number, not 'ten'
   11 |         from: ten
      |               ^^^
many.yaml:12:13: error[E206]: 'Sure-ness' cannot be an id
   12 |       - id: Sure-ness
      |             ^^^^^^^^^
      = try 'sure_ness'
many.yaml:15:21: error[E204]: 'clients' is not allowed for share_with
   15 |         share_with: clients
      |                     ^^^^^^^
      = did you mean 'client'? allowed: nobody, client, sponsor
many.yaml:16:9: error[E209]: give either choices: or choices_from:, one of the two
   16 |       - type: choice
      |         ^^^^^^^^^^^^
many.yaml:21:19: error[E208]: required must be yes or no, not 'perhaps'
   21 |         required: perhaps
      |                   ^^^^^^^
many.yaml:23:5: error[E114]: 'title' is given twice (first on line 22); YAML would silently keep only the last
   23 |     title: Way forward
      |     ^^^^^
      = delete or rename one of them
many.yaml:24:10: error[E207]: ask should be a list ('- ' items), but it is 'What will you do?'
   24 |     ask: What will you do?
      |          ^^^^^^^^^^^^^^^^^
many.yaml: 11 errors, 3 warnings
"""


SENSE = """\
title: Sense
stages:
  - title: One
    ask:
      - id: sure
        type: scale
        ask: How sure are you?
        cue: Wait.
      - id: sure
        type: scale
        ask: How sure is that?
      - ask: How calm are you?
        type: scale
      - id: goal
        type: goal
        ask: What do you want?
      - ask: What would help?
        when: shure below 8
      - ask: What is missing?
        id: missing
        when: goal below 5
      - ask: And now?
        id: now
        when: sure below 5 and goal answered or sure above 9
      - ask: What else?
        id: more
        when: __import__('os').system('x') is yes
      - ask: How red?
        id: how_red
        when: pick has "Red"
      - id: pick
        type: choices
        ask: Which?
        choices: [Red, Blue]
      - ask: What will you do, {clint}?
        type: action
        id: act
        when: pick has "Bleu" or pick is "Red" or sure at least 11
"""


EXAMPLES = 'confidence below 8,  mood is yes,  values has "Play",  goal answered'


SAID_OF_SENSE = f"""\
sense.yaml:9:13: error[E301]: two questions have the id 'sure'
    9 |       - id: sure
      |             ^^^^
      = ids must differ across the whole framework
sense.yaml:12:14: warning[W404]: no id: if you reword this question, its history starts again
   12 |       - ask: How calm are you?
      |              ^^^^^^^^^^^^^^^^^
      = add  id: how_calm_are_you
sense.yaml:18:15: error[E311]: no earlier question has the id 'shure'
   18 |         when: shure below 8
      |               ^^^^^
      = did you mean 'sure'?
sense.yaml:21:15: error[E312]: 'below' needs a scale or a number, but 'goal' is a goal
   21 |         when: goal below 5
      |               ^^^^
      = use 'answered' or 'empty'
sense.yaml:24:15: error[E209]: 'and' and 'or' cannot be mixed in one condition; split it into two questions or stages
   24 |         when: sure below 5 and goal answered or sure above 9
      |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
sense.yaml:27:15: error[E209]: cannot read '__import__('os').system('x') is yes'; write for example  {EXAMPLES}
   27 |         when: __import__('os').system('x') is yes
      |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
sense.yaml:30:15: error[E311]: 'pick' is asked later than this question
   30 |         when: pick has "Red"
      |               ^^^^
sense.yaml:35:32: error[E311]: no earlier question has the id 'clint'
   35 |       - ask: What will you do, {{clint}}?
      |                                ^^^^^^^
      = did you mean 'client'?
sense.yaml:38:25: error[E312]: 'Bleu' is not one of the choices of 'pick'
   38 |         when: pick has "Bleu" or pick is "Red" or sure at least 11
      |                         ^^^^
      = did you mean 'Blue'?
sense.yaml:38:34: error[E312]: 'is' needs yes or no, a choice, a scale or a number, but 'pick' is a list of choices
   38 |         when: pick has "Bleu" or pick is "Red" or sure at least 11
      |                                  ^^^^
      = use 'has'
sense.yaml:38:65: warning[W403]: 'sure' goes from 1 to 10, so this is never the case
   38 |         when: pick has "Bleu" or pick is "Red" or sure at least 11
      |                                                                 ^^
sense.yaml: 9 errors, 2 warnings
"""


def all_said(name: str, checked: Checked) -> str:
    told = "".join(problem_text(name, checked.lines, problem) for problem in checked.problems)
    return told + summary(name, checked.problems)


def codes(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in check(dedent(text).encode(), "mine").problems]


class TestEverythingAtOnce:
    def test_many_slips_of_the_form(self) -> None:
        assert all_said("many.yaml", check(MANY.encode(), "many")) == SAID_OF_MANY

    def test_many_slips_of_sense(self) -> None:
        assert all_said("sense.yaml", check(SENSE.encode(), "sense")) == SAID_OF_SENSE

    def test_the_slips_of_the_form_and_those_of_sense(self) -> None:
        both = MANY + SENSE.split("stages:\n", 1)[1]
        found = {problem.text for problem in check(both.encode(), "both").problems}

        assert {p.text for p in check(MANY.encode(), "many").problems} <= found
        assert {p.text for p in check(SENSE.encode(), "sense").problems} <= found

    def test_carets_stand_under_wide_letters(self) -> None:
        text = 'stages:\n  - title: "一"\n    ask:\n      - "質問は 🙂 {ゴール} {gaol} か？"\n'
        told = all_said("日本.yaml", check(text.encode(), "mine"))

        assert '    4 |       - "質問は 🙂 {ゴール} {gaol} か？"\n      |                             ^^^^^^\n' in told


class TestASecondMistakeIsNotHidden:
    def test_behind_a_type_there_is_not(self) -> None:
        assert codes("""\
            kind: meeting
            stages:
              - title: A
                ask:
                  - {type: poem, ask: What?, share_with: boss, lowest: none, id: Bad-Id, when: x answered}
        """) == [(5, code) for code in ("E203", "E204", "E201", "E206", "E311")]

    def test_of_a_misspelt_id_others_are_not_told(self) -> None:
        assert codes("""\
            kind: meeting
            stages:
              - title: A
                ask:
                  - {idd: sure, typ: scale, ask: How sure?}
                  - {ask: Why?, when: sure below 5}
        """) == [(5, "E201"), (5, "E201")]

    @pytest.mark.parametrize(
        "source",
        [
            "{id: ideas, type: poem, ask: What?}",
            "{id: ideas, type: line, ask: What?, many: a lot}",
            "{id: ideas, type: choices, ask: What?}",
            "{id: ideas, type: choices, ask: What?, choices: []}",
            "{id: ideas, type: line, many: 3, ask: [What?]}",
            "{id: ideas, ask: What?, phase: closin}",
        ],
    )
    def test_what_depends_on_a_mistake_is_not_told(self, source: str) -> None:
        text = f"""\
            kind: meeting
            stages:
              - title: A
                ask:
                  - {source}
              - title: B
                steps:
                  - {{title: C, for_each: ideas, ask: ["{{item}}?"]}}
        """

        assert [line for line, _ in codes(text)] == [5]

    def test_neither_are_ids_in_what_was_left_out(self) -> None:
        assert codes("""\
            kind: meeting
            stages:
              - title: A
                ask: [What]
                steps: [{title: B, ask: [{id: sure, type: scale, ask: How sure?}]}]
              - title: C
                ask: [{ask: "So {sure}?", when: sure below 5}]
        """) == [(3, "E209")]

    def test_in_a_check(self) -> None:
        assert codes("""\
            kind: meeting
            checks:
              - say: What?
              - {atleast: 3, of: options, say: "{topik}?"}
              - {every: actions, has: [], say: What?, at: closng}
              - {answered: gaol, say: What?}
              - {visited: a}
              - only words
            stages:
              - {title: A, ask: [What]}
        """) == [
            (3, "E209"),
            (4, "E201"),
            (4, "E204"),
            (5, "E204"),
            (5, "E202"),
            (5, "E204"),
            (6, "E311"),
            (7, "E202"),
            (8, "E209"),
        ]

    @pytest.mark.parametrize("name", ["ask", "steps"])
    def test_in_a_list_of_one_thing(self, name: str) -> None:
        inner = {
            "ask": "{id: sure, typ: scale, ask: How?}",
            "steps": "{title: B, ask: {id: sure, typ: scale, ask: How?}}",
        }
        text = f"kind: meeting\nstages:\n  title: A\n  {name}: {inner[name]}\n"

        assert [code for _, code in codes(text)][-1] == "E201"
        assert {code for _, code in codes(text)} == {"E207", "E201"}

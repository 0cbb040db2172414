"""Slips in the text of a framework: each is told with its place, and with the line as it was meant."""

from dataclasses import dataclass

import pytest
import yaml

from coachcli.domain.framework.model import Framework
from coachcli.domain.problems import Problem
from coachcli.store.framework.check import Checked, check
from coachcli.store.yaml_io import strict_reader


@pytest.fixture(autouse=True, params=["CSafeLoader", "SafeLoader"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either parser: PyYAML is installed without libyaml on some machines, and stumbles elsewhere."""
    monkeypatch.setattr(strict_reader, "_PARSER", getattr(yaml, request.param))


TAB = "a tab is used to indent; YAML takes only blanks"
ODD = "a no-break space, or another odd blank, is in the way here"
BEHIND_QUOTE = "there is text behind the closing quote"
COLON = "this ': ' has no place here"
BRACKET = "a text that begins with '{' or '[' needs quotes"
SIGN = "a text cannot begin with this sign"
MERGED = "two versions of this file were merged here, and nobody has chosen yet"


def asking(*lines: str) -> str:
    """A framework with these lines below its only `ask:`, which is line 3; they begin at column 7."""
    return "\n".join(["stages:", "  - title: Start", "    ask:", *(f"      {line}" for line in lines)]) + "\n"


def errors(text: str) -> list[Problem]:
    return check(text.encode(), "mine").errors


def asked(framework: Framework | None) -> list[str]:
    assert framework is not None
    return [place.question.ask for place in framework.places]


@dataclass(frozen=True)
class Slip:
    """One line as somebody wrote it below `ask:`, and what is said of it."""

    written: str
    code: str
    column: int
    said: str
    hint: str


SLIPS = [
    Slip("-What?", "E104", 7, "a blank is missing behind the '-'", "write  - What?"),
    Slip('-"What?"', "E104", 7, "a blank is missing behind the '-'", 'write  - "What?"'),
    Slip("– And then?", "E103", 7, "'–' is not the '-' of a list", "write  - And then?"),
    Slip("— And then?", "E103", 7, "'—' is not the '-' of a list", "write  - And then?"),
    Slip("• Else?", "E103", 7, "'•' is not the '-' of a list", "write  - Else?"),
    Slip("•\u00a0Else?", "E103", 7, "'•' is not the '-' of a list", "write  - Else?"),
    Slip("* Else?", "E103", 7, "'*' is not the '-' of a list", "write  - Else?"),
    Slip("+ Else?", "E103", 7, "'+' is not the '-' of a list", "write  - Else?"),
    Slip("1. Else?", "E103", 7, "'1.' is not the '-' of a list", "write  - Else?"),
    Slip("2) Else?", "E103", 7, "'2)' is not the '-' of a list", "write  - Else?"),
    Slip("-\u00a0What?", "E102", 8, ODD, "put ordinary blanks in its place"),
    Slip("- ask:\u00a0What?", "E102", 13, ODD, "put ordinary blanks in its place"),
    Slip(
        "-\tWhat?", "E101", 8, "a tab stands behind the '-'; YAML takes only blanks there", "put a blank in its place"
    ),
    Slip('- "Why?" she asked', "E100", 16, BEHIND_QUOTE, "write  - '\"Why?\" she asked'"),
    Slip("- 'What's up?'", "E100", 15, BEHIND_QUOTE, 'write  - "What\'s up?"'),
    Slip("- ask: 'What's up?'", "E100", 20, BEHIND_QUOTE, 'write  - ask: "What\'s up?"'),
    Slip('- "Why?" or "How?"', "E100", 16, BEHIND_QUOTE, 'write  - \'"Why?" or "How?"\''),
    Slip('- "Why do you say "so"?"', "E100", 26, BEHIND_QUOTE, "write  - 'Why do you say \"so\"?'"),
    Slip('- "What now?', "E100", 9, "the quotes that open here are never closed", 'write  - "What now?"'),
    Slip("- Rank these: money: time", "E100", 26, COLON, 'write  - "Rank these: money: time"'),
    Slip("- ask: Which one: this or that?", "E100", 23, COLON, 'write  - ask: "Which one: this or that?"'),
    Slip("- !important thing", "E113", 9, "a text cannot begin with '!'", 'write  - "!important thing"'),
    Slip("- *really* so?", "E111", 9, "a text cannot begin with '&' or '*'", 'write  - "*really* so?"'),
    Slip("- & then?", "E111", 9, "a text cannot begin with '&' or '*'", 'write  - "& then?"'),
    Slip("- @home?", "E100", 9, SIGN, 'write  - "@home?"'),
    Slip("- `Why`?", "E100", 9, SIGN, 'write  - "`Why`?"'),
    Slip("- %done?", "E100", 9, SIGN, 'write  - "%done?"'),
    Slip("- > 5 of 10?", "E100", 9, "a text cannot begin with '|' or '>'", 'write  - "> 5 of 10?"'),
    Slip("- ? Why", "E100", 9, "a text cannot begin with '? '", 'write  - "? Why"'),
    Slip("- {client}, how was it?", "E100", 17, BRACKET, 'write  - "{client}, how was it?"'),
    Slip("- [Name], how was it?", "E100", 15, BRACKET, 'write  - "[Name], how was it?"'),
]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.written)
def test_a_slip_is_told_with_the_line_as_it_was_meant(slip: Slip) -> None:
    (problem,) = errors(asking("- First?", slip.written, "- Last?"))

    assert (problem.line, problem.column, problem.code) == (5, slip.column, slip.code)
    assert (problem.text, problem.hint) == (slip.said, slip.hint)


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if slip.hint.startswith("write")], ids=lambda s: s.written)
def test_the_line_as_it_was_meant_is_right(slip: Slip) -> None:
    checked = check(asking("- First?", slip.hint.removeprefix("write  "), "- Last?").encode(), "mine")

    assert checked.errors == []
    assert len(asked(checked.framework)) == 3


def test_a_question_in_braces_is_told_of_where_the_parser_stumbles_over_it() -> None:
    for problem in errors(asking("- {type: goal, ask: What do you want?}")):
        assert (problem.line, problem.column, problem.code) == (4, 27, "E100")
        assert problem.text == "a text with a '?' needs quotes between '{' and '}'"
        assert problem.hint == 'write  - {type: goal, ask: "What do you want?"}'


class TestAllAtOnce:
    def test_every_slip_of_the_table_in_one_file(self) -> None:
        found = errors(asking(*(slip.written for slip in SLIPS)))

        assert [(problem.line, problem.code) for problem in found] == [
            (line, slip.code) for line, slip in enumerate(SLIPS, 4)
        ]

    def test_slips_of_the_text_hide_none_of_the_schema_and_none_of_sense(self) -> None:
        text = asking("- 'What's up?'", "-Why?", "- ask: What?", "  type: scael", "  id: sure", "- How is {shure}?")

        assert [(p.line, p.column, p.code) for p in errors(text)] == [
            (4, 15, "E100"),
            (5, 7, "E104"),
            (7, 15, "E203"),
            (9, 16, "E311"),
        ]

    def test_places_on_a_mended_line_are_those_of_the_file(self) -> None:
        for line in ("–How is {shure}?", "-How is {shure}?", "•  How is {shure}?"):
            text = asking("- {id: sure, ask: What}", line)
            _, problem = errors(text)
            marked = text.split("\n")[4][problem.column - 1 : problem.column - 1 + problem.width]
            assert marked == "{shure}"

    def test_a_slip_and_the_error_that_follows_from_it_are_told_once(self) -> None:
        assert [p.code for p in errors(asking("- What?", "\t- And?"))] == ["E101"]
        assert [p.code for p in errors("stages:\n\u00a0\u00a0- title: A\n    ask: [What]\n")] == ["E102"]

    def test_what_is_wrong_beside_the_slips_is_told_as_well(self) -> None:
        found = errors("title: A: b\nstages:\n  - title: A\n    ask:\n      - What?\n     - And?\n")

        assert [(p.line, p.code, p.text) for p in found] == [
            (1, "E100", COLON),
            (6, "E100", "this line does not fit those above it"),
        ]

    def test_several_on_one_line(self) -> None:
        assert [p.code for p in errors("stages:\n\t- title: 'What's up'\n\t  ask: [What]\n")] == [
            "E101",
            "E100",
            "E101",
        ]


class TestTabs:
    @pytest.mark.parametrize("blanks", [2, 4, 8])
    def test_each_line_is_told_of_however_wide_a_tab_is_shown(self, blanks: int) -> None:
        pad = " " * blanks
        text = f"stages:\n\t- title: A\n{pad}  ask:\n\t{pad}- What?\n{pad * 2}- And?\n"

        assert [(p.line, p.column, p.text) for p in errors(text)] == [(2, 1, TAB), (4, 1, TAB)]

    def test_three_are_three_problems(self) -> None:
        found = errors("stages:\n\t- title: A\n\t\task:\n\t\t\t- What?\n".replace("\t\task", "\t  ask"))

        assert [(p.line, p.code) for p in found] == [(2, "E101"), (3, "E101"), (4, "E101")]

    def test_behind_blanks_the_tab_itself_is_marked(self) -> None:
        (problem,) = errors("stages:\n  - title: A\n  \task: [What]\n")

        assert (problem.line, problem.column) == (3, 3)

    @pytest.mark.parametrize("line", ["- What?\t", "- What\tnow?", "- What?\t# later", "- ask:\tWhat?", "\t"])
    def test_elsewhere_a_tab_is_none(self, line: str) -> None:
        assert errors(asking("- First?", line)) == []


class TestWhatIsNoSlip:
    @pytest.mark.parametrize(
        "lines",
        [
            ["about: >", "  – a dash", "  • a bullet", "  -What?", "  - 'What's up?'", "  # a heading"],
            ["about: |-", "  * a list", "  1. of many", "", "  Rank these: money: time"],
            ["about: 'a text", "  – that goes on", "  -like this'"],
            ['about: "a text', "  • that goes on", '  ? like "', 'credit: "me"'],
            ["about: A text", "  – that goes on", "  -like this"],
            ["about: 5 – 6 • 7", "credit: -me"],
            ["# – a comment", "# <<<<<<< HEAD", "#\ttab"],
            ["about: '— said she'", 'credit: "{client}, and [you]"'],
            ["about: {a: b}"],
        ],
    )
    def test_in_longer_texts_in_quotes_and_in_comments(self, lines: list[str]) -> None:
        found = errors("\n".join([*lines, asking("- What?")]))

        assert [p.code for p in found if p.code.startswith("E1")] == []

    @pytest.mark.parametrize(
        "line",
        [
            "- What? – And why?",
            "- – the dash",
            '- "What: why: how?"',
            "- It's about 'this'?",
            "- Quoi\u00a0? Qui\u00a0!",
            "- 10:30, and 11:45?",
            "- What is 1. here?",
            "- -5 to 5?",
            "- What? 'So'",
            "- http://example.org/a:b",
            "- {ask: What, type: note}",
            "- ask: 'What: why?'  # soon: maybe: not",
        ],
    )
    def test_in_the_middle_of_a_question(self, line: str) -> None:
        assert errors(asking("- First?", line)) == []

    def test_in_a_block_inside_an_item(self) -> None:
        text = asking("- ask: >", "    – one", "    -two", "    * three", "- id: last", "  ask: |", "    • four")

        assert errors(text) == []

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_with_any_line_end_and_a_byte_order_mark(self, end: str) -> None:
        text = "\ufeff" + asking("- What?", "- And?", "-Why?").replace("\n", end)

        assert [(p.line, p.column, p.code) for p in errors(text)] == [(6, 7, "E104")]


class TestAConflict:
    def lines(self, *lines: str) -> str:
        text = asking(*lines)
        return "\n".join(line.strip() if line.strip()[:7] in MARKS else line for line in text.split("\n"))

    def test_is_one_problem_and_of_two_versions_one_is_read_on(self) -> None:
        versions = ["- {id: a, ask: Mine, typ: line}", "=======", "- {id: a, ask: Theirs, tip: line}"]
        found = errors(self.lines("<<<<<<< HEAD", *versions, ">>>>>>> other"))

        assert [(p.line, p.column, p.code) for p in found] == [(4, 1, "E118"), (5, 28, "E201")]
        assert (found[0].text, found[0].width) == (MERGED, 12)
        assert found[0].hint == "keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"

    def test_two_are_two(self) -> None:
        conflict = ("<<<<<<< HEAD", "- A?", "||||||| base", "- B?", "=======", "- C?", ">>>>>>> other")

        assert [p.line for p in errors(self.lines(*conflict, "- Between?", *conflict))] == [4, 12]

    @pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> other"])
    def test_what_is_left_of_one_is_told_of(self, mark: str) -> None:
        found = errors(self.lines("- A?", mark, "- B?"))

        assert [(p.line, p.code) for p in found] == [(5, "E118")]


MARKS = {"<<<<<<<", "=======", ">>>>>>>", "|||||||"}


def test_a_file_full_of_one_slip_is_told_of_in_part() -> None:
    checked: Checked = check(asking(*["-What?"] * 2_000).encode(), "mine")

    assert len(checked.problems) == 200

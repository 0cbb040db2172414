"""A problem shows the line it is in, with carets right under the place."""

import pytest
from wcwidth import wcswidth

from coachcli.domain.problems import Problem
from coachcli.render.framework.problems import plain, problem_text, summary, total


def marked(line: str, column: int, width: int = 1) -> tuple[str, str]:
    """What is shown of the line, and what stands under it."""
    _, shown, under, end = problem_text("f.yaml", [line], Problem("E1", 1, column, "wrong", width)).split("\n")
    assert end == ""
    return shown, under


def test_it_says_what_where_and_what_to_do() -> None:
    lines = ["title: GROW", "stages:", "  - tilte: Goal"]
    problem = Problem("E203", 3, 5, "'tilte' is no setting", width=5, hint="title?")

    assert problem_text("grow.yaml", lines, problem) == (
        "grow.yaml:3:5: error[E203]: 'tilte' is no setting\n"
        "    3 |   - tilte: Goal\n"
        "      |     ^^^^^\n"
        "      = title?\n"
    )


def test_a_warning_is_called_one() -> None:
    problem = Problem("W301", 1, 1, "no minutes", level="warning")

    assert problem_text("grow.yaml", ["a"], problem).startswith("grow.yaml:1:1: warning[W301]: no minutes\n")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("plain: wrong", "wrong"),
        ("日本語: wrong", "wrong"),
        ("日本語: 間違い", "間違い"),
        ("e\u0301te\u0301: wrong", "wrong"),
        ("\ttab:\twrong", "wrong"),
        ("\x1b[31m: wrong", "wrong"),
        ("\u202e: wrong", "wrong"),
        ("👩‍👩‍👧: wrong", "wrong"),
        ("x" * 300 + " wrong", "wrong"),
    ],
)
def test_the_carets_stand_right_under_the_word(line: str, word: str) -> None:
    shown, under = marked(line, line.index(word) + 1, len(word))

    assert under.rstrip("^") == "      | ".ljust(wcswidth(shown[: shown.index(word)]))
    assert under.count("^") == wcswidth(word)


@pytest.mark.parametrize(
    "line", ["\0" * 16_000_000, "x" * 300_000, "日本" * 90_000, "a\t" * 200_000, "\u202e" * 90_000]
)
@pytest.mark.parametrize(("column", "width"), [(1, 1), (1, 70_000), (80_000, 5), (170_000, 10_000)])
def test_of_a_line_that_is_wider_than_the_window_the_place_is_shown(line: str, column: int, width: int) -> None:
    text = problem_text("f.yaml", [line], Problem("E1", 1, column, "wrong", width), 60)
    _, shown, under, _ = text.split("\n")

    assert 20 < wcswidth(shown) <= 60
    assert wcswidth(under) <= 60
    assert "…" in shown
    assert under.count("^") >= 1


def test_what_a_problem_says_is_cut_as_well() -> None:
    problem = Problem("E1", 1, 1, f"'{'x' * 16_000_000}' is wrong", hint="y" * 16_000_000)

    assert len(problem_text("f.yaml", ["a"], problem)) < 1_200


def test_a_place_at_the_end_of_a_line_or_behind_it_has_one_caret() -> None:
    assert marked("ab", 3) == ("    1 | ab", "      |   ^")
    assert marked("ab", 9) == ("    1 | ab", "      |   ^")
    assert marked("", 1) == ("    1 | ", "      | ^")


def test_carets_end_with_the_line() -> None:
    assert marked("ab", 2, width=40) == ("    1 | ab", "      |  ^")


@pytest.mark.parametrize("line", [0, -1, 2, 10_000])
def test_a_line_that_is_not_there_is_not_shown(line: int) -> None:
    assert problem_text("f.yaml", ["one"], Problem("E1", line, 1, "wrong", hint="mend it")) == (
        f"f.yaml:{line}:1: error[E1]: wrong\n      = mend it\n"
    )


def test_nothing_in_a_file_acts_on_the_terminal() -> None:
    shown = problem_text("\x1b.yaml", ["\x1b]52;c;aGk=\a"], Problem("E1", 1, 1, "\x9b", hint="\u202e"))

    assert shown == (
        "‹U+001B›.yaml:1:1: error[E1]: ‹U+009B›\n"
        "    1 | ‹U+001B›]52;c;aGk=‹U+0007›\n"
        "      | ^^^^^^^^\n"
        "      = ‹U+202E›\n"
    )


@pytest.mark.parametrize(
    ("errors", "warnings", "said"),
    [
        (0, 0, "f.yaml: 0 errors, 0 warnings\n"),
        (1, 2, "f.yaml: 1 error, 2 warnings\n"),
        (2, 1, "f.yaml: 2 errors, 1 warning\n"),
    ],
)
def test_they_are_counted(errors: int, warnings: int, said: str) -> None:
    found = [Problem("E1", 1, 1, "wrong")] * errors + [Problem("W1", 1, 1, "odd", level="warning")] * warnings

    assert summary("f.yaml", found) == said


def test_a_problem_for_programs_has_everything_of_it() -> None:
    problem = Problem("W404", 3, 5, "no id", width=5, hint="add  id: sure", level="warning")

    assert plain(problem, "grow.yaml") == {
        "code": "W404",
        "level": "warning",
        "file": "grow.yaml",
        "line": 3,
        "col": 5,
        "width": 5,
        "text": "no id",
        "hint": "add  id: sure",
    }


ERROR = Problem("E201", 1, 1, "no")
WARNING = Problem("W401", 1, 1, "hm", level="warning")


@pytest.mark.parametrize(
    ("files", "unread", "said"),
    [
        ([[], []], 0, "2 checked: all good\n"),
        ([[]], 2, "1 checked: all good; 2 could not be read\n"),
        ([[], [ERROR]], 0, "2 checked: 1 good; 1 error, 0 warnings\n"),
        ([[], [ERROR, WARNING], [ERROR]], 1, "3 checked: 1 good; 2 errors, 1 warning; 1 could not be read\n"),
    ],
)
def test_files_and_problems_are_counted(files: list[list[Problem]], unread: int, said: str) -> None:
    assert total(files, unread) == said

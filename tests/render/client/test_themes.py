"""Answers and lines as a coach reads them in a window, in public, and as a program does."""

import pytest
from builders import strings
from domain.theme.voices import interview, line, said

from coachcli.cells import cells
from coachcli.domain.terms import ShareWith
from coachcli.domain.theme.answers import Answered, Tagged
from coachcli.domain.theme.interviews import interviews
from coachcli.domain.theme.lines import Theme, themes
from coachcli.render.client.themes import (
    answers_data,
    answers_text,
    discreet_answers,
    discreet_lines,
    kept_text,
    lines_data,
    lines_text,
)

QUESTIONS = (
    Answered("What does Jane do really well?", (("Asks before she decides, and waits until it is said", 1),)),
    Answered("How are things with Delegating?", (("3 of 10", 2), ("7 of 10", 1))),
)
TAGS = (Tagged("#listens", 3), Tagged("#late", 1))


def written(people: int = 3, share: ShareWith = "client") -> tuple[Theme, ...]:
    held = interviews([interview(f"P{one}", said("x #listens"), engagement="lead") for one in range(people)])
    return themes([line("She hears people out #listens", share, "lead")], held)


def test_each_question_has_its_answers_below_it_and_tags_come_last() -> None:
    assert answers_text("Jane", 3, QUESTIONS, TAGS, 80) == (
        "Jane: what others said, in 3 interviews\nFor you alone.\n\n"
        "What does Jane do really well?\n  - Asks before she decides, and waits until it is said\n\n"
        "How are things with Delegating?\n  - 3 of 10  (2 times)\n  - 7 of 10\n\n"
        "Tags\n  #listens  3 people\n  #late  1 person\n"
    )


@pytest.mark.parametrize("width", [40, 80])
def test_no_row_is_wider_than_the_window(width: int) -> None:
    text = answers_text("Jane", 3, QUESTIONS, TAGS, width) + lines_text(written(), 3, width)

    assert max(map(cells, text.split("\n"))) < width


def test_in_public_there_are_counts_alone() -> None:
    assert discreet_answers(QUESTIONS, TAGS) == "Interviews: 4 answers, 2 questions, 2 tags. The rest is hidden.\n"
    assert discreet_lines(written()) == "1 line. The rest is hidden.\n"


def test_a_program_reads_the_same_and_no_more() -> None:
    data = answers_data("jane", "Jane", 3, QUESTIONS, TAGS)

    assert data["questions"][1] == {
        "asked": "How are things with Delegating?",
        "answers": [{"words": "3 of 10", "times": 2}, {"words": "7 of 10", "times": 1}],
    }
    assert data["tags"] == [{"tag": "#listens", "people": 3}, {"tag": "#late", "people": 1}]
    assert not {"P1", "boss"} & set(strings(data))


def test_a_line_has_whom_it_is_for_and_what_it_rests_on() -> None:
    text = "  1  She hears people out\n     #listens · for the client · lead · rests on 3 people\n"

    assert lines_text(written(), 3, 80) == text


@pytest.mark.parametrize(("people", "floor"), [(2, 3), (3, 4)])
def test_one_that_too_few_are_left_behind_says_so(people: int, floor: int) -> None:
    text = lines_text(written(people), floor, 120)

    assert f"rests on {people} people · too few: nobody else reads it below {floor}\n" in text
    assert [row["leaves"] for row in lines_data("jane", "Jane", written(people), floor)] == [False]


def test_one_for_the_coach_alone_is_never_too_few() -> None:
    assert "too few" not in lines_text(written(1, "nobody"), 3, 120)
    assert "rests on 1 person" in lines_text(written(1, "nobody"), 3, 120)


def test_lines_for_programs() -> None:
    (row,) = lines_data("jane", "Jane", written(share="sponsor"), 3)

    assert (row["words"], row["tags"], row["share_with"], row["engagement"], row["people"], row["leaves"]) == (
        "She hears people out", ["#listens"], "sponsor", "lead", 3, True,
    )  # fmt: skip


def test_what_was_kept_is_told() -> None:
    assert kept_text(written()[0]) == "She hears people out\n#listens · for the client · lead · rests on 3 people\n"


def test_nothing_that_acts_on_a_terminal_reaches_it() -> None:
    assert "\x1b" not in answers_text("Jane", 1, (Answered("Well?", (("\x1b[2J", 1),)),), (), 80)

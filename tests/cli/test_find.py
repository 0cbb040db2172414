"""`coach find`."""

from pathlib import Path

import pytest
from cli.conftest import CANARY, FIRST, Coach

pytestmark = pytest.mark.usefixtures("ended")


def test_a_note_is_found_with_its_question_and_the_command_that_opens_it(coach: Coach) -> None:
    answer = coach("find", "SORROW", "xylo")

    assert answer.code == 0
    assert "Friday 1 March 2024 · Jane Doe · GROW\n" in answer.out
    assert "1  Jane Doe: **xylo**phone **sorrow**\n" in answer.out
    assert f"  coach session show {FIRST} --at 1\n" in answer.out
    assert answer.err == ""


def test_the_command_opens_the_session_at_that_note(coach: Coach) -> None:
    shown = coach("session", "show", FIRST, "--at", "1")

    assert f"- Note 1: {CANARY}\n" in shown.out
    assert shown.err == f"All of it: coach session show {FIRST}\n"


def test_words_in_order_are_one(coach: Coach) -> None:
    assert coach("find", "xylophone sorrow").out
    assert coach("find", "sorrow xylophone").out == ""


def test_what_is_nowhere_is_said_and_is_no_error(coach: Coach) -> None:
    answer = coach("find", "okapi")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "No note has that. A shorter part of a word finds more.\n"


def test_a_kind_alone_lists_all_of_that_kind(coach: Coach) -> None:
    answer = coach("find", "--kind", "promise")

    assert "2  I promised: send the article\n" in answer.out
    assert CANARY not in answer.out


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--client", "jane"), 1),
        (("--since", "1 March 2024"), 1),
        (("--since", "2 March 2024"), 0),
        (("--until", "2024-02-29"), 0),
        (("--with", "client"), 1),
        (("--with", "alone"), 0),
        (("--tag", "money"), 0),
    ],
)
def test_it_is_narrowed(coach: Coach, words: tuple[str, ...], count: int) -> None:
    assert len(coach("find", "sorrow", "--json", *words).data) == count


def test_there_are_more_is_said(coach: Coach) -> None:
    answer = coach("find", "e", "--limit", "1")

    assert "I promised: s**e**nd th**e** articl**e**\n" in answer.out
    assert answer.err == "There are more, from before these; --limit 2 shows them, and more words find fewer.\n"


def test_where_others_see_the_screen_it_counts(coach: Coach) -> None:
    answer = coach("find", "sorrow", "--discreet")

    assert (answer.code, answer.out, answer.err) == (0, "1 note, in 1 session.\n", "")
    assert coach("find", "okapi", "--discreet").err == "No note was found.\n"


def test_what_is_wrong_there_names_nobody(coach: Coach, ended: Path) -> None:
    ended.write_text("client: jane-doe")
    damaged, unknown = coach("find", "sorrow", "--discreet"), coach("find", "x", "--client", "Jana Doo", "--discreet")

    assert (damaged.code, unknown.code) == (4, 3)
    for answer in (damaged, unknown):
        assert not any(word in answer.out + answer.err for word in ("jane", "Jan", str(ended.parent)))


@pytest.mark.parametrize(
    "words",
    [(), ("x", "--discreet", "--json"), ("x", "--kind", "hunch"), ("x", "--since", "blue"), ("x", "--limit", "0")],
)
def test_what_makes_no_sense_is_refused(coach: Coach, words: tuple[str, ...]) -> None:
    answer = coach("find", *words)

    assert (answer.code, answer.out) == (2, "")


def test_until_is_named_where_its_day_is_no_day(coach: Coach) -> None:
    assert '--until "1 March"' in coach("find", "x", "--until", "blue").err


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_found(coach: Coach, ended: Path) -> None:
    ended.with_name("2024-03-02-1400-grow.yaml").write_text("format: 1\n")
    answer = coach("find", "sorrow")

    assert answer.code == 4
    assert "**sorrow**" in answer.out
    assert "2024-03-02-1400-grow.yaml:1: the end of the file is missing" in answer.err

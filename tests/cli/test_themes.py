"""`coach themes`: from what was said in interviews to a line that somebody else may read."""

import json
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.conftest import made as made  # noqa: PLC0414 the fixture
from app.play import Chooser
from cli.conftest import Coach
from domain.theme.voices import said

from coachcli.cli import themes
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Person
from coachcli.errors import CancelledError
from coachcli.store.client import client_file
from coachcli.store.paths import Practice

LINE = "She hears people out"
ADD = ("themes", "add", "jane", *LINE.split(), "--tag", "listens")


@pytest.fixture
def jane(practice: Practice) -> Client:
    return client_file.add(practice, "Jane Example")


@pytest.fixture(autouse=True)
def files(jane: Client, made: MakeSession) -> list[Path]:
    return [
        made(
            jane,
            f"2020-10-0{day}-1000",
            "stakeholder-interview",
            turns=(said(f"Canary {day} #listens"),),
            person=Person(code=f"P{day}"),
        ).path
        for day in (1, 2, 3)
    ]


def test_what_was_said_is_read_by_question(coach: Coach) -> None:
    answer = coach("themes", "jane")

    assert answer.code == 0
    assert "What does Jane Example do really well?\n  - Canary 1 #listens\n  - Canary 2 #listens\n" in answer.out
    assert "Tags\n  #listens  3 people\n" in answer.out


def test_for_programs(coach: Coach) -> None:
    data = coach("themes", "jane", "--json").data

    assert data["tags"] == [{"tag": "#listens", "people": 3}]
    assert not any(word in json.dumps(data) for word in ("P1", "2020"))


def test_where_others_see_the_screen_nobody_and_no_word_is_named(coach: Coach, files: list[Path]) -> None:
    coach(*ADD, "--for", "client")
    for words in (("jane",), ("list", "jane"), ("list", "nobody"), ("jane", "--engagement", "x")):
        answer = coach("themes", *words, "--discreet")
        assert not any(word in (answer.out + answer.err).lower() for word in ("jane", "canary", "listens", "hears"))
    files[0].write_text("format: [", encoding="utf-8")
    answer = coach("themes", "jane", "--discreet")
    assert (answer.code, "jane" in answer.err) == (4, False)
    assert coach("themes", "jane", "--discreet", "--json").code == 2


def test_a_line_is_kept_listed_and_taken_back(coach: Coach) -> None:
    kept = coach(*ADD, "--for", "client")
    assert (kept.code, kept.out) == (0, f"Kept: {LINE}\n#listens · for the client · rests on 3 people\n")
    assert coach("themes", "list", "jane").out == (f"  1  {LINE}\n     #listens · for the client · rests on 3 people\n")
    assert [row["leaves"] for row in coach("themes", "list", "jane", "--json").data] == [True]
    assert coach("themes", "remove", "jane", "1").out.startswith(f"Taken back: {LINE}\n")
    assert coach("themes", "list", "jane").err == (
        "There is no line yet. To write one: coach themes add jane-example\n"
    )
    assert coach("themes", "remove", "jane", "1").code == 3


def test_below_the_floor_it_is_refused_in_two_lines_that_count_nobody(coach: Coach, files: list[Path]) -> None:
    files[0].unlink()

    answer = coach(*ADD, "--for", "client")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "That line is for you alone as yet: it takes 3 people with its tag, in interviews.\n"
        "Leave out --for to keep it for you. How many there are: coach themes show jane-example\n"
    )


def test_one_that_is_too_few_later_says_so_in_the_list(coach: Coach, files: list[Path]) -> None:
    coach(*ADD, "--for", "client")
    files[0].unlink()

    assert "rests on 2 people · too few" in coach("themes", "list", "jane").out.replace("\n     ", " ")


def test_what_was_said_last_between_sessions_is_no_line(coach: Coach) -> None:
    coach("action", "add", "jane", "Call Tom")
    coach(*ADD)

    assert "Call Tom" in coach("action", "undo", "jane").out
    assert LINE in coach("themes", "list", "jane").out


def test_whoever_thinks_better_of_it_leaves_nothing(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    class Leaving(Chooser):
        def write(self, question: str) -> str:
            raise CancelledError(question)

    monkeypatch.setattr(themes, "somebody_to_ask", lambda: Leaving([]))

    assert coach("themes", "add", "jane").code == 130
    assert coach("themes", "list", "jane").out == ""

"""`coach session show`: all of a session, or around one note."""

import pytest
from cli.conftest import CANARY, FIRST, Coach

pytestmark = pytest.mark.usefixtures("ended")


def test_all_of_it_is_shown_where_no_note_is_named(coach: Coach) -> None:
    answer = coach("session", "show", FIRST)

    assert f"  - {CANARY}\n" in answer.out
    assert answer.err == ""


def test_around_a_note_no_other_stage_is_shown(coach: Coach) -> None:
    assert "ACTIONS" not in coach("session", "show", FIRST, "--at", "2").out


def test_a_note_that_is_not_there_is_said(coach: Coach) -> None:
    answer = coach("session", "show", FIRST, "--at", "9")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"There is no note 9 in {FIRST}.\nThey are numbered from 1 to 2.\n"


def test_as_json_a_session_is_whole(coach: Coach) -> None:
    assert coach("session", "show", FIRST, "--at", "1", "--json").code == 2

"""`coach client ...`, as a coach calls it."""

from pathlib import Path

import pytest
from cli.conftest import Coach

from coachcli.store.disk import locks
from coachcli.store.paths import Practice

ADDED = ("client", "add", "Jane Example", "--email", "jane@example.com", "--every", "2 weeks", "--language", "German")


def test_a_client_is_added_with_what_is_known_and_it_is_said_what_comes_next(coach: Coach, practice: Practice) -> None:
    answer = coach(*ADDED, "--people", "6")

    assert answer.code == 0
    assert answer.out == f"Added: Jane Example, in {practice.clients / 'jane-example'}\n"
    assert answer.err == "Begin with them: coach session start jane-example\n"
    assert practice.client_file("jane-example").read_text(encoding="utf-8") == (
        "format: 1\nid: jane-example\nname: Jane Example\nemail: jane@example.com\n"
        "cadence: 2 weeks\nlanguage: de\npeople: 6\n"
    )


def test_a_name_that_is_there_a_name_too_near_and_a_slip_end_in_2(coach: Coach) -> None:
    coach(*ADDED)
    answers = [
        coach("client", "add", "jane example"),
        coach("client", "add", "Jane Exampel"),
        coach("client", "add", "Own"),
        coach("client", "add", "Bo Sample", "--people", "some"),
    ]

    assert [answer.code for answer in answers] == [2, 2, 2, 2]
    assert all(answer.err.count("\n") == 2 for answer in answers)
    assert len(coach("client", "list", "--json").data) == 1


def test_before_the_first_client_the_list_says_how_to_add_one(coach: Coach) -> None:
    answer = coach("client", "list")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == 'There is no client yet. Add one: coach client add "Jane Example"\n'


@pytest.mark.usefixtures("ended")
def test_the_list_has_who_is_worked_with_and_says_how_many_are_archived(coach: Coach) -> None:
    coach("client", "add", "Bo Sample")
    coach("client", "archive", "bo")
    answer = coach("client", "list")

    assert answer.out == "Jane Doe  1 session  last 1 Mar 2024\n"
    assert answer.err == "1 archived: coach client list --all\n"
    everybody = coach("client", "list", "--all")
    assert everybody.out.split("\n")[0].split() == ["Bo", "Sample", "no", "session", "yet", "archived"]
    assert everybody.err == ""


def test_the_page_of_a_client_is_for_people_and_for_programs(coach: Coach, ended: Path) -> None:
    coach("client", "edit", "jane", "--role", "Head of Research", "--organisation", "Example Ltd")
    answer = coach("client", "show", "jane")

    assert answer.code == 0
    assert answer.out.startswith("Jane Doe\n\nRole: Head of Research\nOrganisation: Example Ltd\n")
    assert "SESSIONS\n  - 1 session, last on Friday 1 March 2024\n" in answer.out
    assert "YOU PROMISED\n  - send the article\n" in answer.out
    assert str(ended.parents[1]) in answer.out
    assert coach("client", "show", "jane", "--json").data["role"] == "Head of Research"
    assert coach("client", "show", "zoe").code == 3


def test_what_is_named_is_changed_and_two_quotes_take_a_line_out(coach: Coach, practice: Practice) -> None:
    coach(*ADDED)
    answer = coach("client", "edit", "jane", "--email", "", "--every", "weekly")

    assert answer.out == "Changed: email, cadence of Jane Example\n"
    assert coach("client", "edit", "jane", "--every", "weekly").out == "Nothing was changed.\n"
    written = practice.client_file("jane-example").read_text(encoding="utf-8")
    assert "email" not in written
    assert "cadence: weekly\n" in written


def test_without_a_word_the_editor_opens_and_where_there_is_none_it_is_said(coach: Coach) -> None:
    coach(*ADDED)
    answer = coach("client", "edit", "jane")

    assert answer.code == 2
    assert answer.err.startswith("There is no editor")


@pytest.mark.usefixtures("paused")
def test_an_archived_client_is_told_of_with_what_waits_and_taken_back(coach: Coach) -> None:
    away = coach("client", "archive", "bob")

    assert away.out == "Bob is archived.\n"
    assert away.err == "1 unfinished session is now out of sight: coach client show bob\n"
    assert coach("client", "archive", "bob").out == "Bob is archived already.\n"
    assert "Bob" not in coach().out
    assert coach("client", "archive", "bob", "--undo").out == "Bob is in your lists again.\n"
    assert coach("client", "archive", "bob", "--undo").out == "Bob is not archived.\n"
    assert "Bob" in coach().out


def test_questions_come_in_the_clients_language_and_reflection_in_the_coachs(coach: Coach) -> None:
    coach(*ADDED)
    german = coach("session", "start", "jane", "-f", "grow", typed="/end\n/end\n")
    other = coach("session", "start", "jane", "-f", "grow", "--language", "en", typed="/end\n/end\n")
    alone = coach("session", "start", "jane", "-f", "reflection", typed="/end\n/end\n")
    at_first = coach("session", "start", "Bo Sample", "-f", "grow", typed="/end\n/end\n")

    assert "Ankommen" in german.err
    assert "Ankommen" not in other.err + alone.err + at_first.err


def test_a_team_is_called_by_all_of_its_name(coach: Coach, practice: Practice) -> None:
    coach("client", "add", "Northern Team", "--people", "6")
    (practice.frameworks).mkdir(parents=True, exist_ok=True)
    (practice.frameworks / "mine.yaml").write_text(
        "title: Mine\nwith: client\nstages:\n- title: One\n  ask:\n  - How is {client} today?\n", encoding="utf-8"
    )
    answer = coach("session", "start", "northern", "-f", "mine", typed="/end\n/end\n")

    assert "How is Northern Team today?" in answer.err + answer.out


def test_a_client_is_renamed_and_the_folder_follows_when_told(coach: Coach, practice: Practice, ended: Path) -> None:
    renamed = coach("client", "rename", "jane", "Jane Q Example")

    assert renamed.out == "Jane Doe is Jane Q Example now.\n"
    assert renamed.err == (
        f"The old name still stands in the folder {practice.clients / 'jane-doe'}, the id of 1 session.\n"
        'To have folder and ids follow: coach client rename jane-doe "Jane Q Example" --move\n'
    )
    assert "Jane Q Example" in ended.with_suffix(".md").read_text(encoding="utf-8")
    moved = coach("client", "rename", "jane-doe", "Jane Q Example", "--move")
    assert moved.out == f"Their folder: {practice.clients / 'jane-q-example'}\n"
    assert moved.err == ""
    assert coach("session", "list").out.startswith("jane-q-example/2024-03-01-1400  Jane Q Example")
    assert coach("client", "rename", "jane", "Jane Q Example", "--move").out == "Nothing was changed.\n"


@pytest.mark.usefixtures("ended")
def test_a_rename_while_a_session_is_open_elsewhere_ends_in_5(coach: Coach, practice: Practice) -> None:
    with locks.held(practice.locks / "jane-doe--2024-03-01-1400-grow"):
        answer = coach("client", "rename", "jane", "Jane Q Example", "--move")

    assert answer.code == 5
    assert answer.err.count("\n") == 2
    assert practice.client_file("jane-doe").exists()


def test_two_leaders_in_conflict_are_one_client_and_what_they_agree_comes_up_for_both(coach: Coach) -> None:
    coach("client", "add", "Ana and Bo Example", "--people", "2")
    typed = "/go what would you both\nA way to decide who leads the fair\n*Meet on Mondays by 7 september\n/end\n/end\n"
    call = coach("session", "start", "ana and", "-f", "conflict-between-two", "--at", "2026-09-03 10:00", typed=typed)

    assert call.code == 0
    assert "Frame 1 of 5 · Ana and Bo Example · Conflict between two" in call.out + call.err
    assert "two people" in coach("client", "list").out
    assert "Who: two people" in coach("client", "show", "ana and").out
    assert "Meet on Mondays" in coach("prep", "ana and").out
    assert coach("goal", "list", "ana and").out == ""
    shared = coach("session", "export", "ana and", "--for", "client").out
    assert "Meet on Mondays" in shared

"""`coach engagement`: begun, looked at, changed and ended from the command line."""

from pathlib import Path

import pytest
from cli.conftest import Coach

from coachcli.store.client import client_file
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up

START = ("engagement", "start", "jane", "--start", "2024-01-01")


@pytest.fixture(autouse=True)
def _jane(practice: Practice) -> None:
    set_up(practice)
    client_file.add(practice, "Jane Doe")


def the_file(practice: Practice) -> Path:
    (path,) = practice.engagements("jane-doe").glob("*.yaml")
    return path


def test_one_is_begun_and_its_road_shown(coach: Coach, practice: Practice) -> None:
    answer = coach(*START, "--title", "Lead", "--road", "simple", "--end", "3 months", "--sessions", "6", "--pro-bono")

    assert answer.code == 0
    path = the_file(practice)
    assert answer.out.startswith(f"{path}\nJane Doe · Lead\n")
    assert "late   Intake and contracting · was for 1 Jan 2024" in answer.out
    assert answer.err == "To change what was agreed, or its road: coach engagement edit jane-doe 2024-lead\n"
    text = path.read_text(encoding="utf-8")
    assert "end: 2024-03-31" in text
    assert "paid: no" in text
    assert "  - {do: session, every: 2 weeks}\n" in text


def test_it_is_shown_and_for_programs_as_well(coach: Coach) -> None:
    coach(*START, "--title", "Lead")

    assert coach("engagement", "show", "jane").out.startswith("Jane Doe · Lead\n")
    assert coach("engagement", "show", "jane", "lead", "--json").data["id"] == "2024-lead"


def test_it_is_ended_and_all_that_is_open_dropped(coach: Coach, practice: Practice) -> None:
    coach("action", "add", "jane", "Sleep", "more")
    coach(*START, "--title", "Lead")
    before = the_file(practice).read_bytes()

    answer = coach("engagement", "end", "jane", "--why", "as agreed", "--drop-open")

    assert answer.code == 0
    assert "Dropped\n  Sleep more\nNothing of it is due any more.\n" in answer.out
    assert the_file(practice).read_bytes().startswith(before)
    assert coach("action", "list", "jane", "--json").data == []
    assert coach("engagement", "end", "jane").code == 2


def test_keeping_and_dropping_are_two_things(coach: Coach) -> None:
    answer = coach("engagement", "end", "jane", "--keep-open", "--drop-open")

    assert (answer.code, answer.err) == (2, "--drop-open and --keep-open are two things.\nLeave out one of them.\n")


def test_it_is_edited(coach: Coach, practice: Practice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    coach(*START, "--title", "Lead")
    editor = tmp_path / "nano"
    editor.write_text('#!/bin/sh\nfor file; do :; done\nsed -i "s/^title: Lead/title: Rest/" "$file"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))

    answer = coach("engagement", "edit", "jane")

    assert (answer.code, f"Saved: {the_file(practice)}" in answer.err) == (0, True)
    assert "title: Rest" in the_file(practice).read_text(encoding="utf-8")


def test_a_client_or_an_engagement_that_is_not_there_is_told(coach: Coach) -> None:
    assert coach("engagement", "show", "nobody").code == 3
    assert coach("engagement", "show", "jane").code == 3
    assert coach("engagement", "start", "nobody", "--title", "Lead").code == 3


def test_a_file_that_cannot_be_read_is_told_with_its_line(coach: Coach, practice: Practice) -> None:
    coach(*START, "--title", "Lead")
    path = the_file(practice)
    path.write_text("start: soon\n", encoding="utf-8")

    answer = coach("engagement", "show", "jane")

    assert answer.code == 4
    assert answer.err == (
        f"{path}:1:8: start must be a day, not 'soon'.\n"
        f"Write it like  2026-09-01. All that is wrong: coach framework check {path}\n"
    )


def test_the_schemas_are_printed_and_written(coach: Coach, tmp_path: Path) -> None:
    assert coach("engagement", "schema").data["title"] == "An engagement"
    assert coach("engagement", "schema", "--road").data["title"] == "A road"
    target = tmp_path / "x.json"

    assert coach("engagement", "schema", "-o", str(target)).code == 0
    assert target.is_file()


def test_a_page_for_the_client_is_noted_and_for_a_sponsor_who_hears_nothing_refused(
    coach: Coach, practice: Practice
) -> None:
    coach("session", "start", "jane", "-f", "grow", "--at", "2024-03-01 14:00", typed="Heard\n/end\n/end\n")
    coach(*START, "--title", "Lead", "--sponsor", "Sam Boss", "--sponsor-hears", "nothing")

    refused = coach("session", "export", "jane", "--for", "sponsor")
    coach("session", "export", "jane", "--for", "client")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("It was agreed that the sponsor hears nothing")
    text = the_file(practice).read_text(encoding="utf-8")
    assert "for: client, what: session of 2024-03-01 as markdown, lines: " in text
    assert "Heard" not in text

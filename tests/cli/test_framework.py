"""`coach framework ...`."""

from pathlib import Path

import pytest
from cli.conftest import BROKEN, Coach, everything_in

from coachcli.store.paths import Practice

GOOD = (
    "title: Short\nabout: Two words. And more of them.\nminutes: 20\nstages:\n- title: One\n  ask:\n  - Who is there?\n"
)
CARETS = "    5 |   - typ: note\n      |     ^^^\n"


@pytest.fixture
def own(practice: Practice) -> Path:
    """A framework of the coach's own."""
    practice.frameworks.mkdir(parents=True)
    path = practice.frameworks / "short.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_the_shipped_ones_are_there_before_there_is_a_practice(coach: Coach, practice: Practice) -> None:
    answer = coach("framework", "list")

    assert (answer.code, answer.err) == (0, "")
    assert [row.split()[0] for row in answer.out.splitlines() if row[0] != " "] == ["egan", "egan-atd", "grow"]
    assert not practice.root.exists()


def test_ones_own_stand_beside_the_shipped_with_their_purpose_in_a_line(coach: Coach, own: Path) -> None:
    words = coach("framework", "list").out.split()

    assert " ".join(words).endswith(f" {own.stem} Short 20 min yours Two words.")


def test_ones_own_is_used_instead_of_a_shipped_one_of_the_same_name(coach: Coach, own: Path) -> None:
    own.rename(own.with_name("grow.yaml"))

    assert "yours, instead of the shipped one" in coach("framework", "list").out
    assert "Who is there?" in coach("framework", "show", "grow").out


def test_the_list_for_programs(coach: Coach, own: Path) -> None:
    listed = {entry["id"]: entry for entry in coach("framework", "list", "--json").data}

    assert set(listed) == {"egan", "egan-atd", "grow", "short"}
    assert listed["short"]["path"] == str(own)
    assert listed["short"]["minutes"] == 20


def test_a_broken_one_does_not_hide_the_others(coach: Coach, broken_framework: Path) -> None:
    answer = coach("framework", "list")

    assert answer.code == 0
    assert "grow" in answer.out
    assert f"broken: coach framework check {broken_framework.stem}" in answer.out


@pytest.mark.usefixtures("own")
def test_reading_one(coach: Coach) -> None:
    answer = coach("framework", "show", "SHORT")

    assert (answer.code, answer.err) == (0, "")
    assert "Short (short, 20 minutes)" in answer.out
    assert "Who is there?" in answer.out


def test_the_follow_up_questions_are_shown_on_request(coach: Coach) -> None:
    short, long = coach("framework", "show", "grow").out, coach("framework", "show", "grow", "--probes").out

    assert set(short.splitlines()) < set(long.splitlines())


@pytest.mark.usefixtures("own")
def test_one_for_programs(coach: Coach) -> None:
    found = coach("framework", "show", "short", "--json").data

    assert (found["id"], found["title"], found["minutes"]) == ("short", "Short", 20)


def test_an_unknown_one_is_answered_with_the_nearest(coach: Coach) -> None:
    answer = coach("framework", "show", "grwo")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == "There is no framework grwo.\nDid you mean grow?\n"


def test_where_nothing_is_near_the_list_is_named(coach: Coach) -> None:
    answer = coach("framework", "show", "zzz")

    assert answer.code == 3
    assert answer.err == "There is no framework zzz.\ncoach framework list shows what there is.\n"


def test_a_broken_one_cannot_be_shown(coach: Coach, broken_framework: Path) -> None:
    answer = coach("framework", "show", "mine")

    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith(f"{broken_framework}:5:5: error[")
    assert CARETS in answer.err
    assert answer.err.endswith("Mend the file, then: coach framework check mine\n")


def test_all_are_checked_where_none_is_named(coach: Coach) -> None:
    answer = coach("framework", "check")

    assert answer.code == 0
    assert answer.err == "egan: good\negan-atd: good\ngrow: good\n"


@pytest.mark.usefixtures("broken_framework")
def test_a_check_shows_the_place(coach: Coach) -> None:
    answer = coach("framework", "check")

    assert answer.code == 1
    assert answer.out.startswith("mine:5:5: error[")
    assert CARETS in answer.out
    assert answer.out.endswith("mine: 1 error, 0 warnings\n")
    assert answer.err == "egan: good\negan-atd: good\ngrow: good\n"


@pytest.mark.usefixtures("broken_framework")
def test_a_check_for_programs(coach: Coach) -> None:
    answer = coach("framework", "check", "mine", "grow", "--json")

    assert answer.code == 1
    (problem,) = answer.data
    assert (problem["file"], problem["line"], problem["column"], problem["level"]) == ("mine", 5, 5, "error")
    assert coach("framework", "check", "grow", "--json").data == []


def test_a_file_anywhere_can_be_checked(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "draft.yaml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "good.yml").write_text(GOOD, encoding="utf-8")

    assert coach("framework", "check", str(tmp_path / "good.yml")).code == 0
    answer = coach("framework", "check", str(tmp_path / "draft.yaml"))
    assert answer.code == 1
    assert answer.out.startswith(f"{tmp_path / 'draft.yaml'}:5:5: error[")


def test_a_file_that_is_not_there_is_not_found(coach: Coach, tmp_path: Path) -> None:
    answer = coach("framework", "check", str(tmp_path / "nowhere.yaml"))

    assert answer.code == 3
    assert str(tmp_path / "nowhere.yaml") in answer.err


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"\xff\xfea\x00", b"[" * 30_000, b"a: &a [1]\nb: *a\n", b"title: \x1b[31mred\n"],
    ids=["empty", "NUL", "UTF-16", "nested", "aliases", "escapes"],
)
def test_hostile_files_are_answered_in_words(coach: Coach, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "hostile.yaml").write_bytes(content)

    answer = coach("framework", "check", str(tmp_path / "hostile.yaml"))

    assert answer.code == 1
    assert f"{tmp_path / 'hostile.yaml'}:1:" in answer.out
    assert "\x1b" not in answer.out


def test_nothing_is_written_by_looking(coach: Coach, own: Path) -> None:
    before = everything_in(own.parents[1])
    for words in (("list",), ("show", "short"), ("check",), ("check", "--json")):
        coach("framework", *words)

    assert everything_in(own.parents[1]) == before

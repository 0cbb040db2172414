"""`coach framework ...`."""

import re
from pathlib import Path

import pytest
from builders import practice_before
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
    rows = [row.split()[0] for row in answer.out.split("\n") if row.startswith("  ") and row[2] != " "]
    assert {"egan", "egan-atd", "grow"} <= set(rows)
    assert len(rows) == len(set(rows))
    assert not practice.root.exists()


def test_ones_own_stand_beside_the_shipped_with_their_purpose_in_a_line(coach: Coach, own: Path) -> None:
    words = coach("framework", "list").out.split()

    assert f" {own.stem} Short 20 min yours Two words. " in " ".join(words)


@pytest.mark.parametrize("words", [("list",), ("list", "--own", "--json"), ("check",)])
def test_what_lies_beside_them_unused_is_mentioned(coach: Coach, own: Path, words: tuple[str, ...]) -> None:
    own.with_name("my-walk.yaml.txt").write_text(GOOD, encoding="utf-8")
    own.with_name("short (1).yaml").write_text("broken: [", encoding="utf-8")
    (own.parent / "packs").mkdir()
    (own.parent / "packs" / "grief copy.yaml").write_text("", encoding="utf-8")
    answer = coach("framework", *words)

    assert answer.code == 0
    assert "my-walk.yaml.txt is not used: its name does not end in .yaml. Call it my-walk.yaml.\n" in answer.err
    assert "short (1).yaml is not used: it looks like a second version of short.yaml." in answer.err
    assert "grief copy.yaml is not used" in answer.err


@pytest.mark.usefixtures("own", "broken_framework")
def test_ones_own_are_listed_in_their_groups(coach: Coach) -> None:
    answer = coach("framework", "list", "--own")

    assert answer.out == (
        "Conversations\n"
        "  short  Short  20 min  yours\n"
        "    Two words.\n"
        "\n"
        "Cannot be used\n"
        "  mine  yours\n"
        "    line 5: 'typ' is not a setting here\n"
        "    coach framework check mine\n"
    )


def test_one_kind_can_be_listed(coach: Coach) -> None:
    answer = coach("framework", "list", "--kind", "reflection")

    assert answer.out.startswith("Your own work\n")
    assert "grow" not in answer.out.split()
    assert coach("framework", "list", "--kind", "talk").code == 2


def test_where_there_is_none_it_says_how_to_make_one(coach: Coach) -> None:
    answer = coach("framework", "list", "--own")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "None of these. To make one: coach framework new my-framework --from grow\n"


def test_ones_own_is_used_instead_of_a_shipped_one_of_the_same_name(coach: Coach, own: Path) -> None:
    own.rename(own.with_name("grow.yaml"))

    assert "yours, instead of the shipped one" in coach("framework", "list").out
    assert "Who is there?" in coach("framework", "show", "grow").out


def test_the_list_for_programs(coach: Coach, own: Path) -> None:
    listed = {entry["id"]: entry for entry in coach("framework", "list", "--json").data}

    assert {"egan", "egan-atd", "grow", "short"} <= set(listed)
    assert listed["short"] == {
        "id": "short",
        "title": "Short",
        "kind": "conversation",
        "with": "client",
        "purpose": "Two words.",
        "minutes": 20,
        "languages": ["en"],
        "origin": "yours",
        "path": str(own),
        "problem": "",
        "usable": True,
    }


def test_a_broken_one_does_not_hide_the_others(coach: Coach, broken_framework: Path) -> None:
    answer = coach("framework", "list")

    assert answer.code == 0
    assert "grow" in answer.out
    assert f"\n    coach framework check {broken_framework.stem}\n" in answer.out


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


def test_the_file_itself_is_shown_even_of_a_broken_one(coach: Coach, own: Path, broken_framework: Path) -> None:
    assert coach("framework", "show", own.stem, "--as", "yaml").out == GOOD
    assert coach("framework", "show", broken_framework.stem, "--as", "yaml").out == BROKEN


@pytest.mark.usefixtures("own")
def test_what_becomes_of_a_file_is_shown(coach: Coach) -> None:
    answer = coach("framework", "show", "short", "--resolved", "--as", "yaml")

    assert answer.out.startswith("id: short\ntitle: Short\nkind: conversation\n")
    assert "- id: who_is_there\n" in answer.out


def test_a_card_for_the_desk(coach: Coach) -> None:
    answer = coach("framework", "show", "grow", "--as", "markdown")

    assert answer.out.startswith("# GROW\n\nGoal, Reality, Options, Will: ")
    assert "\n## Goal · 10 min\n" in answer.out


@pytest.mark.usefixtures("own")
def test_in_another_language_or_it_says_which_there_are(coach: Coach, practice: Practice) -> None:
    german = "translates: short\nlanguage: de\ntexts:\n  title: Kurz\n  who_is_there.ask: Wer ist da\n"
    (practice.frameworks / "short.de.yaml").write_text(german, encoding="utf-8")

    assert "Kurz (short, 20 minutes, German)" in coach("framework", "show", "short", "--language", "de").out
    assert "Wer ist da" in coach("framework", "show", "short", "--language", "de", "--as", "yaml").out
    answer = coach("framework", "show", "short", "--language", "fr")
    assert answer.code == 2
    assert "English (en), German (de)" in answer.err


# One of the coach's own


def test_a_new_one_works_at_once_and_says_what_to_do_next(coach: Coach, practice: Practice) -> None:
    answer = coach("framework", "new", "my-grow", "--from", "grow")

    path = practice.frameworks / "my-grow.yaml"
    assert (answer.code, answer.out) == (0, f"{path}\n")
    assert answer.err == (
        "It works as it stands. To make it yours: coach framework edit my-grow\n"
        "To try it, with nothing kept: coach framework try my-grow\n"
    )
    assert coach("framework", "check", "my-grow", "--strict").code == 0
    assert coach("framework", "new", "my-grow").code == 5
    assert coach("framework", "new", "My Grow").code == 2


def test_a_new_one_of_a_kind(coach: Coach) -> None:
    assert coach("framework", "new", "round", "--kind", "meeting").code == 0
    assert coach("framework", "show", "round", "--json").data["kind"] == "meeting"


def test_the_schemas_are_printed_or_written(coach: Coach, tmp_path: Path) -> None:
    plain, derived = coach("framework", "schema").data, coach("framework", "schema", "--derived").data
    assert plain["required"] == ["stages"]
    assert derived["required"] == ["extends"]

    answer = coach("framework", "schema", "-o", str(tmp_path / "mine.json"))
    assert (answer.code, answer.out) == (0, "")
    assert (tmp_path / "mine.json").read_text(encoding="utf-8") == coach("framework", "schema", "-o", "-").out


def test_an_unknown_one_is_answered_with_the_nearest(coach: Coach) -> None:
    answer = coach("framework", "show", "grwo")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == "There is no framework grwo.\nDid you mean grow or tgrow?\n"


@pytest.mark.parametrize("form", [(), ("--as", "markdown"), ("--as", "yaml")])
def test_it_is_shown_by_any_of_its_names(coach: Coach, form: tuple[str, ...]) -> None:
    answer = coach("framework", "show", "skilled helper", *form)

    assert answer.code == 0
    assert answer.out == coach("framework", "show", "egan", *form).out


def test_one_that_extends_it_names_it_by_its_id(coach: Coach, practice: Practice) -> None:
    assert coach("framework", "new", "mine", "--from", "skilled helper").code == 0
    assert "extends: egan\n" in (practice.frameworks / "mine.yaml").read_text(encoding="utf-8")


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

    assert (answer.code, answer.out) == (0, "")
    assert re.fullmatch(r"\d+ checked: all good\n", answer.err)


def test_a_coachs_own_of_before_are_good_still(coach: Coach, tmp_path: Path) -> None:
    own = sorted(path.stem for path in practice_before(tmp_path).frameworks.glob("*.yaml"))
    answer = coach("framework", "check", *own)

    assert answer.code == 0
    assert "error[" not in answer.out + answer.err
    assert "\n7 checked: " in answer.err


@pytest.mark.usefixtures("broken_framework")
def test_a_check_shows_the_place(coach: Coach) -> None:
    answer = coach("framework", "check")

    assert answer.code == 1
    assert "\nmine:5:5: error[" in answer.out
    assert CARETS in answer.out
    assert answer.out.endswith("mine: 1 error, 2 warnings\n")
    assert re.fullmatch(r"\d+ checked: \d+ good; 1 error, 2 warnings\n", answer.err)


@pytest.mark.usefixtures("broken_framework")
def test_a_check_for_programs(coach: Coach) -> None:
    answer = coach("framework", "check", "mine", "grow", "--json")

    assert answer.code == 1
    (problem,) = [one for one in answer.data if one["level"] == "error"]
    assert set(problem) == {"code", "level", "file", "line", "col", "width", "text", "hint"}
    assert (problem["file"], problem["line"], problem["col"], problem["level"]) == ("mine", 5, 5, "error")
    assert coach("framework", "check", "grow", "--json").data == []


def test_a_file_anywhere_can_be_checked(coach: Coach, tmp_path: Path) -> None:
    (tmp_path / "draft.yaml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "good.yml").write_text(GOOD, encoding="utf-8")

    assert coach("framework", "check", str(tmp_path / "good.yml")).code == 0
    answer = coach("framework", "check", str(tmp_path / "draft.yaml"))
    assert answer.code == 1
    assert f"\n{tmp_path / 'draft.yaml'}:5:5: error[" in answer.out


def test_a_file_that_is_not_there_is_not_found(coach: Coach, tmp_path: Path) -> None:
    answer = coach("framework", "check", str(tmp_path / "nowhere.yaml"))

    assert answer.code == 3
    assert str(tmp_path / "nowhere.yaml") in answer.err


def test_the_others_are_checked_all_the_same(coach: Coach, tmp_path: Path) -> None:
    answer = coach("framework", "check", str(tmp_path / "nowhere.yaml"), "grow", "grwo")

    assert answer.code == 3
    assert "grow: good\n" in answer.err
    assert "There is no framework grwo.\nDid you mean grow" in answer.err
    assert answer.err.endswith("\n1 checked: all good; 2 could not be read\n")
    assert coach("framework", "check", "grwo", "--json").data == []


def test_a_folder_can_be_checked(coach: Coach, own: Path) -> None:
    answer = coach("framework", "check", str(own.parent))

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.endswith("short.yaml: 0 errors, 2 warnings\n")


@pytest.mark.usefixtures("own")
def test_warnings_count_where_it_is_strict(coach: Coach) -> None:
    assert coach("framework", "check", "short").code == 0
    assert coach("framework", "check", "short", "--strict").code == 1
    assert coach("framework", "check", "grow", "egan", "--strict").code == 0


def test_watching_looks_again_until_ctrl_c(coach: Coach, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changes = [lambda: own.write_text(BROKEN, encoding="utf-8")]

    def pause() -> None:
        if not changes:
            raise KeyboardInterrupt
        changes.pop()()

    monkeypatch.setattr("coachcli.app.framework.check.pause", pause)
    answer = coach("framework", "check", "short", "--watch")

    assert answer.code == 130
    assert answer.out.count("short: ") == 2
    assert "short:5:5: error[" in answer.out
    assert re.fullmatch(
        r"Watching; Ctrl-C ends it\.\n(\d\d:\d\d:\d\d checked; waiting for the next change\.\n){2}\n?", answer.err
    )


def test_watching_is_for_people(coach: Coach) -> None:
    answer = coach("framework", "check", "--watch", "--json")

    assert (answer.code, answer.err) == (
        2,
        "--watch is for people and --json for programs.\nLeave out one of the two.\n",
    )


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
    for words in (("list",), ("show", "short"), ("check",), ("check", "--json"), ("schema",)):
        coach("framework", *words)

    assert everything_in(own.parents[1]) == before


def test_a_file_whose_name_keeps_it_from_being_used_is_not_checked_under_another(coach: Coach, tmp_path: Path) -> None:
    path = tmp_path / "my-walk.yaml.txt"
    path.write_text("title: Walk\nstages:\n- title: One\n  ask: [How are you?]\n", encoding="utf-8")
    answer = coach("framework", "check", str(path))

    assert "Call it my-walk.yaml" in answer.out + answer.err
    assert "my_walk" not in answer.out + answer.err
    assert answer.code != 0


def test_what_another_program_made_is_named_beside_the_frameworks(coach: Coach, practice: Practice) -> None:
    practice.frameworks.mkdir(parents=True)
    (practice.frameworks / "model.docx").write_bytes(b"PK")

    said = "model.docx is not used: a framework is a plain text file, such as model.yaml."
    assert said in coach("framework", "list").err

"""`coach practice`: what it says, and with which number it ends."""

from pathlib import Path

from cli.conftest import Coach

from coachcli.store.paths import Practice


def test_a_good_practice_is_told_in_one_line(coach: Coach, ended: Path, practice: Practice) -> None:
    assert ended.exists()

    answer = coach("practice", "check")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("All is well: ")
    assert "1 session, 1 page of a session, 1 client" in answer.out
    assert practice.root.is_dir()


def test_what_is_wrong_ends_with_1_for_people_and_for_programs(coach: Coach, ended: Path) -> None:
    ended.write_bytes(ended.read_bytes().replace(b"\n...", b"\n"))
    ended.with_name("talk.yaml").write_text("any", encoding="utf-8")

    answer, data = coach("practice", "check"), coach("practice", "check", "--json")

    assert (answer.code, data.code) == (1, 1)
    assert "Sessions\n  clients/jane-doe/sessions/2024-03-01-1400-grow.yaml:" in answer.out
    assert "2 things are wrong; " in answer.out or "3 things are wrong; " in answer.out
    assert {one["file"] for one in data.data["findings"]} >= {
        "clients/jane-doe/sessions/2024-03-01-1400-grow.yaml",
        "clients/jane-doe/sessions/talk.yaml",
    }


def test_without_a_practice_it_says_so(coach: Coach) -> None:
    answer = coach("practice", "check")

    assert (answer.code, answer.out) == (3, "")
    assert "There is no practice in" in answer.err

"""`coach practice`: what it says, and with which number it ends."""

import shutil
from pathlib import Path

from cli.conftest import Coach, everything_in

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


def test_a_backup_to_a_key_comes_back_elsewhere(coach: Coach, ended: Path, tmp_path: Path) -> None:
    made = coach("practice", "backup", "--new-key", str(tmp_path / "key.txt"))
    public = made.out.strip()
    assert (made.code, public[:4]) == (0, "age1")
    assert f"practice backup FILE --recipient {public}" in made.err
    assert "AGE-SECRET" not in made.out + made.err

    kept = coach("practice", "backup", str(tmp_path / "b.age"), "--recipient", public)
    again = ("practice", "restore", str(tmp_path / "b.age"), "--into", str(tmp_path / "again"))
    back = coach(*again, "--identity", str(tmp_path / "key.txt"))

    assert (kept.code, kept.out) == (0, f"{tmp_path / 'b.age'}\n")
    assert kept.err.startswith("Backed up and read back: ")
    assert (back.code, back.out.split("\n")[0]) == (0, str(tmp_path / "again"))
    assert "All is well: " in back.out
    assert f"coach --practice {tmp_path / 'again'} session list" in back.err
    restored = tmp_path / "again" / "clients" / "jane-doe" / "sessions" / ended.name
    assert restored.read_bytes() == ended.read_bytes()


def test_it_comes_back_into_the_practice_where_that_is_gone(coach: Coach, ended: Path, practice: Practice) -> None:
    file, key = practice.root.with_name("b.age"), practice.root.with_name("key.txt")
    public = coach("practice", "backup", "--new-key", str(key)).out.strip()
    coach("practice", "backup", str(file), "--recipient", public)
    before = ended.read_bytes()
    shutil.rmtree(practice.root)

    back = coach("practice", "restore", str(file), "--identity", str(key))

    assert (back.code, ended.read_bytes()) == (0, before)
    assert "coach --practice" not in back.err
    assert coach("session", "list").code == 0


def test_what_is_left_out_is_told_and_counts(coach: Coach, ended: Path, practice: Practice, tmp_path: Path) -> None:
    (practice.clients / "zoe").symlink_to(ended.parent)
    public = coach("practice", "backup", "--new-key", str(tmp_path / "key.txt")).out.strip()

    kept = coach("practice", "backup", str(tmp_path / "b.age"), "--recipient", public)

    assert kept.code == 1
    assert f"{practice.clients / 'zoe'} is a link, and was passed over." in kept.err
    assert (tmp_path / "b.age").exists()


def test_a_passphrase_is_in_no_argument_and_asked_in_no_pipe(coach: Coach, ended: Path, tmp_path: Path) -> None:
    assert ended.exists()

    piped = coach("practice", "backup", str(tmp_path / "b.age"), typed="correct horse battery\n")
    weak = coach("practice", "backup", str(tmp_path / "b.age"), "--passphrase-file", "-", typed="secret\n")

    assert (piped.code, weak.code) == (2, 2)
    assert "--passphrase-file FILE" in piped.err
    assert "That passphrase keeps nobody out: it is shorter than 12 characters." in weak.err
    assert list(tmp_path.glob("*.age")) == []


def test_what_makes_no_sense_together_is_refused(coach: Coach, ended: Path, tmp_path: Path) -> None:
    assert ended.exists()
    file, key = str(tmp_path / "b.age"), str(tmp_path / "key.txt")

    for words in ((), (file, "--new-key", key), (file, "--recipient", "age1x", "--passphrase-file", key)):
        assert coach("practice", "backup", *words).code == 2
    assert coach("practice", "backup", file, "--recipient", "age1x").code == 2
    assert coach("practice", "restore", file, "--into", str(tmp_path / "again")).code == 3


def test_a_backup_that_is_not_there_or_is_none_is_told_before_the_folder(coach: Coach, ended: Path) -> None:
    missing, none = (coach("practice", "restore", str(path)) for path in (ended.with_name("none.age"), ended))

    assert (missing.code, none.code) == (3, 4)
    assert "none.age" in missing.err
    assert "That is no backup" in none.err


def test_what_is_kept_too_long_is_listed_and_nothing_is_erased(coach: Coach, ended: Path, practice: Practice) -> None:
    (practice.root / "coach.yaml").write_text("keep: 1 year\n", encoding="utf-8")
    before = everything_in(practice.clients)

    answer, data = coach("practice", "retention"), coach("practice", "retention", "--json")

    assert (answer.code, data.code) == (0, 0)
    assert "Jane Doe, no engagement: until Saturday 1 March 2025, by your usual term" in answer.out
    assert "erase: coach client erase jane-doe" in answer.out
    assert data.data["past"][0]["client"] == "jane-doe"
    assert everything_in(practice.clients) == before
    assert ended.exists()

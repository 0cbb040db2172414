"""`coach session transcript`: a transcript is shown, and nothing of it is kept."""

from pathlib import Path

from cli.conftest import CANARY, Coach, everything_in

from coachcli.store.paths import Practice
from coachcli.store.practice import set_up


def test_it_is_shown_and_nothing_of_it_and_no_path_is_kept(coach: Coach, practice: Practice, tmp_path: Path) -> None:
    set_up(practice)
    path = tmp_path / "call-of-jane.vtt"
    path.write_text(f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jane>{CANARY}</v>\n", encoding="utf-8")
    answer = coach("session", "transcript", str(path))

    assert (answer.code, answer.out, answer.err) == (0, f"0:00:01  Jane: {CANARY}\n", "")
    kept = b"".join(data for data in everything_in(practice.root).values() if isinstance(data, bytes))
    assert CANARY.encode() not in kept
    assert b"call-of-jane" not in kept


def test_what_was_not_said_is_told(coach: Coach, tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes("Jane: Größe\n".encode("cp1252"))

    found = coach("session", "transcript", str(path), "--find", "plan")
    assert (found.code, found.out) == (0, "")
    assert found.err.endswith("Nobody says that. A shorter part of a word finds more.\n")
    assert "read as Windows-1252" in found.err
    assert coach("session", "transcript", str(path), "--from", "1:00").err.endswith("The call ends before that.\n")


def test_what_one_speaker_says_later_has_its_own_time(coach: Coach, tmp_path: Path) -> None:
    path = tmp_path / "call.vtt"
    cues = "00:00:06.000 --> 00:00:09.000\n<v Bo>Hello.\n\n00:12:10.000 --> 00:12:14.000\n<v Bo>Ines was there.\n"
    path.write_text(f"WEBVTT\n\n{cues}", encoding="utf-8")

    for asked in (("--from", "12:00"), ("--find", "ines")):
        assert coach("session", "transcript", str(path), *asked).out == "0:12:10  Bo: Ines was there.\n"

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

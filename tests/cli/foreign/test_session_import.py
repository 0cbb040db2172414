"""`coach session import`: notes are understood first, and taken in where that is said."""

from pathlib import Path

import pytest
from cli.conftest import CANARY, Coach

from coachcli.store.client import client_file
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up

NOTES = f"# Goal\n- {CANARY}\n\n# Next\n"


@pytest.fixture
def notes(tmp_path: Path, practice: Practice) -> Path:
    set_up(practice)
    client_file.add(practice, "Jane Example")
    path = tmp_path / "2024-03-12 Jane Example.md"
    path.write_text(NOTES, encoding="utf-8")
    return path


def there(practice: Practice) -> list[str]:
    return sorted(path.name for path in practice.sessions("jane-example").glob("*"))


def test_without_write_it_is_told_and_nothing_is_written(coach: Coach, practice: Practice, notes: Path) -> None:
    answer = coach("session", "import", str(notes))

    assert answer.code == 0
    assert (
        f"  Jane Example, Tuesday 12 March 2024, 1 note, for you alone · to be taken in\n    Goal\n      {CANARY}\n"
        in (answer.out)
    )
    assert answer.err == "Nothing was written. The same with --write takes in 1 session.\n"
    assert there(practice) == []


def test_with_write_it_is_taken_in_once_and_nobody_else_reads_it(coach: Coach, practice: Practice, notes: Path) -> None:
    answer = coach("session", "import", str(notes), "--write")
    assert (answer.code, answer.err) == (0, "Taken in: 1 session. It is with the others: coach session list\n")
    assert there(practice) == ["2024-03-12-0000-notes.md", "2024-03-12-0000-notes.yaml"]
    assert CANARY in coach("session", "show", "jane-example/2024-03-12").out
    assert CANARY not in coach("session", "export", "jane-example/2024-03-12", "--for", "client").out

    again = coach("session", "import", str(notes), "--write")
    assert (again.code, again.err) == (0, "")
    assert "1 there already.\n" in again.out
    assert len(there(practice)) == 2


def test_one_that_is_not_understood_is_told_and_the_others_are_taken_in(
    coach: Coach, practice: Practice, notes: Path
) -> None:
    other = notes.with_name("nobody.md")
    other.write_text("a", encoding="utf-8")
    answer = coach("session", "import", str(other), str(notes), "--write")

    assert answer.code == 1
    assert "not understood: there is no client nobody (--client" in answer.out
    assert len(there(practice)) == 2


def test_another_session_at_that_minute_is_told(coach: Coach, practice: Practice, notes: Path) -> None:
    coach("session", "import", str(notes), "--write")
    notes.write_text("other words", encoding="utf-8")
    answer = coach("session", "import", str(notes), "--write")

    assert answer.code == 1
    assert "it says no time of day, and neither does jane-example/2024-03-12-0000; give its" in " ".join(
        answer.out.split()
    )
    assert len(there(practice)) == 2


@pytest.mark.parametrize("says", [True, False])
def test_at_a_terminal_it_is_asked(
    coach: Coach, practice: Practice, notes: Path, monkeypatch: pytest.MonkeyPatch, says: bool
) -> None:
    asked: list[str] = []

    class Somebody:
        def agree(self, question: str, *, on_enter: bool | None = True) -> bool:
            asked.append(f"{question} {on_enter}")
            return says

    monkeypatch.setattr("coachcli.cli.foreign.session_import.somebody_to_ask", Somebody)
    coach("session", "import", str(notes))

    assert asked == ["Take in 1 session, for you alone? None"]
    assert len(there(practice)) == (2 if says else 0)


def test_where_others_see_the_screen_it_only_counts(coach: Coach, practice: Practice, notes: Path) -> None:
    answer = coach("session", "import", str(notes), "--discreet", "--write")

    assert answer.out == "1 to be taken in.\n"
    assert "Jane" not in answer.out + answer.err
    assert len(there(practice)) == 2
    refused = coach("session", "import", str(notes), "--client", "Zoe Secret", "--discreet")
    assert (refused.code, "Zoe" in refused.err) == (3, False)

"""What lies beside sessions: what is one by its name, and what is passed over, with a way on for each."""

from pathlib import Path

import pytest

from coachcli.errors import PassedOverError
from coachcli.store.client.client_file import add
from coachcli.store.paths import Practice
from coachcli.store.session.folder import SecondVersionError, belongs_to_nobody, session_files, session_folders

GROW = "2026-11-20-1400-grow.yaml"


@pytest.fixture
def jane(practice: Practice) -> Path:
    """Jane's folder of sessions, with one in it."""
    add(practice, "Jane")
    return lying(practice, "jane", GROW).parent


def lying(practice: Practice, client: str, *names: str) -> Path:
    """Files in a client's folder; by what is in them nothing is decided here."""
    folder = practice.sessions(client)
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text("words")
    return folder / names[-1]


def messages(practice: Practice, client: str | None = None) -> list[str]:
    return [f"{error.message} {error.hint}" for error in session_files(practice, client).passed_over]


def test_the_newest_is_first_by_the_time_in_its_name_and_the_number_behind_it(practice: Practice, jane: Path) -> None:
    names = ["2026-11-20-1400-10-grow.yaml", "2026-11-20-1400-2-grow.yaml", GROW, "2026-11-19-0900-egan.yaml"]
    lying(practice, "jane", *reversed(names))
    add(practice, "Bob")
    newest = lying(practice, "bob", "2026-11-21-0900-grow.yaml")

    assert session_files(practice).paths == (newest, *(jane / name for name in names))
    assert session_files(practice, "jane").paths == tuple(jane / name for name in names)
    assert messages(practice) == []


def test_each_folder_says_what_is_in_it_and_when_that_changed(practice: Practice, jane: Path) -> None:
    (before,) = session_folders(practice).found
    (jane / GROW).write_text("other words")
    (after,) = session_folders(practice).found

    assert (before.client, before.path, list(before.stamps)) == ("jane", jane, [GROW])
    assert before.stamps[GROW] != after.stamps[GROW]


@pytest.mark.parametrize("name", ["notes.txt", ".2026-11-20-1500-grow.yaml", "2026-11-20-1400-grow.md", ".DS_Store"])
def test_what_nobody_takes_for_a_session_is_not_spoken_of(practice: Practice, jane: Path, name: str) -> None:
    (jane / name).write_text("mine")

    assert session_files(practice).paths == (jane / GROW,)
    assert messages(practice) == []


@pytest.mark.parametrize("name", ["my call.yaml", "2026-11-20.yaml", "2026-11-20-1400-grow.yml"])
def test_a_file_of_another_name_is_told_of_with_the_name_it_needs(practice: Practice, jane: Path, name: str) -> None:
    (jane / name).write_text("words")

    (message,) = messages(practice)
    assert message == (
        f"{jane / name} has not the name of a session, and was passed over. "
        "A session's file is called, for example, 2026-11-20-1400-grow.yaml"
    )


def test_a_link_is_not_followed_and_is_told_of(practice: Practice, jane: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text("words")
    (jane / "2026-11-21-1400-grow.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    assert session_files(practice).paths == (jane / GROW,)
    assert [str(jane / "2026-11-21-1400-grow.yaml") in message for message in messages(practice)] == [True]


@pytest.mark.parametrize(
    "name",
    ["2026-11-20-1400-grow 2.yaml", "2026-11-20-1400-grow.sync-conflict-20261121-101010-ABCDEFG.yaml", f"{GROW}~"],
)
def test_a_second_version_is_not_used_and_says_how_to_compare(practice: Practice, jane: Path, name: str) -> None:
    (jane / name).write_text("words")
    found = session_files(practice)

    assert found.paths == (jane / GROW,)
    (message,) = messages(practice)
    assert message == (
        f"There are two versions of jane/2026-11-20-1400: {jane / name} is not used. "
        "What only one of them has: coach session compare jane/2026-11-20-1400"
    )
    assert [error.original for error in found.passed_over if isinstance(error, SecondVersionError)] == [jane / GROW]


def test_one_without_a_first_says_what_to_call_it(practice: Practice, jane: Path) -> None:
    (jane / GROW).rename(jane / "2026-11-20-1400-grow 2.yaml")

    assert session_files(practice).paths == ()
    assert messages(practice)[0].endswith(f"There is no first one. If it is the right one, call it {GROW}")


@pytest.mark.parametrize(
    ("name", "original"),
    [("client 2.yaml", "client.yaml"), ("between.sync-conflict-20261121-101010-ABCDEFG.yaml", "between.yaml")],
)
def test_a_second_version_of_what_a_client_has_once_is_told(
    practice: Practice, jane: Path, name: str, original: str
) -> None:
    (jane.parent / name).write_text("words")

    (message,) = messages(practice)
    assert message == (
        f"There are two versions of {jane.parent / original}: {name} is not used. "
        "Keep in the one what is right of the other, then put that one elsewhere."
    )


def test_a_client_without_a_folder_of_sessions_has_none(practice: Practice) -> None:
    add(practice, "Jane")
    for folder in practice.sessions("jane").parent.glob("sessions"):
        folder.rmdir()

    assert session_files(practice, "jane").paths == ()


class TestBelongingToNobody:
    def test_one_that_names_another_client_is_to_be_moved_there(self, practice: Practice, jane: Path) -> None:
        add(practice, "Bob")
        error = belongs_to_nobody([jane / GROW], ["bob"])

        assert error.message == f"{jane / GROW} belongs to nobody: it lies with jane and says that it is bob's."
        assert error.hint == f"Say whose it is: coach session move jane/sessions/{GROW} bob"
        assert (error.paths, error.claimed) == ((jane / GROW,), frozenset({"bob"}))

    @pytest.mark.parametrize("claimed", [[], ["jane"], ["\x1b[2J"], ["nobody"]])
    def test_what_a_file_says_is_not_repeated_unless_it_is_a_client(
        self, practice: Practice, jane: Path, claimed: list[str]
    ) -> None:
        del practice
        error = belongs_to_nobody([jane / GROW], claimed)

        assert error.message == f"{jane / GROW} belongs to nobody: where it lies and what it says disagree."
        assert error.hint == f"Say whose it is: coach session move jane/sessions/{GROW} CLIENT"

    def test_of_several_the_folder_is_named(self, jane: Path) -> None:
        error = belongs_to_nobody([jane / GROW, jane / "2026-11-21-1400-grow.yaml"], ["bob"])

        assert error.message.startswith(f"2 sessions in {jane} belong to nobody")
        assert error.hint == "If they are all this client's: coach session move jane/sessions jane"
        assert isinstance(error, PassedOverError)

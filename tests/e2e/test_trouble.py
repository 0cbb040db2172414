"""A disk that is full, a folder that went away, another program in the same file."""

import signal
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from e2e.conftest import Opener
from e2e.screen import Home, Key, Window

assert sys.platform != "win32"  # it has other signals, terminals and locks


@pytest.fixture
def folder(grow: Window, home: Home) -> Path:
    """The folder of the session, once something is noted there."""
    grow.enter("while all was well")
    return home.session_files()[0].parent


def fill_disk(window: Window, home: Home) -> None:
    """Let the session have no room for another note, while the line being typed still has."""
    window.limit_files(home.session_files()[0].stat().st_size + 20)


def somewhere(home: Home, words: bytes) -> bool:
    """Whether any file of this coach's has these words; files come and go meanwhile."""
    for path in home.root.rglob("*"):
        with suppress(OSError):
            if words in path.read_bytes():
                return True
    return False


full_disk = pytest.mark.skipif(sys.platform != "linux", reason="only there a running process can be limited")


@full_disk
@pytest.mark.usefixtures("folder")
def test_a_full_disk_is_told_in_words_and_nothing_is_lost(grow: Window, home: Home) -> None:
    fill_disk(grow, home)
    grow.enter("while the disk was full", "NOT SAVED:")
    grow.wait_for("It is only in memory; keep this open.")
    grow.wait_for("· while the disk was full")
    assert home.notes() == ["while all was well"]

    grow.limit_files(-1)
    grow.enter("after some room was made", lambda: grow.line == "" and "left saved" in grow.words)
    assert "NOT SAVED" not in grow.words
    assert home.notes() == ["while all was well", "while the disk was full", "after some room was made"]


@full_disk
@pytest.mark.usefixtures("folder")
def test_killed_with_a_full_disk_the_last_line_is_there_again(grow: Window, coach: Opener, home: Home) -> None:
    fill_disk(grow, home)
    grow.enter("while the disk was full", "NOT SAVED:")
    grow.wait_for(lambda: somewhere(home, b"while the disk was full"))
    grow.signal(signal.SIGKILL)
    grow.ended()

    assert home.notes() == ["while all was well"]
    resumed = coach("session", "resume")
    resumed.wait_for_line("while the disk was full")
    resumed.go_on(lambda: resumed.line == "" and "left saved" in resumed.words)
    assert home.notes() == ["while all was well", "while the disk was full"]


def test_what_the_practice_cannot_take_is_kept_elsewhere_and_comes_back(
    grow: Window, coach: Opener, home: Home, folder: Path
) -> None:
    away = folder.rename(folder.with_name("away"))
    kept = "its folder is gone. It is kept in"
    grow.enter("while the folder was away", lambda: grow.line == "" and kept in grow.words)
    grow.enter("and more", "· and more")
    grow.type("half a sen")
    grow.wait_for_line("half a sen")
    grow.type(Key.CTRL_C)
    grow.wait_for("Paused.")
    grow.enter("p", "When the disk takes it again: coach session resume")
    assert grow.ended() == 4

    away.rename(folder)
    assert home.notes() == ["while all was well"]
    resumed = coach("session", "resume")
    resumed.wait_for(lambda: resumed.line == "half a sen" and "left saved" in resumed.words)
    assert "What could not be saved last time is here again." in resumed.words
    assert home.notes() == ["while all was well", "while the folder was away", "and more"]
    assert list(home.rescue.iterdir()) == []
    resumed.signal(signal.SIGKILL)
    resumed.ended()

    again = coach("session", "resume")
    again.wait_for_line("half a sen")


def test_a_folder_that_comes_back_in_the_call_gets_it_all(grow: Window, home: Home, folder: Path) -> None:
    away = folder.rename(folder.with_name("away"))
    grow.enter("while the folder was away", lambda: grow.line == "" and "NOT SAVED:" in grow.words)
    away.rename(folder)
    grow.enter("back again", lambda: grow.line == "" and "left saved" in grow.words)

    assert home.notes() == ["while all was well", "while the folder was away", "back again"]
    assert list(home.rescue.iterdir()) == []


@pytest.mark.usefixtures("folder")
def test_a_file_changed_by_another_program_is_kept_beside_ours(grow: Window, home: Home) -> None:
    (path,) = home.session_files()
    theirs = path.read_text().replace("while all was well", "what somebody else wrote")
    path.write_text(theirs)
    grow.enter("more of mine")
    grow.wait_for(lambda: len(home.session_files()) > 1)
    grow.enter("and more", f"Another program changed {path.name}. Both are kept; this goes on in")
    grow.wait_for(lambda: "· and more" in grow.words and "left saved" in grow.words)

    (beside,) = set(home.session_files()) - {path}
    assert path.read_text() == theirs
    ours = beside.read_text()
    assert [words in ours for words in ("while all was well", "more of mine", "and more")] == [True, True, True]

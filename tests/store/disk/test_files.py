"""Whole or not at all, whatever the disk, the umask, another process or another program does."""

import errno
import itertools
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.disk.conftest import NEW, OLD, Failing, run, temporaries

from coachcli.errors import CoachError, InUseError, NotFoundError, NotSavedError, UnreadableError
from coachcli.store.disk import files
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.paths import find_practice

assert sys.platform != "win32"  # it has other signals, terminals and locks

NEWER = b"turns: [one, two, three]\n" * 300


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


# Reading


def test_what_is_written_is_read(path: Path) -> None:
    assert files.read_bytes(path) == OLD
    assert files.replace(path, NEW, expected=files.digest(OLD)) == files.digest(NEW)
    assert files.read_bytes(path) == NEW


# Folders


def test_the_digest_of_a_file_is_that_of_its_bytes(path: Path) -> None:
    assert files.digest_of(path) == files.digest(path.read_bytes())


def test_where_there_is_no_file_there_is_no_digest(tmp_path: Path) -> None:
    assert files.digest_of(tmp_path / "nothing.yaml") is None
    assert files.digest_of(tmp_path / "no folder" / "nothing.yaml") is None


def test_no_digest_is_made_of_what_a_link_leads_to(path: Path, tmp_path: Path) -> None:
    link, nowhere = tmp_path / "link.yaml", tmp_path / "nowhere.yaml"
    link.symlink_to(path)
    nowhere.symlink_to(tmp_path / "gone.yaml")

    for each in (link, nowhere):
        with pytest.raises(UnreadableError, match="a link to somewhere else"):
            files.digest_of(each)


def test_folders_are_for_the_coach_alone(tmp_path: Path, umask: int) -> None:
    practice = tmp_path / "data" / "practice"
    files.make_folder(practice / "clients" / "jane", inside=practice)
    steps = [tmp_path / "data", practice, practice / "clients", practice / "clients" / "jane"]
    assert [mode(step) for step in steps] == [0o700] * 4, oct(umask)


def test_a_folder_is_narrow_from_its_first_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = os.mkdir

    def mkdir(path: str, mode: int = 0o777) -> None:
        real(path, mode)
        seen.append(stat.S_IMODE(os.stat(path).st_mode))  # noqa: PTH116

    before = os.umask(0)
    monkeypatch.setattr(os, "mkdir", mkdir)
    files.make_folder(tmp_path / "a" / "b", inside=tmp_path)
    os.umask(before)
    assert seen == [0o700, 0o700]


def test_a_folder_may_be_there(tmp_path: Path) -> None:
    for _ in range(2):
        files.make_folder(tmp_path / "clients", inside=tmp_path)
    files.make_folder(tmp_path, inside=tmp_path)


@pytest.mark.parametrize("to", ["", "nowhere"])
def test_no_link_inside_the_practice_is_followed(tmp_path: Path, to: str) -> None:
    practice, outside = tmp_path / "practice", tmp_path / "outside"
    practice.mkdir()
    outside.mkdir()
    (practice / "clients").symlink_to(outside / to)
    with pytest.raises(NotSavedError, match=r"was not made: (a link to|something else)"):
        files.make_folder(practice / "clients" / "jane", inside=practice)
    assert list(outside.iterdir()) == []


def test_the_practice_itself_may_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "practice").symlink_to(tmp_path / "disk")
    practice = find_practice(tmp_path / "practice")
    files.make_folder(practice.clients, inside=practice.root)
    assert (tmp_path / "disk" / "clients").is_dir()


@pytest.mark.parametrize("name", ["../outside", "clients/../../outside", "/elsewhere"])
def test_no_folder_is_made_outside(tmp_path: Path, name: str) -> None:
    practice = tmp_path / "practice"
    practice.mkdir()
    with pytest.raises(NotSavedError, match="outside"):
        files.make_folder(practice / name, inside=practice)
    assert list(tmp_path.iterdir()) == [practice]


def test_a_file_in_the_way_of_a_folder_is_left(path: Path) -> None:
    with pytest.raises(NotSavedError, match="was not made: something else has that name"):
        files.make_folder(path, inside=path.parent)
    assert path.read_bytes() == OLD


# Writing


def test_files_are_for_the_coach_alone(path: Path, umask: int) -> None:
    path.chmod(0o644)
    files.replace(path, NEW, expected=files.digest(OLD))
    files.replace(path.with_name("two.yaml"), NEW, expected=None)
    files.put(path.with_name("three.json"), NEW)
    assert {mode(each) for each in path.parent.iterdir()} == {0o600}, oct(umask)


def test_a_file_is_narrow_from_its_first_moment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = os.open

    def watched(path: str | Path, flags: int, mode: int = 0o777) -> int:
        fd = real(path, flags, mode)
        if flags & os.O_CREAT:
            seen.append(stat.S_IMODE(os.fstat(fd).st_mode))
            assert flags & os.O_EXCL
        return fd

    before = os.umask(0)
    monkeypatch.setattr(os, "open", watched)
    files.replace(path, NEW, expected=files.digest(OLD))
    os.umask(before)
    assert seen == [0o600]


def test_a_file_changed_by_someone_else_is_left(path: Path) -> None:
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedElsewhereError, match="changed by another program") as caught:
        files.replace(path, NEW, expected=files.digest(OLD))
    assert isinstance(caught.value, InUseError)
    assert str(path) in caught.value.message
    assert path.read_bytes() == b"theirs"
    assert temporaries(path.parent) == []


def test_a_new_file_never_takes_the_place_of_another(path: Path) -> None:
    with pytest.raises(ChangedElsewhereError, match="there already"):
        files.replace(path, NEW, expected=None)
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("what", ["link", "broken link", "folder"])
@pytest.mark.parametrize("expected", [files.digest(OLD), None])
def test_what_is_no_file_of_ours_is_left(tmp_path: Path, what: str, expected: str | None) -> None:
    other, path = tmp_path / "other.yaml", tmp_path / "one.yaml"
    if what == "folder":
        path.mkdir()
    else:
        path.symlink_to(other)
    if what == "link":
        other.write_bytes(OLD)
    with pytest.raises(ChangedElsewhereError):
        files.replace(path, NEW, expected=expected)
    assert path.is_dir() if what == "folder" else path.is_symlink()
    assert not other.exists() or other.read_bytes() == OLD


def test_a_file_that_went_away_is_written_anew(path: Path) -> None:
    path.unlink()
    files.replace(path, NEW, expected=files.digest(OLD))
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_at_the_last_moment_is_left(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    links: bool,
) -> None:
    path = tmp_path / "one.yaml"
    real = files._digest_there

    def appear(path: Path) -> str | None:
        there = real(path)
        path.write_bytes(b"theirs")
        return there

    monkeypatch.setattr(files, "_digest_there", appear)
    if not links:
        Failing(monkeypatch, "link", 1, errno.EPERM)
    with pytest.raises(ChangedElsewhereError):
        files.replace(path, NEW, expected=None)
    assert path.read_bytes() == b"theirs"
    assert temporaries(tmp_path) == []


def test_a_new_file_is_made_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Failing(monkeypatch, "link", 1, errno.EPERM)
    files.replace(tmp_path / "one.yaml", NEW, expected=None)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("one.yaml", NEW)]
    assert mode(tmp_path / "one.yaml") == 0o600


def test_no_empty_file_stays_where_a_rename_fails_after_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Failing(monkeypatch, "link", 1, errno.EPERM)
    Failing(monkeypatch, "replace", 1, errno.EIO)
    with pytest.raises(NotSavedError):
        files.replace(tmp_path / "one.yaml", NEW, expected=None)
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_may_be_is_saved(tmp_path: Path) -> None:
    for name in ("n" * 255, "ä" * 127):
        files.replace(tmp_path / name, NEW, expected=None)
        assert (tmp_path / name).read_bytes() == NEW


def test_what_could_not_be_read_again_is_not_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    with pytest.raises(NotSavedError, match="too large"):
        files.replace(path, NEW, expected=files.digest(OLD))
    assert path.read_bytes() == OLD


# A failing disk

CALLS = ["open", "write", "fsync", "close", "replace", "link"]


def save_with_failure(path: Path, expected: bytes | None, failure: tuple[str, int, int]) -> bool:
    """Save while one call fails; whether that was noticed."""
    known = None if expected is None else files.digest(expected)
    with pytest.MonkeyPatch.context() as patch:
        failing = Failing(patch, *failure)
        try:
            files.replace(path, NEW, expected=known)
        except NotSavedError as error:
            assert str(path) in error.message  # noqa: PT017 - it may also not be raised
            assert "turns" not in error.message + error.hint  # noqa: PT017
            return True
    assert failing.calls < failure[1], "a failure went unnoticed"
    return False


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("expected", [OLD, None])
def test_a_failing_call_costs_nothing_that_was_saved(
    tmp_path: Path,
    call: str,
    number: int,
    expected: bytes | None,
) -> None:
    known = None if expected is None else files.digest(expected)
    for nth in itertools.count(1):
        path = tmp_path / str(nth) / "one.yaml"
        path.parent.mkdir()
        if expected is not None:
            path.write_bytes(expected)
        if not save_with_failure(path, expected, (call, nth, number)):
            break
        there = path.read_bytes() if path.exists() else None
        assert there in (expected, NEW)
        assert temporaries(path.parent) == []
        # The next save succeeds, and takes nobody for a stranger, whether or not the new version got into place.
        files.replace(path, NEWER, expected=known)
        assert path.read_bytes() == NEWER
    assert nth > 1 or (call, expected) in {("link", OLD), ("replace", None)}


def test_two_failures_in_a_row_make_no_stranger(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        Failing(patch, "fsync", 2, errno.EIO)
        with pytest.raises(NotSavedError):
            files.replace(path, NEW, expected=files.digest(OLD))
    with monkeypatch.context() as patch:
        Failing(patch, "replace", 1, errno.EIO)
        with pytest.raises(NotSavedError):
            files.replace(path, NEWER, expected=files.digest(OLD))
    assert path.read_bytes() == NEW
    files.replace(path, NEWER, expected=files.digest(OLD))


def test_someone_else_is_noticed_after_a_failure_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        Failing(patch, "fsync", 2, errno.EIO)
        with pytest.raises(NotSavedError):
            files.replace(path, NEW, expected=files.digest(OLD))
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedElsewhereError):
        files.replace(path, NEWER, expected=files.digest(OLD))


def test_after_a_failed_flush_the_file_is_not_used_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = os.open

    def watched(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            opened.append(str(path))
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", watched)
    with monkeypatch.context() as patch:
        Failing(patch, "fsync", 1, errno.EIO)
        with pytest.raises(NotSavedError):
            files.replace(path, NEW, expected=files.digest(OLD))
    files.replace(path, NEW, expected=files.digest(OLD))
    assert len(set(opened)) == 2


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="its folder is gone"):
        files.replace(tmp_path / "gone" / "one.yaml", NEW, expected=None)


def test_an_interruption_leaves_no_temporary_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_fd: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.replace(path, NEW, expected=files.digest(OLD))
    assert temporaries(path.parent) == []
    assert path.read_bytes() == OLD


LIMITED = """
import resource, sys
from pathlib import Path
from coachcli.errors import NotSavedError
from coachcli.store.disk import files

path, old, new = Path(sys.argv[1]), b"o" * 900, b"n" * 2000
saved = []
for limit in [*range(0, 2100, 37), 1999, 2000]:
    path.write_bytes(old)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        files.replace(path, new, expected=files.digest(old))
    except NotSavedError as error:
        assert str(path) in error.message and "too large" in error.message, error.message
        there = old
    else:
        there = new
        saved.append(limit)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert path.read_bytes() == there, limit
    assert len(list(path.parent.iterdir())) == 1, limit
print(min(saved))
"""


def test_a_disk_that_ends_at_any_byte_leaves_the_old_version(path: Path) -> None:
    child = run(LIMITED, path)
    out, _ = child.communicate(timeout=60)
    assert (child.returncode, out) == (0, "2000\n")


# Two processes

CREATE_ALL = """
import sys
from pathlib import Path
from coachcli.store.disk import files

folder, who, won = Path(sys.argv[1]), sys.argv[2], 0
print("ready", flush=True)
sys.stdin.readline()
for number in range(200):
    try:
        files.replace(folder / f"{number}.yaml", who.encode() * 500, expected=None)
        won += 1
    except files.ChangedElsewhereError:
        pass
print(won)
"""


def test_of_two_processes_one_makes_the_file(tmp_path: Path) -> None:
    children = [run(CREATE_ALL, tmp_path, who) for who in "ab"]
    for child in children:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin
        child.stdin.write("go\n")
        child.stdin.flush()
    won = [int(child.communicate(timeout=60)[0]) for child in children]
    assert sum(won) == 200
    assert {path.read_bytes() for path in tmp_path.iterdir()} <= {b"a" * 500, b"b" * 500}
    assert len(list(tmp_path.iterdir())) == 200


# Moving and removing


@pytest.fixture
def trash(path: Path) -> Path:
    folder = path.parent.parent / ".trash"
    folder.mkdir()
    return folder


def test_a_file_goes_to_the_trash_and_takes_nobodys_place(path: Path, trash: Path) -> None:
    names = []
    for text in (b"first", b"second", b"third"):
        path.write_bytes(text)
        moved = files.move(path, trash)
        names.append(moved.name)
        assert moved.read_bytes() == text
        assert not path.exists()
    assert names == ["one.yaml", "one-2.yaml", "one-3.yaml"]
    assert len(list(trash.iterdir())) == 3


def test_a_folder_goes_to_the_trash_with_all_in_it(path: Path, trash: Path) -> None:
    (trash / "sessions").mkdir()
    moved = files.move(path.parent, trash)
    assert moved == trash / "sessions-2"
    assert (moved / "one.yaml").read_bytes() == OLD
    assert list((trash / "sessions").iterdir()) == []


def test_a_link_is_moved_itself(path: Path, trash: Path) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    assert files.move(link, trash).is_symlink()
    assert path.read_bytes() == OLD


def test_what_is_not_there_cannot_be_moved(path: Path, trash: Path) -> None:
    with pytest.raises(NotFoundError):
        files.move(path.with_name("nothing.yaml"), trash)
    assert list(trash.iterdir()) == []


@pytest.mark.parametrize("failure", [(errno.EXDEV, "another disk"), (errno.EIO, "failing")])
@pytest.mark.parametrize("whole_folder", [True, False])
def test_a_move_that_fails_leaves_all_as_it_was(
    path: Path,
    trash: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: tuple[int, str],
    whole_folder: bool,
) -> None:
    Failing(monkeypatch, "replace", 1, failure[0])
    with pytest.raises(NotSavedError, match=f"was not moved: .*{failure[1]}"):
        files.move(path.parent if whole_folder else path, trash)
    assert path.read_bytes() == OLD
    assert list(trash.iterdir()) == []


def test_removing_twice_is_no_failure(path: Path) -> None:
    files.remove(path)
    files.remove(path)
    assert not path.exists()


def test_what_cannot_be_removed_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Failing(monkeypatch, "unlink", 1, errno.EROFS)
    with pytest.raises(NotSavedError, match="was not removed: the disk is read-only"):
        files.remove(path)


def test_a_folder_goes_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "one.json").touch()
    files.remove_folder(tmp_path / "old")
    assert not (tmp_path / "old").exists()


def test_a_folder_that_holds_a_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "old" / "kept").mkdir(parents=True)
    with pytest.raises(NotSavedError, match="was not removed"):
        files.remove_folder(tmp_path / "old")
    assert (tmp_path / "old" / "kept").exists()


class TestWhatIsDoneBefore:
    def test_it_is_done_once_the_data_is_there_and_before_it_has_its_name(self, tmp_path: Path) -> None:
        path = tmp_path / "page.md"
        seen: list[object] = []

        files.replace(path, b"words", expected=None, ready=lambda: seen.append(path.exists()))
        files.replace(path, b"others", expected=files.digest(b"words"), ready=lambda: seen.append(path.read_bytes()))

        assert seen == [False, b"words"]

    def test_where_it_fails_nothing_is_written(self, tmp_path: Path) -> None:
        def fail() -> None:
            raise CoachError("It could not be noted.")

        with pytest.raises(CoachError, match="could not be noted"):
            files.replace(tmp_path / "page.md", b"words", expected=None, ready=fail)

        assert list(tmp_path.iterdir()) == []

    def test_nothing_is_done_where_another_file_is_there(self, tmp_path: Path) -> None:
        path = tmp_path / "page.md"
        path.write_bytes(b"mine")
        done: list[int] = []

        with pytest.raises(files.ChangedElsewhereError):
            files.replace(path, b"words", expected=None, ready=lambda: done.append(1))

        assert (done, path.read_bytes()) == ([], b"mine")


def test_a_finished_file_gets_a_free_name_and_no_other(tmp_path: Path) -> None:
    temp, target = tmp_path / "temp", tmp_path / "target"
    temp.write_bytes(b"ours")
    files.put_new(temp, target)
    assert (temp.exists(), target.read_bytes()) == (False, b"ours")

    temp.write_bytes(b"more")
    with pytest.raises(ChangedElsewhereError, match="is there already"):
        files.put_new(temp, target)
    assert target.read_bytes() == b"ours"

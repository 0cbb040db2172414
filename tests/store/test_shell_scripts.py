"""The line in a shell's own file: there once, or the file is as it was."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coachcli.errors import NotSavedError, UnreadableError
from coachcli.store import shell_scripts

assert sys.platform != "win32"  # pipes, signals and owners of files as Unix has them

OWN = b"alias ll='ls -l'\nexport EDITOR=vim"


def install(home: Path) -> list[Path]:
    return shell_scripts.install("bash", {}, home)


@pytest.fixture
def bashrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shell's file of the coach's own, whose last line has no end."""
    monkeypatch.setattr("sys.platform", "linux")
    (tmp_path / ".bashrc").write_bytes(OWN)
    (tmp_path / ".bashrc").chmod(0o640)
    return tmp_path / ".bashrc"


def test_the_line_is_added_once_behind_what_is_there(bashrc: Path) -> None:
    assert bashrc in install(bashrc.parent)
    written = bashrc.read_bytes()
    assert bashrc not in install(bashrc.parent)

    assert written == bashrc.read_bytes()
    assert written.startswith(OWN + b"\n[ -r ")
    assert written.endswith(b"completion.bash\n")


def test_the_file_keeps_its_mode_and_its_owner(bashrc: Path) -> None:
    if os.geteuid() == 0:
        os.chown(bashrc, 1234, 1235)
    before = bashrc.stat()
    install(bashrc.parent)
    after = bashrc.stat()

    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_a_new_file_is_for_the_coach_alone(bashrc: Path) -> None:
    bashrc.unlink()
    install(bashrc.parent)

    assert stat.S_IMODE(bashrc.stat().st_mode) == 0o600


def test_where_it_is_a_link_what_it_leads_to_is_written(bashrc: Path) -> None:
    (bashrc.parent / "dotfiles").mkdir()
    real = bashrc.rename(bashrc.parent / "dotfiles" / "bashrc")
    bashrc.symlink_to("dotfiles/bashrc")
    install(bashrc.parent)

    assert bashrc.is_symlink()
    assert real.read_bytes().startswith(OWN + b"\n[ -r ")
    assert [path.name for path in real.parent.iterdir()] == ["bashrc"]


def test_a_link_in_a_circle_is_told(bashrc: Path) -> None:
    bashrc.unlink()
    bashrc.symlink_to(".bashrc")

    with pytest.raises(UnreadableError, match="it is a link"):
        install(bashrc.parent)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_disk_that_takes_only_half_of_it_leaves_all_as_it_was(
    bashrc: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    install(bashrc.parent)  # the script is there, so that only the file itself is left to write
    bashrc.write_bytes(OWN)
    real_write = os.write

    def half(fd: int, data: bytes) -> int:
        if len(data) > 20:
            return real_write(fd, data[:20])
        raise OSError(errno.ENOSPC, "full")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, call, half if call == "write" else full)
    with pytest.raises(NotSavedError, match="the disk is full"):
        install(bashrc.parent)

    assert bashrc.read_bytes() == OWN
    assert not list(bashrc.parent.glob("*.tmp"))


ON_A_SMALL_DISK = """
import resource, sys
from pathlib import Path
from coachcli.errors import NotSavedError
from coachcli.store import shell_scripts
home = Path(sys.argv[1])
size = (home / ".bashrc").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, resource.RLIM_INFINITY))
try:
    shell_scripts.install("bash", {}, home)
except NotSavedError:
    sys.exit(7)
"""


def test_no_half_line_is_left_where_the_disk_ends(bashrc: Path) -> None:
    whole = b"# mine\n" * 30_000
    bashrc.write_bytes(whole)
    done = subprocess.run([sys.executable, "-c", ON_A_SMALL_DISK, str(bashrc.parent)], check=False)

    assert done.returncode == 7
    assert bashrc.read_bytes() == whole

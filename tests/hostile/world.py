"""A practice of two clients, a world around it, and what stands there: whatever it is, looked at and never followed."""

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

JANE, ROBIN = "clients/jane-example", "clients/robin-example"
ENDED, PAUSED = "2026-03-01-1400", "2026-03-08-1400"
SESSION = f"{JANE}/sessions/{ENDED}-grow.yaml"
UNFINISHED = f"{JANE}/sessions/{PAUSED}-grow.yaml"
CANARIES = {"jane-example": "janecanary", "robin-example": "robincanary"}
"""A word that stands in every note of a client, and nowhere else."""

_HOLD = "session", "start"
_CALLS = (
    *(
        (words, typed)
        for name, canary in (("Jane Example", "janecanary"), ("Robin Example", "robincanary"))
        for words, typed in (
            ((*_HOLD, name, "--new", "-f", "grow", "--at", "2026-02-01 10:00"), f"{canary} deleted\n/end\n"),
            (("session", "delete", f"{name.lower().replace(' ', '-')}/2026-02-01-1000"), ""),
            (
                (*_HOLD, name, "-f", "grow", "--at", "2026-03-01 14:00"),
                f"{canary} ended\n/share client\n*Ring {canary}\n/end\n",
            ),
            ((*_HOLD, name, "-f", "grow", "--at", "2026-03-08 14:00"), f"{canary} paused\n"),
            (("action", "add", name, f"Write to {canary}"), ""),
            (("engagement", "start", name, "--title", f"Lead {canary}", "--start", "2026-01-01"), ""),
        )
    ),
    (("framework", "new", "mine", "--from", "grow"), ""),
    (("session", "list"), ""),
    (("session", "list", "jane"), ""),
    ((), ""),
)
_PROGRAM = """
import sys, tempfile
from coachcli.cli.main import main
for words, typed in eval(sys.stdin.read()):
    lines = tempfile.TemporaryFile("w+")
    lines.write(typed)
    lines.seek(0)
    sys.argv, sys.stdin = ["coach", *words], lines
    try:
        main()
    except SystemExit as left:
        assert not left.code, (words, left.code)
"""


def build(root: Path) -> None:
    """Hold the sessions of that practice, once: all of it in one process."""
    more = {"COACH_PRACTICE": str(root), "HOME": str(root.parent), "XDG_STATE_HOME": str(root.parent), "TZ": "UTC"}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        input=repr(_CALLS).encode(),
        env={**os.environ, **more},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


@dataclass(frozen=True, slots=True)
class World:
    """The practice, a folder that is none of its business, and one to put exports into."""

    root: Path
    outside: Path
    exports: Path

    def fresh(self, template: Path) -> None:
        """Make all of it as it was."""
        for folder in (self.root, self.outside, self.exports):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, self.root, symlinks=True)
        self.outside.mkdir()
        (self.outside / "theirs.txt").write_text("none of ours\n", encoding="utf-8")
        self.exports.mkdir()

    @property
    def counter(self) -> str:
        """The counter of this machine."""
        return str(next((self.root / ".counters").glob("*.json")).relative_to(self.root))

    @property
    def snapshot(self) -> str:
        """A framework as it was kept."""
        return str(next((self.root / ".snapshots").glob("*.yaml")).relative_to(self.root))


Seen = tuple[str, bytes]
_SMALL = 1 << 20


def seen_at(path: Path) -> Seen:
    """What is at a path: what kind of thing, and what is in it."""
    try:
        status = os.lstat(path)
    except OSError:
        return "nothing", b""
    if stat.S_ISREG(status.st_mode):
        return "file", path.read_bytes() if status.st_size < _SMALL else str(status.st_size).encode()
    if stat.S_ISLNK(status.st_mode):
        return "link", os.fsencode(os.readlink(path))  # noqa: PTH115 as bytes
    return str(stat.S_IFMT(status.st_mode)), b""


def seen_in(folder: Path) -> dict[str, Seen]:
    """All that is in a folder and below it; no link is gone into."""
    found = {}
    for above, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(above, name)
            found[str(path.relative_to(folder))] = seen_at(path)
    return found

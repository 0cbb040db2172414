"""No image of the memory of a process that holds notes."""

import os
import resource
import signal
import subprocess
import sys

import pytest
from cli.conftest import process

assert sys.platform != "win32"  # pipes, signals and owners of files as Unix has them

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="images as Linux makes them")


def killed_while(program: str) -> int:
    """How a program ended that was stopped hard, where the system would write as large a core as it can."""

    def allow() -> None:
        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))

    words = [sys.executable, "-c", f"import os, signal\n{program}\nos.kill(os.getpid(), signal.SIGABRT)"]
    with subprocess.Popen(words, preexec_fn=allow, cwd=os.environ["HOME"]) as running:  # noqa: PLW1509 no threads here
        return os.waitpid(running.pid, 0)[1]


@pytest.fixture(autouse=True)
def _somewhere_to_write(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize("forbidding", ["forbid_core_files", "forbid_memory_images"])
def test_a_process_that_is_stopped_hard_leaves_no_core(forbidding: str) -> None:
    if not os.WCOREDUMP(killed_while("")):
        pytest.skip("this system writes no core anyway")

    status = killed_while(f"from coachcli.cli.terminal import process\nprocess.{forbidding}()")

    assert os.WTERMSIG(status) == signal.SIGABRT
    assert not os.WCOREDUMP(status)


def test_every_command_has_core_files_forbidden_first() -> None:
    asks = (
        "import resource\n"
        "import coachcli.cli.main as main\n"
        "most = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (most, most))\n"
        "main.app = lambda: print(resource.getrlimit(resource.RLIMIT_CORE)[0])\n"
        "main.main()\n"
    )

    assert process(program=("-c", asks)).out == "0\n"


def test_an_editor_that_is_called_is_a_process_like_others() -> None:
    asks = (
        "import subprocess, sys\n"
        "from coachcli.cli.terminal import process\n"
        "process.forbid_memory_images()\n"
        "ask = 'import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))'\n"
        "exec(ask)\n"
        "sys.stdout.flush()\n"
        "subprocess.run([sys.executable, '-c', ask])\n"
    )

    assert process(program=("-c", asks)).out == "0\n1\n"

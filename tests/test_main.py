"""The first half second: whenever Ctrl-C comes while `coach` is being loaded, it leaves without a word."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

# Python looks for a module of this name before it begins; it presses Ctrl-C as soon as a certain module is asked for.
PRESSING = """
import os, signal, sys

class Pressing:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["PRESS_AT"]:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Pressing())
"""
LOADED = [
    "coachcli.cli", "typer", "typer._click", "coachcli.cli.main", "coachcli.cli.action", "coachcli.cli.usage.help",
    "coachcli.cli.session", "coachcli.app.client.home", "coachcli.store.paths", "coachcli.domain.client.overview",
    "coachcli.render.client.overview",
]  # fmt: skip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")


def pressed_at(module: str, folder: Path, program: tuple[str, ...]) -> "subprocess.CompletedProcess[str]":
    (folder / "sitecustomize.py").write_text(PRESSING, encoding="utf-8")
    known = {**os.environ, "PYTHONPATH": str(folder), "PRESS_AT": module}
    return subprocess.run(
        [sys.executable, *program], env=known, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("module", LOADED)
def test_ctrl_c_while_it_is_being_loaded_leaves_without_a_word(module: str, tmp_path: Path) -> None:
    left = pressed_at(module, tmp_path, ("-m", "coachcli"))

    assert (left.returncode, left.stdout, left.stderr) == (130, "", "")
    assert not (tmp_path / "practice").exists()


def test_the_script_that_is_installed_begins_there_too(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("coach")

    left = pressed_at("coachcli.cli.session", tmp_path, (str(script),))

    assert (left.returncode, left.stdout, left.stderr) == (130, "", "")


def test_whoever_has_ctrl_c_ignored_is_not_left_by_it(tmp_path: Path) -> None:
    ignoring = (
        "import runpy, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); sys.argv = ['coach', '--version'];"
        "runpy.run_module('coachcli', run_name='__main__')"
    )

    left = pressed_at("coachcli.cli.main", tmp_path, ("-c", ignoring))

    assert left.returncode == 0
    assert left.stdout.startswith("coach ")


def test_what_presses_is_seen_to_press(tmp_path: Path) -> None:
    left = pressed_at("json", tmp_path, ("-c", "import json"))

    assert left.returncode == -signal.SIGINT
    assert "Traceback" in left.stderr

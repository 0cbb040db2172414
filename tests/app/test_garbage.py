"""A command that ends soon collects no garbage; one that stays collects what comes from then on."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.play import over_a_pipe

from coachcli.app.context import Context
from coachcli.app.framework.check import watch
from coachcli.app.garbage import collect_from_now
from coachcli.app.session.request import StartRequest
from coachcli.app.session.start import start
from coachcli.live.source import EndOfInput, Hooks, Line, Outcome, View

COUNTED = """import gc, sys
from coachcli.__main__ import main
runs = []
gc.callbacks.append(lambda phase, _info: runs.append(phase))
try:
    main()
finally:
    print(len(runs), file=sys.stderr)
"""


@pytest.fixture
def begun_without() -> Iterator[None]:
    """As `coach` begins."""
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize("words", [("session", "list"), ("framework", "list")])
def test_a_command_that_ends_soon_collects_none(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, "--practice", str(tmp_path / "practice"), *words],
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stderr.split()[-1] == "0"


@pytest.mark.usefixtures("begun_without")
def test_what_was_there_before_is_never_looked_through() -> None:
    collect_from_now()

    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_where_it_is_collected_all_along_nothing_changes() -> None:
    before = gc.get_freeze_count()
    collect_from_now()

    assert gc.isenabled()
    assert gc.get_freeze_count() == before


@pytest.mark.usefixtures("begun_without")
def test_a_call_collects_from_its_first_prompt_on(context: Context) -> None:
    collected: list[bool] = []

    def ask(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        collected.append(gc.isenabled())
        return EndOfInput(closed=True)

    start(context, StartRequest(rehearse=True, framework="grow"), over_a_pipe(ask).conversation)

    assert collected == [True]


@pytest.mark.usefixtures("begun_without")
def test_so_does_a_check_that_keeps_watching(context: Context) -> None:
    def wait() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(context, ["grow"], lambda _findings: None, wait)

    assert gc.isenabled()

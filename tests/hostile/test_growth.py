"""What a command about one client reads: the same, however many others there are. Files are counted, and never time."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from app.conftest import MakeSession
from app.conftest import made as made  # noqa: PLC0414 the fixture
from cli.conftest import Coach
from cli.conftest import coach as coach  # noqa: PLC0414 the fixture
from engagements import written

from coachcli.store.client import client_file
from coachcli.store.paths import Practice

OF_ONE = {
    "prep": ("prep", "jane-example"),
    "progress": ("progress", "jane-example"),
    "report": ("report", "jane-example"),
    "engagement show": ("engagement", "show", "jane-example"),
    "session list": ("session", "list", "jane-example"),
    "client show": ("client", "show", "jane-example"),
    "find": ("find", "call", "--client", "jane-example"),
}
# Their names have to be looked through, to know who is meant.
NAMES = ".index/clients.json"
Opened = Callable[[], dict[str, int]]


def somebody(practice: Practice, made: MakeSession, name: str) -> None:
    """A client with an engagement and two sessions."""
    client = client_file.add(practice, name)
    written(practice, client.id, "start: 2020-09-01\ntitle: Leading on\n")
    for when in ("2020-09-03-1000", "2020-10-03-1000"):
        made(client, when, status="ended", engagement="lead")


@pytest.fixture
def opened(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The files of the practice that were opened since it was last asked for, each with its size."""
    sizes: dict[str, int] = {}
    whole = os.open

    def watched(path: Any, *arguments: Any, **named: Any) -> int:
        fd = whole(path, *arguments, **named)
        if isinstance(path, str | Path) and Path(path).is_file() and Path(path).is_relative_to(practice.root):
            sizes[Path(path).relative_to(practice.root).as_posix()] = os.fstat(fd).st_size
        return fd

    def taken() -> dict[str, int]:
        seen = dict(sizes)
        sizes.clear()
        return seen

    monkeypatch.setattr(os, "open", watched)
    return taken


@pytest.mark.parametrize("name", OF_ONE)
def test_what_is_about_one_client_reads_as_much_with_many_others(
    practice: Practice, made: MakeSession, coach: Coach, opened: Opened, name: str
) -> None:
    def read() -> dict[str, int]:
        assert coach("hours").code == 0  # after which what was agreed with everybody is remembered
        assert coach(*OF_ONE[name]).code == 0
        opened()
        assert coach(*OF_ONE[name]).code == 0
        return {path: size for path, size in opened().items() if path != NAMES}

    somebody(practice, made, "Jane Example")
    alone = read()
    for other in ("Bob", "Carol", "Dan", "Eve"):
        somebody(practice, made, f"{other} Example")

    assert read() == alone
    assert alone

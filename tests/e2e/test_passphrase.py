"""A passphrase is typed unseen: it stands on no screen, and Ctrl-C at the question leaves nothing behind."""

import sys
from pathlib import Path

import pytest
from e2e.conftest import Opener
from e2e.screen import Home, Key

assert sys.platform != "win32"  # it has other terminals


@pytest.mark.parametrize("keys", ["horseradish", "Ctrl-C"])
def test_what_is_typed_is_not_shown(coach: Opener, home: Home, tmp_path: Path, keys: str) -> None:
    home.practice.mkdir(parents=True, exist_ok=True)
    window = coach("practice", "backup", str(tmp_path / "b.age"))
    window.wait_for("A passphrase for this backup:")

    if keys == "Ctrl-C":
        window.type("horseradish", Key.CTRL_C)
    else:
        window.type("horseradish", Key.ENTER)
        window.wait_for("it is shorter than 12 characters")

    assert window.ended() == (130 if keys == "Ctrl-C" else 2)
    assert "horseradish" not in window.text
    assert not (tmp_path / "b.age").exists()
